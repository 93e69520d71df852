import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Person } from '@hub/features/agencies/users.queries';
import type { LocalSearch, LocalSearchChange } from '@hub/features/local-search/local-search.queries';
import type { LocalSearchPolicy } from '@hub/features/local-search/policy.queries';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { PersonModel } from '../agencies/person.model';
import { DateTime, LocalDate } from '../graphql/scalars';

@ObjectType('LocalSearchPolicy', { description: 'For how many days new records stay with their own agency.' })
export class LocalSearchPolicyModel implements LocalSearchPolicy {
  @Field(() => LocalDate)
  startsOn!: IsoDate;

  @Field(() => Int)
  unitDays!: number;

  @Field(() => Int)
  householdDays!: number;

  @Field(() => Boolean, { description: 'The region’s default.' })
  isRegional!: boolean;
}

@ObjectType('LocalSearchChange')
export class LocalSearchChangeModel implements LocalSearchChange {
  @Field(() => LocalDate, { nullable: true })
  wasOn!: IsoDate | null;

  @Field(() => LocalDate)
  widensOn!: IsoDate;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => PersonModel, { nullable: true })
  person!: Person | null;

  @Field(() => DateTime)
  at!: Date;
}

@ObjectType('LocalSearch', { description: 'How the record stands between its own agency and the region.' })
export class LocalSearchModel implements LocalSearch {
  @Field(() => LocalDate, { nullable: true })
  startedOn!: IsoDate | null;

  @Field(() => LocalDate, { nullable: true, description: 'The first day on which the region sees it.' })
  widensOn!: IsoDate | null;

  @Field(() => Boolean, { description: 'Its own agency alone sees it.' })
  isKept!: boolean;

  @Field(() => [LocalSearchChangeModel])
  changes!: readonly LocalSearchChange[];
}
