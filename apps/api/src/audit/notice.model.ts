import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { Notice } from '@hub/features/audit/notices.queries';
import { AgencyModel } from '../agencies/agency.model';
import { DateTime } from '../graphql/scalars';

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
}
