import type { BankHolidays } from '../dates/bank-holidays';
import type { IsoDate } from '../dates/iso-date';
import { addWorkingDays, workingDaysBefore } from '../dates/working-days';
import type { Manner } from './items';

/** Local practice: reports reach the adviser so that members have them five working days before (NMS 17; general knowledge, to be verified). */
const PAPERS_DAYS = 10;
/** domain.md 2.4, AAR 31. */
const COMMENT_DAYS = 10;
/** domain.md 2.2: the decision within seven working days of receiving recommendation and final minutes. */
const DECISION_DAYS = 7;
/** domain.md 2.2: told orally within two working days, in writing within five. */
const NOTICE_DAYS: Readonly<Record<Manner, number>> = { ORALLY: 2, IN_WRITING: 5 };

/** The last day on which adopters comment on the placement report that they were given (domain.md 2.4). Null where the bank holidays are not known so far. */
export const commentsUntil = (givenOn: IsoDate, holidays: BankHolidays): IsoDate | null => addWorkingDays(givenOn, COMMENT_DAYS, holidays);

/** The day by which a panel's papers are in, ten working days before it. Null where the bank holidays are not known so far. */
export const papersDueOn = (meetsOn: IsoDate, holidays: BankHolidays): IsoDate | null => workingDaysBefore(meetsOn, PAPERS_DAYS, holidays);

/** Null where the bank holidays are not known so far. */
export const decisionDueOn = (minutesFinalOn: IsoDate, holidays: BankHolidays): IsoDate | null => addWorkingDays(minutesFinalOn, DECISION_DAYS, holidays);

/** Null where the bank holidays are not known so far. */
export const noticeDueOn = (decidedOn: IsoDate, manner: Manner, holidays: BankHolidays): IsoDate | null => addWorkingDays(decidedOn, NOTICE_DAYS[manner], holidays);
