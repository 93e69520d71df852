import type { Growing } from './growing';
import type { HouseholdCode } from './household-definitions';
import { householdDays, type HouseholdDays, type HouseholdJourney } from './household-days';
import type { Period } from './indicator';
import { NEVER } from './journey-days';
import type { Tally } from './tally';
import { talliesOf, type Rule, type RuleSet } from './tallying';

type HouseholdRule = Rule<HouseholdDays>;

const one = (_: HouseholdDays, into: Growing): void => void (into.among += 1);
const standsWhere = (is: (days: HouseholdDays, on: number) => boolean): HouseholdRule => ({ stands: (days, on, { atEnd }) => void (atEnd.among += is(days, on) ? 1 : 0) });
const within = (limit: number, on: number, into: Growing): void => {
  into.among += 1;
  into.of += on <= limit ? 1 : 0;
};

/** The end of stage one, of those who had one (domain.md trap 9). */
const stage1Ended = ({ stage1, stage1Ended: ended }: HouseholdDays): number => (stage1 === NEVER ? NEVER : ended);
const stage2Ended = ({ stage2, approved }: HouseholdDays): number => (stage2 === NEVER ? NEVER : approved);
const wholeEnded = ({ stage1, approved }: HouseholdDays): number => (stage1 === NEVER ? NEVER : approved);
/** Who was matched before they were approved, as records that contradict themselves have it, was not matched as an approved household. */
const matchedFirst = ({ approved, firstMatch }: HouseholdDays): number => (approved <= firstMatch ? firstMatch : NEVER);
const isMatched = ({ matches }: HouseholdDays, on: number): boolean => matches.some(([from, until]) => from <= on && on < until);
const isApproved = ({ approved }: HouseholdDays, on: number): boolean => approved <= on;

const RULES: Readonly<Record<HouseholdCode, HouseholdRule>> = {
  A11: standsWhere((days, on) => isApproved(days, on) && !isMatched(days, on)),
  A12: { flow: [matchedFirst, ({ firstMatch, matchLate }, into) => { into.among += 1; into.of += firstMatch >= matchLate ? 1 : 0; }] },
  A13: standsWhere((days, on) => !isApproved(days, on) && (days.stage1 <= on || days.stage2 <= on)),
  'ADOPTERS.ENQUIRIES': { flow: [({ enquiry }) => enquiry, one] },
  'ADOPTERS.S1_STARTS': { flow: [({ stage1 }) => stage1, one] },
  'ADOPTERS.S2_STARTS': { flow: [({ stage2 }) => stage2, one] },
  'ADOPTERS.APPROVALS': { flow: [({ approved }) => approved, one] },
  'ADOPTERS.MATCHED': { flow: [matchedFirst, one] },
  'ADOPTERS.LEFT': { flow: [(days) => (days.approved < days.left && days.firstMatch === NEVER ? days.left : NEVER), one] },
  'ADOPTERS.S1_DAYS': { flow: [stage1Ended, ({ stage1, stage1Ended: ended }, into) => void into.days.push(ended - stage1)] },
  'ADOPTERS.S1_2M': { flow: [stage1Ended, (days, into) => within(days.stage1Limits[0] ?? NEVER, days.stage1Ended, into)] },
  'ADOPTERS.S1_3M': { flow: [stage1Ended, (days, into) => within(days.stage1Limits[1] ?? NEVER, days.stage1Ended, into)] },
  'ADOPTERS.S2_DAYS': { flow: [stage2Ended, ({ stage2, approved }, into) => void into.days.push(approved - stage2)] },
  'ADOPTERS.S2_4M': { flow: [stage2Ended, (days, into) => within(days.stage2Limits[0] ?? NEVER, days.approved, into)] },
  'ADOPTERS.S2_5M': { flow: [stage2Ended, (days, into) => within(days.stage2Limits[1] ?? NEVER, days.approved, into)] },
  'ADOPTERS.S2_6M': { flow: [stage2Ended, (days, into) => within(days.stage2Limits[2] ?? NEVER, days.approved, into)] },
  'ADOPTERS.S2_LAWFUL': { flow: [stage2Ended, (days, into) => within(days.stage2LawfulLimit, days.approved, into)] },
  'ADOPTERS.WHOLE_DAYS': { flow: [wholeEnded, ({ stage1, approved, gap }, into) => void into.days.push(approved - stage1 - gap)] },
  'ADOPTERS.WHOLE_6M': { flow: [wholeEnded, (days, into) => within(days.wholeLimits[0] ?? NEVER, days.approved, into)] },
  'ADOPTERS.WHOLE_8M': { flow: [wholeEnded, (days, into) => within(days.wholeLimits[1] ?? NEVER, days.approved, into)] },
  'ADOPTERS.MATCH_DAYS': {
    flow: [matchedFirst, ({ approved, firstMatch }, into) => void into.days.push(firstMatch - approved)],
    stands: ({ approved, firstMatch }, on, { atEnd }) => void (approved <= on && firstMatch > on && atEnd.waits.push(on - approved)),
  },
  'ADOPTERS.MATCH_3M': { flow: [matchedFirst, ({ firstMatch, matchLate }, into) => { into.among += 1; into.of += firstMatch < matchLate ? 1 : 0; }] },
  'PIPELINE.ENQUIRY': standsWhere(({ stage1, stage2, approved }, on) => stage1 > on && stage2 > on && approved > on),
  'PIPELINE.S1': standsWhere(({ stage1, stage1Ended: ended, stage2, approved }, on) => stage1 <= on && ended > on && stage2 > on && approved > on),
  'PIPELINE.GAP': standsWhere(({ stage1, stage1Ended: ended, stage2, approved }, on) => stage1 <= on && ended <= on && stage2 > on && approved > on),
  'PIPELINE.S2': standsWhere(({ stage2, approved }, on) => stage2 <= on && approved > on),
};

const SET: RuleSet<HouseholdDays> = {
  rules: RULES,
  // From the first that is known of them until they leave.
  stands: ({ enquiry, stage1, stage2, approved, left }) => [Math.min(enquiry, stage1, stage2, approved), left],
};

export type HouseholdTallies = Readonly<Record<HouseholdCode, Tally>>;

/** What each of some periods that ascend holds of each adopters' indicator; a run of them adds up, as children's do. Counts are of households. */
export const householdTallies = (households: readonly HouseholdJourney[], periods: readonly Period[]): readonly HouseholdTallies[] =>
  talliesOf(SET, households.map(householdDays), periods) as readonly HouseholdTallies[];
