import type { FamilyFinding } from '@hub/domain/children/codes';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';
import { FamilyFindingEnum } from './unit-view.model';

@InputType('NeedFilter', { description: 'A level that is not recorded meets no limit.' })
export class NeedFilterInput {
  @Field(() => String)
  key!: string;

  @Field(() => Int, { nullable: true })
  atMost?: number | null;

  @Field(() => Int, { nullable: true })
  atLeast?: number | null;
}

@InputType('UnitFilter', { description: 'Fields of the card alone. own: the own council\'s units, in the pool or not.' })
export class UnitFilterInput {
  @Field(() => [String], { nullable: true })
  ageBands?: string[] | null;

  @Field(() => [String], { nullable: true })
  sex?: string[] | null;

  @Field(() => [Int], { nullable: true })
  groupSizes?: number[] | null;

  @Field(() => [String], { nullable: true })
  regionBands?: string[] | null;

  @Field(() => [String], { nullable: true })
  waitingBands?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  earlyPermanence?: boolean | null;

  @Field(() => [NeedFilterInput], { nullable: true })
  needs?: NeedFilterInput[] | null;

  @Field(() => Boolean, { nullable: true })
  own?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  withProfile?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Those alone, as far as the viewer sees them.' })
  references?: string[] | null;

  @Field(() => String, { nullable: true, description: 'An own household: how far they are from it, as far as its newest run told.' })
  nearHousehold?: string | null;

  @Field(() => [String], { nullable: true, description: 'Such as 0-40 and 320+, in km, or NOT_KNOWN.' })
  distanceBands?: string[] | null;
}

@InputType('ChangeFamilyFindingInput')
export class ChangeFamilyFindingInput {
  @Field(() => String)
  unit!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => FamilyFindingEnum)
  to!: FamilyFinding;

  @Field(() => String, { nullable: true })
  reason?: string | null;

  @Field(() => LocalDate)
  onDate!: IsoDate;
}

@InputType('AssignWorkerInput', { description: 'subject: the reference of a unit, a child or a household of the own agency.' })
export class AssignWorkerInput {
  @Field(() => String)
  subject!: string;

  @Field(() => ID)
  userId!: string;
}
