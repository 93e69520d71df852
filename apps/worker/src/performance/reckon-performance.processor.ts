import { Injectable } from '@nestjs/common';
import { RollUpService } from '@hub/features/performance/roll-up.service';
import { SufficiencyService } from '@hub/features/performance/sufficiency.service';
import { reckonPerformance } from '@hub/queue/jobs';

/** Each night, and when somebody asks for it, what everybody's indicators are, and whether there are families for who waits. */
@Injectable()
export class ReckonPerformanceProcessor {
  readonly job = reckonPerformance;

  constructor(private readonly rollUp: RollUpService, private readonly sufficiency: SufficiencyService) {}

  async handle(): Promise<void> {
    await this.rollUp.reckon();
    await this.sufficiency.count();
  }
}
