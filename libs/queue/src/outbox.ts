import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { rows, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';

/** A promised job, as its row keeps it until it has ended. */
export interface PromisedJob {
  readonly id: string;
  readonly name: string;
  readonly queue: string;
  readonly payload: unknown;
  /** The queue had it once; whether it still has, only the queue can tell. */
  readonly handedOver: boolean;
}

/** How many rows are taken at once. */
export const BATCH = 50;

const TAKE = `
  with due as (
    select id, handed_over_at is not null as "handedOver" from hub.outbox
    where handed_over_at is null or handed_over_at < clock_timestamp() - $1 * interval '1 millisecond'
    order by handed_over_at nulls first, created_at for update skip locked limit ${BATCH}
  )
  update hub.outbox o set handed_over_at = clock_timestamp() from due where o.id = due.id
  returning o.id, o.name, o.queue, o.payload, due."handedOver"`;

/** The promises themselves: the queue is only a hint to look at them (docs/adr/0003). */
export class Outbox {
  constructor(private readonly door: UnitOfWork) {}

  /**
   * Gives `handOver` the jobs that the queue has not been given, or was given `recheckMs` ago or more and that have not ended.
   * They count as handed over when it succeeds; other relays pass them by meanwhile.
   */
  take<T>(recheckMs: number, handOver: (jobs: readonly PromisedJob[]) => Promise<T>): Promise<T> {
    return this.door.run(SYSTEM_ACTOR, 'outbox.relay', async (tx: Tx) => handOver(await rows<PromisedJob>(tx, TAKE, [recheckMs])));
  }

  /** The job is done or given up. A job that a schedule added has no row, and an id that is no uuid. */
  async end(id: string): Promise<void> {
    await this.door.run(SYSTEM_ACTOR, 'outbox.relay', (tx) => rows(tx, 'delete from hub.outbox where id::text = $1', [id]));
  }
}
