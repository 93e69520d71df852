import type { ClockStage } from '@hub/domain/clocks/rules';
import type { ClockStanding } from '@hub/domain/clocks/standing';
import type { ClockFilter } from '@hub/features/clocks/clock-items';
import { Field, InputType, registerEnumType } from '@nestjs/graphql';

export enum ClockStandingEnum { OVERDUE = 'OVERDUE', SOON = 'SOON', RUNNING = 'RUNNING', PAUSED = 'PAUSED' }
registerEnumType(ClockStandingEnum, { name: 'ClockStanding' });

export enum ClockStageEnum {
  PLAN = 'PLAN', SEARCH = 'SEARCH', PANEL = 'PANEL', PLACED = 'PLACED', AFTER_ORDER = 'AFTER_ORDER', RECRUITMENT = 'RECRUITMENT', APPROVED = 'APPROVED',
}
registerEnumType(ClockStageEnum, { name: 'ClockStage' });

@InputType('ClockFilter')
export class ClockFilterInput implements ClockFilter {
  @Field(() => Boolean, { nullable: true })
  mine?: boolean | null;

  @Field(() => String, { nullable: true, description: 'A colleague’s id; NONE: with nobody.' })
  worker?: string | null;

  @Field(() => ClockStandingEnum, { nullable: true })
  standing?: ClockStanding | null;

  @Field(() => ClockStageEnum, { nullable: true })
  stage?: ClockStage | null;
}
