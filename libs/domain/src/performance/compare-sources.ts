import { definitionOf, DEFINITIONS } from './definitions';
import type { Figure, Period } from './indicator';
import { monthLater, periodEnding, type Month } from './periods';
import type { SourceKind } from './source';
import { figureOf, followedBy, type Tally } from './tally';

export type MonthTallies = ReadonlyMap<Month, Readonly<Record<string, Tally>>>;

export interface SourceFigure extends Pick<Figure, 'value' | 'numerator' | 'denominator' | 'n'> {
  readonly source: SourceKind;
}

/** One indicator in the same months from each source that tells of all of them. */
export interface ComparedSources {
  readonly code: string;
  readonly period: Period;
  readonly figures: readonly SourceFigure[];
  /** Whether the sources tell different figures. */
  readonly differs: boolean;
}

const YEAR = 12;

/** The year of whole months that ends with the last month of which every source tells, or nothing where fewer than two tell of the same twelve months. */
export function compareSources(sources: ReadonlyMap<SourceKind, MonthTallies>): readonly ComparedSources[] {
  const to = lastCommon([...sources.values()]);
  if (to === null || sources.size < 2) return [];
  const months = Array.from({ length: YEAR }, (_, at) => monthLater(to, at - YEAR + 1));
  const period = periodEnding('ROLLING_12', to);
  return DEFINITIONS.flatMap(({ code }) => {
    const figures = [...sources].flatMap(([source, tallies]): SourceFigure[] => {
      const told = months.flatMap((month) => tallies.get(month)?.[code] ?? []);
      if (told.length < YEAR) return [];
      const { value, numerator, denominator, n } = figureOf(definitionOf(code)?.unit ?? 'children', followedBy(...told));
      return [{ source, value, numerator, denominator, n }];
    });
    return figures.length < 2 ? [] : [{ code, period, figures, differs: new Set(figures.map(({ value, n }) => `${value} ${n}`)).size > 1 }];
  });
}

function lastCommon(all: readonly MonthTallies[]): Month | null {
  const [first, ...others] = all;
  const common = [...(first?.keys() ?? [])].filter((month) => others.every((tallies) => tallies.has(month) && tallies.has(monthLater(month, 1 - YEAR))));
  return common.sort().at(-1) ?? null;
}
