import type { BrokerQueue } from '@hub/queue/backend';
import type { QueueName } from '@hub/queue/define-job';
import { JOBS } from '@hub/queue/jobs';

/**
 * Work that nobody asks for, once a day under an id of that day, from its hour on, or once an hour. Asked for at every start and every hour, so that neither a
 * hub that is switched off at night nor a queue that was emptied goes without; what the queue knows it ignores.
 */
export async function addScheduledJobs(queues: ReadonlyMap<QueueName, BrokerQueue>, { today, hour }: { today: string; hour: number }): Promise<void> {
  for (const { name, queue, daily, hourly, attempts } of JOBS) {
    if (daily !== undefined && hour >= daily) await queues.get(queue)?.add(name, {}, { jobId: `${name}-${today}`, attempts });
    if (hourly) await queues.get(queue)?.add(name, {}, { jobId: `${name}-${today}-${hour}`, attempts });
  }
}
