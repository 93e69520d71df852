import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Logger } from '@hub/platform/logger';
import { askRecorded, requestId, withRequestId } from './request-id';

const WAIT_MS = 200;
const MOST = 500;

/** A request as the edge knows it: where it came from, and how to be told that its answer was sent. */
export interface Incoming {
  readonly address: string | null;
  readonly whenSent: (sent: () => void) => void;
}

/**
 * Notes which answers were sent, after they were: a look that is in the log without such a note never arrived
 * (trust.md AUD-2). In batches, and beside the units of work, because nobody waits for it.
 */
@Injectable()
export class Deliveries implements OnApplicationShutdown {
  private sent: string[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(@Inject(DataSource) private readonly source: DataSource, @Inject(Logger) private readonly logger: Logger) {}

  /** Runs a request under an id of its own. */
  follow(work: () => void, { address, whenSent }: Incoming): void {
    withRequestId(() => {
      const id = requestId();
      const wasRecorded = askRecorded();
      whenSent(() => { if (wasRecorded()) this.add(id); });
      work();
    }, undefined, address);
  }

  private add(id: string): void {
    this.sent.push(id);
    this.timer ??= setTimeout(() => void this.flush(), WAIT_MS);
  }

  async flush(): Promise<void> {
    clearTimeout(this.timer);
    this.timer = undefined;
    const batch = this.sent.splice(0, MOST);
    if (batch.length === 0) return;
    try {
      await this.source.query('select audit.deliver($1::text[])', [batch]);
    } catch (error) {
      // The reports then say "not delivered" of answers that were: the safe way to be wrong.
      this.logger.failure('deliveries not noted', error, { count: batch.length });
    }
    if (this.sent.length > 0) await this.flush();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.flush();
  }
}
