import { conflict, invalid } from '../errors';
import type { DomainError } from '../errors';
import type { IsoDate } from '../dates/iso-date';
import { ASKED_BY, EVENT_CODES, type AskedBy, type EventCode } from './event-codes';
import type { HouseholdDates, HouseholdState } from './states';
import { deriveHouseholdState } from './states';

export interface HouseholdEventFacts {
  readonly dates: HouseholdDates;
  readonly onDate: IsoDate;
  readonly reason: string | null;
  readonly today: IsoDate;
  /** Of the list that the event asks for. */
  readonly code?: EventCode | null;
  readonly askedBy?: AskedBy | null;
  /** The day to which a stage is extended. */
  readonly untilOn?: IsoDate | null;
  /** The last day on which the adopters may answer the notice that approval is not proposed; null where they did, or none was sent. */
  readonly answerableUntil?: IsoDate | null;
}

type Guard = (facts: HouseholdEventFacts) => string | null;

interface Transition {
  readonly label: string;
  readonly from: readonly HouseholdState[];
  /** BACK is where the dates alone put the household: what it was before a hold. */
  readonly to: HouseholdState | 'SAME' | 'BACK';
  readonly needsReason?: true;
  /** One code of this list is given with it. */
  readonly codes?: keyof typeof EVENT_CODES;
  /** By whom it may be asked for; it says by whom it was. */
  readonly askedBy?: readonly AskedBy[];
  /** It names the day to which a stage is extended. */
  readonly extends?: true;
  readonly guards: readonly Guard[];
}

function notBefore(field: keyof HouseholdDates, what: string): Guard {
  return ({ dates, onDate }) => {
    const earlier = dates[field];
    return earlier !== null && onDate < earlier ? `The date lies before ${what}.` : null;
  };
}

const afterEnquiry = notBefore('enquiryOn', 'the enquiry');
const afterStage1 = notBefore('stage1StartedOn', 'stage one started');
const afterStage2 = notBefore('stage2StartedOn', 'stage two started');
const afterApproval = notBefore('approvedOn', 'the approval');
const afterMatch = notBefore('matchedOn', 'the match');
const afterPlacement = notBefore('placedOn', 'the placement');

/** Forty working days, unless they answered sooner (AAR 30B(5)). */
const answerTimeIsOver: Guard = ({ onDate, answerableUntil }) =>
  (answerableUntil != null && onDate <= answerableUntil ? 'The adopters may still make representations or ask for an independent review.' : null);

const ASSESSED: readonly HouseholdState[] = ['STAGE1', 'STAGE2', 'AT_PANEL'];
const ANYBODY: readonly AskedBy[] = ['ADOPTERS', 'EXCEPTIONAL', 'AGENCY'];
const LAWFUL: readonly AskedBy[] = ['ADOPTERS', 'EXCEPTIONAL'];
const IN_STAGE_TWO: readonly HouseholdState[] = ['STAGE2', 'AT_PANEL', 'QUALIFYING_DETERMINATION'];
const BEFORE_APPROVAL: readonly HouseholdState[] = ['ENQUIRY', 'INFO_GIVEN', 'ROI_SUBMITTED', 'STAGE1', 'GAP', 'STAGE2', 'AT_PANEL', 'QUALIFYING_DETERMINATION'];

/** Every event of domain.md 2.3. Clocks warn and never refuse: they may lawfully be overrun, with reasons. */
export const HOUSEHOLD_EVENTS = {
  INFO_GIVEN: { label: 'Information given', from: ['ENQUIRY'], to: 'INFO_GIVEN', guards: [afterEnquiry] },
  ROI_SUBMITTED: { label: 'Registration of interest received', from: ['ENQUIRY', 'INFO_GIVEN'], to: 'ROI_SUBMITTED', guards: [afterEnquiry] },
  ROI_DECLINED: { label: 'Registration of interest declined', from: ['ROI_SUBMITTED'], to: 'LEFT', needsReason: true, guards: [notBefore('roiOn', 'the registration of interest')] },
  STAGE1_STARTED: { label: 'Stage one started', from: ['ROI_SUBMITTED'], to: 'STAGE1', guards: [afterEnquiry, notBefore('roiOn', 'the registration of interest')] },
  STAGE1_EXTENDED: { label: 'Stage one extended', from: ['STAGE1'], to: 'SAME', codes: 'DELAY', askedBy: ANYBODY, extends: true, guards: [afterStage1] },
  STAGE1_PASSED: { label: 'Stage one ended, may go on', from: ['STAGE1'], to: 'GAP', guards: [afterStage1] },
  STAGE1_NOT_SUITABLE: { label: 'Stage one ended, not suitable', from: ['STAGE1'], to: 'LEFT', needsReason: true, guards: [afterStage1] },
  STAGE2_STARTED: { label: 'Notice to go on received, stage two started', from: ['GAP'], to: 'STAGE2', guards: [notBefore('stage1EndedOn', 'stage one ended')] },
  // Approved foster carers and second-time adopters go straight to stage two and have no stage one date (trap 9).
  FAST_TRACKED: { label: 'Fast track to stage two', from: ['ENQUIRY', 'INFO_GIVEN', 'ROI_SUBMITTED'], to: 'STAGE2', guards: [afterEnquiry, notBefore('roiOn', 'the registration of interest')] },
  // The agency decides within four months, unless the adopters ask for longer or circumstances are exceptional (AAR 30B(2)).
  STAGE2_EXTENDED: { label: 'Stage two extended', from: IN_STAGE_TWO, to: 'SAME', codes: 'DELAY', askedBy: LAWFUL, extends: true, guards: [afterStage2] },
  REPORT_GIVEN: { label: 'Report given to the adopters to comment on', from: ['STAGE2'], to: 'SAME', guards: [afterStage2] },
  LAPSED: { label: 'No notice to go on, lapsed', from: ['GAP'], to: 'LEFT', guards: [notBefore('stage1EndedOn', 'stage one ended')] },
  AT_PANEL: { label: 'At the panel', from: ['STAGE2'], to: 'AT_PANEL', guards: [afterStage2] },
  BRIEF_REPORT: { label: 'At the panel with a brief report', from: ['STAGE2'], to: 'AT_PANEL', needsReason: true, guards: [afterStage2] },
  APPROVED: { label: 'Approved', from: ['AT_PANEL', 'QUALIFYING_DETERMINATION'], to: 'APPROVED', guards: [afterStage2] },
  QUALIFYING_DETERMINATION: { label: 'Notice that approval is not proposed', from: ['AT_PANEL'], to: 'QUALIFYING_DETERMINATION', needsReason: true, guards: [afterStage2] },
  REPRESENTATIONS_MADE: { label: 'Representations received', from: ['QUALIFYING_DETERMINATION'], to: 'SAME', guards: [afterStage2] },
  INDEPENDENT_REVIEW: { label: 'Independent review asked for', from: ['QUALIFYING_DETERMINATION'], to: 'SAME', guards: [afterStage2] },
  REVIEW_HEARD: { label: 'Representations or review heard, back to the decision maker', from: ['QUALIFYING_DETERMINATION'], to: 'SAME', codes: 'RECOMMENDATION', guards: [afterStage2] },
  REFUSED: { label: 'Not approved', from: ['QUALIFYING_DETERMINATION'], to: 'LEFT', needsReason: true, guards: [afterStage2, answerTimeIsOver] },
  APPROVAL_REVIEWED: { label: 'Approval reviewed', from: ['APPROVED', 'LINKED'], to: 'SAME', codes: 'REVIEW', guards: [afterApproval] },
  OFFERS_CONFIRMED: { label: 'Offers confirmed with the adopters', from: [...IN_STAGE_TWO, 'APPROVED', 'LINKED'], to: 'SAME', guards: [afterStage2] },
  MATCHING_PLAN: { label: 'Matching plan agreed', from: ['APPROVED', 'LINKED'], to: 'SAME', guards: [afterApproval] },
  RESIGNED: { label: 'Resigned', from: ['APPROVED', 'LINKED'], to: 'LEFT', guards: [afterApproval] },
  APPROVAL_TERMINATED: { label: 'Approval ended', from: ['APPROVED', 'LINKED'], to: 'LEFT', needsReason: true, guards: [afterApproval] },
  LINK_OPENED: { label: 'Link opened', from: ['APPROVED'], to: 'LINKED', guards: [afterApproval] },
  LINKS_CLOSED: { label: 'Last link closed', from: ['LINKED'], to: 'APPROVED', guards: [afterApproval] },
  MATCHED: { label: 'Matched', from: ['APPROVED', 'LINKED'], to: 'MATCHED', guards: [afterApproval] },
  MATCH_FELL: { label: 'Match fell before placement', from: ['MATCHED'], to: 'APPROVED', needsReason: true, guards: [afterMatch] },
  PLACED: { label: 'Child or children placed', from: ['MATCHED'], to: 'PLACED', guards: [afterApproval, afterMatch] },
  DISRUPTED: { label: 'Placement disrupted', from: ['PLACED'], to: 'APPROVED', needsReason: true, guards: [afterPlacement] },
  AO_GRANTED: { label: 'Adoption order made', from: ['PLACED'], to: 'AO_GRANTED', guards: [afterPlacement] },
  PUT_ON_HOLD: { label: 'Put on hold', from: [...ASSESSED, 'GAP', 'APPROVED', 'LINKED'], to: 'ON_HOLD', codes: 'DELAY', askedBy: ANYBODY, guards: [afterEnquiry] },
  RESUMED: { label: 'Taken up again', from: ['ON_HOLD'], to: 'BACK', guards: [notBefore('onHoldSince', 'the hold'), notBefore('leftOn', 'the hold')] },
  WITHDRAWN: { label: 'Withdrew', from: [...BEFORE_APPROVAL, 'ON_HOLD'], to: 'LEFT', guards: [afterEnquiry] },
} as const satisfies Record<string, Transition>;

export type HouseholdEvent = keyof typeof HOUSEHOLD_EVENTS;

export const HOUSEHOLD_EVENT_NAMES = Object.keys(HOUSEHOLD_EVENTS) as readonly HouseholdEvent[];

export function isHouseholdEvent(name: string): name is HouseholdEvent {
  return Object.hasOwn(HOUSEHOLD_EVENTS, name);
}

/** The state after an event, or why it cannot happen. */
export function nextHousehold(state: HouseholdState, event: HouseholdEvent, facts: HouseholdEventFacts): HouseholdState | DomainError {
  const transition: Transition = HOUSEHOLD_EVENTS[event];
  if (!transition.from.includes(state)) return conflict('GUARD_FAILED', `"${transition.label}" cannot be recorded for a household that stands at ${state}.`);
  if (facts.onDate > facts.today) return invalid([{ path: 'onDate', message: 'The date lies in the future.' }]);
  const missing = missingAnswer(transition, facts);
  if (missing !== null) return missing;
  for (const guard of transition.guards) {
    const refusal = guard(facts);
    if (refusal !== null) return conflict('GUARD_FAILED', refusal);
  }
  if (transition.to === 'SAME') return state;
  return transition.to === 'BACK' ? deriveHouseholdState(offHold(facts.dates)) : transition.to;
}

function missingAnswer({ needsReason, codes, askedBy, extends: extending }: Transition, { reason, code, askedBy: asked, untilOn, onDate }: HouseholdEventFacts): DomainError | null {
  if ((needsReason || code === 'OTHER') && (reason ?? '').trim() === '') return invalid([{ path: 'reason', message: 'A reason is needed.' }]);
  if (codes !== undefined && !Object.hasOwn(EVENT_CODES[codes], code ?? '')) return invalid([{ path: 'code', message: 'Choose one of the reasons or outcomes listed.' }]);
  if (askedBy !== undefined && (asked == null || !askedBy.includes(asked))) {
    return invalid([{ path: 'askedBy', message: `Say at whose wish: ${askedBy.map((one) => ASKED_BY[one]).join('; ')}.` }]);
  }
  if (extending && (untilOn == null || untilOn <= onDate)) return invalid([{ path: 'untilOn', message: 'Give the day to which the stage is extended.' }]);
  return null;
}

/** The dates without the hold, whichever way it was recorded. */
function offHold(dates: HouseholdDates): HouseholdDates {
  return { ...dates, onHoldSince: null, ...(dates.leftReason === '2' ? { leftOn: null, leftReason: null } : {}) };
}

/** The dates after an event that `nextHousehold` has let pass. */
export function householdDatesAfter(dates: HouseholdDates, event: HouseholdEvent, onDate: IsoDate): HouseholdDates {
  switch (event) {
    case 'ROI_SUBMITTED': return { ...dates, roiOn: onDate };
    case 'STAGE1_STARTED': return { ...dates, stage1StartedOn: onDate };
    case 'STAGE1_PASSED': return { ...dates, stage1EndedOn: onDate };
    case 'STAGE2_STARTED':
    case 'FAST_TRACKED': return { ...dates, stage2StartedOn: onDate };
    case 'APPROVED': return { ...dates, approvedOn: onDate, stage2EndedOn: dates.stage2EndedOn ?? onDate };
    case 'MATCHED': return { ...dates, matchedOn: onDate };
    case 'PLACED': return { ...dates, placedOn: onDate };
    case 'AO_GRANTED': return { ...dates, aoOn: onDate };
    case 'MATCH_FELL':
    case 'DISRUPTED': return { ...dates, matchedOn: null, placedOn: null };
    case 'PUT_ON_HOLD': return { ...dates, onHoldSince: onDate };
    case 'RESUMED': return offHold(dates);
    case 'STAGE1_NOT_SUITABLE': return { ...dates, stage1EndedOn: onDate, onHoldSince: null, leftOn: onDate, leftReason: '3' };
    case 'ROI_DECLINED':
    case 'REFUSED':
    case 'APPROVAL_TERMINATED': return { ...dates, onHoldSince: null, leftOn: onDate, leftReason: '3' };
    case 'WITHDRAWN':
    case 'LAPSED':
    case 'RESIGNED': return { ...dates, onHoldSince: null, leftOn: onDate, leftReason: '1' };
    case 'INFO_GIVEN':
    case 'AT_PANEL':
    case 'BRIEF_REPORT':
    case 'QUALIFYING_DETERMINATION':
    case 'STAGE1_EXTENDED':
    case 'STAGE2_EXTENDED':
    case 'REPORT_GIVEN':
    case 'MATCHING_PLAN':
    case 'REPRESENTATIONS_MADE':
    case 'INDEPENDENT_REVIEW':
    case 'REVIEW_HEARD':
    case 'OFFERS_CONFIRMED':
    case 'APPROVAL_REVIEWED':
    case 'LINK_OPENED':
    case 'LINKS_CLOSED': return dates;
  }
}
