import { UnrecoverableError } from 'bullmq';
import { DomainError, type ErrorCode } from '@hub/domain/errors';
import { Logger } from '@hub/platform/logger';
import type { BrokerJob, BrokerWorker, Broker } from './backend';
import { QUEUES, type Job, type QueueName } from './define-job';
import type { Outbox, PromisedJob } from './outbox';

/** What a feature does with one job: its file in apps/worker tells the whole story in a few lines. */
export interface JobProcessor {
  readonly job: Job;
  /** Gets what the job's own schema has checked. */
  handle(payload: never): Promise<void>;
  /** Nobody tries again: ends what was asked for, in plain sight. Left out where nobody waits for the job. */
  giveUp?(payload: never, code: ErrorCode): Promise<void>;
}

/** How many jobs of a queue one worker process takes at once. */
const CONCURRENCY: Record<QueueName, number> = { matching: 2, interchange: 1, care: 1, mail: 1 };

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

/** Does jobs, and sees each to its end: its row leaves the outbox when it is done or given up, and not before (docs/adr/0003). */
export class JobRunner {
  constructor(private readonly processors: ReadonlyMap<string, JobProcessor>, private readonly outbox: Outbox, private readonly logger: Logger) {}

  /** Starts one BullMQ worker for each queue. */
  start(broker: Broker): BrokerWorker[] {
    return QUEUES.map((queue) => {
      const worker = broker.worker(queue, (job) => this.run(job), CONCURRENCY[queue]);
      worker.on('failed', (job, error) => this.logger.failure('job failed', error, { job: job?.name, id: job?.id, attempt: job?.attemptsMade }));
      worker.on('stalled', (id) => this.logger.event('warn', 'job stalled', { queue, id }));
      worker.on('error', (error) => this.logger.failure('queue trouble', error, { queue }));
      return worker;
    });
  }

  async giveUp({ id, name, payload }: Pick<PromisedJob, 'id' | 'name' | 'payload'>, code: ErrorCode): Promise<void> {
    const processor = this.processors.get(name);
    const fitting = processor && parsed(processor.job, payload);
    if (fitting !== undefined) await processor?.giveUp?.(fitting, code);
    await this.outbox.end(id);
    this.logger.event('error', 'job given up', { job: name, id, code });
  }

  private async run(job: BrokerJob<unknown, unknown, string>): Promise<void> {
    const id = job.id ?? '';
    const began = performance.now();
    try {
      await this.handle(job);
    } catch (error) {
      if (isLast(job, error)) await this.giveUp({ id, name: job.name, payload: job.data }, error instanceof DomainError ? error.code : 'INTERNAL_SERVER_ERROR');
      throw error;
    }
    await this.outbox.end(id);
    this.logger.event('info', 'job done', { job: job.name, id, ms: Math.round(performance.now() - began), attempt: job.attemptsMade + 1 });
  }

  private async handle({ name, data }: BrokerJob<unknown, unknown, string>): Promise<void> {
    const processor = this.processors.get(name);
    if (!processor) throw new UnrecoverableError(`There is no processor for this job: ${name}.`);
    const payload = parsed(processor.job, data);
    // A payload of the wrong shape stays wrong: trying again is of no use.
    if (payload === undefined) throw new UnrecoverableError(`The payload does not fit the job ${name}.`);
    await processor.handle(payload);
  }
}

/** Whether BullMQ will leave it at that. */
function isLast({ attemptsMade, opts }: BrokerJob<unknown, unknown, string>, error: unknown): boolean {
  return error instanceof UnrecoverableError || attemptsMade + 1 >= (opts.attempts ?? 1);
}

function parsed(job: Job, payload: unknown): never | undefined {
  try {
    return job.parse(payload) as never;
  } catch {
    return undefined;
  }
}
