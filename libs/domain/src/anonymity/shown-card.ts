import type { NeedLevel, UnitCard } from '../children/unit-card';
import type { Level } from '../matching/pool';
import { shownAt } from './ladder';
import type { NeedRange } from './need-ranges';
import { highestShown } from './need-ranges';
import type { ShownAgeBand, ShownTraits } from './shown';
import type { Traits } from './traits';

/** S0 as other agencies see it: the card, as general as the guard asks. */
export interface ShownCard extends Omit<UnitCard, 'youngestBand' | 'oldestBand' | 'sex' | 'needs'> {
  readonly youngestBand: ShownAgeBand;
  readonly oldestBand: ShownAgeBand;
  readonly sex: ShownTraits['sex'];
  /** The group has `groupSize` members or more. */
  readonly groupOpen: boolean;
  readonly needs: readonly NeedLevel[];
}

export function toShownCard(card: UnitCard, traits: Traits, level: number, ranges: readonly NeedRange[]): ShownCard {
  const { youngest, oldest, sex, size, sizeOpen, region } = shownAt(traits, level);
  return {
    ...card, youngestBand: youngest, oldestBand: oldest, sex, groupSize: size, groupOpen: sizeOpen, regionBand: region,
    needs: ranges.map(({ key, level: from, upTo }) => ({ key, level: from, upTo: upTo === from ? null : upTo })), highestNeed: highestShown(ranges),
  };
}

/** The ranges of a card that is shown already. */
export function rangesOf(needs: Readonly<Record<string, Level | null>>, upTo: Readonly<Record<string, Level | null>>): NeedRange[] {
  return Object.entries(needs).map(([key, level]) => ({ key, level, upTo: upTo[key] ?? level }));
}
