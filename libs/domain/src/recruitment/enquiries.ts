import { invalid, type DomainError, type Issue } from '../errors';
import type { IsoDate } from '../dates/iso-date';

export const ENQUIRY_WAYS = { PHONE: 'By telephone', WEB: 'By a form or e-mail', EVENT: 'At an event', OTHER_AGENCY: 'From another agency', OTHER: 'Another way' } as const;
export type EnquiryWay = keyof typeof ENQUIRY_WAYS;

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
