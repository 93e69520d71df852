import type { BankHolidays } from '../dates/bank-holidays';
import { addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { addWorkingDays } from '../dates/working-days';
import type { Clock } from './clock';
import type { PanelClockFacts, PanelItemClockFacts } from './facts';
import { reckon } from './reckon';
import { reviewSeries } from './series';

/** Working days (domain.md 2.2). */
const APR_COMMENTS = 10;
const DECISION = 7;
const ORALLY = 2;
const IN_WRITING = 5;

export function panelItemClocks({ reportGivenOn, panelOn, receivedOn, decidedOn, adopters, parents }: PanelItemClockFacts, holidays: BankHolidays, today: IsoDate): readonly Clock[] {
  const within = (from: IsoDate | null, days: number) => ({ startsOn: from, dueOn: from && addWorkingDays(from, days, holidays) });
  return [
    ...reckon('APR_COMMENTS', { ...within(reportGivenOn, APR_COMMENTS), doneOn: panelOn }, today),
    ...reckon('PANEL_DECISION', { ...within(receivedOn, DECISION), doneOn: decidedOn }, today),
    ...(adopters === null ? [] : reckon('TELL_ADOPTERS_ORALLY', { ...within(decidedOn, ORALLY), doneOn: adopters.orallyOn }, today)),
    ...(adopters === null ? [] : reckon('TELL_ADOPTERS_IN_WRITING', { ...within(decidedOn, IN_WRITING), doneOn: adopters.inWritingOn }, today)),
    ...(parents === null ? [] : reckon('TELL_PARENTS_ORALLY', { ...within(decidedOn, ORALLY), doneOn: parents.orallyOn }, today)),
    ...(parents === null ? [] : reckon('TELL_PARENTS_IN_WRITING', { ...within(decidedOn, IN_WRITING), doneOn: parents.inWritingOn }, today)),
  ];
}

/** A meeting at least each month (domain.md 2.3). */
export function panelClocks({ metOn, closedOn }: PanelClockFacts, today: IsoDate): readonly Clock[] {
  const [first, ...later] = metOn.filter((day) => day <= today).sort();
  if (!first) return [];
  return reviewSeries(later, { startsOn: first, endedOn: closedOn, codeOf: () => 'PANEL_MEETING', dueOn: (_, before) => addMonths(before, 1) }, today);
}
