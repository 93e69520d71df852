import type { AskedBy, EventCode } from '../adopters/event-codes';
import type { HouseholdDates } from '../adopters/states';
import type { BankHolidays } from '../dates/bank-holidays';
import type { IsoDate } from '../dates/iso-date';
import { workingDaysBeginningWith } from '../dates/working-days';

/** A row of a household's history: codes and days, no words. */
export interface AssessmentEvent {
  readonly event: string;
  readonly onDate: IsoDate;
  readonly code: EventCode | null;
  readonly askedBy: AskedBy | null;
  readonly untilOn: IsoDate | null;
}

/** A time in which the assessment rested. `to` is the first day on which it went on; null while it rests. */
export interface AssessmentPause {
  readonly from: IsoDate;
  readonly to: IsoDate | null;
  /** Null where a file brought it. */
  readonly code: EventCode | null;
  readonly askedBy: AskedBy | null;
}

type Held = Pick<HouseholdDates, 'onHoldSince' | 'leftOn' | 'leftReason'>;

/** The pauses of an assessment, from its history in the order of its days, or from the dates where a file brought a hold (trap 29). */
export function pausesOf({ onHoldSince, leftOn, leftReason }: Held, history: readonly Pick<AssessmentEvent, 'event' | 'onDate' | 'code' | 'askedBy'>[]): readonly AssessmentPause[] {
  const pauses: AssessmentPause[] = [];
  for (const { event, onDate, code, askedBy } of history) {
    const last = pauses.at(-1);
    if (event === 'PUT_ON_HOLD') pauses.push({ from: onDate, to: null, code, askedBy });
    else if (event === 'RESUMED' && last?.to === null) pauses[pauses.length - 1] = { ...last, to: onDate };
  }
  const brought = onHoldSince ?? (leftReason === '2' ? leftOn : null);
  return brought === null || pauses.some(({ to }) => to === null) ? pauses : [...pauses, { from: brought, to: null, code: null, askedBy: null }];
}

/** Approved foster carers and second-time adopters have no stage one: it is left out, not 0 days (trap 9). */
export const isFastTrack = ({ stage1StartedOn, stage2StartedOn }: Pick<HouseholdDates, 'stage1StartedOn' | 'stage2StartedOn'>): boolean => stage2StartedOn !== null && stage1StartedOn === null;

/** The last day on which a notice that approval is not proposed can be answered: of forty working days beginning with that of the notice (AAR 30B(5)(c)); null where the bank holidays are not known. */
export const lastDayOfNotice = (noticeOn: IsoDate, holidays: BankHolidays): IsoDate | null => workingDaysBeginningWith(noticeOn, 40, holidays);

const ANSWERS: readonly string[] = ['REPRESENTATIONS_MADE', 'INDEPENDENT_REVIEW'];

/** That of the latest notice; null where it was answered, or none was sent. */
export function lastDayToAnswer(history: readonly Pick<AssessmentEvent, 'event' | 'onDate'>[], holidays: BankHolidays): IsoDate | null {
  const at = history.findLastIndex(({ event }) => event === 'QUALIFYING_DETERMINATION');
  const notice = history[at];
  if (notice === undefined || history.slice(at).some(({ event }) => ANSWERS.includes(event))) return null;
  return lastDayOfNotice(notice.onDate, holidays);
}
