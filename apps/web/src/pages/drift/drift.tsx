import { useState } from 'react';
import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay, useViewer } from '../../app/viewer';
import { Await } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { Download } from '../../components/download';
import { SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { Table } from '../../components/table';
import { DriftDocument, type DriftFilter, type DriftQuery } from '../../gql/graphql';
import { daysWords } from '../../words/dates';
import { DELAY_OPTIONS } from '../../words/drift';
import { linkStateWords } from '../../words/links';
import { count, listWords } from '../../words/plain';
import { DriftTable } from './drift-table';

export default function DriftPage() {
  const [filter, setFilter] = useState<DriftFilter>({});
  const [before, setBefore] = useState<readonly string[]>([]);
  const found = useData(DriftDocument, { filter, first: 20, after: before.at(-1) });
  const may = useMay();
  const isRegion = may('drift.readRegion');
  const { agency } = useViewer();
  const search = (next: DriftFilter) => { setFilter(next); setBefore([]); };
  return (
    <PageBody>
      <DoneBanner />
      <Heading title="Drift" />
      <p className="govuk-body">{isRegion ? 'Over the region' : `Searches of ${agency.name}`}: who waits longest, and whose move it is. Days leave out the time in which a search was paused.</p>
      <Await of={found} what="the searches">
        {({ drift, agencies }) => (
          <>
            {isRegion && <Councils counts={drift.agencies} />}
            {drift.stages.length > 0 && <Stages stages={drift.stages} agencies={agencies} withAgency={isRegion} />}
            <Search filter={filter} counts={isRegion ? drift.agencies : []} onSearch={search} />
            <p className="govuk-body" role="status">{count(drift.totalCount, 'search', 'searches')}.</p>
            {drift.edges.length > 0 && <DriftTable rows={drift.edges.map(({ node }) => node)} withAgency={isRegion} />}
            <Pager label="Pages of searches" before={before} page={drift.pageInfo} onMove={setBefore} />
            <p className="govuk-body-s">
              Slow from {drift.limits.slowDays} days since anybody moved a link, stuck from {drift.limits.stuckDays}; too long without a link from {drift.limits.withoutLinkDays} days; to be reviewed after {drift.limits.reviewDays} days.
              {may('driftLimits.set') && <> <Link className="govuk-link" to="/drift/limits">Change these days</Link></>}
            </p>
            {(may('drift.exportRegion') || may('drift.export')) && <Download label="Download as CSV" path="/drift-files/drift.csv" body={{ filter }} />}
          </>
        )}
      </Await>
    </PageBody>
  );
}

type Stage = DriftQuery['drift']['stages'][number];

/** Who has stood still longest at which stage, and whose move it is there. */
function Stages({ stages, agencies, withAgency }: { stages: readonly Stage[]; agencies: DriftQuery['agencies']; withAgency: boolean }) {
  const nameOf = (code: string): string => agencies.find((one) => one.code === code)?.name ?? code;
  return (
    <Table caption="By stage" rows={stages} keyOf={({ stage }) => stage} columns={[
      { title: 'Stage', names: true, cell: ({ stage }) => (stage === 'NO_LINK' ? 'No link is open' : linkStateWords(stage)) },
      { title: 'Searches', numeric: true, cell: ({ searches }) => String(searches) },
      { title: 'Longest without a move', cell: ({ unit, days, agency }) => <><Link className="govuk-link" to={`/children/${unit}`}>{unit}</Link>{withAgency && ` of ${agency.name}`}, {daysWords(days)}</> },
      { title: 'Whose move there', cell: ({ movers }) => listWords(movers.map(nameOf)) || 'nobody’s' },
    ]} />
  );
}

type Counts = DriftQuery['drift']['agencies'];

function Councils({ counts }: { counts: Counts }) {
  return (
    <Table caption="By council" rows={counts} keyOf={({ agency }) => agency.code} columns={[
      { title: 'Council', names: true, cell: ({ agency }) => agency.name },
      { title: 'Searches', numeric: true, cell: ({ searches }) => String(searches) },
      { title: 'Stuck', numeric: true, cell: ({ stuck }) => String(stuck) },
      { title: 'Slow', numeric: true, cell: ({ slow }) => String(slow) },
      { title: 'No link for long', numeric: true, cell: ({ withoutLink }) => String(withoutLink) },
      { title: 'Not reviewed', numeric: true, cell: ({ notReviewed }) => String(notReviewed) },
    ]} />
  );
}

function Search({ filter, counts, onSearch }: { filter: DriftFilter; counts: Counts; onSearch: (filter: DriftFilter) => void }) {
  const { agency: own } = useViewer();
  const send = async (answers: FormReader) => {
    onSearch({ agency: answers.text('agency'), mover: answers.text('mover'), delay: answers.text('delay') as DriftFilter['delay'] });
    return null;
  };
  const named = counts.map(({ agency }) => ({ value: agency.code, label: agency.name }));
  return (
    <section className="hub-box hub-log-search" aria-label="Which searches">
      <Form submit="Show" onSubmit={send}>
        {named.length > 0 && <SelectField name="agency" label="Council" options={[{ value: '', label: 'Every council' }, ...named]} value={filter.agency} />}
        <SelectField name="mover" label="Whose move" options={[{ value: '', label: 'Anybody’s' }, { value: 'NOBODY', label: 'Nobody’s: no link is open' }, ...(named.length > 0 ? named : [{ value: own.code, label: 'Your agency’s' }])]} value={filter.mover} />
        <SelectField name="delay" label="What holds it up" options={DELAY_OPTIONS} value={filter.delay} />
      </Form>
    </section>
  );
}
