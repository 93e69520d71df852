import { Inject, Injectable, type OnApplicationBootstrap, type BeforeApplicationShutdown } from '@nestjs/common';
import { AlertsService } from '@hub/features/audit/alerts.service';
import { AuditHeads } from '@hub/features/audit/heads.service';
import { Logger } from '@hub/platform/logger';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/**
 * What the access log needs by the clock. It does not go through the queue: whoever stops the queue must not stop the watching.
 * Several workers may do it at once.
 */
@Injectable()
export class AuditChores implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly timers: NodeJS.Timeout[] = [];
  private readonly going = new Set<Promise<void>>();

  constructor(
    @Inject(AlertsService) private readonly alerts: AlertsService,
    @Inject(AuditHeads) private readonly heads: AuditHeads,
    @Inject(Logger) private readonly logger: Logger,
  ) {}

  onApplicationBootstrap(): void {
    this.every(MINUTE, 'looking not watched', () => this.alerts.watch());
    this.every(HOUR, 'audit heads not written', () => this.heads.writeOut());
  }

  private every(period: number, failure: string, chore: () => Promise<unknown>): void {
    const once = (): void => {
      const run: Promise<void> = chore().then(() => undefined, (error: unknown) => this.logger.failure(failure, error)).finally(() => this.going.delete(run));
      this.going.add(run);
    };
    once();
    this.timers.push(setInterval(once, period));
  }

  async beforeApplicationShutdown(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all(this.going);
  }
}
