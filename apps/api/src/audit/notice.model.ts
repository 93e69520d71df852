import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Notice } from '@hub/features/audit/notices.queries';
import { AgencyModel } from '../agencies/agency.model';
import { DateTime, LocalDate } from '../graphql/scalars';

@ObjectType('Notice', { description: 'A message of the hub to this person or to a role that they hold. kind says what happened.' })
export class NoticeModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  kind!: Notice['kind'];

  @Field(() => String, { nullable: true })
  subjectType!: Notice['subjectType'];

  @Field(() => String, { nullable: true })
  subject!: string | null;

  @Field(() => String, { nullable: true, description: 'Whose doing it is about, where that is a colleague.' })
  person!: string | null;

  @Field(() => AgencyModel, { nullable: true })
  agency!: Notice['agency'];

  @Field(() => DateTime)
  at!: Date;

  @Field(() => LocalDate, { nullable: true, description: 'The day of which it reminds.' })
  dueOn!: Notice['dueOn'];

  @Field(() => Int, { nullable: true, description: 'How many days ahead it reminds: 60, 30, 7, or 0 for the day itself.' })
  daysLeft!: Notice['daysLeft'];

  @Field(() => Int, { nullable: true, description: 'How many, where it tells of several.' })
  count!: number | null;

  @Field(() => Int, { description: 'How many unread ones about the same link this is the last of.' })
  folded!: number;
}
