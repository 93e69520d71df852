import { useState } from 'react';
import { daysOfMonths, ENGLAND_STAGES, ENGLAND_SYMBOLS, type EnglandStage, type EnglandSymbol } from '@hub/domain/performance/england';
import { CLOSENESS, type Closeness } from '@hub/domain/performance/neighbours';
import { useChange, useData, useSaid } from '../../app/data';
import { Heading } from '../../app/page';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { Success } from '../../components/banner';
import { SelectField } from '../../components/fields';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { NumberCouncilDocument, PublishedFiguresPageDocument, type PublishedFiguresPageQuery } from '../../gql/graphql';
import { LoadPublished } from './load-published';

type Benchmarks = PublishedFiguresPageQuery['performanceBenchmarks'];
type Figure = Benchmarks['england'][number];

/** What indicators are compared with beyond the region, as it was published. */
export default function PublishedPage() {
  const may = useMay();
  const found = useData(PublishedFiguresPageDocument, {});
  const [said, changed] = useSaid(found.refresh);
  return (
    <Await of={found} what="the published figures">
      {(data) => (
        <PageBody back={{ to: '/performance/targets', label: 'Thresholds and targets' }}>
          {said && <Success key={said}>{said}</Success>}
          <Heading title="England’s figures and statistical neighbours" />
          <England figures={data.performanceBenchmarks.england} />
          <Neighbours councils={data.performanceBenchmarks.councils} />
          {may('benchmarks.load') && <LoadPublished onDone={changed} />}
          {may('benchmarks.load') && data.performanceBenchmarks.councils.length > 0 && <NumberForm data={data} onDone={changed} />}
        </PageBody>
      )}
    </Await>
  );
}

function England({ figures }: { figures: readonly Figure[] }) {
  const [age, setAge] = useState('Total');
  const years = [...new Set(figures.map(({ year }) => year))].slice(0, 5);
  const stages = Object.keys(ENGLAND_STAGES) as EnglandStage[];
  const cell = (stage: EnglandStage, year: number) => figures.find((figure) => figure.stage === stage && figure.year === year && figure.ageGroup === age);
  if (figures.length === 0) return <section><h2 className="govuk-heading-m">England</h2><p className="govuk-body">No figures of England are loaded yet.</p></section>;
  return (
    <section>
      <h2 className="govuk-heading-m">England</h2>
      <p className="govuk-body">Mean times of children adopted in the year to 31 March, in years and months, with about how many days that is. Stages are rounded one by one: they do not add up to the totals.</p>
      <div className="govuk-form-group">
        <label className="govuk-label" htmlFor="age">Age on starting the final period of care</label>
        <select id="age" className="govuk-select" value={age} onChange={(event) => setAge(event.target.value)}>
          {[...new Set(['Total', ...figures.map(({ ageGroup }) => ageGroup)])].map((group) => <option key={group}>{group}</option>)}
        </select>
      </div>
      <Table caption={`England, ${age === 'Total' ? 'all ages' : age.toLowerCase()}`} rows={stages} keyOf={(stage) => stage} columns={[
        { title: 'Stage', names: true, cell: (stage) => ENGLAND_STAGES[stage].label },
        ...years.map((year) => ({ title: String(year), numeric: true, cell: (stage: EnglandStage) => figureWords(cell(stage, year)) })),
      ]} />
      <p className="govuk-body-s">{Object.entries(ENGLAND_SYMBOLS).map(([symbol, words]) => `${symbol}: ${words.toLowerCase()}`).join('; ')}. Source: Department for Education, Explore Education Statistics ({[...new Set(figures.map(({ source }) => source))].join(', ')}).</p>
    </section>
  );
}

function figureWords(figure: Figure | undefined): string {
  if (!figure) return '';
  const { stage, value, symbol } = figure;
  if (value === null || value === undefined) return ENGLAND_SYMBOLS[symbol as EnglandSymbol] ? String(symbol) : '';
  if (stage === 'PLACED_12') return value.toLocaleString('en-GB');
  return `${Math.floor(value / 12)}:${String(value % 12).padStart(2, '0')} (${daysOfMonths(value)} days)`;
}

function Neighbours({ councils }: { councils: Benchmarks['councils'] }) {
  const ours = councils.filter(({ agency }) => agency);
  return (
    <section>
      <h2 className="govuk-heading-m">Statistical neighbours</h2>
      {ours.length === 0 && <p className="govuk-body">{councils.length === 0 ? 'No groupings are loaded yet.' : 'The groupings are loaded. Which of their councils are agencies of this hub is not said yet.'}</p>}
      {ours.map(({ council, agency, neighbours }) => (
        <Table key={council} caption={`Neighbours of ${agency?.name ?? ''}, the closest first`} rows={neighbours} keyOf={(neighbour) => neighbour.council} columns={[
          { title: 'Council', names: true, cell: ({ name }) => name },
          { title: 'How alike', cell: ({ closeness }) => CLOSENESS[closeness as Closeness] ?? closeness },
          { title: 'In this region', cell: (neighbour) => (neighbour.agency ? 'Yes' : 'No') },
        ]} />
      ))}
    </section>
  );
}

function NumberForm({ data: { agencies, performanceBenchmarks: { councils } }, onDone }: { data: PublishedFiguresPageQuery; onDone: (words: string) => void }) {
  const [number] = useChange(NumberCouncilDocument);
  const send = async (answers: FormReader) => {
    const agency = answers.mustText('agency', 'Choose an agency');
    if (answers.failed) return null;
    const outcome = await number({ input: { agency, council: answers.text('council') } });
    if (outcome.ok) onDone('Which council the agency is is recorded.');
    return outcome;
  };
  return (
    <section className="hub-narrow">
      <h2 className="govuk-heading-m">Say which council an agency is</h2>
      <Form submit="Save" onSubmit={send}>
        <SelectField name="agency" label="Agency" options={[{ value: '', label: 'Choose' }, ...agencies.filter(({ kind }) => kind === 'COUNCIL').map(({ code, name }) => ({ value: code, label: name }))]} />
        <SelectField name="council" label="Council in the groupings" options={[{ value: '', label: 'None of them' }, ...councils.map(({ council, name }) => ({ value: council, label: `${name} (${council})` }))]} />
      </Form>
    </section>
  );
}
