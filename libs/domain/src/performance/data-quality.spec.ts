import { NO_DATES } from '../children/states';
import { isoDate, type IsoDate } from '../dates/iso-date';
import { childFaults, householdFaults, type ChildRecordFacts, type HouseholdRecordFacts } from './data-quality';

const TODAY = isoDate('2026-11-22');
const day = (text: string): IsoDate => isoDate(text);
const CHILD: ChildRecordFacts = {
  ...NO_DATES, state: 'PLACED', ethnicity: 'WBRI', disability: false, enteredCareOn: day('2024-01-10'), admDecidedOn: day('2024-06-01'), authorityOn: day('2024-07-15'), authorityType: 'PO',
  matchedOn: day('2025-08-20'), placedOn: day('2025-09-30'),
};
const FAMILY: HouseholdRecordFacts = {
  state: 'APPROVED', enquiryOn: day('2025-01-01'), roiOn: day('2025-02-01'), stage1StartedOn: day('2025-02-10'), stage1EndedOn: day('2025-04-10'), stage2StartedOn: day('2025-05-01'), stage2EndedOn: null,
  applicationOn: null, approvedOn: day('2025-09-01'), matchedOn: null, placedOn: null, aoOn: null, leftOn: null, leftReason: null, onHoldSince: null,
};

test.each<[string, Partial<ChildRecordFacts>, readonly string[]]>([
  ['nothing', {}, []],
  ['no day of care', { enteredCareOn: null }, ['NO_CARE_DATE']],
  ['no decision', { admDecidedOn: null }, ['NO_DECISION']],
  ['placed without a match', { matchedOn: null }, ['NO_MATCH']],
  ['placed without authority', { authorityOn: null, authorityType: null }, ['NO_AUTHORITY']],
  ['adopted without a placement', { state: 'ADOPTED', placedOn: null, adoptedOn: day('2026-03-01') }, ['NO_PLACEMENT']],
  ['reversed without a reason', { state: 'PLAN_CHANGED', placedOn: null, matchedOn: null, decisionReversedOn: day('2025-01-01') }, ['NO_REASON']],
  ['reversed with one', { state: 'PLAN_CHANGED', placedOn: null, matchedOn: null, decisionReversedOn: day('2025-01-01'), reversalReason: 'RD1' }, []],
  ['no ethnicity and no word on disability', { ethnicity: null, disability: null }, ['NO_ETHNICITY', 'NO_DISABILITY']],
  ['a decision before care', { enteredCareOn: day('2024-06-02') }, ['DECISION_BEFORE_CARE']],
  ['a decision after the order', { admDecidedOn: day('2024-07-16') }, ['DECISION_AFTER_ORDER']],
  ['a decision after consent, which is no fault', { admDecidedOn: day('2024-07-16'), authorityType: 'CONSENT' }, []],
  ['a match before the order, which is normal (trap 2)', { authorityOn: day('2025-09-01') }, []],
  ['a decision after match and placement', { admDecidedOn: day('2025-10-01'), authorityOn: day('2025-10-02') }, ['DECISION_AFTER_MATCH', 'DECISION_AFTER_PLACEMENT']],
  ['a match after the placement', { matchedOn: day('2025-10-01') }, ['MATCH_AFTER_PLACEMENT']],
  ['an order before the placement', { state: 'ADOPTED', adoptedOn: day('2025-09-29') }, ['ORDER_BEFORE_PLACEMENT']],
  ['an order after 69 days', { state: 'ADOPTED', adoptedOn: day('2025-12-08') }, ['TEN_WEEKS']],
  ['an order after 70 days', { state: 'ADOPTED', adoptedOn: day('2025-12-09') }, []],
  ['an order after a few days of early permanence', { state: 'ADOPTED', adoptedOn: day('2025-10-08'), earlyPermanencePlacedOn: day('2024-02-01') }, []],
  ['adopted and reversed', { state: 'ADOPTED', adoptedOn: day('2026-03-01'), decisionReversedOn: day('2026-01-01'), reversalReason: 'RD4' }, ['REVERSED_AND_ADOPTED']],
  ['a day to come', { aoAppliedOn: day('2026-11-23') }, ['FUTURE_DATE']],
  ['no authority for over a year', { state: 'ADM_DECIDED', authorityOn: null, authorityType: null, matchedOn: null, placedOn: null, admDecidedOn: day('2025-11-21') }, ['STALE_DECISION']],
  ['no authority for a year to the day', { state: 'ADM_DECIDED', authorityOn: null, authorityType: null, matchedOn: null, placedOn: null, admDecidedOn: day('2025-11-22') }, []],
  ['matched for over six months', { state: 'MATCHED', placedOn: null, matchedOn: day('2026-05-21') }, ['STALE_MATCH']],
  ['matched for six months', { state: 'MATCHED', placedOn: null, matchedOn: day('2026-05-22') }, []],
  ['placed for over 18 months', { matchedOn: day('2025-05-01'), placedOn: day('2025-05-21') }, ['STALE_PLACEMENT']],
  ['placed for 18 months', { matchedOn: day('2025-05-01'), placedOn: day('2025-05-22') }, []],
])('a child with %s', (_, change, faults) => expect(childFaults({ ...CHILD, ...change }, TODAY)).toEqual(faults));

test.each<[string, Partial<HouseholdRecordFacts>, readonly string[]]>([
  ['nothing', {}, []],
  ['a fast track, which has no stage one', { stage1StartedOn: null, stage1EndedOn: null }, []],
  ['no stage two', { stage2StartedOn: null }, ['NO_STAGE_TWO']],
  ['a match and no approval', { approvedOn: null, matchedOn: day('2025-12-01') }, ['NO_APPROVAL']],
  ['left without a reason', { state: 'LEFT', leftOn: day('2026-01-01') }, ['NO_LEAVING_REASON']],
  ['stage two before the end of stage one', { stage1EndedOn: day('2025-05-02') }, ['STAGES_OUT_OF_ORDER']],
  ['stage one that ended before it began', { stage1StartedOn: day('2025-04-11') }, ['STAGES_OUT_OF_ORDER']],
  ['an approval before stage two', { approvedOn: day('2025-04-30') }, ['APPROVED_BEFORE_STAGE_TWO']],
  ['a match before the approval', { matchedOn: day('2025-08-31') }, ['MATCHED_BEFORE_APPROVAL']],
  ['a placement before the match', { matchedOn: day('2025-12-01'), placedOn: day('2025-11-30') }, ['PLACED_BEFORE_MATCH']],
  ['a day to come', { approvedOn: day('2026-11-23') }, ['FUTURE_DATE']],
  ['stage one for over six months', { state: 'STAGE1', stage1StartedOn: day('2026-05-21'), stage1EndedOn: null, stage2StartedOn: null, approvedOn: null }, ['STALE_STAGE_ONE']],
  ['stage two for over a year', { state: 'AT_PANEL', stage2StartedOn: day('2025-11-21'), approvedOn: null }, ['STALE_STAGE_TWO']],
  ['a hold of over a year', { state: 'ON_HOLD', onHoldSince: day('2025-11-21') }, ['STALE_HOLD']],
])('a household with %s', (_, change, faults) => expect(householdFaults({ ...FAMILY, ...change }, TODAY)).toEqual(faults));
