import { REGION_NAME, type NameOf } from '@hub/domain/performance/chart-words';
import { isIndependent } from '@hub/domain/performance/control-charts';
import { useCallback, useMemo } from 'react';
import { useParams } from 'react-router';
import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import { Await } from '../../components/await';
import { PageBody } from '../../components/page-body';
import { SummaryList } from '../../components/summary-list';
import { PerformanceFiguresDocument, PerformanceStartDocument, type DefinitionPartsFragment, type EditionPartsFragment, type PerformanceStartQuery } from '../../gql/graphql';
import { PerformanceComments } from '../reports/comments';
import { codeAt, firstEnd, seen, seriesEnds, type Choice } from './choice';
import { FigureFiles } from './figure-files';
import { FigureTableFold } from './figure-table-fold';
import { targetLines, targetOf } from './measures';
import { PeriodChoice } from './period-choice';
import { SideBySide } from './side-by-side';
import { SmallMultiples } from './small-multiples';
import { Stamp } from './stamp';
import './performance.css';

/** One indicator: how it changes, how councils differ, and what it is. */
export default function IndicatorPage() {
  const code = codeAt(useParams().code ?? '');
  const [{ edition: kept }] = usePlaceState<Pick<Choice, 'edition'>>({ edition: null });
  const start = useData(PerformanceStartDocument, {});
  return (
    <PageBody back={kept === null ? { to: '/performance', label: 'Performance' } : { to: `/performance/publications/${kept}`, label: 'The publication' }}>
      <Await of={start} what="the indicator">
        {(data) => {
          const definition = data.performanceDefinitions.find((one) => one.code === code);
          const edition = data.performanceEditions.find(({ reference, isCurrent }) => (kept === null ? isCurrent : reference === kept));
          if (definition === undefined) return <><Heading title="No such indicator" /><p className="govuk-body">Choose one on the page on performance.</p></>;
          return (
            <>
              <Heading title={`${definition.label} (${definition.code})`} />
              <p className="govuk-body hub-secondary">{definition.population}.</p>
              {edition ? <Charts start={data} definition={definition} newest={edition} kept={kept} /> : <p className="govuk-body">Nothing has been counted yet. The hub counts every night.</p>}
              <HowWorkedOut definition={definition} />
            </>
          );
        }}
      </Await>
    </PageBody>
  );
}

interface ChartsProps {
  readonly start: PerformanceStartQuery;
  readonly definition: DefinitionPartsFragment;
  readonly newest: EditionPartsFragment;
  /** A publication's reference; null: the newest reckoning. */
  readonly kept: string | null;
}

function Charts({ start, definition, newest, kept }: ChartsProps) {
  const [choice, setChoice] = usePlaceState<Choice>({ kind: 'QUARTER', to: firstEnd(newest), basis: 'RESTATED', edition: kept });
  const nameOf = useCallback<NameOf>((agency) => (agency === null ? REGION_NAME : (start.agencies.find(({ code }) => code === agency)?.name ?? agency)), [start.agencies]);
  return (
    <>
      <PeriodChoice choice={choice} edition={newest} onChoose={setChoice} />
      <Stamp edition={newest} />
      {isIndependent(choice.kind)
        ? <Series definition={definition} choice={choice} newest={newest} nameOf={nameOf} targets={start.performanceTargets} />
        : <p className="govuk-body">How it changes is drawn by months and quarters alone: longer periods that overlap share children, and a line through them shows change where there is none.</p>}
      <SideBySide definition={definition} definitions={start.performanceDefinitions} choice={choice} nameOf={nameOf} />
      <PerformanceComments key={choice.to} code={definition.code} month={choice.to} />
    </>
  );
}

interface SeriesProps extends Omit<ChartsProps, 'start' | 'kept'> {
  readonly choice: Choice;
  readonly nameOf: NameOf;
  readonly targets: PerformanceStartQuery['performanceTargets'];
}

function Series({ definition, choice, newest, nameOf, targets }: SeriesProps) {
  const { kind, basis, edition } = choice;
  const asked = { codes: [definition.code], agencies: null, kind, to: [...seriesEnds(kind, choice.to, newest)], basis, edition };
  const found = useData(PerformanceFiguresDocument, asked);
  const targetsOf = useCallback((agency: string | null) => targetLines(targets.map(targetOf), definition.code, agency, choice.to), [targets, definition.code, choice.to]);
  const figures = useMemo(() => found.data?.performanceFigures.figures.map(seen) ?? [], [found.data]);
  return (
    <Await of={found} what="the charts">
      {() => (
        <>
          <SmallMultiples definition={definition} figures={figures} nameOf={nameOf} targetsOf={targetsOf} />
          <FigureTableFold summary="Table of these charts" caption={`${definition.label}, by ${kind === 'MONTH' ? 'month' : 'quarter'}`} definitions={[definition]} figures={figures} kind={kind} nameOf={nameOf} />
          <FigureFiles what="these charts’ figures" asked={asked} />
        </>
      )}
    </Await>
  );
}

function HowWorkedOut({ definition: { definition, population, version, polarity, unit } }: { definition: DefinitionPartsFragment }) {
  return (
    <section aria-labelledby="how-worked-out">
      <h2 className="govuk-heading-m" id="how-worked-out">How this is worked out</h2>
      <SummaryList rows={[
        { label: 'What is counted', value: definition }, { label: 'Of whom', value: population }, { label: 'Unit', value: unit === 'percent' ? 'per cent' : unit },
        { label: 'Better is', value: polarity === 'none' ? 'neither: it only tells' : polarity }, { label: 'Version', value: String(version) },
        { label: 'Limits of the charts', value: 'Mean and 2.66 mean moving ranges; ranges beyond 3.267 of their mean are left out. Marked: outside the limits, seven on one side, seven rising or falling, two of three close to a limit. No limits are drawn under twelve points, nor where most points are 0 or all, nor of who waits at the end of each period, who are mostly the same children.' },
      ]} />
    </section>
  );
}
