import { NO_HOUSEHOLD_DATES } from '../adopters/states';
import type { HouseholdClockFacts } from '../clocks/facts';
import { householdClockFacts } from '../clocks/household-facts';
import type { IsoDate } from '../dates/iso-date';
import { invalid, type DomainError, type Issue } from '../errors';
import { BESIDE } from './board';

export const ENQUIRY_WAYS = { PHONE: 'By telephone', WEB: 'By a form or e-mail', EVENT: 'At an event', OTHER_AGENCY: 'From another agency', OTHER: 'Another way' } as const;
export type EnquiryWay = keyof typeof ENQUIRY_WAYS;

/** NEW waits for its agency; after the others nothing of who they are is kept. */
export const ENQUIRY_STATES = { NEW: 'Waiting', TAKEN_UP: 'Taken up', HANDED_ON: 'Handed on', CLOSED: 'Closed' } as const;
export type EnquiryState = keyof typeof ENQUIRY_STATES;

/** Working days in which people who enquire are answered. */
export const ANSWER_DAYS = 5;

export interface EnquiryFacts {
  readonly phone: string | null;
  readonly email: string | null;
  readonly district: string | null;
  /** Where the district is not enough, or not known. */
  readonly agency: string | null;
  readonly receivedOn: IsoDate;
}

/** Why an enquiry cannot be taken so; null where it can. */
export function enquiryRefusal({ phone, email, district, agency, receivedOn }: EnquiryFacts, today: IsoDate): DomainError | null {
  const issues: Issue[] = [];
  if (phone === null && email === null) issues.push({ path: 'phone', message: 'Give a telephone number or an e-mail address to answer to.' });
  if (district === null && agency === null) issues.push({ path: 'district', message: 'Give the postcode district, or choose the agency.' });
  if (receivedOn > today) issues.push({ path: 'receivedOn', message: 'The day lies in the future.' });
  return issues.length === 0 ? null : invalid(issues);
}

/** Why the day on which the information was sent cannot be; null where it can. */
export function informedRefusal(onDate: IsoDate, receivedOn: IsoDate, today: IsoDate): DomainError | null {
  if (onDate > today) return invalid([{ path: 'onDate', message: 'The day lies in the future.' }]);
  return onDate < receivedOn ? invalid([{ path: 'onDate', message: 'The day lies before the enquiry.' }]) : null;
}

/** Of a household that is an enquiry so far: its first clock begins here and goes on once it is taken up. */
export function enquiryClockFacts(receivedOn: IsoDate, informedOn: IsoDate | null): HouseholdClockFacts {
  const history = informedOn === null ? [] : [{ event: 'INFO_GIVEN', onDate: informedOn, code: null, askedBy: null, untilOn: null }];
  return householdClockFacts({ ...NO_HOUSEHOLD_DATES, enquiryOn: receivedOn }, history, BESIDE);
}

export interface EnquiryCount {
  readonly waiting: number;
  /** Of those that wait. */
  readonly late: number;
  readonly takenUp: number;
  readonly handedOn: number;
  readonly closed: number;
}

export function enquiryCount(enquiries: readonly { readonly state: EnquiryState; readonly isLate: boolean }[]): EnquiryCount {
  const standing = (wanted: EnquiryState): number => enquiries.filter(({ state }) => state === wanted).length;
  return { waiting: standing('NEW'), late: enquiries.filter(({ state, isLate }) => state === 'NEW' && isLate).length, takenUp: standing('TAKEN_UP'), handedOn: standing('HANDED_ON'), closed: standing('CLOSED') };
}
