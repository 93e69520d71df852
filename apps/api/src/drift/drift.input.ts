import type { Delay, DriftLimits } from '@hub/domain/drift/delays';
import type { DriftFilter } from '@hub/features/drift/drift-rows';
import type { WorkFilter } from '@hub/features/drift/work-list.service';
import { Field, InputType, Int, registerEnumType } from '@nestjs/graphql';

export enum DelayEnum { STUCK = 'STUCK', SLOW = 'SLOW', NO_LINK = 'NO_LINK', NOT_REVIEWED = 'NOT_REVIEWED' }
registerEnumType(DelayEnum, { name: 'Delay' });

export enum WorkMoveEnum { OURS = 'OURS', THEIRS = 'THEIRS', NOBODY = 'NOBODY' }
registerEnumType(WorkMoveEnum, { name: 'WorkMove' });

@InputType('DriftFilter')
export class DriftFilterInput implements DriftFilter {
  @Field(() => String, { nullable: true, description: 'The child’s agency, by code.' })
  agency?: string | null;

  @Field(() => String, { nullable: true, description: 'Whose move it is, by code; NOBODY: no link is open.' })
  mover?: string | null;

  @Field(() => DelayEnum, { nullable: true })
  delay?: Delay | null;
}

@InputType('WorkFilter')
export class WorkFilterInput implements WorkFilter {
  @Field(() => Boolean, { nullable: true })
  mine?: boolean | null;

  @Field(() => String, { nullable: true, description: 'A colleague’s id; NONE: with nobody.' })
  worker?: string | null;

  @Field(() => WorkMoveEnum, { nullable: true })
  move?: WorkFilter['move'];

  @Field(() => DelayEnum, { nullable: true })
  delay?: Delay | null;
}

@InputType('DriftLimitsInput')
export class DriftLimitsInput implements DriftLimits {
  @Field(() => Int)
  slowDays!: number;

  @Field(() => Int)
  stuckDays!: number;

  @Field(() => Int)
  withoutLinkDays!: number;

  @Field(() => Int)
  reviewDays!: number;
}
