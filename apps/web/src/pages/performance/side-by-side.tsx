import { PERIOD_WORDS, type NameOf } from '@hub/domain/performance/chart-words';
import { previousEnd } from '@hub/domain/performance/comparison';
import { leagueOf } from '@hub/domain/performance/league';
import { month } from '@hub/domain/performance/periods';
import { useMemo } from 'react';
import { useData } from '../../app/data';
import { Await } from '../../components/await';
import { PerformanceFiguresDocument, type DefinitionPartsFragment } from '../../gql/graphql';
import { lowerFirst } from '../../words/plain';
import { spanWords } from '../../words/performance';
import { seen, sideKind, told, type Choice } from './choice';
import { FigureFiles } from './figure-files';
import { FigureTableFold } from './figure-table-fold';
import { Funnel } from './funnel';
import { League } from './league';
import { Stages } from './stages';

interface SideProps {
  readonly definition: DefinitionPartsFragment;
  readonly definitions: readonly DefinitionPartsFragment[];
  readonly choice: Choice;
  readonly nameOf: NameOf;
}

/** Times of which the stages are parts. */
const WHOLE_TIMES = new Set(['A1', 'A10', 'A2']);

/** How councils differ over one period: a funnel for a share, intervals, and the stages of a time. */
export function SideBySide({ definition, definitions, choice, nameOf }: SideProps) {
  const kind = sideKind(choice.kind);
  const stages = definitions.filter(({ code }) => code.startsWith('STAGE.') && (WHOLE_TIMES.has(definition.code) || definition.code.startsWith('STAGE.')));
  const shown = [definition, ...stages.filter(({ code }) => code !== definition.code)];
  const asked = { codes: shown.map(({ code }) => code), agencies: null, kind, to: [previousEnd(kind, month(choice.to)), choice.to], basis: choice.basis, edition: choice.edition };
  const found = useData(PerformanceFiguresDocument, asked);
  const all = useMemo(() => found.data?.performanceFigures.figures.map(seen) ?? [], [found.data]);
  const now = useMemo(() => all.filter(({ period }) => period.to.startsWith(choice.to)), [all, choice.to]);
  const own = useMemo(() => told(now.filter(({ code }) => code === definition.code)), [now, definition.code]);
  const rows = useMemo(() => leagueOf(definition, own, nameOf), [definition, own, nameOf]);
  return (
    <Await of={found} what="the comparison">
      {() => (
        <>
          <p className="govuk-body"><strong>Side by side:</strong> {lowerFirst(PERIOD_WORDS[kind])}, {now[0] ? spanWords(now[0].period) : ''}.</p>
          <Funnel definition={definition} figures={own} nameOf={nameOf} />
          {rows && <League definition={definition} rows={rows} region={own.find(({ agency }) => agency === null)} />}
          {stages.length > 0 && <Stages stages={stages} figures={now} nameOf={nameOf} />}
          <FigureTableFold summary="Table of this comparison" caption={`${definition.label}, side by side`} definitions={shown} figures={all} kind={kind} nameOf={nameOf} />
          <FigureFiles what="this comparison" asked={asked} />
        </>
      )}
    </Await>
  );
}
