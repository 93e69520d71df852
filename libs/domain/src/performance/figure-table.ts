import { REGION_NAME, SIGNAL_WORDS, verdictWords, type NameOf } from './chart-words';
import { intervalOf, previousEnd } from './comparison';
import { controlChart, isIndependent, type ControlChart } from './control-charts';
import { month, type PeriodKind } from './periods';
import { HIDDEN, shownBeside, shownValue, type Described, type SeenFigure, type Shown } from './shown-numbers';
import { roundHalfUp } from './statistics';

/** What stands under a chart, and in its files: the same cells everywhere. */
export interface FigureTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Shown[])[];
}

const FIGURE_HEADINGS = [
  'Indicator', 'What', 'Council', 'From', 'To', 'Value', 'Unit', 'Numerator', 'Denominator', 'Number', 'Median', 'Lower quartile', 'Upper quartile', 'Median with those waiting', 'Interval from', 'Interval to', 'Version',
] as const;
const CONTROL_HEADINGS = ['Mean of the chart', 'Lower limit', 'Upper limit', 'Signals', 'What the chart says'] as const;

/** Figures by indicator, council and period. One indicator by months or quarters that follow one another has what its control charts show beside them. */
export function figureTable(definitions: readonly Described[], figures: readonly SeenFigure[], kind: PeriodKind, nameOf: (code: string) => string): FigureTable {
  const name: NameOf = (agency) => (agency === null ? REGION_NAME : nameOf(agency));
  const [only] = definitions;
  const charts = only !== undefined && definitions.length === 1 && isSeries(kind, figures) ? chartsOf(only, figures) : null;
  const rows = definitions.flatMap((definition) => figures.filter(({ code }) => code === definition.code).map((figure) => [
    ...figureCells(definition, figure, name), ...(charts === null ? [] : controlCells(definition, charts.get(figure.agency), figure)),
  ]));
  return { headings: [...FIGURE_HEADINGS, ...(charts === null ? [] : CONTROL_HEADINGS)], rows };
}

function isSeries(kind: PeriodKind, figures: readonly SeenFigure[]): boolean {
  const ends = [...new Set(figures.map(({ period }) => period.to.slice(0, 7)))];
  return isIndependent(kind) && ends.every((to, at) => at === 0 || previousEnd(kind, month(to)) === ends[at - 1]);
}

function chartsOf(definition: Described, figures: readonly SeenFigure[]): ReadonlyMap<string | null, ControlChart> {
  return new Map([...new Set(figures.map(({ agency }) => agency))].map((agency) => [agency, controlChart(definition, agency, figures.filter((figure) => figure.agency === agency))]));
}

function figureCells({ label, unit, version }: Described, figure: SeenFigure, name: NameOf): Shown[] {
  const interval = intervalOf(unit, figure);
  const beside = (field: Parameters<typeof shownBeside>[1]): Shown => shownBeside(figure, field);
  return [
    figure.code, label, name(figure.agency), figure.period.from, figure.period.to, shownValue(figure), unit, beside('numerator'), beside('denominator'), beside('n'),
    beside('median'), beside('lowerQuartile'), beside('upperQuartile'), beside('medianWithWaiting'),
    figure.isHidden ? HIDDEN : interval && roundHalfUp(interval.low), figure.isHidden ? HIDDEN : interval && roundHalfUp(interval.high), version,
  ];
}

function controlCells(definition: Described, chart: ControlChart | undefined, { period }: SeenFigure): Shown[] {
  const { limits = null, points = [], verdict = 'NOTHING', lastShown = null } = chart ?? {};
  const signals = points.find(({ to }) => to === period.to)?.signals ?? [];
  return [
    limits && roundHalfUp(limits.mean), limits && roundHalfUp(limits.lower), limits && roundHalfUp(limits.upper), signals.map((signal) => SIGNAL_WORDS[signal]).join('; '), verdictWords(definition, { verdict, lastShown }),
  ];
}
