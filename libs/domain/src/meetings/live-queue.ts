/** What somebody recorded at a meeting and the hub has not confirmed yet. */
export interface LiveChange<Payload> {
  /** The idempotency key, made when the button was pressed and the same at each try. */
  readonly key: string;
  /** Of what the version is; null where what is recorded has no versions. */
  readonly subject: string | null;
  /** Which version of the subject the person decided upon. */
  readonly version: number | null;
  readonly payload: Payload;
}

/** What the hub answered; AWAY: nothing that could be relied on, so it is asked again. */
export type LiveAnswer = { readonly kind: 'SAVED' } | { readonly kind: 'AWAY' } | { readonly kind: 'CONFLICT' } | { readonly kind: 'REFUSED'; readonly why: string };

/** A change that waits for the person: somebody was quicker, or the hub refused it. */
export interface StoppedChange<Payload> extends LiveChange<Payload> {
  /** Null: somebody else changed the same meanwhile. */
  readonly why: string | null;
}

export interface LiveQueue<Payload> {
  /** In the order in which they were recorded; the first one is on its way. */
  readonly waiting: readonly LiveChange<Payload>[];
  readonly stopped: readonly StoppedChange<Payload>[];
  /** What was last saved of each subject: the page may be older than that. */
  readonly saved: Readonly<Record<string, { readonly version: number; readonly payload: Payload }>>;
  /** Tries in a row that did not reach the hub. */
  readonly failures: number;
}

export const emptyQueue: LiveQueue<never> = { waiting: [], stopped: [], saved: {}, failures: 0 };

/** At the end of the queue. What is decided twice stands on the first decision, though nobody has confirmed that yet. */
export function record<Payload>(queue: LiveQueue<Payload>, change: LiveChange<Payload>): LiveQueue<Payload> {
  const { subject, version } = change;
  if (subject === null || version === null) return { ...queue, waiting: [...queue.waiting, change] };
  const before = queue.waiting.filter((one) => one.subject === subject).at(-1)?.version;
  const known = Math.max(version, queue.saved[subject]?.version ?? 0, before === undefined || before === null ? 0 : before + 1);
  // One decision of a pair waits for the person at most: a later one takes its place.
  return { ...queue, waiting: [...queue.waiting, { ...change, version: known }], stopped: queue.stopped.filter((one) => one.subject !== subject) };
}

/** After an answer to the first of the queue. */
export function answered<Payload>(queue: LiveQueue<Payload>, answer: LiveAnswer): LiveQueue<Payload> {
  const [first, ...rest] = queue.waiting;
  if (!first) return queue;
  if (answer.kind === 'AWAY') return { ...queue, failures: queue.failures + 1 };
  const on: LiveQueue<Payload> = { ...queue, waiting: rest, failures: 0 };
  if (answer.kind === 'SAVED') return saved(on, first);
  return answer.kind === 'CONFLICT' ? conflicted(on, first) : refused(on, first, answer.why);
}

function saved<Payload>(queue: LiveQueue<Payload>, { subject, version, payload }: LiveChange<Payload>): LiveQueue<Payload> {
  return subject === null || version === null ? queue : { ...queue, saved: { ...queue.saved, [subject]: { version: version + 1, payload } } };
}

/** What the person decided of the same since is their version now, and would meet the same conflict. */
function conflicted<Payload>(queue: LiveQueue<Payload>, first: LiveChange<Payload>): LiveQueue<Payload> {
  const later = queue.waiting.filter(({ subject }) => subject !== null && subject === first.subject);
  return { ...queue, waiting: queue.waiting.filter((one) => !later.includes(one)), stopped: [...queue.stopped, { ...(later.at(-1) ?? first), version: first.version, why: null }] };
}

/** Nothing was saved, so that later decisions of the same stand on one version less. */
function refused<Payload>(queue: LiveQueue<Payload>, first: LiveChange<Payload>, why: string): LiveQueue<Payload> {
  const waiting = queue.waiting.map((one) => (one.subject !== null && one.subject === first.subject && one.version !== null ? { ...one, version: one.version - 1 } : one));
  return { ...queue, waiting, stopped: [...queue.stopped, { ...first, why }] };
}

/** The person keeps to it: a stopped change goes to the end of the queue, as a new request that stands on `version`. */
export function putAgain<Payload>(queue: LiveQueue<Payload>, key: string, { newKey, version }: { readonly newKey: string; readonly version: number | null }): LiveQueue<Payload> {
  const found = queue.stopped.find((one) => one.key === key);
  if (!found) return queue;
  const { subject, payload } = found;
  return record(letGo(queue, key), { key: newKey, subject, version, payload });
}

/** The person takes back a stopped change. */
export const letGo = <Payload>(queue: LiveQueue<Payload>, key: string): LiveQueue<Payload> => ({ ...queue, stopped: queue.stopped.filter((one) => one.key !== key) });

const SOONEST_MS = 500;
const LATEST_MS = 4_000;

/** Milliseconds until the next try. Example: half a second after the first failure, four seconds after the fourth. */
export const retryAfter = (failures: number): number => (failures === 0 ? 0 : Math.min(SOONEST_MS * 2 ** (failures - 1), LATEST_MS));
