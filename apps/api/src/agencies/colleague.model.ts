import type { Person } from '@hub/features/agencies/users.queries';
import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType('Colleague', { description: 'A person of the own agency.' })
export class ColleagueModel implements Person {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  displayName!: string;
}
