import { Injectable } from '@nestjs/common';
import { FallDueService } from '@hub/features/fees/fall-due.service';
import { fallDue } from '@hub/queue/jobs';

/** Each day, and once a missing rate is entered, what of every fee falls due. */
@Injectable()
export class FallDueProcessor {
  readonly job = fallDue;

  constructor(private readonly fees: FallDueService) {}

  async handle(): Promise<void> {
    await this.fees.fallDue();
  }
}
