import { parentPort } from 'node:worker_threads';
import type { Order } from './compare-thread';
import { Comparison } from './comparison';

/** The second thread of a large run: takes units until none is left. What goes wrong ends the thread, and with it the attempt. */
parentPort?.on('message', ({ work, next }: Order) => {
  const comparison = new Comparison(work, next);
  while (comparison.compareNext());
  parentPort?.postMessage(comparison.part);
});
