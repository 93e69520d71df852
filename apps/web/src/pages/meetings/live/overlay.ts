import type { LiveChange, LiveQueue, StoppedChange } from '@hub/domain/meetings/live-queue';
import type { ItemOfPage, MeetingOfPage, PairOfPage } from '../meeting-of-page';
import { pairSubject, type LivePayload, type LivePayloadOf } from './live-payload';

export type Queue = LiveQueue<LivePayload>;
type Decision = LivePayloadOf<'PAIR'> | LivePayloadOf<'UNIT'>;

/** An outcome as this person should see it: what the hub has, or what they decided and is on its way. */
export interface ShownOutcome {
  readonly outcome: string | null;
  readonly reason: string | null;
  readonly words: string | null;
  readonly saving: boolean;
  /** Theirs that waits for an answer, for somebody was quicker or the hub refused it. */
  readonly stopped: StoppedChange<LivePayload> | null;
}

const isDecision = (payload: LivePayload): payload is Decision => payload.kind === 'PAIR' || payload.kind === 'UNIT';

function shownOutcome(queue: Queue, subject: string, there: Pick<PairOfPage, 'outcome' | 'reason' | 'words'> & { readonly version: number }): ShownOutcome {
  const waiting = queue.waiting.filter((one) => one.subject === subject).at(-1)?.payload;
  const saved = queue.saved[subject];
  const mine = waiting ?? (saved && saved.version > there.version ? saved.payload : undefined);
  const stopped = queue.stopped.find((one) => one.subject === subject) ?? null;
  if (!mine || !isDecision(mine)) return { outcome: there.outcome, reason: there.reason, words: there.words, saving: false, stopped };
  return { outcome: mine.outcome, reason: mine.kind === 'PAIR' ? mine.reason : null, words: mine.words, saving: waiting !== undefined, stopped };
}

export const pairOutcome = (queue: Queue, unit: string, pair: PairOfPage): ShownOutcome => shownOutcome(queue, pairSubject(unit, pair.householdReference), pair);

export const unitOutcome = (queue: Queue, { unitReference, outcome, words, version }: ItemOfPage): ShownOutcome =>
  shownOutcome(queue, unitReference ?? '', { outcome: outcome as PairOfPage['outcome'], reason: null, words, version: version ?? 1 });

const ofMeeting = <T extends LiveChange<LivePayload>>(changes: readonly T[], meeting: string): readonly T[] => changes.filter(({ payload }) => payload.meeting === meeting);

/** Changes of one kind that wait, in order. */
export const waitingOf = <K extends LivePayload['kind']>(queue: Queue, meeting: string, kind: K): readonly LivePayloadOf<K>[] =>
  ofMeeting(queue.waiting, meeting).flatMap(({ payload }) => (payload.kind === kind ? [payload as LivePayloadOf<K>] : []));

/** What stopped and stands beside no pair or unit. */
export const stoppedElsewhere = (queue: Queue, meeting: string): readonly StoppedChange<LivePayload>[] => ofMeeting(queue.stopped, meeting).filter(({ payload }) => !isDecision(payload));

/** The position before the meeting, with this person's own steps that wait. */
export function currentOf({ reference, current, items }: MeetingOfPage, queue: Queue): number | null {
  return waitingOf(queue, reference, 'COURSE').reduce<number | null>((at, { step }) => stepFrom(items, at, step), current);
}

/** As the hub goes: on to the next, after the last to none, from none to the first that waits. */
export function stepFrom(items: MeetingOfPage['items'], from: number | null, step: 'NEXT' | 'BACK'): number | null {
  if (step === 'BACK') return items.filter(({ position }) => from === null || position < from).at(-1)?.position ?? from;
  if (from === null) return items.find(({ status }) => status === 'WAITING')?.position ?? null;
  return items.find(({ position }) => position > from)?.position ?? null;
}
