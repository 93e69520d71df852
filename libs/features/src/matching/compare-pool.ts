import { setImmediate as breathe } from 'node:timers/promises';
import type { CompareThread } from './compare-thread';
import { Comparison, type Next, type Work } from './comparison';
import type { RunFindings } from './results-of';

/** Hears how far the run is, in percent; false where it was cancelled or taken over, so that it ends. */
export type Tell = (progress: number) => Promise<boolean>;

/** How long comparing may go on before the run says how far it is. */
const TELL_EVERY_MS = 250;

/** Pairs of a unit and a household from which a second thread is worth the copy of the facts: some 20 ms of comparing. */
const MANY_PAIRS = 20_000;

/** The rows to store, or null where the run was cancelled meanwhile. No transaction is open. A second thread takes units of a region too. */
export async function comparePool(work: Work, thread: CompareThread, tell: Tell): Promise<RunFindings | null> {
  const { claim: { scope }, facts: { pool: { units, households } } } = work;
  const next: Next = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const helped = scope === 'REGION' && units.length * households.length >= MANY_PAIRS ? thread.help(work, next) : null;
  const comparison = new Comparison(work, next);
  const steps = stepper(tell);
  try {
    while (comparison.compareNext()) if (!(await steps((90 * Atomics.load(next, 0)) / units.length))) return null;
  } finally {
    // However this ends, nobody takes another unit.
    Atomics.store(next, 0, units.length);
  }
  if (helped) comparison.add(await helped);
  return comparison.findings();
}

function stepper(tell: Tell): (percent: number) => Promise<boolean> {
  let told = performance.now();
  return async (percent) => {
    if (performance.now() - told < TELL_EVERY_MS) return true;
    if (!(await tell(Math.min(90, Math.floor(percent))))) return false;
    // Lets the queue renew its lock on the job.
    await breathe();
    told = performance.now();
    return true;
  };
}
