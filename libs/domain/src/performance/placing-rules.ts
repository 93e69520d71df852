import type { IsoDate } from '../dates/iso-date';
import type { Growing } from './growing';
import type { Period } from './indicator';
import { NEVER, numberAfter, numberOf } from './journey-days';
import type { PlacingCode } from './placing-definitions';
import type { Tally } from './tally';
import { talliesOf, type Rule } from './tallying';

/** One child's moving in with adopters, and what came of it; null where the source does not tell. */
export interface Placing {
  readonly placedOn: IsoDate;
  readonly decidedOn: IsoDate | null;
  readonly disruptedOn: IsoDate | null;
  /** The adopters had fostered the child in early permanence. */
  readonly isEarlyPermanence: boolean | null;
  readonly isInterAgency: boolean | null;
  /** A brother or sister moved in too. */
  readonly isWithSiblings: boolean | null;
  /** Until when they are due by the practice that domain.md 2.2 names, and when they were done; a child whose order was not celebrated yet has none. */
  readonly afterOrderDueOn: IsoDate | null;
  readonly lifeStoryOn: IsoDate | null;
  readonly laterLifeOn: IsoDate | null;
}

interface PlacingDays extends Pick<Placing, 'isEarlyPermanence' | 'isInterAgency' | 'isWithSiblings'> {
  readonly placed: number;
  readonly disrupted: number;
  /** The last day within twelve months of the decision. */
  readonly yearOver: number | null;
  readonly due: number;
  readonly lifeStory: number;
  readonly laterLife: number;
}

const MONTHS = 12;

const placingDays = (placing: Placing): PlacingDays => ({
  isEarlyPermanence: placing.isEarlyPermanence, isInterAgency: placing.isInterAgency, isWithSiblings: placing.isWithSiblings,
  placed: numberOf(placing.placedOn), disrupted: numberOf(placing.disruptedOn), yearOver: placing.decidedOn === null ? null : numberAfter(placing.decidedOn, MONTHS),
  due: numberOf(placing.afterOrderDueOn), lifeStory: numberOf(placing.lifeStoryOn), laterLife: numberOf(placing.laterLifeOn),
});

const placed = (days: PlacingDays): number => days.placed;
const one = (_: PlacingDays, into: Growing): void => void (into.among += 1);
/** Whoever it is not known of is not among them. */
const shareOfPlaced = (is: (days: PlacingDays) => boolean | null): Rule<PlacingDays> => ({
  flow: [placed, (days, into) => {
    const answer = is(days);
    into.among += answer === null ? 0 : 1;
    into.of += answer === true ? 1 : 0;
  }],
});
const lateAt = (done: (days: PlacingDays) => number): Rule<PlacingDays> => ({ stands: (days, on, { atEnd }) => void (atEnd.among += done(days) > on ? 1 : 0) });

const RULES: Readonly<Record<PlacingCode, Rule<PlacingDays>>> = {
  PLACED: { flow: [placed, one] },
  'PLACED.12M': shareOfPlaced((days) => (days.yearOver === null ? null : days.placed <= days.yearOver)),
  'PLACED.EARLY': shareOfPlaced(({ isEarlyPermanence }) => isEarlyPermanence),
  'PLACED.INTER': shareOfPlaced(({ isInterAgency }) => isInterAgency),
  'PLACED.SIBLINGS': shareOfPlaced(({ isWithSiblings }) => isWithSiblings),
  DISRUPTED: { flow: [({ disrupted }) => disrupted, one] },
  'LATE.BOOK': lateAt(({ lifeStory }) => lifeStory),
  'LATE.LETTER': lateAt(({ laterLife }) => laterLife),
};

/** What each of some periods that ascend holds of the indicators of moving in; a run of them adds up. */
export const placingTallies = (placings: readonly Placing[], periods: readonly Period[]): readonly Readonly<Record<PlacingCode, Tally>>[] =>
  // Late from the day after the last.
  talliesOf({ rules: RULES, stands: ({ due }) => [due === NEVER ? NEVER : due + 1, NEVER] }, placings.map(placingDays), periods) as readonly Readonly<Record<PlacingCode, Tally>>[];
