import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { CourseKind, CourseSetting } from '@hub/domain/recruitment/courses';
import type { BookingRequest, CourseChange, CourseRequest } from '@hub/features/recruitment/courses.service';
import { Field, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';
import { CourseKindEnum, CourseSettingEnum } from './course.model';

@InputType('CourseTermsInput', { isAbstract: true })
class CourseTermsInput {
  @Field(() => CourseSettingEnum)
  setting!: CourseSetting;

  @Field(() => String, { nullable: true, description: 'The agency at whose house it is, by code; without one the own.' })
  venue?: string | null;

  @Field(() => [LocalDate])
  days!: IsoDate[];

  @Field(() => Int)
  places!: number;
}

@InputType('PlanCourseInput')
export class PlanCourseInput extends CourseTermsInput implements CourseRequest {
  @Field(() => CourseKindEnum)
  kind!: CourseKind;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType('ChangeCourseInput')
export class ChangeCourseInput extends CourseTermsInput implements CourseChange {
  @Field(() => String)
  course!: string;

  @Field(() => Int)
  version!: number;
}

@InputType('CancelCourseInput')
export class CancelCourseInput {
  @Field(() => String)
  course!: string;

  @Field(() => Int)
  version!: number;
}

@InputType('BookCourseInput')
export class BookCourseInput implements BookingRequest {
  @Field(() => String)
  course!: string;

  @Field(() => String)
  household!: string;

  @Field(() => String, { nullable: true })
  idempotencyKey?: string | null;
}

@InputType('CancelCourseBookingInput')
export class CancelCourseBookingInput {
  @Field(() => String)
  course!: string;

  @Field(() => String)
  booking!: string;
}

@InputType('CourseAttendanceInput')
export class CourseAttendanceInput extends CancelCourseBookingInput {
  @Field(() => Boolean)
  attended!: boolean;
}
