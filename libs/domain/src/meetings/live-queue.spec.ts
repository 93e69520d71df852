import fc from 'fast-check';
import { answered, emptyQueue, letGo, putAgain, record, retryAfter, type LiveAnswer, type LiveChange, type LiveQueue } from './live-queue';

type Queue = LiveQueue<string>;

const change = (key: string, subject: string | null = null, version: number | null = null, payload = key): LiveChange<string> => ({ key, subject, version, payload });
const all = (...changes: LiveChange<string>[]): Queue => changes.reduce<Queue>(record, emptyQueue);
const keys = ({ waiting }: Queue): string[] => waiting.map(({ key }) => key);

describe('the queue of a live meeting', () => {
  it('sends in the order of recording, one after the other', () => {
    const queue = all(change('a'), change('b'), change('c'));
    expect(keys(queue)).toEqual(['a', 'b', 'c']);
    expect(keys(answered(queue, { kind: 'SAVED' }))).toEqual(['b', 'c']);
  });

  it('tries the same change again under the same key while the hub is away, ever later', () => {
    const away = answered(answered(all(change('a'), change('b')), { kind: 'AWAY' }), { kind: 'AWAY' });
    expect(keys(away)).toEqual(['a', 'b']);
    expect(away.failures).toBe(2);
    expect(answered(away, { kind: 'SAVED' }).failures).toBe(0);
    expect([0, 1, 2, 3, 4, 5, 50].map(retryAfter)).toEqual([0, 500, 1000, 2000, 4000, 4000, 4000]);
  });

  it('lets a second decision of a pair stand on the first, saved or not', () => {
    const twice = all(change('a', 'P', 4), change('b', 'P', 4));
    expect(twice.waiting.map(({ version }) => version)).toEqual([4, 5]);
    // The page still shows version 4 when the third is recorded.
    const third = record(answered(answered(twice, { kind: 'SAVED' }), { kind: 'SAVED' }), change('c', 'P', 4));
    expect(third.waiting.map(({ version }) => version)).toEqual([6]);
    expect(third.saved.P).toEqual({ version: 6, payload: 'b' });
  });

  it('keeps what met a conflict, with the latest of the person’s own decisions, and sends the others', () => {
    const queue = answered(all(change('a', 'P', 1), change('b', 'Q', 1), change('c', 'P', 1)), { kind: 'CONFLICT' });
    expect(keys(queue)).toEqual(['b']);
    expect(queue.stopped).toEqual([{ key: 'c', subject: 'P', version: 1, payload: 'c', why: null }]);
  });

  it('puts a decision again under a new key upon the version that the person has seen, or lets it go', () => {
    const stopped = answered(all(change('a', 'P', 1)), { kind: 'CONFLICT' });
    expect(putAgain(stopped, 'a', { newKey: 'z', version: 7 })).toEqual({ ...emptyQueue, waiting: [{ key: 'z', subject: 'P', version: 7, payload: 'a' }] });
    expect(letGo(stopped, 'a')).toEqual(emptyQueue);
    expect(putAgain(stopped, 'other', { newKey: 'z', version: 7 })).toEqual(stopped);
  });

  it('takes a new decision of the same pair for the person’s answer to a conflict', () => {
    const queue = record(answered(all(change('a', 'P', 1)), { kind: 'CONFLICT' }), change('b', 'P', 2));
    expect(queue.stopped).toEqual([]);
    expect(queue.waiting).toEqual([change('b', 'P', 2)]);
  });

  it('keeps what was refused with the reason, and what follows stands on what is there', () => {
    const queue = answered(all(change('a', 'P', 1), change('b', 'P', 1), change('c', 'Q', 3)), { kind: 'REFUSED', why: 'Too long.' });
    expect(queue.stopped).toEqual([{ ...change('a', 'P', 1), why: 'Too long.' }]);
    expect(queue.waiting).toEqual([change('b', 'P', 1), change('c', 'Q', 3)]);
  });

  it('answers nothing where nothing waits', () => {
    expect(answered(emptyQueue, { kind: 'SAVED' })).toBe(emptyQueue);
  });
});

describe('whatever the network does', () => {
  // The hub as it is: it keeps each key once, and whoever decided upon an older version meets a conflict.
  const told = fc.array(fc.oneof(
    fc.record({ does: fc.constant('record' as const), subject: fc.constantFrom('P', 'Q') }),
    fc.record({ does: fc.constant('send' as const), reaches: fc.boolean(), answers: fc.boolean() }),
  ), { maxLength: 60 });

  it('nothing is lost and nothing doubled, and what one person decides alone meets no conflict', () => {
    fc.assert(fc.property(told, (steps) => {
      const history: string[] = [];
      const versions: Record<string, number> = { P: 1, Q: 1 };
      const hub = ({ key, subject, version }: LiveChange<string>): LiveAnswer => {
        if (history.includes(key)) return { kind: 'SAVED' };
        if (versions[subject ?? ''] !== version) return { kind: 'CONFLICT' };
        history.push(key);
        versions[subject ?? ''] = version + 1;
        return { kind: 'SAVED' };
      };
      let queue: Queue = emptyQueue;
      let recorded = 0;
      const send = (reaches: boolean, answers: boolean): void => {
        const [first] = queue.waiting;
        if (!first) return;
        const answer = reaches ? hub(first) : null;
        queue = answered(queue, answer && answers ? answer : { kind: 'AWAY' });
      };
      for (const step of steps) {
        // The page of this person was never loaded again.
        if (step.does === 'record') queue = record(queue, change(String(recorded++), step.subject, 1));
        else send(step.reaches, step.answers);
      }
      while (queue.waiting.length > 0) send(true, true);
      expect(history).toEqual(Array.from({ length: recorded }, (_, at) => String(at)));
      expect(queue.stopped).toEqual([]);
    }));
  });
});
