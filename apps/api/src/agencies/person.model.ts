import { Field, ObjectType } from '@nestjs/graphql';

/** Somebody as others see them: never with an address, and with no id, for people of other agencies are shown so too (trust.md ANON-8). */
@ObjectType('Person')
export class PersonModel {
  @Field(() => String)
  displayName!: string;
}
