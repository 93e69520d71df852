import type { Logger } from '@hub/platform/logger';
import type { BrokerQueue } from '@hub/queue/backend';
import { QUEUES, type QueueName } from '@hub/queue/define-job';
import { JOBS } from '@hub/queue/jobs';
import { BATCH, type Outbox, type PromisedJob } from '@hub/queue/outbox';
import type { JobRunner } from '@hub/queue/run-jobs';

const POLL_MS = 2000;

/**
 * Hands promised jobs over to their queues, and again where a queue has forgotten them. A job's row stays until the job has ended, and
 * its id is the row's: handing it over twice is handing it over once, and every executor looks first whether its work is done (docs/adr/0003).
 */
export class OutboxRelay {
  private running: Promise<void> | undefined;
  private stopping = false;
  private due = true;
  private rouse: () => void = () => undefined;

  constructor(
    private readonly outbox: Outbox,
    private readonly queues: ReadonlyMap<QueueName, BrokerQueue>,
    private readonly runner: Pick<JobRunner, 'giveUp'>,
    private readonly logger: Logger,
    private readonly recheckMs: number,
  ) {}

  /** Sees to one batch and answers how many jobs it was. */
  async move(): Promise<number> {
    const { count, givenUp } = await this.outbox.take(this.recheckMs, async (jobs) => {
      const givenUp: PromisedJob[] = [];
      for (const job of jobs) if (!(await this.handOver(job))) givenUp.push(job);
      return { count: jobs.length, givenUp };
    });
    // The runner ends a job at its last failure; what the queue gave up without it lost its worker too often.
    for (const job of givenUp) await this.runner.giveUp(job, 'WORKER_LOST');
    return count;
  }

  /** False where the queue has given the job up. */
  private async handOver({ id, name, queue, payload, handedOver }: PromisedJob): Promise<boolean> {
    // A job that this version does not know still arrives, and fails there in plain sight.
    const target = this.queues.get(QUEUES.find((known) => known === queue) ?? 'care');
    if (handedOver) {
      const known = await target?.getJob(id);
      const state = await known?.getState();
      if (state === 'failed') return false;
      // Its row says that it has not ended: the database was put back to an earlier day.
      if (state === 'completed') await known?.remove();
    }
    await target?.add(name, payload, { jobId: id, attempts: JOBS.find((job) => job.name === name)?.attempts ?? 1 });
    return true;
  }

  start(): void {
    this.running ??= this.loop();
  }

  /** Something was written to the outbox. */
  readonly wake = (): void => {
    this.due = true;
    this.rouse();
  };

  private async loop(): Promise<void> {
    while (!this.stopping) {
      if (!this.due) await this.rest();
      this.due = false;
      try {
        while (!this.stopping && (await this.move()) === BATCH);
      } catch (error) {
        this.logger.failure('outbox not moved', error);
        await new Promise((resolve) => setTimeout(resolve, POLL_MS / 2));
        this.due = true;
      }
    }
  }

  private rest(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, POLL_MS);
      this.rouse = () => { clearTimeout(timer); resolve(); };
    });
  }

  async stop(): Promise<void> {
    this.stopping = true;
    this.rouse();
    await this.running;
  }
}
