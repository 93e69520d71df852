import { Field, ID, ObjectType } from '@nestjs/graphql';

/** A colleague as others see them: never with an address. */
@ObjectType('Person')
export class PersonModel {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  displayName!: string;
}
