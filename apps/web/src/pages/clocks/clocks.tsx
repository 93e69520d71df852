import { useState } from 'react';
import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { LinkButton } from '../../components/button';
import { Download } from '../../components/download';
import { SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { Table } from '../../components/table';
import { ClocksDocument, type ClockFilter, type ClockItemPartsFragment, type ClocksQuery } from '../../gql/graphql';
import { actorWords, clockName, dueWords, ruleOf, STAGE_OPTIONS, STANDING_OPTIONS } from '../../words/clocks';
import { count } from '../../words/plain';
import { Standing } from './case-clocks';
import { RegionClocks } from './region-clocks';

const VIEWS: readonly { readonly label: string; readonly filter: ClockFilter }[] = [
  { label: 'Mine', filter: { mine: true } },
  { label: 'My agency’s', filter: {} },
];

export default function ClocksPage() {
  return useMay()('clocks.readRegion') ? <RegionClocks /> : <OwnClocks />;
}

function OwnClocks() {
  const [view, setView] = useState(0);
  const [filter, setFilter] = useState<ClockFilter>({});
  const [before, setBefore] = useState<readonly string[]>([]);
  const may = useMay();
  const asked = { ...filter, ...VIEWS[view]?.filter };
  const found = useData(ClocksDocument, { filter: asked, first: 20, after: before.at(-1) });
  const choose = (at: number) => { setView(at); setFilter({}); setBefore([]); };
  return (
    <PageBody>
      <Heading title="Clocks" />
      <p className="govuk-body">What law, standards and practice ask for by a day: what is overdue longest stands first. What waits on links and searches is on the <Link className="govuk-link" to="/work-list">work list</Link>.</p>
      <nav aria-label="Whose cases">
        <ul className="govuk-list hub-inline">
          {VIEWS.map(({ label }, at) => <li key={label}>{at === view ? <strong aria-current="true">{label}</strong> : <LinkButton onClick={() => choose(at)}>{label}</LinkButton>}</li>)}
        </ul>
      </nav>
      <Await of={found} what="the clocks">
        {({ clocks }) => (
          <>
            <Search key={view} withWorker={view === 1} filter={filter} workers={clocks.workers} onSearch={(next) => { setFilter(next); setBefore([]); }} />
            <p className="govuk-body" role="status">
              {count(clocks.totalCount, 'clock', 'clocks')}. In all: {clocks.counts.overdue} overdue, {clocks.counts.soon} due within two weeks, {clocks.counts.running} due later, {clocks.counts.paused} at rest.
            </p>
            {clocks.edges.length > 0 && <ClockTable items={clocks.edges.map(({ node }) => node)} />}
            <Pager label="Pages of clocks" before={before} page={clocks.pageInfo} onMove={setBefore} />
            {may('clocks.export') && <Download label="Download as CSV" path="/clock-files/clocks.csv" body={{ filter: asked }} />}
          </>
        )}
      </Await>
    </PageBody>
  );
}

const FOLDERS: Readonly<Record<string, string>> = { UNIT: '/children', HOUSEHOLD: '/families', PANEL: '/panels', PANEL_ITEM: '/panels/items', PLACEMENT: '/placements' };

function CaseLink({ subjectType, subject, member }: ClockItemPartsFragment) {
  const to = subjectType === 'ENQUIRY' ? '/enquiries' : `${FOLDERS[subjectType] ?? ''}/${subject}`;
  return <><Link className="govuk-link" to={to}>{subject}</Link>{member && member !== subject && <span className="hub-secondary"> child {member}</span>}</>;
}

function ClockTable({ items }: { items: readonly ClockItemPartsFragment[] }) {
  return (
    <Table caption="What is due" captionHidden rows={items} keyOf={({ subject, member, clock }) => `${subject} ${member ?? ''} ${clock.code} ${clock.nth ?? ''}`} columns={[
      { title: 'Case', names: true, cell: (item) => <CaseLink {...item} /> },
      { title: 'Clock', cell: ({ clock }) => clockName(clock) },
      { title: 'Due', cell: ({ clock }) => dueWords(clock) },
      { title: 'Stands at', cell: ({ clock }) => <Standing clock={clock} /> },
      { title: 'Who acts', cell: ({ clock }) => actorWords(ruleOf(clock.code).whoActs) },
      { title: 'Worker', cell: ({ worker }) => worker?.displayName ?? 'nobody' },
    ]} />
  );
}

interface SearchProps {
  readonly withWorker: boolean;
  readonly filter: ClockFilter;
  readonly workers: ClocksQuery['clocks']['workers'];
  readonly onSearch: (filter: ClockFilter) => void;
}

function Search({ withWorker, filter, workers, onSearch }: SearchProps) {
  const send = async (answers: FormReader) => {
    onSearch({ standing: answers.text('standing') as ClockFilter['standing'], stage: answers.text('stage') as ClockFilter['stage'], ...(withWorker && { worker: answers.text('worker') }) });
    return null;
  };
  return (
    <section className="hub-box hub-log-search" aria-label="Which clocks">
      <Form submit="Show" onSubmit={send}>
        <SelectField name="standing" label="How they stand" options={STANDING_OPTIONS} value={filter.standing} />
        <SelectField name="stage" label="Stage" options={STAGE_OPTIONS} value={filter.stage} />
        {withWorker && <SelectField name="worker" label="Worker" options={[{ value: '', label: 'Anybody' }, { value: 'NONE', label: 'Nobody' }, ...workers.map(({ id, displayName }) => ({ value: id, label: displayName }))]} value={filter.worker} />}
      </Form>
    </section>
  );
}
