import { clocksOf } from '@hub/domain/clocks/clocks-of';
import { ENGLAND_AND_WALES } from '@hub/domain/dates/bank-holidays';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { addWorkingDays } from '@hub/domain/dates/working-days';
import { ANSWER_DAYS, enquiryClockFacts } from '@hub/domain/recruitment/enquiries';

export interface EnquiryTimes {
  /** By then they are to be answered; null beyond the days for which bank holidays are known. */
  readonly dueOn: IsoDate | null;
  readonly isLate: boolean;
  /** By then the information pack is to be sent; null beyond the days for which bank holidays are known. */
  readonly informationDueOn: IsoDate | null;
  readonly isInformationLate: boolean;
}

export function timed({ receivedOn, informedOn }: { readonly receivedOn: IsoDate; readonly informedOn: IsoDate | null }, today: IsoDate): EnquiryTimes {
  const dueOn = addWorkingDays(receivedOn, ANSWER_DAYS, ENGLAND_AND_WALES);
  const information = clocksOf(enquiryClockFacts(receivedOn, informedOn), ENGLAND_AND_WALES, today).find(({ code }) => code === 'INFORMATION');
  return { dueOn, isLate: dueOn !== null && today > dueOn, informationDueOn: information?.dueOn ?? null, isInformationLate: information?.state === 'OVERDUE' };
}
