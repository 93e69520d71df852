import { useState } from 'react';
import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { LinkButton } from '../../components/button';
import { SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { WorkListDocument, type WorkFilter, type WorkListQuery } from '../../gql/graphql';
import { count } from '../../words/plain';
import { WorkTable } from './work-table';

const VIEWS: readonly { readonly label: string; readonly filter: WorkFilter }[] = [
  { label: 'Mine', filter: { mine: true } },
  { label: 'My agency’s', filter: {} },
];

const MOVES = [
  { value: '', label: 'Anybody’s' }, { value: 'OURS', label: 'Your agency’s' }, { value: 'THEIRS', label: 'The other side’s' }, { value: 'NOBODY', label: 'Nobody’s: no link is open' },
];

export default function WorkListPage() {
  const [view, setView] = useState(0);
  const [filter, setFilter] = useState<WorkFilter>({});
  const [before, setBefore] = useState<readonly string[]>([]);
  const found = useData(WorkListDocument, { filter: { ...filter, ...VIEWS[view]?.filter }, first: 20, after: before.at(-1) });
  const choose = (at: number) => { setView(at); setFilter({}); setBefore([]); };
  return (
    <PageBody>
      <Heading title="Work list" />
      <p className="govuk-body">Links and searches that wait, the oldest first. How searches go as a whole is on the <Link className="govuk-link" to="/drift">page on drift</Link>.</p>
      <nav aria-label="Whose work">
        <ul className="govuk-list hub-inline">
          {VIEWS.map(({ label }, at) => <li key={label}>{at === view ? <strong aria-current="true">{label}</strong> : <LinkButton onClick={() => choose(at)}>{label}</LinkButton>}</li>)}
        </ul>
      </nav>
      <Await of={found} what="the work">
        {({ workList }) => (
          <>
            <Search key={view} withWorker={view === 1} filter={filter} workers={workList.workers} onSearch={(next) => { setFilter(next); setBefore([]); }} />
            <p className="govuk-body" role="status">{count(workList.totalCount, 'thing waits', 'things wait')}.</p>
            {workList.edges.length > 0 && <WorkTable items={workList.edges.map(({ node }) => node)} caption="What waits" />}
            <Pager label="Pages of work" before={before} page={workList.pageInfo} onMove={setBefore} />
          </>
        )}
      </Await>
    </PageBody>
  );
}

interface SearchProps {
  readonly withWorker: boolean;
  readonly filter: WorkFilter;
  readonly workers: WorkListQuery['workList']['workers'];
  readonly onSearch: (filter: WorkFilter) => void;
}

function Search({ withWorker, filter, workers, onSearch }: SearchProps) {
  const send = async (answers: FormReader) => {
    onSearch({ move: answers.text('move') as WorkFilter['move'], ...(withWorker && { worker: answers.text('worker') }) });
    return null;
  };
  return (
    <section className="hub-box hub-log-search" aria-label="Which work">
      <Form submit="Show" onSubmit={send}>
        <SelectField name="move" label="Whose move" options={MOVES} value={filter.move} />
        {withWorker && <SelectField name="worker" label="Worker" options={[{ value: '', label: 'Anybody' }, { value: 'NONE', label: 'Nobody' }, ...workers.map(({ id, displayName }) => ({ value: id, label: displayName }))]} value={filter.worker} />}
      </Form>
    </section>
  );
}
