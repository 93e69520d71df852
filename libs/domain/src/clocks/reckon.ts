import { addDays, daysBetween } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import type { Pause } from '../drift/clocks';
import type { Clock, Undated } from './clock';
import type { Waits } from './facts';
import { CLOCK_RULES, type ClockCode } from './rules';

/** One rule of one case before a day is looked at. */
export interface Running {
  readonly startsOn: IsoDate | null;
  readonly dueOn: IsoDate | null;
  readonly undated?: Undated;
  readonly nth?: number;
  readonly doneOn?: IsoDate | null;
  /** From then on nobody has to do it any more. */
  readonly endedOn?: IsoDate | null;
  readonly pauses?: readonly Pause[];
  readonly waits?: Waits | null;
  readonly extendedBecause?: string | null;
}

type Standing = Pick<Clock, 'state' | 'pausedBecause' | 'doneOn' | 'daysLeft' | 'daysOver'>;

const PLAIN: Standing = { state: 'RUNNING', pausedBecause: null, doneOn: null, daysLeft: null, daysOver: null };

/** The clock as it stands on a day; none where it has not begun, or ended before it was done. */
export function reckon(code: ClockCode, rule: Running, today: IsoDate): readonly Clock[] {
  const { startsOn, nth = null, extendedBecause = null } = rule;
  if (startsOn === null || startsOn > today) return [];
  const doneOn = rule.doneOn != null && rule.doneOn <= today ? rule.doneOn : null;
  if (doneOn === null && rule.endedOn != null && rule.endedOn <= today) return [];
  const { dueOn, rests } = shifted({ ...rule, startsOn, doneOn }, today);
  const undated = dueOn === null ? (rule.undated ?? 'CALENDAR_ENDS') : null;
  const standing = CLOCK_RULES[code].sense === 'BY' ? byTheDay(dueOn, doneOn, rule.waits ?? rests, today) : fromTheDay(code, dueOn, doneOn, today);
  return [{ code, nth, startsOn, dueOn, undated, extendedBecause, ...standing }];
}

function byTheDay(dueOn: IsoDate | null, doneOn: IsoDate | null, waits: Waits | null, today: IsoDate): Standing {
  if (doneOn !== null) return dueOn === null || doneOn <= dueOn ? { ...PLAIN, state: 'DONE', doneOn } : { ...PLAIN, state: 'DONE_LATE', doneOn, daysOver: daysBetween(dueOn, doneOn) };
  if (waits !== null) return { ...PLAIN, state: 'PAUSED', pausedBecause: waits.because, daysLeft: dueOn === null ? null : Math.max(0, daysBetween(waits.since, dueOn)) };
  if (dueOn === null) return PLAIN;
  return today > dueOn ? { ...PLAIN, state: 'OVERDUE', daysOver: daysBetween(dueOn, today) } : { ...PLAIN, daysLeft: daysBetween(today, dueOn) };
}

/** Of what has to wait for a day, or goes on until one: done once the day is there. */
function fromTheDay(code: ClockCode, dueOn: IsoDate | null, doneOn: IsoDate | null, today: IsoDate): Standing {
  const { sense } = CLOCK_RULES[code];
  if (doneOn !== null && sense === 'NOT_BEFORE') return { ...PLAIN, state: dueOn !== null && doneOn < dueOn ? 'TOO_EARLY' : 'DONE', doneOn };
  if (doneOn !== null) return { ...PLAIN, state: 'DONE', doneOn };
  if (dueOn === null) return PLAIN;
  const isThere = sense === 'LASTS' ? today > dueOn : today >= dueOn;
  return isThere ? { ...PLAIN, state: 'DONE', doneOn: dueOn } : { ...PLAIN, daysLeft: daysBetween(today, dueOn) };
}

/** The day later by every day that rested before it; what rested after it was late already. Pauses may overlap. */
function shifted({ dueOn: plain, startsOn, pauses = [], doneOn }: Running & { readonly startsOn: IsoDate }, today: IsoDate): { dueOn: IsoDate | null; rests: Waits | null } {
  const until = doneOn ?? today;
  let [dueOn, covered] = [plain, startsOn];
  for (const { from, to, cause } of [...pauses].sort((a, b) => (a.from < b.from ? -1 : 1))) {
    const begins = from > covered ? from : covered;
    if (begins > until || (dueOn !== null && begins > dueOn)) break;
    const goesOn = to === null || to > until;
    // While it rests, the day stands as it stood when it stopped.
    if (goesOn && doneOn == null) return { dueOn, rests: { since: begins, because: cause ?? '' } };
    const ends = goesOn ? until : to;
    if (ends <= begins) continue;
    if (dueOn !== null) dueOn = addDays(dueOn, daysBetween(begins, ends));
    covered = ends;
  }
  return { dueOn, rests: null };
}
