import type { BankHolidays } from '../dates/bank-holidays';
import { addDays, addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { commentsUntil, decisionDueOn, noticeDueOn } from '../panels/clocks';
import type { Clock } from './clock';
import type { PanelClockFacts, PanelItemClockFacts, Told } from './facts';
import { reckon } from './reckon';
import type { ClockCode } from './rules';
import { reviewSeries } from './series';

export function panelItemClocks(facts: PanelItemClockFacts, holidays: BankHolidays, today: IsoDate): readonly Clock[] {
  const { receivedOn, decidedOn, adopters, parents } = facts;
  const told = (codes: readonly [orally: ClockCode, inWriting: ClockCode], of: Told | null): readonly Clock[] => (of === null || decidedOn === null ? [] : [
    ...reckon(codes[0], { startsOn: decidedOn, dueOn: noticeDueOn(decidedOn, 'ORALLY', holidays), doneOn: of.orallyOn }, today),
    ...reckon(codes[1], { startsOn: decidedOn, dueOn: noticeDueOn(decidedOn, 'IN_WRITING', holidays), doneOn: of.inWritingOn }, today),
  ]);
  return [
    ...timeToComment(facts, holidays, today),
    ...reckon('PANEL_DECISION', { startsOn: receivedOn, dueOn: receivedOn && decisionDueOn(receivedOn, holidays), doneOn: decidedOn }, today),
    ...told(['TELL_ADOPTERS_ORALLY', 'TELL_ADOPTERS_IN_WRITING'], adopters),
    ...told(['TELL_PARENTS_ORALLY', 'TELL_PARENTS_IN_WRITING'], parents),
  ];
}

/** The panel comes after the last day to comment. Adopters who have given their views since have had their time. */
function timeToComment({ reportGivenOn, viewsGivenOn, panelOn }: PanelItemClockFacts, holidays: BankHolidays, today: IsoDate): readonly Clock[] {
  const until = reportGivenOn && commentsUntil(reportGivenOn, holidays);
  const ends = reportGivenOn !== null && viewsGivenOn !== null && viewsGivenOn >= reportGivenOn ? { endedOn: viewsGivenOn } : { doneOn: panelOn };
  return reckon('APR_COMMENTS', { startsOn: reportGivenOn, dueOn: until && addDays(until, 1), ...ends }, today);
}

/** A meeting at least each month (domain.md 2.3). */
export function panelClocks({ metOn, closedOn }: PanelClockFacts, today: IsoDate): readonly Clock[] {
  const [first, ...later] = metOn.filter((day) => day <= today).sort();
  if (!first) return [];
  return reviewSeries(later, { startsOn: first, endedOn: closedOn, codeOf: () => 'PANEL_MEETING', dueOn: (_, before) => addMonths(before, 1) }, today);
}
