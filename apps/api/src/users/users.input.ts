import { Field, ID, InputType } from '@nestjs/graphql';
import { UserStatusEnum } from './user.model';

@InputType('CreateUserInput')
export class CreateUserInput {
  @Field(() => String, { description: 'Code of the agency.' })
  agency!: string;

  @Field(() => String)
  email!: string;

  @Field(() => String)
  displayName!: string;

  @Field(() => [String])
  roles!: string[];
}

@InputType('ChangeUserInput', { description: 'Only the fields that are given change.' })
export class ChangeUserInput {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  displayName?: string | null;

  @Field(() => [String], { nullable: true })
  roles?: string[] | null;

  @Field(() => UserStatusEnum, { nullable: true })
  status?: UserStatusEnum | null;
}
