import type { Role } from '@hub/domain/access/actor';
import type { UserStatus } from '@hub/features/agencies/users.queries';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { connectionOf } from '../graphql/page-info.model';
import { DateTime } from '../graphql/scalars';

export enum UserStatusEnum { INVITED = 'INVITED', ACTIVE = 'ACTIVE', DISABLED = 'DISABLED' }
registerEnumType(UserStatusEnum, { name: 'UserStatus' });

@ObjectType('User')
export class UserModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => String)
  email!: string;

  @Field(() => [String])
  roles!: Role[];

  @Field(() => UserStatusEnum)
  status!: UserStatus;

  @Field(() => AgencyModel)
  agency!: AgencyModel;

  @Field(() => DateTime, { nullable: true })
  lastSeenAt!: Date | null;
}

@ObjectType('UserConnection')
export class UserConnectionModel extends connectionOf(UserModel, 'User') {}

@ObjectType('InvitedUser')
export class InvitedUserModel {
  @Field(() => UserModel)
  user!: UserModel;

  @Field(() => String, { description: 'Shown once. The person sets a password with it, within a week.' })
  invitationToken!: string;
}

@ObjectType('Viewer')
export class ViewerModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => AgencyModel)
  agency!: AgencyModel;

  @Field(() => [String])
  roles!: Role[];

  @Field(() => [String], { description: 'What the access table lets this person do.' })
  actions!: string[];

  @Field(() => Boolean, { description: 'True where the region is the invented one.' })
  demonstration!: boolean;
}
