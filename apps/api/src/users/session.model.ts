import { Field, ID, ObjectType } from '@nestjs/graphql';
import { PersonModel } from '../agencies/person.model';
import { DateTime } from '../graphql/scalars';

@ObjectType('Session', { description: 'A browser in which the viewer is signed in.' })
export class SessionModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true, description: 'Browser and system, such as "Firefox on Windows"; the hub keeps no address.' })
  device!: string | null;

  @Field(() => DateTime)
  createdAt!: Date;

  @Field(() => DateTime)
  lastSeenAt!: Date;

  @Field(() => Boolean, { description: 'The one that asks.' })
  isCurrent!: boolean;
}

@ObjectType('ApiToken', { description: 'A live token, without its secret.' })
export class ApiTokenModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  label!: string;

  @Field(() => PersonModel)
  owner!: PersonModel;

  @Field(() => DateTime)
  createdAt!: Date;

  @Field(() => DateTime, { nullable: true, description: 'To half a minute; null while it was never used.' })
  lastUsedAt!: Date | null;

  @Field(() => DateTime)
  expiresAt!: Date;
}

@ObjectType('CreatedApiToken')
export class CreatedApiTokenModel {
  @Field(() => String)
  label!: string;

  @Field(() => String, { description: 'Shown once; the hub keeps its hash only.' })
  token!: string;

  @Field(() => DateTime)
  expiresAt!: Date;
}
