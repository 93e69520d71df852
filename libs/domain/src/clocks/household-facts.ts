import type { AskedBy, EventCode } from '../adopters/event-codes';
import type { HouseholdDates } from '../adopters/states';
import type { IsoDate } from '../dates/iso-date';
import type { Step } from './child-facts';
import { pausesOf } from '../recruitment/assessment';
import type { HouseholdClockFacts } from './facts';

/** A row of a household's history; the codes are of lists, and null where an import brought the row. */
export interface HouseholdStep extends Step {
  readonly code: EventCode | null;
  readonly askedBy: AskedBy | null;
  readonly untilOn: IsoDate | null;
}

/** What stands beside a household's own dates. */
export interface HouseholdSurroundings {
  /** The first day of the offer to the region; null while it is not shown. */
  readonly offeredOn: IsoDate | null;
  readonly widensOn: IsoDate | null;
  readonly mayBeShown: boolean;
  readonly linkedSince: IsoDate | null;
  readonly provisionalPanelOn: IsoDate | null;
}

const THEIRS: readonly (AskedBy | null)[] = ['ADOPTERS', 'EXCEPTIONAL'];

/** The facts of one household. `history` in the order of its days. */
export function householdClockFacts(dates: HouseholdDates, history: readonly HouseholdStep[], { offeredOn, widensOn, mayBeShown, linkedSince, provisionalPanelOn }: HouseholdSurroundings): HouseholdClockFacts {
  const { enquiryOn, roiOn, stage1StartedOn, stage1EndedOn, stage2StartedOn, approvedOn, matchedOn, placedOn } = dates;
  const last = (...events: readonly string[]): IsoDate | null => history.filter(({ event }) => events.includes(event)).at(-1)?.onDate ?? null;
  const waits = linkedSince !== null ? { since: linkedSince, because: 'LINK_OPEN' } : !mayBeShown && approvedOn !== null ? { since: approvedOn, because: 'NO_CONSENT' } : null;
  return {
    kind: 'HOUSEHOLD', enquiryOn, informedOn: last('INFO_GIVEN'), roiOn, stage1StartedOn, stage1EndedOn, stage2StartedOn, provisionalPanelOn, parGivenOn: last('REPORT_GIVEN'), panelOn: last('AT_PANEL', 'BRIEF_REPORT'),
    determinationOn: last('QUALIFYING_DETERMINATION'), reviewAskedOn: last('REPRESENTATIONS_MADE', 'INDEPENDENT_REVIEW'), approvedOn, matchingPlanOn: last('MATCHING_PLAN'), offersConfirmedOn: last('OFFERS_CONFIRMED'),
    widenedOn: offeredOn !== null && widensOn !== null && widensOn > offeredOn ? widensOn : offeredOn, widenWaits: waits, matchedOn, placedOn,
    // Annex A calls a hold leaving: the clocks rest, and do not end (trap 29).
    leftOn: dates.leftReason === '2' ? null : dates.leftOn,
    reviews: history.filter(({ event }) => event === 'APPROVAL_REVIEWED').map(({ onDate }) => onDate), 
    pauses: pausesOf(dates, history).map(({ code, askedBy, ...pause }) => ({ ...pause, cause: code ?? 'ON_HOLD', isTheirs: THEIRS.includes(askedBy) })),
    extensions: history.flatMap(({ event, onDate, code, untilOn }) => {
      const stage = event === 'STAGE1_EXTENDED' ? 'ONE' : event === 'STAGE2_EXTENDED' ? 'TWO' : null;
      return stage === null || untilOn === null ? [] : [{ stage, decidedOn: onDate, until: untilOn, because: code ?? '' }];
    }),
  };
}
