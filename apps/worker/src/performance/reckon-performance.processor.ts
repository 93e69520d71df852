import { Injectable } from '@nestjs/common';
import { RollUpService } from '@hub/features/performance/roll-up.service';
import { reckonPerformance } from '@hub/queue/jobs';

/** Each night, and when somebody asks for it, what everybody's indicators are. */
@Injectable()
export class ReckonPerformanceProcessor {
  readonly job = reckonPerformance;

  constructor(private readonly rollUp: RollUpService) {}

  async handle(): Promise<void> {
    await this.rollUp.reckon();
  }
}
