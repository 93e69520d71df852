import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { Course, CourseView } from '@hub/features/recruitment/course-view.queries';
import type { CourseWhen } from '@hub/features/recruitment/courses.queries';
import { CoursesService, type BookingRequest, type CourseChange, type CourseRequest } from '@hub/features/recruitment/courses.service';
import { attendance, bookingCancel, bookingRequest, courseCancel, courseChange, courseRequest } from '@hub/features/recruitment/inputs';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { BookCourseInput, CancelCourseBookingInput, CancelCourseInput, ChangeCourseInput, PlanCourseInput, CourseAttendanceInput } from './course.input';
import { CourseModel, CourseViewModel, CourseWhenEnum } from './course.model';

@Resolver()
export class CoursesResolver {
  constructor(private readonly service: CoursesService) {}

  @Query(() => [CourseModel], { description: 'Courses of the agencies that share with the own, the next first.' })
  courses(@CurrentActor() actor: Actor, @Args('when', { type: () => CourseWhenEnum, nullable: true, defaultValue: CourseWhenEnum.TO_COME }) when: CourseWhen): Promise<readonly Course[]> {
    return this.service.list(actor, when);
  }

  @Query(() => CourseViewModel, { nullable: true })
  course(@CurrentActor() actor: Actor, @Args('reference', { type: () => String }) reference: string): Promise<CourseView | null> {
    return this.service.find(actor, reference);
  }

  @Mutation(() => CourseViewModel)
  planCourse(@CurrentActor() actor: Actor, @Args('input', { type: () => PlanCourseInput }, new ZodPipe(courseRequest)) input: CourseRequest): Promise<CourseView> {
    return this.service.plan(actor, input);
  }

  @Mutation(() => CourseViewModel)
  changeCourse(@CurrentActor() actor: Actor, @Args('input', { type: () => ChangeCourseInput }, new ZodPipe(courseChange)) input: CourseChange): Promise<CourseView> {
    return this.service.change(actor, input);
  }

  @Mutation(() => CourseViewModel, { description: 'Frees everybody who was booked, and tells their workers.' })
  cancelCourse(@CurrentActor() actor: Actor, @Args('input', { type: () => CancelCourseInput }, new ZodPipe(courseCancel)) { course, version }: CancelCourseInput): Promise<CourseView> {
    return this.service.cancel(actor, course, version);
  }

  @Mutation(() => CourseViewModel, { description: 'A place where one is free, else the waiting list.' })
  bookCourse(@CurrentActor() actor: Actor, @Args('input', { type: () => BookCourseInput }, new ZodPipe(bookingRequest)) input: BookingRequest): Promise<CourseView> {
    return this.service.book(actor, input);
  }

  @Mutation(() => CourseViewModel)
  cancelCourseBooking(@CurrentActor() actor: Actor, @Args('input', { type: () => CancelCourseBookingInput }, new ZodPipe(bookingCancel)) { course, booking }: CancelCourseBookingInput): Promise<CourseView> {
    return this.service.cancelBooking(actor, course, booking);
  }

  @Mutation(() => CourseViewModel, { description: 'For the agency that plans the course, once it is over.' })
  recordCourseAttendance(@CurrentActor() actor: Actor, @Args('input', { type: () => CourseAttendanceInput }, new ZodPipe(attendance)) { course, booking, attended }: CourseAttendanceInput): Promise<CourseView> {
    return this.service.attend(actor, course, booking, attended);
  }
}
