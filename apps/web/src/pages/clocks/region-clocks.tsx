import { useState } from 'react';
import { Link } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { Await } from '../../components/await';
import { SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Table, type Column } from '../../components/table';
import { RegionClocksDocument, type RegionClocksQuery } from '../../gql/graphql';
import { actorWords, ruleOf, stageWords } from '../../words/clocks';
import { dayWords, daysWords } from '../../words/dates';

type Region = RegionClocksQuery['regionClocks'];
type Agency = Region['agencies'][number];
type Rule = Region['rules'][number];

/** How the clocks of the region's agencies stand, for those who see no case of theirs. */
export function RegionClocks() {
  const [agency, setAgency] = useState<string | null>(null);
  const found = useData(RegionClocksDocument, { agency });
  return (
    <PageBody>
      <Heading title="Clocks" />
      <p className="govuk-body">How many things that law, standards and practice ask for by a day are late, in each agency. Whose they are stays with the agency. Who waits longest in the search, and whose move it is, is on the <Link className="govuk-link" to="/drift">page on drift</Link>.</p>
      <Await of={found} what="the clocks">
        {({ regionClocks: { countedOn, agencies, rules } }) => (
          countedOn ? (
            <>
              <p className="govuk-body" role="status">As counted on {dayWords(countedOn)}. The hub counts every night.</p>
              <Table caption="By agency" rows={agencies} keyOf={(row) => row.agency.code} columns={AGENCY_COLUMNS} />
              <Choice agency={agency} agencies={agencies} onChoose={setAgency} />
              <Table caption={`By rule: ${agencies.find((one) => one.agency.code === agency)?.agency.name ?? 'the region'}`} rows={rules} keyOf={({ code }) => code} columns={ruleColumns(agency === null)} />
            </>
          ) : <p className="govuk-body">No agency that shares with yours has a clock that runs, or the hub has not counted yet. It counts every night.</p>
        )}
      </Await>
    </PageBody>
  );
}

const countColumns = <Row extends Pick<Rule, 'counts'>>(): readonly Column<Row>[] => [
  { title: 'Overdue', numeric: true, cell: ({ counts }) => String(counts.overdue) },
  { title: 'Due within two weeks', numeric: true, cell: ({ counts }) => String(counts.soon) },
  { title: 'Due later', numeric: true, cell: ({ counts }) => String(counts.running) },
  { title: 'At rest', numeric: true, cell: ({ counts }) => String(counts.paused) },
];

const AGENCY_COLUMNS: readonly Column<Agency>[] = [
  { title: 'Agency', names: true, cell: ({ agency }) => agency.name },
  { title: 'Overdue longest', cell: ({ longestCode, longestDays }) => (longestCode ? `${ruleOf(longestCode).label}, ${daysWords(longestDays ?? 0)}` : 'nothing') },
  ...countColumns<Agency>(),
];

const ruleColumns = (withAgency: boolean): readonly Column<Rule>[] => [
  { title: 'Clock', names: true, cell: ({ code }) => <>{ruleOf(code).label} <span className="hub-secondary">{stageWords(ruleOf(code).stage)}</span></> },
  { title: 'Who acts', cell: ({ code }) => actorWords(ruleOf(code).whoActs) },
  { title: 'Overdue longest', cell: ({ longestDays, agency }) => (longestDays ? `${daysWords(longestDays)}${withAgency && agency ? `, ${agency.name}` : ''}` : 'none') },
  ...countColumns<Rule>(),
];

function Choice({ agency, agencies, onChoose }: { agency: string | null; agencies: readonly Agency[]; onChoose: (agency: string | null) => void }) {
  const send = (answers: FormReader) => {
    onChoose(answers.text('agency'));
    return Promise.resolve(null);
  };
  return (
    <section className="hub-box hub-log-search" aria-label="Which clocks">
      <Form submit="Show" onSubmit={send}>
        <SelectField name="agency" label="Agency" options={[{ value: '', label: 'The whole region' }, ...agencies.map((one) => ({ value: one.agency.code, label: one.agency.name }))]} value={agency} />
      </Form>
    </section>
  );
}
