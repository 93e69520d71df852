import type { HouseholdDates, HouseholdState } from '../adopters/states';
import type { ChildDates, ChildState } from '../children/states';
import { addMonths, daysBetween } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';

/** What is the matter: a fact that is missing, facts that contradict each other, or a case that nobody has touched for long. */
export const QUALITY_KINDS = { MISSING: 'Missing', CONTRADICTS: 'Contradicts', STALE: 'Not moved for long' } as const;
export type QualityKind = keyof typeof QUALITY_KINDS;

export interface ChildRecordFacts extends ChildDates {
  readonly state: ChildState;
  readonly ethnicity: string | null;
  readonly disability: boolean | null;
}

export interface HouseholdRecordFacts extends HouseholdDates {
  readonly state: HouseholdState;
}

interface Rule<Facts> {
  readonly kind: QualityKind;
  readonly says: string;
  readonly breaks: (facts: Facts, today: IsoDate) => boolean;
}

const isAfter = (day: IsoDate | null, other: IsoDate | null): boolean => day !== null && other !== null && day > other;
const olderThan = (day: IsoDate | null, months: number, today: IsoDate): boolean => day !== null && addMonths(day, months) < today;
const has = (day: IsoDate | null): boolean => day !== null;
const anyAfter = (facts: object, today: IsoDate): boolean => Object.entries(facts).some(([field, value]) => /(On|Since)$/.test(field) && typeof value === 'string' && value > today);

const TEN_WEEKS = 70;
const isWaiting = (state: ChildState): boolean => state === 'ADM_DECIDED' || state === 'AUTHORITY_TO_PLACE' || state === 'LINKED';

/** Of children's records (domain.md 2.1 and 4.3); the numbers are those of the 903 validation. */
export const CHILD_QUALITY = {
  NO_CARE_DATE: { kind: 'MISSING', says: 'A decision, and no day on which the child entered care: no time can be reckoned.', breaks: (c) => has(c.admDecidedOn) && !has(c.enteredCareOn) },
  NO_DECISION: { kind: 'MISSING', says: 'A placement order, match, placement or adoption order without a decision (rules 551, 553).', breaks: (c) => !has(c.admDecidedOn) && [c.authorityOn, c.matchedOn, c.placedOn, c.adoptedOn].some(has) },
  NO_MATCH: { kind: 'MISSING', says: 'Placed, and no day of the match.', breaks: (c) => has(c.placedOn) && !has(c.matchedOn) },
  NO_AUTHORITY: { kind: 'MISSING', says: 'Placed, and neither a placement order nor consent.', breaks: (c) => has(c.placedOn) && !has(c.authorityOn) },
  NO_PLACEMENT: { kind: 'MISSING', says: 'Adopted, and no day of moving in: the child is left out of every average.', breaks: (c) => has(c.adoptedOn) && !has(c.placedOn) },
  NO_REASON: { kind: 'MISSING', says: 'The decision was reversed, and no reason is given (rule 119).', breaks: (c) => has(c.decisionReversedOn) && c.reversalReason === null },
  NO_ETHNICITY: { kind: 'MISSING', says: 'No ethnicity: the child counts in no share by heritage.', breaks: (c) => has(c.admDecidedOn) && c.ethnicity === null },
  NO_DISABILITY: { kind: 'MISSING', says: 'Whether the child has a disability is not recorded.', breaks: (c) => has(c.admDecidedOn) && c.disability === null },
  DECISION_BEFORE_CARE: { kind: 'CONTRADICTS', says: 'The decision lies before the child entered care (rule 1003).', breaks: (c) => isAfter(c.enteredCareOn, c.admDecidedOn) },
  DECISION_AFTER_ORDER: { kind: 'CONTRADICTS', says: 'The decision lies after the placement order (rule 554).', breaks: (c) => c.authorityType === 'PO' && isAfter(c.admDecidedOn, c.authorityOn) },
  DECISION_AFTER_MATCH: { kind: 'CONTRADICTS', says: 'The decision lies after the match (rule 333).', breaks: (c) => isAfter(c.admDecidedOn, c.matchedOn) },
  DECISION_AFTER_PLACEMENT: { kind: 'CONTRADICTS', says: 'The decision lies after the placement (rules 521, 552).', breaks: (c) => isAfter(c.admDecidedOn, c.placedOn) },
  MATCH_AFTER_PLACEMENT: { kind: 'CONTRADICTS', says: 'The match lies after the placement (rule 331).', breaks: (c) => isAfter(c.matchedOn, c.placedOn) },
  ORDER_BEFORE_PLACEMENT: { kind: 'CONTRADICTS', says: 'The adoption order lies before the placement.', breaks: (c) => isAfter(c.placedOn, c.adoptedOn) },
  TEN_WEEKS: { kind: 'CONTRADICTS', says: 'The adoption order lies within ten weeks of the placement, and no early permanence is recorded.', breaks: (c) => c.placedOn !== null && c.adoptedOn !== null && c.adoptedOn >= c.placedOn && !has(c.earlyPermanencePlacedOn) && daysBetween(c.placedOn, c.adoptedOn) < TEN_WEEKS },
  REVERSED_AND_ADOPTED: { kind: 'CONTRADICTS', says: 'Adopted, and the decision was reversed (rule 558).', breaks: (c) => has(c.adoptedOn) && has(c.decisionReversedOn) },
  FUTURE_DATE: { kind: 'CONTRADICTS', says: 'A day in the future.', breaks: anyAfter },
  STALE_DECISION: { kind: 'STALE', says: 'Decided more than 12 months ago, and no placement order or consent.', breaks: (c, today) => isWaiting(c.state) && !has(c.authorityOn) && olderThan(c.admDecidedOn, 12, today) },
  STALE_MATCH: { kind: 'STALE', says: 'Matched more than 6 months ago, and not moved in.', breaks: (c, today) => (c.state === 'MATCHED' || c.state === 'INTRODUCTIONS') && olderThan(c.matchedOn, 6, today) },
  STALE_PLACEMENT: { kind: 'STALE', says: 'Moved in more than 18 months ago, and no adoption order or disruption.', breaks: (c, today) => (c.state === 'PLACED' || c.state === 'AO_APPLIED') && olderThan(c.placedOn, 18, today) },
} as const satisfies Readonly<Record<string, Rule<ChildRecordFacts>>>;

const isInStageTwo = (state: HouseholdState): boolean => state === 'STAGE2' || state === 'AT_PANEL';
const LEFT: HouseholdState = 'LEFT';

/** Of households' records; a fast track has no stage one, and that is nothing missing (trap 9). */
export const HOUSEHOLD_QUALITY = {
  NO_STAGE_TWO: { kind: 'MISSING', says: 'Approved, and no day on which stage two began: no time can be reckoned.', breaks: (h) => has(h.approvedOn) && !has(h.stage2StartedOn) },
  NO_APPROVAL: { kind: 'MISSING', says: 'Matched or placed, and no day of the approval.', breaks: (h) => !has(h.approvedOn) && (has(h.matchedOn) || has(h.placedOn)) },
  NO_LEAVING_REASON: { kind: 'MISSING', says: 'Left, and no reason is given.', breaks: (h) => h.state === LEFT && h.leftReason === null },
  STAGES_OUT_OF_ORDER: { kind: 'CONTRADICTS', says: 'Stage two began before stage one ended, or stage one ended before it began.', breaks: (h) => isAfter(h.stage1EndedOn, h.stage2StartedOn) || isAfter(h.stage1StartedOn, h.stage1EndedOn) },
  APPROVED_BEFORE_STAGE_TWO: { kind: 'CONTRADICTS', says: 'The approval lies before stage two began.', breaks: (h) => isAfter(h.stage2StartedOn, h.approvedOn) },
  MATCHED_BEFORE_APPROVAL: { kind: 'CONTRADICTS', says: 'The match lies before the approval.', breaks: (h) => isAfter(h.approvedOn, h.matchedOn) },
  PLACED_BEFORE_MATCH: { kind: 'CONTRADICTS', says: 'The placement lies before the match.', breaks: (h) => isAfter(h.matchedOn, h.placedOn) },
  FUTURE_DATE: { kind: 'CONTRADICTS', says: 'A day in the future.', breaks: anyAfter },
  STALE_STAGE_ONE: { kind: 'STALE', says: 'In stage one for more than 6 months.', breaks: (h, today) => h.state === 'STAGE1' && olderThan(h.stage1StartedOn, 6, today) },
  STALE_STAGE_TWO: { kind: 'STALE', says: 'In stage two for more than 12 months.', breaks: (h, today) => isInStageTwo(h.state) && olderThan(h.stage2StartedOn, 12, today) },
  STALE_HOLD: { kind: 'STALE', says: 'On hold for more than 12 months.', breaks: (h, today) => h.state === 'ON_HOLD' && olderThan(h.onHoldSince, 12, today) },
} as const satisfies Readonly<Record<string, Rule<HouseholdRecordFacts>>>;

export type ChildQuality = keyof typeof CHILD_QUALITY;
export type HouseholdQuality = keyof typeof HOUSEHOLD_QUALITY;

/** The rules that a child's record breaks, in their order. */
export const childFaults = (facts: ChildRecordFacts, today: IsoDate): readonly ChildQuality[] => broken<ChildRecordFacts, ChildQuality>(CHILD_QUALITY, facts, today);
export const householdFaults = (facts: HouseholdRecordFacts, today: IsoDate): readonly HouseholdQuality[] => broken<HouseholdRecordFacts, HouseholdQuality>(HOUSEHOLD_QUALITY, facts, today);

function broken<Facts, Code extends string>(rules: Readonly<Record<Code, Rule<Facts>>>, facts: Facts, today: IsoDate): readonly Code[] {
  return (Object.keys(rules) as Code[]).filter((code) => rules[code].breaks(facts, today));
}
