import type { IsoDate } from '../dates/iso-date';
import type { Clock } from './clock';
import { reckon } from './reckon';
import type { ClockCode } from './rules';

export interface Series {
  readonly startsOn: IsoDate;
  readonly endedOn: IsoDate | null;
  readonly codeOf: (nth: number) => ClockCode;
  /** The nth's day, from the one before or the start. */
  readonly dueOn: (nth: number, before: IsoDate) => IsoDate | null;
}

/** What recurs, each reckoned from the one before it: those that were held, in order, and the next. */
export function reviewSeries(held: readonly IsoDate[], { startsOn, endedOn, codeOf, dueOn }: Series, today: IsoDate): readonly Clock[] {
  const starts = [startsOn, ...held];
  return starts.flatMap((before, at) => reckon(codeOf(at + 1), { nth: at + 1, startsOn: before, dueOn: dueOn(at + 1, before), doneOn: held[at] ?? null, endedOn }, today));
}
