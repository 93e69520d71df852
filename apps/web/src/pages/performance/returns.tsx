import { Link } from 'react-router';
import { useChange, useData, useDone, type Done } from '../../app/data';
import { Heading } from '../../app/page';
import { problem as problemFor } from '../../app/problems';
import { useMay } from '../../app/viewer';
import { Await, ProblemNote, ProblemPage } from '../../components/await';
import { Success } from '../../components/banner';
import { LinkButton } from '../../components/button';
import { Radios } from '../../components/choices';
import { Form } from '../../components/form';
import type { FormReader } from '../../components/form-reader';
import { PageBody } from '../../components/page-body';
import { Table } from '../../components/table';
import { Tag } from '../../components/tag';
import { ChoosePerformanceSourceDocument, PerformanceSourcesPageDocument, RemovePerformanceReturnDocument, type PerformanceSourcesPageQuery } from '../../gql/graphql';
import { dayWords } from '../../words/dates';
import { count } from '../../words/plain';
import { SHORT_SOURCES, SOURCE_WORDS, sourceFigureWords, sourceWords } from '../../words/sources';
import { indicatorWords } from '../../words/targets';
import { UploadReturn } from './upload-return';

type Sources = PerformanceSourcesPageQuery['performanceSources'];

/** What a council's figures are reckoned from, which files tell them too, and where they differ. */
export default function ReturnsPage() {
  const may = useMay();
  const found = useData(PerformanceSourcesPageDocument, {}, { pause: !may('returns.read') });
  const { said, problem, done } = useDone(found.refresh);
  if (!may('returns.read')) return <ProblemPage problem={problemFor('FORBIDDEN')} />;
  return (
    <Await of={found} what="the sources">
      {({ performanceSources: sources }) => (
        <PageBody {...(may('performance.read') && { back: { to: '/performance', label: 'Performance' } })}>
          {said && <Success key={said}>{said}</Success>}
          <Heading title="Where your figures come from" />
          {problem && <ProblemNote problem={problem} />}
          <p className="govuk-body">They are reckoned from: <strong>{sourceWords(sources.used)}</strong>. A file that you upload is read, tallied by month and not kept: no child of it stays in the hub.</p>
          <Compared sources={sources} />
          <Files sources={sources} onDone={done} />
          {may('returns.load') && <UploadReturn onDone={done} />}
          {may('returns.choose') && sources.returns.length > 0 && <Choose sources={sources} onDone={done} />}
        </PageBody>
      )}
    </Await>
  );
}

function Compared({ sources: { compared, used } }: { sources: Sources }) {
  const ends = [...new Set(compared.map(({ period }) => period.to))];
  return ends.map((to) => <ComparedYear key={to} compared={compared.filter(({ period }) => period.to === to)} used={used} />);
}

function ComparedYear({ compared, used }: Pick<Sources, 'compared' | 'used'>) {
  const [first] = compared;
  if (!first) return null;
  const kinds = Object.keys(SOURCE_WORDS).filter((source) => compared.some(({ figures }) => figures.some((figure) => figure.source === source)));
  return (
    <Table caption={`The same twelve months by source, ${dayWords(first.period.from)} to ${dayWords(first.period.to)}`} rows={compared} keyOf={({ code }) => code} columns={[
      { title: 'Indicator', names: true, cell: ({ code, differs }) => <>{indicatorWords(code)} {differs && <Tag tone="amber">They differ</Tag>}</> },
      ...kinds.map((source) => ({
        title: `${SHORT_SOURCES[source]}${source === used ? ', used' : ''}`,
        cell: ({ code, figures }: Sources['compared'][number]) => figures.filter((figure) => figure.source === source).map((figure) => sourceFigureWords(code, figure)).join('') || 'not told',
      })),
    ]} />
  );
}

function Files({ sources: { returns }, onDone }: { sources: Sources; onDone: Done }) {
  const may = useMay();
  const [remove] = useChange(RemovePerformanceReturnDocument);
  if (returns.length === 0) return <p className="govuk-body">No file has been uploaded yet.</p>;
  return (
    <Table caption="Files that were read" rows={returns} keyOf={({ id }) => id} columns={[
      { title: 'File', names: true, cell: ({ source, year, asAt }) => `${sourceWords(source)} ${year ?? `of ${dayWords(asAt)}`}` },
      { title: 'What was in it', cell: ({ files }) => files.map(({ file, rows }) => `${file}: ${count(rows, 'row', 'rows')}`).join('; ') },
      { title: 'Broken rules', cell: ({ id, warningCount, year }) => (warningCount === 0 ? 'None' : <Link className="govuk-link" to={`/performance/returns/${id}`}>{warningCount.toLocaleString('en-GB')}<span className="govuk-visually-hidden"> broken rules of {year ?? 'Annex A'}</span></Link>) },
      { title: 'Uploaded', cell: ({ at, uploadedBy }) => `${dayWords(at.slice(0, 10))} by ${uploadedBy}` },
      ...(may('returns.load') ? [{ title: 'Take away', cell: ({ id, year }: Sources['returns'][number]) => (
        <LinkButton onClick={() => void remove({ id }).then((outcome) => onDone(outcome, 'What the file told is told no more, once figures are reckoned anew.'))}>Take away<span className="govuk-visually-hidden"> the file of {year ?? 'Annex A'}</span></LinkButton>) }] : []),
    ]} />
  );
}

function Choose({ sources: { used, returns }, onDone }: { sources: Sources; onDone: Done }) {
  const [choose] = useChange(ChoosePerformanceSourceDocument);
  const options = Object.entries(SOURCE_WORDS).filter(([source]) => source === 'HUB' || returns.some((one) => one.source === source)).map(([value, label]) => ({ value, label }));
  const send = async (answers: FormReader) => {
    const source = answers.mustText('used', 'Choose a source');
    if (answers.failed) return null;
    const outcome = await choose({ source });
    if (outcome.ok) onDone(outcome, `Your figures are reckoned anew in a moment, from: ${sourceWords(source)}.`);
    return outcome;
  };
  return (
    <section className="hub-narrow">
      <h2 className="govuk-heading-m">Choose the source that is used</h2>
      <p className="govuk-body">Months of which a file does not tell have no figure while it is used. What it tells of each month is taken from the latest file.</p>
      <Form key={used} submit="Use this source" onSubmit={send}>
        <Radios name="used" label="What are your figures reckoned from?" options={options} value={used} small />
      </Form>
    </section>
  );
}
