import { UnrecoverableError } from 'bullmq';
import { Logger } from '@hub/platform/logger';
import type { BrokerJob, BrokerWorker, Broker } from './backend';
import { QUEUES, type Job, type QueueName } from './define-job';

/** What a feature does with one job: its file in apps/worker tells the whole story in a few lines. */
export interface JobProcessor {
  readonly job: Job;
  /** Gets what the job's own schema has checked. */
  handle(payload: never): Promise<void>;
}

/** How many jobs of a queue one worker process takes at once. */
const CONCURRENCY: Record<QueueName, number> = { matching: 2, interchange: 1, care: 1 };

/** Every job of the catalogue has exactly one processor, and no processor serves a job that is not in it; otherwise the worker must not start. */
export function checkProcessors(catalogue: readonly Job[], processors: readonly JobProcessor[]): Map<string, JobProcessor> {
  const byName = new Map<string, JobProcessor>();
  for (const processor of processors) {
    const { name } = processor.job;
    if (byName.has(name)) throw new Error(`The job ${name} has two processors.`);
    if (!catalogue.includes(processor.job)) throw new Error(`The job ${name} is not in the catalogue.`);
    byName.set(name, processor);
  }
  const missing = catalogue.filter(({ name }) => !byName.has(name)).map(({ name }) => name);
  if (missing.length > 0) throw new Error(`No processor for ${missing.join(', ')}.`);
  return byName;
}

/** Starts one BullMQ worker for each queue. */
export function runJobs(broker: Broker, processors: ReadonlyMap<string, JobProcessor>, logger: Logger): BrokerWorker[] {
  return QUEUES.map((queue) => {
    const worker = broker.worker(queue, (job) => dispatch(job, processors, logger), CONCURRENCY[queue]);
    worker.on('failed', (job, error) => logger.failure('job failed', error, { job: job?.name, id: job?.id, attempt: job?.attemptsMade }));
    worker.on('stalled', (id) => logger.event('warn', 'job stalled', { queue, id }));
    worker.on('error', (error) => logger.failure('queue trouble', error, { queue }));
    return worker;
  });
}

async function dispatch(job: BrokerJob<unknown, unknown, string>, processors: ReadonlyMap<string, JobProcessor>, logger: Logger): Promise<void> {
  const processor = processors.get(job.name);
  if (!processor) throw new UnrecoverableError(`There is no processor for this job: ${job.name}.`);
  const payload = parsed(processor.job, job.data);
  const began = performance.now();
  await processor.handle(payload);
  logger.event('info', 'job done', { job: job.name, id: job.id, ms: Math.round(performance.now() - began), attempt: job.attemptsMade + 1 });
}

/** A payload of the wrong shape stays wrong: trying again is of no use. */
function parsed(job: Job, data: unknown): never {
  try {
    return job.parse(data) as never;
  } catch {
    throw new UnrecoverableError(`The payload does not fit the job ${job.name}.`);
  }
}
