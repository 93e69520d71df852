import type { Role } from '@hub/domain/access/actor';
import { CLOCK_RULES } from '@hub/domain/clocks/rules';
import { daysBetween } from '@hub/domain/dates/day-count';
import { rows, type Tx } from '@hub/database/tx';
import type { Addressee } from '../audit/notices.queries';
import type { DueReminder } from '../work/reminders.queries';
import type { ClockItem, ClockSubject } from './clock-items';

const WEEK = 7;
/** A clock that lasts no longer is told of on its day alone: weekly visits would otherwise fill the inbox. */
const SHORT_DAYS = 14;
/** For so many days after the day: a hub that was switched off catches up, and one that is new does not tell of years. */
const CATCH_UP_DAYS = 7;

const ROLE_OF: Readonly<Record<ClockSubject, Role>> = { UNIT: 'FAMILY_FINDER', HOUSEHOLD: 'ADOPTERS_WORKER', ENQUIRY: 'ADOPTERS_WORKER', PANEL: 'PANEL_ADVISER', PANEL_ITEM: 'PANEL_ADVISER', PLACEMENT: 'CHILDS_WORKER' };

/** Under `notices.remind`: a week before a clock is due, on the day, and once it is overdue; what the law sets then to the managers too. */
export async function clockReminders(tx: Tx, items: readonly ClockItem[]): Promise<DueReminder[]> {
  const active = new Set((await rows<{ id: string }>(tx, `select id from hub.app_user where status = 'ACTIVE'`)).map(({ id }) => id));
  return items.flatMap((item) => remindersOf(item, toldOf(item, active)));
}

/** The case's worker while they are here; of a decision who decides. */
function toldOf({ clock, subjectType, agencyId, workerId }: ClockItem, active: ReadonlySet<string>): Addressee {
  if (clock.code === 'PANEL_DECISION') return { agencyId, role: 'DECISION_MAKER' };
  return subjectType === 'PANEL_ITEM' || workerId === null || !active.has(workerId) ? { agencyId, role: ROLE_OF[subjectType] } : { agencyId, userId: workerId };
}

function remindersOf({ clock, subjectType, subject, agencyId }: ClockItem, to: Addressee): DueReminder[] {
  const { code, state, startsOn, dueOn, daysLeft, daysOver } = clock;
  if (dueOn === null) return [];
  const about = { type: subjectType, reference: subject } as const;
  const isShort = daysBetween(startsOn, dueOn) <= SHORT_DAYS;
  if (state === 'RUNNING' && daysLeft === 0) return [{ kind: 'CLOCK_DUE', subject: about, to: [to], due: { on: dueOn, days: 0 } }];
  // That no panel is planned for weeks the calendar tells; one that is planned needs no reminder.
  const isAhead = !isShort && subjectType !== 'PANEL';
  if (state === 'RUNNING' && daysLeft !== null && daysLeft <= WEEK && isAhead) return [{ kind: 'CLOCK_DUE', subject: about, to: [to], due: { on: dueOn, days: WEEK } }];
  if (state !== 'OVERDUE' || daysOver === null || daysOver > CATCH_UP_DAYS) return [];
  const managers: Addressee[] = CLOCK_RULES[code].basis === 'LAW' ? [{ agencyId, role: 'APPROVING_MANAGER' }] : [];
  return [{ kind: 'CLOCK_OVERDUE', subject: about, to: [to, ...managers], due: { on: dueOn, days: 0 } }];
}
