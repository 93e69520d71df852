import type { Clock } from '@hub/domain/clocks/clock';
import type { AuthorityType, ReversalReason, Sex } from '@hub/domain/children/codes';
import type { JourneyEvent } from '@hub/domain/children/journey';
import type { ChildDates, ChildState } from '@hub/domain/children/states';
import type { NeedLevel } from '@hub/domain/children/unit-card';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Contact } from '@hub/domain/matching/pool';
import type { ProfileDraft, ShownChild } from '@hub/features/children/unit-view.queries';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { ClockModel } from '../clocks/clock.model';
import { LocalDate } from '../graphql/scalars';
import { NeedLevelModel } from './unit-card.model';

@ObjectType('ChildDates')
export class ChildDatesModel implements Omit<ChildDates, 'authorityRevokedOn' | 'leftCareOn'> {
  @Field(() => LocalDate, { nullable: true })
  enteredCareOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'The decision that the child should be placed for adoption.' })
  admDecidedOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  authorityOn!: IsoDate | null;

  @Field(() => String, { nullable: true, description: 'PO or CONSENT.' })
  authorityType!: AuthorityType | null;

  @Field(() => LocalDate, { nullable: true })
  matchedOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  introductionsOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  placedOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  aoAppliedOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  adoptedOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  disruptedOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true })
  decisionReversedOn!: IsoDate | null;

  @Field(() => String, { nullable: true })
  reversalReason!: ReversalReason | null;

  @Field(() => LocalDate, { nullable: true })
  earlyPermanencePlacedOn!: IsoDate | null;
}

@ObjectType('ChildProfileDraft')
export class ChildProfileDraftModel implements ProfileDraft {
  @Field(() => [NeedLevelModel])
  needs!: NeedLevel[];

  @Field(() => [String])
  essential!: readonly string[];

  @Field(() => Boolean, { nullable: true })
  earlyPermanence!: boolean | null;

  @Field(() => [String], { nullable: true })
  avoidAreas!: readonly string[] | null;

  @Field(() => Int, { nullable: true })
  contact!: Contact | null;

  @Field(() => [String], { nullable: true })
  heritage!: readonly string[] | null;

  @Field(() => [String], { nullable: true })
  languages!: readonly string[] | null;

  @Field(() => String, { nullable: true })
  religion!: string | null;

  @Field(() => Boolean, { nullable: true })
  petsRisk!: boolean | null;

  @Field(() => LocalDate, { nullable: true })
  waitingSince!: IsoDate | null;

  @Field(() => String, { nullable: true })
  homeArea!: string | null;

  @Field(() => String, { nullable: true })
  about!: string | null;

  @Field(() => Int)
  version!: number;
}

@ObjectType('JourneyEvent', { description: 'target: the date the law or the policy expects; elapsedDays since entering care (child) or enquiry (household). An event named DUE_ lies ahead.' })
export class JourneyEventModel implements JourneyEvent {
  @Field(() => String)
  event!: string;

  @Field(() => LocalDate)
  onDate!: IsoDate;

  @Field(() => String)
  label!: string;

  @Field(() => Int, { nullable: true })
  elapsedDays!: number | null;

  @Field(() => LocalDate, { nullable: true })
  target!: IsoDate | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;
}

@ObjectType('ChildRecord')
export class ChildRecordModel implements Omit<ShownChild, 'dates'> {
  @Field(() => String)
  reference!: string;

  @Field(() => String, { nullable: true })
  externalId!: string | null;

  @Field(() => String, { nullable: true })
  firstName!: string | null;

  @Field(() => String, { nullable: true })
  lastName!: string | null;

  @Field(() => String, { nullable: true, description: 'What stage S2 shows of the health.' })
  healthSummary!: string | null;

  @Field(() => String, { nullable: true, description: 'The reference of the photo, at /photos/own/unit/UNIT/PHOTO.' })
  photo!: string | null;

  @Field(() => LocalDate, { nullable: true })
  dateOfBirth!: IsoDate | null;

  @Field(() => String)
  sex!: Sex;

  @Field(() => String, { nullable: true })
  ethnicity!: string | null;

  @Field(() => Boolean, { nullable: true })
  disability!: boolean | null;

  @Field(() => String)
  state!: ChildState;

  @Field(() => ChildDatesModel)
  dates!: ChildDatesModel;

  @Field(() => ChildProfileDraftModel)
  profile!: ProfileDraft;

  @Field(() => [JourneyEventModel])
  journey!: readonly JourneyEvent[];

  @Field(() => [ClockModel])
  clocks!: readonly Clock[];

  @Field(() => Int)
  version!: number;
}
