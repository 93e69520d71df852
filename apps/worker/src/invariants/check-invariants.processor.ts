import { Inject, Injectable } from '@nestjs/common';
import { InvariantsService } from '@hub/features/invariants/invariants.service';
import { Logger } from '@hub/platform/logger';
import { checkInvariants } from '@hub/queue/jobs';

/** Each day the rows are asked whether they keep what the hub promises. */
@Injectable()
export class CheckInvariantsProcessor {
  readonly job = checkInvariants;

  constructor(@Inject(InvariantsService) private readonly invariants: InvariantsService, @Inject(Logger) private readonly logger: Logger) {}

  async handle(): Promise<void> {
    for (const [invariant, rows] of await this.invariants.nightly()) this.logger.event('error', 'invariant broken', { invariant, rows });
  }
}
