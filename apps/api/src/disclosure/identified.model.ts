import type { ChildIdentified, HouseholdIdentified } from '@hub/domain/disclosure/identified';
import { Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType('ChildIdentified', { description: 'Stage S2 of one child, granted to named agencies or people: no surname, birth date or address is loaded for it.' })
export class ChildIdentifiedModel implements ChildIdentified {
  @Field(() => String, { nullable: true })
  firstName!: string | null;

  @Field(() => Int, { nullable: true, description: 'Completed years.' })
  ageYears!: number | null;

  @Field(() => Int, { nullable: true, description: 'Completed months beyond the years.' })
  ageMonths!: number | null;

  @Field(() => String, { nullable: true })
  healthSummary!: string | null;

  @Field(() => String, { nullable: true, description: 'The reference of the photo, at /photos/granted/unit/UNIT/PHOTO; null where two people have not decided to show it.' })
  photo!: string | null;
}

@ObjectType('HouseholdIdentified', { description: 'Stage S2 of a household, granted to named agencies or people: no surname or address is loaded for it.' })
export class HouseholdIdentifiedModel implements HouseholdIdentified {
  @Field(() => [String])
  firstNames!: readonly string[];

  @Field(() => String, { nullable: true })
  reportSummary!: string | null;

  @Field(() => String, { nullable: true, description: 'The reference of the photo, at /photos/granted/household/HOUSEHOLD/PHOTO; null where two people have not decided to show it, and without the adopters’ consent.' })
  photo!: string | null;
}
