import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { BookingState, CourseKind, CourseSetting, CourseStatus } from '@hub/domain/recruitment/courses';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { Course, CourseGuest, CourseView } from '@hub/features/recruitment/course-view.queries';
import type { OwnBooking } from '@hub/features/recruitment/courses.queries';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { LocalDate } from '../graphql/scalars';

export enum CourseKindEnum { INFORMATION = 'INFORMATION', PREPARATION = 'PREPARATION', EARLY_PERMANENCE = 'EARLY_PERMANENCE' }
registerEnumType(CourseKindEnum, { name: 'CourseKind' });

export enum CourseSettingEnum { IN_PERSON = 'IN_PERSON', ONLINE = 'ONLINE' }
registerEnumType(CourseSettingEnum, { name: 'CourseSetting' });

export enum CourseWhenEnum { TO_COME = 'TO_COME', PAST = 'PAST' }
registerEnumType(CourseWhenEnum, { name: 'CourseWhen' });

@ObjectType('Course', { description: 'A course for people on their way to approval, with how many places of it are taken.' })
export class CourseModel implements Course {
  @Field(() => String)
  reference!: string;

  @Field(() => AgencyModel, { nullable: true, description: 'Who plans it.' })
  agency!: AgencySummary | null;

  @Field(() => AgencyModel, { nullable: true, description: 'At whose house it is.' })
  venue!: AgencySummary | null;

  @Field(() => CourseKindEnum)
  kind!: CourseKind;

  @Field(() => CourseSettingEnum)
  setting!: CourseSetting;

  @Field(() => [LocalDate])
  days!: readonly IsoDate[];

  @Field(() => LocalDate)
  firstOn!: IsoDate;

  @Field(() => LocalDate)
  lastOn!: IsoDate;

  @Field(() => String, { description: 'PLANNED, CANCELLED.' })
  status!: CourseStatus;

  @Field(() => Int)
  places!: number;

  @Field(() => Int)
  taken!: number;

  @Field(() => Int)
  waiting!: number;

  @Field(() => Int)
  version!: number;

  @Field(() => Boolean, { description: 'The viewer’s agency plans it.' })
  isOurs!: boolean;
}

@ObjectType('CourseBooking', { description: 'Of the own agency.' })
export class CourseBookingModel implements OwnBooking {
  @Field(() => String)
  booking!: string;

  @Field(() => String)
  household!: string;

  @Field(() => String, { description: 'BOOKED, WAITING, ATTENDED, ABSENT.' })
  state!: BookingState;
}

@ObjectType('CourseGuest', { description: 'Somebody’s booking, for the agency that plans the course: no household.' })
export class CourseGuestModel implements CourseGuest {
  @Field(() => String)
  booking!: string;

  @Field(() => AgencyModel, { nullable: true })
  agency!: AgencySummary | null;

  @Field(() => String)
  state!: BookingState;
}

@ObjectType('CourseView')
export class CourseViewModel extends CourseModel implements CourseView {
  @Field(() => [CourseBookingModel], { description: 'The own agency’s.' })
  bookings!: readonly OwnBooking[];

  @Field(() => [CourseGuestModel], { description: 'Everybody’s, where the own agency plans the course.' })
  guests!: readonly CourseGuest[];
}
