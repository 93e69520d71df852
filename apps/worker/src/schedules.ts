import type { BrokerQueue } from '@hub/queue/backend';
import type { QueueName } from '@hub/queue/define-job';
import { JOBS } from '@hub/queue/jobs';

/**
 * Work that nobody asks for: the catalogue says when. Repeating this at every start changes nothing.
 * A hub that is switched off at night would never do it, so each day's first start does it too, under an id of that day.
 */
export async function keepSchedules(queues: ReadonlyMap<QueueName, BrokerQueue>, today: string): Promise<void> {
  for (const { name, queue, nightly, attempts } of JOBS) {
    if (nightly === undefined) continue;
    await queues.get(queue)?.upsertJobScheduler(name, { pattern: nightly, tz: 'UTC' }, { name, data: {}, opts: { attempts } });
    await queues.get(queue)?.add(name, {}, { jobId: `${name}-${today}`, attempts });
  }
}
