import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { RunScope, RunStatus } from '@hub/features/matching/runs.queries';
import { PersonModel } from '../agencies/person.model';
import { connectionOf } from '../graphql/page-info.model';
import { DateTime, LocalDate } from '../graphql/scalars';
import { UnitCardModel } from '../children/unit-card.model';

export enum RunScopeEnum { REGION = 'REGION', UNIT = 'UNIT', HOUSEHOLD = 'HOUSEHOLD' }
registerEnumType(RunScopeEnum, { name: 'RunScope' });

export enum RunStatusEnum { QUEUED = 'QUEUED', RUNNING = 'RUNNING', DONE = 'DONE', FAILED = 'FAILED', CANCELLED = 'CANCELLED' }
registerEnumType(RunStatusEnum, { name: 'RunStatus' });

@ObjectType('RunResult')
export class RunResultModel {
  @Field(() => UnitCardModel)
  unit!: UnitCardModel;

  @Field(() => Int)
  eligible!: number;

  @Field(() => Int)
  conditional!: number;

  @Field(() => Int)
  blocked!: number;

  @Field(() => Int)
  ruledOut!: number;

  @Field(() => Float, { description: 'Across units only: who has waited long and has few families. Never within a pair.' })
  priority!: number;

  @Field(() => String, { nullable: true, description: 'The best band on the list.' })
  best!: string | null;
}

@ObjectType('RunResultConnection')
export class RunResultConnectionModel extends connectionOf(RunResultModel, 'RunResult') {}

@ObjectType('MatchingRun')
export class MatchingRunModel {
  @Field(() => String)
  reference!: string;

  @Field(() => RunScopeEnum)
  scope!: RunScope;

  @Field(() => String, { nullable: true })
  subject!: string | null;

  @Field(() => RunStatusEnum)
  status!: RunStatus;

  @Field(() => Int, { description: 'In percent.' })
  progress!: number;

  @Field(() => String, { nullable: true })
  step!: string | null;

  @Field(() => LocalDate)
  asAt!: IsoDate;

  @Field(() => String)
  policy!: string;

  @Field(() => Int)
  policyVersion!: number;

  @Field(() => String, { nullable: true, description: 'SHA-256 of the facts and the policy: the same hash gives the same result.' })
  dataHash!: string | null;

  @Field(() => Int, { nullable: true })
  units!: number | null;

  @Field(() => Int, { nullable: true })
  households!: number | null;

  @Field(() => PersonModel)
  requestedBy!: PersonModel;

  @Field(() => DateTime)
  requestedAt!: Date;

  @Field(() => DateTime, { nullable: true })
  finishedAt!: Date | null;

  @Field(() => Float, { nullable: true })
  seconds!: number | null;

  @Field(() => String, { nullable: true, description: 'Why it FAILED. WORKER_LOST: given up after its worker was lost several times. NOT_IN_POOL: the unit or household left the pool before the run began.' })
  errorCode!: string | null;
}

@ObjectType('RunConnection')
export class RunConnectionModel extends connectionOf(MatchingRunModel, 'Run') {}
