import type { BankHolidays } from '../dates/bank-holidays';
import { addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { addWorkingDays } from '../dates/working-days';
import { decisionDueOn, noticeDueOn } from '../panels/clocks';
import type { Clock } from './clock';
import type { PanelClockFacts, PanelItemClockFacts, Told } from './facts';
import { reckon } from './reckon';
import type { ClockCode } from './rules';
import { reviewSeries } from './series';

/** Working days (domain.md 2.4, AAR 31). */
const APR_COMMENTS = 10;

export function panelItemClocks({ reportGivenOn, panelOn, receivedOn, decidedOn, adopters, parents }: PanelItemClockFacts, holidays: BankHolidays, today: IsoDate): readonly Clock[] {
  const told = (codes: readonly [orally: ClockCode, inWriting: ClockCode], of: Told | null): readonly Clock[] => (of === null || decidedOn === null ? [] : [
    ...reckon(codes[0], { startsOn: decidedOn, dueOn: noticeDueOn(decidedOn, 'ORALLY', holidays), doneOn: of.orallyOn }, today),
    ...reckon(codes[1], { startsOn: decidedOn, dueOn: noticeDueOn(decidedOn, 'IN_WRITING', holidays), doneOn: of.inWritingOn }, today),
  ]);
  return [
    ...reckon('APR_COMMENTS', { startsOn: reportGivenOn, dueOn: reportGivenOn && addWorkingDays(reportGivenOn, APR_COMMENTS, holidays), doneOn: panelOn }, today),
    ...reckon('PANEL_DECISION', { startsOn: receivedOn, dueOn: receivedOn && decisionDueOn(receivedOn, holidays), doneOn: decidedOn }, today),
    ...told(['TELL_ADOPTERS_ORALLY', 'TELL_ADOPTERS_IN_WRITING'], adopters),
    ...told(['TELL_PARENTS_ORALLY', 'TELL_PARENTS_IN_WRITING'], parents),
  ];
}

/** A meeting at least each month (domain.md 2.3). */
export function panelClocks({ metOn, closedOn }: PanelClockFacts, today: IsoDate): readonly Clock[] {
  const [first, ...later] = metOn.filter((day) => day <= today).sort();
  if (!first) return [];
  return reviewSeries(later, { startsOn: first, endedOn: closedOn, codeOf: () => 'PANEL_MEETING', dueOn: (_, before) => addMonths(before, 1) }, today);
}
