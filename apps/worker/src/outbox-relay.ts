import type { UnitOfWork } from '@hub/database/unit-of-work';
import { rows } from '@hub/database/tx';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import type { Logger } from '@hub/platform/logger';
import type { BrokerQueue } from '@hub/queue/backend';
import { QUEUES, type QueueName } from '@hub/queue/define-job';
import { JOBS } from '@hub/queue/jobs';

interface OutboxRow {
  readonly id: string;
  readonly name: string;
  readonly queue: string;
  readonly payload: unknown;
}

const BATCH = 50;
const POLL_MS = 2000;

const TAKE = `delete from hub.outbox where id in (select id from hub.outbox order by created_at for update skip locked limit ${BATCH})
  returning id, name, queue, payload`;

/**
 * Moves promised jobs from the outbox into their queues. The row goes only when the queue has the job: dying in between adds the same
 * id once more, which the queue ignores, and every executor looks first whether its work is done already (docs/adr/0003).
 */
export class OutboxRelay {
  private running: Promise<void> | undefined;
  private stopping = false;
  private due = true;
  private rouse: () => void = () => undefined;

  constructor(private readonly door: UnitOfWork, private readonly queues: ReadonlyMap<QueueName, BrokerQueue>, private readonly logger: Logger) {}

  /** Moves one batch and answers how many jobs it was. */
  move(): Promise<number> {
    return this.door.run(SYSTEM_ACTOR, 'outbox.relay', async (tx) => {
      const taken = await rows<OutboxRow>(tx, TAKE);
      for (const row of taken) await this.add(row);
      return taken.length;
    });
  }

  private async add({ id, name, queue, payload }: OutboxRow): Promise<void> {
    // A job that this version does not know still arrives, and fails there in plain sight.
    const target = this.queues.get(QUEUES.find((known) => known === queue) ?? 'care');
    const job = JOBS.find((known) => known.name === name);
    await target?.add(name, payload, { jobId: id, attempts: job?.attempts ?? 1 });
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
