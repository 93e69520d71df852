import { intervalOf, movement, type Interval } from './comparison';
import type { Definition } from './indicator';
import type { SeenFigure } from './shown-numbers';

/** A council against the region: clearly on one side of it, no clear difference, or not to be told. */
export type Difference = 'BETTER' | 'WORSE' | 'HIGHER' | 'LOWER' | 'NO_CLEAR_DIFFERENCE' | 'NOT_KNOWN';

export interface LeagueRow {
  readonly agency: string;
  readonly name: string;
  readonly figure: SeenFigure;
  readonly interval: Interval | null;
  readonly difference: Difference;
}

/**
 * Councils side by side, by name and without ranks, which chance would shuffle: each with its interval, and different from the region where the region's figure
 * lies outside of that. `null` of counts, which differ as councils do in size.
 */
export function leagueOf(definition: Pick<Definition, 'unit' | 'polarity'>, figures: readonly SeenFigure[], nameOf: (code: string) => string): readonly LeagueRow[] | null {
  if (definition.unit !== 'days' && definition.unit !== 'percent') return null;
  const region = figures.find(({ agency }) => agency === null)?.value ?? null;
  return figures
    .flatMap((figure) => (figure.agency === null ? [] : [{ agency: figure.agency, name: nameOf(figure.agency), figure }]))
    .map((row) => {
      const interval = intervalOf(definition.unit, row.figure);
      return { ...row, interval, difference: differenceOf(definition.polarity, interval, region) };
    })
    .sort((a, b) => a.name.localeCompare(b.name, 'en'));
}

function differenceOf(polarity: Definition['polarity'], interval: Interval | null, region: number | null): Difference {
  if (interval === null || region === null) return 'NOT_KNOWN';
  if (region >= interval.low && region <= interval.high) return 'NO_CLEAR_DIFFERENCE';
  return movement(polarity, interval.low > region);
}
