import type { IsoDate } from '../dates/iso-date';
import type { ReversalReason } from './codes';
import type { ChildEvent } from './events';
import type { ChildDates } from './states';

/** What ends with a match; the dates themselves stay in the history of events. */
const NO_MATCH = { matchedOn: null, introductionsOn: null, placedOn: null, aoAppliedOn: null } as const;
const NO_AUTHORITY = { authorityOn: null, authorityType: null, authorityRevokedOn: null } as const;

/** The dates after an event that `next` has let pass. */
export function datesAfter(dates: ChildDates, event: ChildEvent, onDate: IsoDate, reason: string | null): ChildDates {
  return { ...dates, ...changes(event, onDate, reason) };
}

function changes(event: ChildEvent, onDate: IsoDate, reason: string | null): Partial<ChildDates> {
  switch (event) {
    case 'ADOPTION_CONSIDERED':
    case 'ADOPTION_NOT_PURSUED':
    case 'REVIEWED':
    case 'PO_APPLIED':
    case 'LINK_OPENED':
    case 'LINKS_CLOSED':
      return {};
    case 'ADM_DECIDED':
      // A new decision starts a new way: what served the reversed one does not serve it (903 rule 554).
      return { ...NO_MATCH, ...NO_AUTHORITY, admDecidedOn: onDate, decisionReversedOn: null, reversalReason: null, disruptedOn: null };
    case 'PLACEMENT_ORDER':
      return { ...NO_AUTHORITY, authorityOn: onDate, authorityType: 'PO' };
    case 'CONSENT_GIVEN':
      return { ...NO_AUTHORITY, authorityOn: onDate, authorityType: 'CONSENT' };
    case 'AUTHORITY_REVOKED':
      return { authorityRevokedOn: onDate };
    case 'EP_PLACED':
      return { earlyPermanencePlacedOn: onDate };
    case 'EP_ENDED':
      return { earlyPermanencePlacedOn: null };
    case 'MATCHED':
      return { matchedOn: onDate };
    case 'INTRODUCTIONS_STARTED':
      return { introductionsOn: onDate };
    case 'MATCH_FELL':
    case 'SEARCH_RESUMED':
      return NO_MATCH;
    case 'PLACED':
    case 'PLACED_BY_AGREEMENT':
      return { placedOn: onDate };
    case 'AO_APPLIED':
      return { aoAppliedOn: onDate };
    case 'ADOPTED':
      return { adoptedOn: onDate };
    case 'DISRUPTED':
      return { disruptedOn: onDate };
    case 'PLAN_CHANGED':
      return { decisionReversedOn: onDate, reversalReason: reason as ReversalReason };
    case 'LEFT_CARE':
      return { leftCareOn: onDate };
  }
}
