import type { Person } from '@hub/features/agencies/users.queries';
import type { RulingOut } from '@hub/features/matching/ruled-out.queries';
import { Field, ObjectType } from '@nestjs/graphql';
import { PersonModel } from '../agencies/person.model';
import { DateTime } from '../graphql/scalars';

@ObjectType('RulingOut', { description: 'A decision of the own agency against a pair.' })
export class RulingOutModel implements RulingOut {
  @Field(() => String, { nullable: true, description: 'Null where it was destroyed with a record.' })
  reason!: string | null;

  @Field(() => PersonModel)
  person!: Person;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => DateTime, { nullable: true })
  liftedAt!: Date | null;
}
