import { barX, ruleX, text, type PlotOptions } from '@observablehq/plot';
import { stageMessage, type NameOf } from '@hub/domain/performance/chart-words';
import { shownValue, valueWords, type SeenFigure } from '@hub/domain/performance/shown-numbers';
import { useCallback, useMemo } from 'react';
import { EnglandStagesDocument, type DefinitionPartsFragment } from '../../gql/graphql';
import { useData } from '../../app/data';
import { told } from './choice';
import { englandWords } from './measures';
import { nameWidth } from './labels';
import { COLOURS, PlotFigure } from './plot-figure';

interface StagesProps {
  readonly stages: readonly DefinitionPartsFragment[];
  readonly figures: readonly SeenFigure[];
  readonly nameOf: NameOf;
}

interface Bar {
  readonly name: string;
  readonly isRegion: boolean;
  readonly value: number | null;
  readonly words: string;
}

/** The region, and so many councils by name; the table has them all. */
const MOST = 25;

/** How long each stage takes, council by council on one scale. Stages are rounded and counted one by one: nothing adds them up. */
export function Stages({ stages, figures, nameOf }: StagesProps) {
  const england = useData(EnglandStagesDocument, {}).data?.performanceBenchmarks.england ?? [];
  const region = stages.flatMap(({ code, label }) => figures.filter((figure) => figure.code === code && figure.agency === null).map((figure) => ({ label, figure })));
  const most = useMemo(() => Math.max(1, ...figures.filter(({ code }) => stages.some((stage) => stage.code === code)).map(({ value }) => value ?? 0)), [figures, stages]);
  return (
    <section aria-label="Stages">
      <h2 className="govuk-heading-m">{stageMessage(region, 'The region')}</h2>
      <ul className="hub-stages">
        {stages.map((stage) => <Stage key={stage.code} stage={stage} figures={figures} nameOf={nameOf} most={most} england={englandWords(england, stage.code)} />)}
      </ul>
    </section>
  );
}

function Stage({ stage, figures, nameOf, most, england }: Omit<StagesProps, 'stages'> & { stage: DefinitionPartsFragment; most: number; england: string | null }) {
  const bars = useMemo(() => told(figures.filter(({ code }) => code === stage.code))
    .map((figure): Bar => ({ name: figure.agency === null ? 'Region' : nameOf(figure.agency), isRegion: figure.agency === null, value: figure.value, words: String(shownValue(figure)) }))
    .sort((a, b) => Number(b.isRegion) - Number(a.isRegion) || a.name.localeCompare(b.name, 'en')).slice(0, MOST), [figures, stage.code, nameOf]);
  const draw = useCallback((): PlotOptions => drawn(bars, most), [bars, most]);
  const description = figures.filter(({ code }) => code === stage.code).map((figure) => `${nameOf(figure.agency)}: ${valueWords(stage, figure)}`).join('; ');
  return (
    <li>
      <h3 className="govuk-heading-s">{stage.label}, mean days</h3>
      {england && <p className="govuk-body-s">{england}</p>}
      <PlotFigure title={`${stage.label}, mean days`} description={`${description}.`} draw={draw} />
    </li>
  );
}

const ROW = 26;

function drawn(bars: readonly Bar[], most: number): PlotOptions {
  return {
    height: 8 + bars.length * ROW, marginLeft: nameWidth(bars.map(({ name }) => name)), marginRight: 74, marginTop: 4, marginBottom: 4,
    x: { domain: [0, most], axis: null }, y: { domain: bars.map(({ name }) => name), axis: null, padding: 0.25 },
    marks: [
      barX(bars, { y: 'name', x: (bar: Bar) => bar.value ?? 0, fill: (bar: Bar) => (bar.isRegion ? COLOURS.plum : COLOURS.blue) }),
      ruleX([0], { stroke: COLOURS.quiet }),
      text(bars, { y: 'name', text: 'name', frameAnchor: 'left', textAnchor: 'end', dx: -8, fill: '#0b0c0c', fontWeight: (bar: Bar) => (bar.isRegion ? 'bold' : 'normal') } as object),
      text(bars, { y: 'name', x: (bar: Bar) => bar.value ?? 0, text: 'words', textAnchor: 'start', dx: 6, fill: '#0b0c0c' }),
    ],
  };
}
