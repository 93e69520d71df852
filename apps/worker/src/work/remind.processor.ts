import { Injectable } from '@nestjs/common';
import { RemindersService } from '@hub/features/work/reminders.service';
import { remind } from '@hub/queue/jobs';

/** Each day people are told of agreements and consents that come to their end. */
@Injectable()
export class RemindProcessor {
  readonly job = remind;

  constructor(private readonly reminders: RemindersService) {}

  async handle(): Promise<void> {
    await this.reminders.remind();
  }
}
