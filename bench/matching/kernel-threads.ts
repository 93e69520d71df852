import { once } from 'node:events';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PoolRequest } from '@hub/domain/matching/generate-pool';
import type { Share } from './kernel-thread';
import { timed } from './timing';

const THREADS = 2;

/** The kernel over a generated pool, its units shared among threads; the lines are the findings in order. */
export async function benchKernel(
  request: PoolRequest,
  top: number,
  runs: number,
): Promise<{ readonly median_s: number; readonly lines: readonly string[] }> {
  const share = Math.ceil(request.units / THREADS);
  const workers = Array.from({ length: THREADS }, (_, at) => {
    const workerData: Share = { request, top, from: at * share, to: (at + 1) * share };
    return new Worker(join(__dirname, 'kernel-thread.js'), { workerData });
  });
  try {
    await Promise.all(workers.map((worker) => answerOf(worker)));
    const { median_s } = await timed(runs, () => Promise.all(workers.map((worker) => answerOf(worker, 'rank'))));
    const reports = await Promise.all(workers.map((worker) => answerOf(worker, 'report')));
    return { median_s, lines: reports.flat() as readonly string[] };
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function answerOf(worker: Worker, order?: string): Promise<unknown> {
  // `once` of node:events also rejects on an error, and takes its listeners away again.
  const answer = once(worker, 'message');
  if (order !== undefined) worker.postMessage(order);
  const [message] = (await answer) as readonly unknown[];
  return message;
}
