import type { AskedBy, EventCode } from '@hub/domain/adopters/event-codes';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { Field, InputType, Int } from '@nestjs/graphql';
import { NeedInput, RecordEventInput } from '../children/child.input';
import { NeedFilterInput } from '../children/units.input';
import { LocalDate } from '../graphql/scalars';

@InputType('HouseholdFilter', { description: "Fields of the card alone. own: the own agency's households, in the pool or not." })
export class HouseholdFilterInput {
  @Field(() => Int, { nullable: true })
  maxChildrenAtLeast?: number | null;

  @Field(() => [String], { nullable: true })
  regionBands?: string[] | null;

  @Field(() => [String], { nullable: true })
  stages?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  earlyPermanence?: boolean | null;

  @Field(() => [NeedFilterInput], { nullable: true })
  acceptsAtLeast?: NeedFilterInput[] | null;

  @Field(() => Int, { nullable: true })
  forAgeMonths?: number | null;

  @Field(() => Boolean, { nullable: true })
  own?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  withProfile?: boolean | null;

  @Field(() => [String], { nullable: true, description: 'Those alone, as far as the viewer sees them.' })
  references?: string[] | null;

  @Field(() => String, { nullable: true, description: 'An own unit: how far they are from it, as far as its newest run told.' })
  nearUnit?: string | null;

  @Field(() => [String], { nullable: true, description: 'Such as 0-40 and 320+, in km, or NOT_KNOWN.' })
  distanceBands?: string[] | null;
}

@InputType('HouseholdFactsInput')
export class HouseholdFactsInput {
  @Field(() => String, { nullable: true })
  familyId?: string | null;

  @Field(() => String, { nullable: true })
  names?: string | null;

  @Field(() => String, { nullable: true })
  address?: string | null;

  @Field(() => String, { nullable: true })
  kind?: string | null;

  @Field(() => LocalDate, { nullable: true })
  enquiryOn?: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  approvedOn?: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  provisionalPanelOn?: IsoDate | null;

  @Field(() => String, { nullable: true })
  availability?: string | null;

  @Field(() => Boolean, { nullable: true })
  shareConsent?: boolean | null;

  @Field(() => LocalDate, { nullable: true })
  shareConsentOn?: IsoDate | null;

  @Field(() => Int, { nullable: true })
  maxChildren?: number | null;

  @Field(() => Int, { nullable: true })
  ageMinMonths?: number | null;

  @Field(() => Int, { nullable: true })
  ageMaxMonths?: number | null;

  @Field(() => String, { nullable: true })
  sexPreference?: string | null;

  @Field(() => [NeedInput], { nullable: true })
  offers?: NeedInput[] | null;

  @Field(() => Boolean, { nullable: true })
  earlyPermanence?: boolean | null;

  @Field(() => String, { nullable: true })
  area?: string | null;

  @Field(() => Int, { nullable: true })
  contact?: number | null;

  @Field(() => [String], { nullable: true })
  heritage?: string[] | null;

  @Field(() => [String], { nullable: true })
  languages?: string[] | null;

  @Field(() => String, { nullable: true })
  religion?: string | null;

  @Field(() => [String], { nullable: true })
  childrenAtHome?: string[] | null;

  @Field(() => Boolean, { nullable: true })
  pets?: boolean | null;

  @Field(() => Boolean, { nullable: true })
  smokers?: boolean | null;

  @Field(() => String, { nullable: true })
  experience?: string | null;

  @Field(() => String, { nullable: true })
  about?: string | null;

  @Field(() => String, { nullable: true, description: 'Shown at stage S2: no surname, date or address.' })
  reportSummary?: string | null;
}

@InputType('CreateHouseholdInput')
export class CreateHouseholdInput {
  @Field(() => HouseholdFactsInput)
  facts!: HouseholdFactsInput;
}

@InputType('CorrectHouseholdInput')
export class CorrectHouseholdInput {
  @Field(() => String)
  household!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => HouseholdFactsInput)
  facts!: HouseholdFactsInput;
}

@InputType('RecordHouseholdEventInput')
export class RecordHouseholdEventInput extends RecordEventInput {
  @Field(() => String, { nullable: true, description: 'Of a pause or an extension why, of a review its outcome.' })
  code?: EventCode | null;

  @Field(() => String, { nullable: true, description: 'At whose wish: ADOPTERS, EXCEPTIONAL, AGENCY.' })
  askedBy?: AskedBy | null;

  @Field(() => LocalDate, { nullable: true, description: 'The day to which a stage is extended.' })
  untilOn?: IsoDate | null;
}
