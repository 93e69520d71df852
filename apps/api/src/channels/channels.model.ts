import type { ChannelKind, ChannelResult, OutsideOutcome } from '@hub/domain/channels/channels';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { AgencySummary } from '@hub/features/agencies/agencies.queries';
import type { Person } from '@hub/features/agencies/users.queries';
import type { OutsideHousehold, SearchChannel, SearchLog } from '@hub/features/channels/channels.queries';
import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { AgencyModel } from '../agencies/agency.model';
import { PersonModel } from '../agencies/person.model';
import { DateTime, LocalDate } from '../graphql/scalars';

@ObjectType('SearchChannel', { description: 'Where a search went beyond the region.' })
export class SearchChannelModel implements SearchChannel {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'NATIONAL_SITE, ACTIVITY_DAY, EXCHANGE_EVENT, MAGAZINE, OTHER_AGENCY.' })
  kind!: ChannelKind;

  @Field(() => AgencyModel, { nullable: true })
  agency!: AgencySummary | null;

  @Field(() => LocalDate)
  startedOn!: IsoDate;

  @Field(() => LocalDate, { nullable: true })
  endedOn!: IsoDate | null;

  @Field(() => String, { nullable: true })
  result!: ChannelResult | null;

  @Field(() => String, { nullable: true })
  words!: string | null;

  @Field(() => PersonModel, { nullable: true, description: 'Who wrote it last.' })
  person!: Person | null;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => Int)
  version!: number;
}

@ObjectType('OutsideHousehold', { description: 'A family of an agency outside the region whom a search reached.' })
export class OutsideHouseholdModel implements OutsideHousehold {
  @Field(() => ID)
  id!: string;

  @Field(() => AgencyModel, { nullable: true })
  agency!: AgencySummary | null;

  @Field(() => String, { nullable: true, description: 'What their agency calls them.' })
  givenReference!: string | null;

  @Field(() => String, { nullable: true })
  householdKind!: 'SINGLE' | 'COUPLE' | null;

  @Field(() => Int, { nullable: true })
  maxChildren!: number | null;

  @Field(() => Int, { nullable: true })
  ageMinMonths!: number | null;

  @Field(() => Int, { nullable: true })
  ageMaxMonths!: number | null;

  @Field(() => LocalDate)
  onDate!: IsoDate;

  @Field(() => String)
  outcome!: OutsideOutcome;

  @Field(() => String, { nullable: true })
  words!: string | null;

  @Field(() => PersonModel, { nullable: true })
  person!: Person | null;

  @Field(() => DateTime)
  at!: Date;

  @Field(() => Int)
  version!: number;
}

@ObjectType('SearchLog')
export class SearchLogModel implements SearchLog {
  @Field(() => [SearchChannelModel])
  channels!: readonly SearchChannel[];

  @Field(() => [OutsideHouseholdModel])
  households!: readonly OutsideHousehold[];
}
