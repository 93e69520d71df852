import type { AskedBy, EventCode } from '@hub/domain/adopters/event-codes';
import type { SexPreference } from '@hub/domain/adopters/facts';
import type { HouseholdState } from '@hub/domain/adopters/states';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { BookingState, CourseKind } from '@hub/domain/recruitment/courses';
import type { Person } from '@hub/features/agencies/users.queries';
import type { ApprovalRange, ApprovalReview, Assessment, AssessmentCourse, AssessmentDelay } from '@hub/features/recruitment/assessment.queries';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PersonModel } from '../agencies/person.model';
import { NeedLevelModel } from '../children/unit-card.model';
import { LocalDate } from '../graphql/scalars';

@ObjectType('AssessmentDelay', { description: 'A pause, or an extension of a stage.' })
export class AssessmentDelayModel implements AssessmentDelay {
  @Field(() => String, { description: 'PAUSE, STAGE1, STAGE2: the stage that was extended.' })
  kind!: AssessmentDelay['kind'];

  @Field(() => LocalDate)
  from!: IsoDate;

  @Field(() => LocalDate, { nullable: true, description: 'Of a pause the first day on which it went on, of an extension its last.' })
  to!: IsoDate | null;

  @Field(() => String, { nullable: true })
  code!: EventCode | null;

  @Field(() => String, { nullable: true, description: 'ADOPTERS, EXCEPTIONAL, AGENCY.' })
  askedBy!: AskedBy | null;

  @Field(() => String, { nullable: true })
  words!: string | null;
}

@ObjectType('ApprovalReview')
export class ApprovalReviewModel implements ApprovalReview {
  @Field(() => LocalDate)
  onDate!: IsoDate;

  @Field(() => String, { nullable: true, description: 'CONTINUES, RANGE_CHANGED, TO_PANEL.' })
  outcome!: EventCode | null;

  @Field(() => String, { nullable: true })
  words!: string | null;
}

@ObjectType('ApprovalRange', { description: 'Whom they were thought right for, and would take, from a day on: advice.' })
export class ApprovalRangeModel implements ApprovalRange {
  @Field(() => LocalDate)
  fromOn!: IsoDate;

  @Field(() => Int, { nullable: true })
  ageMinMonths!: number | null;

  @Field(() => Int, { nullable: true })
  ageMaxMonths!: number | null;

  @Field(() => Int, { nullable: true })
  maxChildren!: number | null;

  @Field(() => String, { nullable: true })
  sexPreference!: SexPreference | null;

  @Field(() => [NeedLevelModel])
  offers!: ApprovalRange['offers'];

  @Field(() => Boolean, { nullable: true })
  earlyPermanence!: boolean | null;

  @Field(() => PersonModel, { nullable: true, description: 'Null where the hub itself wrote it.' })
  person!: Person | null;
}

@ObjectType('AssessmentCourse', { description: 'A course that they were booked on.' })
export class AssessmentCourseModel implements AssessmentCourse {
  @Field(() => String)
  course!: string;

  @Field(() => String, { description: 'INFORMATION, PREPARATION, EARLY_PERMANENCE.' })
  kind!: CourseKind;

  @Field(() => LocalDate)
  lastOn!: IsoDate;

  @Field(() => String, { description: 'BOOKED, WAITING, ATTENDED, ABSENT, CANCELLED.' })
  state!: BookingState;
}

@ObjectType('Assessment')
export class AssessmentModel implements Assessment {
  @Field(() => String)
  state!: HouseholdState;

  @Field(() => Boolean, { description: 'Straight to stage two: there is no stage one, rather than one of 0 days.' })
  isFastTrack!: boolean;

  @Field(() => LocalDate, { nullable: true })
  provisionalPanelOn!: IsoDate | null;

  @Field(() => [AssessmentDelayModel], { description: 'The latest first.' })
  delays!: readonly AssessmentDelay[];

  @Field(() => [ApprovalReviewModel])
  reviews!: readonly ApprovalReview[];

  @Field(() => [ApprovalRangeModel])
  ranges!: readonly ApprovalRange[];

  @Field(() => [AssessmentCourseModel])
  courses!: readonly AssessmentCourse[];
}
