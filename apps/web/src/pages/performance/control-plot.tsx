import { axisX, axisY, dot, gridY, lineY, rect, ruleY, text, type Markish, type PlotOptions } from '@observablehq/plot';
import { monthWords } from '@hub/domain/dates/words';
import { SIGNAL_WORDS, verdictWords } from '@hub/domain/performance/chart-words';
import type { ControlChart } from '@hub/domain/performance/control-charts';
import { shownValue, withUnit, type Described } from '@hub/domain/performance/shown-numbers';
import { roundHalfUp } from '@hub/domain/performance/statistics';
import { useCallback } from 'react';
import { apart } from './labels';
import { COLOURS, PlotFigure } from './plot-figure';

export interface Line {
  readonly label: string;
  readonly value: number;
}

/** The label of the line at the region's mean. */
export const REGION_LINE = 'region';

interface ControlPlotProps {
  readonly definition: Described;
  readonly chart: ControlChart;
  readonly name: string;
  readonly scale: readonly [number, number];
  /** The region's mean, and targets. */
  readonly lines: readonly Line[];
}

const HEIGHT = 190;
const MARGIN = { top: 12, right: 104, bottom: 28, left: 40 };

/** One council's XmR chart, or its run chart where points are few. */
export function ControlPlot({ definition, chart, name, scale, lines }: ControlPlotProps) {
  const draw = useCallback((): PlotOptions => ({
    height: HEIGHT, marginTop: MARGIN.top, marginRight: MARGIN.right, marginBottom: MARGIN.bottom, marginLeft: MARGIN.left,
    x: { domain: [0, Math.max(1, chart.points.length - 1)], axis: null }, y: { domain: scale, axis: null },
    marks: [...frame(chart), ...lines.map(({ label, value }) => ruleY([value], { stroke: COLOURS.plum, strokeDasharray: label === REGION_LINE ? '2,3' : '7,4', strokeWidth: 1.5 })), ...series(chart), labels(chart, scale, lines)],
  }), [chart, scale, lines]);
  return <PlotFigure title={`${name}: ${verdictWords(definition, chart)}`} description={describe(definition, chart)} draw={draw} />;
}

function frame({ points, limits, median }: ControlChart): Markish[] {
  const last = points.length - 1;
  const ends = [0, last].filter((at) => points[at] !== undefined);
  return [
    gridY({ ticks: 4, stroke: '#d8dcde' }), axisY({ ticks: 4, tickSize: 0, label: null, fill: COLOURS.quiet }),
    axisX(ends, { tickSize: 4, label: null, fill: COLOURS.quiet, tickFormat: (at: number) => monthWords(points[at]?.to ?? ''), textAnchor: 'middle' }),
    ...(limits === null ? [ruleY(median === null ? [] : [median], { x1: 0, x2: last, stroke: COLOURS.quiet })] : [
      rect([limits], { x1: 0, x2: last, y1: 'lower', y2: 'upper', fill: COLOURS.pale }),
      ruleY([limits.mean], { x1: 0, x2: last, stroke: COLOURS.quiet }),
    ]),
  ];
}

function series({ points }: ControlChart): Markish[] {
  const placed = points.map((point, at) => ({ ...point, at }));
  const calm = placed.filter(({ value, signals }) => value !== null && signals.length === 0);
  const marked = placed.filter(({ signals }) => signals.length > 0);
  return [
    lineY(placed, { x: 'at', y: 'value', stroke: COLOURS.blue, strokeWidth: 2 }),
    dot(calm, { x: 'at', y: 'value', r: 3, fill: COLOURS.blue }),
    dot(marked, { x: 'at', y: 'value', r: 5, symbol: 'diamond', fill: COLOURS.orange, stroke: COLOURS.blue }),
    text(placed.filter(({ isHidden }) => isHidden), { x: 'at', text: () => 'c', frameAnchor: 'bottom', dy: -2, fill: COLOURS.quiet, fontSize: 11 }),
  ];
}

/** Beside the right end, in the order of their heights and apart from one another. */
function labels({ points }: ControlChart, [least, most]: readonly [number, number], lines: readonly Line[]): Markish {
  const newest = points.findLast(({ value }) => value !== null);
  const inner = HEIGHT - MARGIN.top - MARGIN.bottom;
  const heightOf = (value: number): number => MARGIN.top + inner * (1 - (value - least) / (most - least));
  const wanted = [
    ...(newest?.value == null ? [] : [{ words: String(roundHalfUp(newest.value)), value: newest.value, isMain: true }]),
    ...lines.map(({ label, value }) => ({ words: `${label} ${roundHalfUp(value)}`, value, isMain: false })),
  ].map((label) => ({ ...label, height: heightOf(label.value) }));
  const placed = apart(wanted, 15);
  return placed.map(({ words, isMain, height, value }) => text([words], {
    frameAnchor: 'right', textAnchor: 'start', dx: 6, y: () => value, dy: height - heightOf(value), fill: isMain ? COLOURS.blue : COLOURS.quiet, fontWeight: isMain ? 'bold' : 'normal', fontSize: isMain ? 15 : 12,
  }));
}

function describe(definition: Described, { points, limits, median }: ControlChart): string {
  const values = points.map(({ to, signals, ...point }) => {
    const words = withUnit(definition.unit, shownValue({ code: definition.code, ...point }));
    return `${monthWords(to)}: ${words}${signals.length > 0 ? ` (${signals.map((signal) => SIGNAL_WORDS[signal]).join('; ')})` : ''}`;
  });
  const about = limits === null ? `No limits; median ${median === null ? 'not known' : roundHalfUp(median)}.` : `Mean ${roundHalfUp(limits.mean)}, limits ${roundHalfUp(limits.lower)} to ${roundHalfUp(limits.upper)}.`;
  return `${about} ${values.join('; ')}.`;
}
