import type { UnitPlan } from '@hub/domain/children/codes';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { Field, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';
import { UnitPlanEnum } from './unit-view.model';

@InputType('NeedInput')
export class NeedInput {
  @Field(() => String)
  key!: string;

  @Field(() => Int, { nullable: true })
  level?: number | null;
}

@InputType('ChildFactsInput')
export class ChildFactsInput {
  @Field(() => String, { nullable: true })
  externalId?: string | null;

  @Field(() => String, { nullable: true })
  firstName?: string | null;

  @Field(() => String, { nullable: true })
  lastName?: string | null;

  @Field(() => LocalDate, { nullable: true })
  dateOfBirth?: IsoDate | null;

  @Field(() => String, { nullable: true })
  sex?: string | null;

  @Field(() => String, { nullable: true })
  ethnicity?: string | null;

  @Field(() => Boolean, { nullable: true })
  disability?: boolean | null;

  @Field(() => LocalDate, { nullable: true })
  enteredCareOn?: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  admDecidedOn?: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  placementOrderOn?: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  consentOn?: IsoDate | null;

  @Field(() => [NeedInput], { nullable: true })
  needs?: NeedInput[] | null;

  @Field(() => [String], { nullable: true })
  essential?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  earlyPermanence?: boolean | null;

  @Field(() => [String], { nullable: true })
  avoidAreas?: string[] | null;

  @Field(() => Int, { nullable: true })
  contact?: number | null;

  @Field(() => [String], { nullable: true })
  heritage?: string[] | null;

  @Field(() => [String], { nullable: true })
  languages?: string[] | null;

  @Field(() => String, { nullable: true })
  religion?: string | null;

  @Field(() => Boolean, { nullable: true })
  petsRisk?: boolean | null;

  @Field(() => LocalDate, { nullable: true })
  waitingSince?: IsoDate | null;

  @Field(() => String, { nullable: true })
  homeArea?: string | null;

  @Field(() => String, { nullable: true })
  about?: string | null;

  @Field(() => String, { nullable: true, description: 'Shown at stage S2: no surname, date or address.' })
  healthSummary?: string | null;
}

@InputType('CreateChildInput')
export class CreateChildInput {
  @Field(() => ChildFactsInput)
  facts!: ChildFactsInput;

  @Field(() => String, { nullable: true, description: 'A unit of the own council that the child joins.' })
  withUnit?: string | null;

  @Field(() => UnitPlanEnum, { nullable: true })
  plan?: UnitPlan | null;
}

@InputType('CorrectChildInput', { description: 'Only the fields that are given change; null clears. version: as last read.' })
export class CorrectChildInput {
  @Field(() => String)
  child!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => ChildFactsInput)
  facts!: ChildFactsInput;
}

@InputType('RecordEventInput')
export class RecordEventInput {
  @Field(() => String)
  subject!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => String)
  event!: string;

  @Field(() => LocalDate)
  onDate!: IsoDate;

  @Field(() => String, { nullable: true })
  reason?: string | null;
}
