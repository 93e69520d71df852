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

/**
 * Each file beside the hub's records, over the year of whole months that ends with the last month of which both tell; files whose years are the same stand together. Without
 * the hub's records the files stand beside each other. Nothing where two never tell of the same twelve months.
 */
export function compareSources(sources: ReadonlyMap<SourceKind, MonthTallies>): readonly ComparedSources[] {
  const [first, ...others] = [...sources];
  if (first === undefined) return [];
  const ends = new Set(others.flatMap(([, tallies]) => lastCommon(first[1], tallies) ?? []));
  return [...ends].sort().reverse().flatMap((to) => comparedTo(to, new Map([first, ...others.filter(([, tallies]) => lastCommon(first[1], tallies) === to)])));
}

function comparedTo(to: Month, sources: ReadonlyMap<SourceKind, MonthTallies>): readonly ComparedSources[] {
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

/** The last month with which twelve end that both tell of. */
function lastCommon(one: MonthTallies, other: MonthTallies): Month | null {
  const tells = (to: Month): boolean => Array.from({ length: YEAR }, (_, at) => monthLater(to, -at)).every((month) => one.has(month) && other.has(month));
  return [...one.keys()].filter(tells).sort().at(-1) ?? null;
}
