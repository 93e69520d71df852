import type { ChannelKind, ChannelResult, OutsideKind, OutsideOutcome } from '@hub/domain/channels/channels';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { ChannelRequest, OutsideHouseholdRequest } from '@hub/features/channels/channels.service';
import type { OutsideAgency } from '@hub/features/channels/outside-agencies.queries';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { LocalDate } from '../graphql/scalars';

@InputType('OutsideAgencyInput', { description: 'An agency outside the region, by its name: recorded when the first search reaches it.' })
export class OutsideAgencyInput implements OutsideAgency {
  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'COUNCIL, REGIONAL, VOLUNTARY, OTHER.' })
  kind!: OutsideKind;
}

@InputType('ChannelInput')
export class ChannelInput implements ChannelRequest {
  @Field(() => String)
  unit!: string;

  @Field(() => ID, { nullable: true, description: 'Of an entry that is changed.' })
  id?: string | null;

  @Field(() => Int, { nullable: true, description: 'The version that the person saw.' })
  version?: number | null;

  @Field(() => String)
  kind!: ChannelKind;

  @Field(() => OutsideAgencyInput, { nullable: true })
  agency?: OutsideAgency | null;

  @Field(() => LocalDate)
  startedOn!: IsoDate;

  @Field(() => LocalDate, { nullable: true })
  endedOn?: IsoDate | null;

  @Field(() => String, { nullable: true })
  result?: ChannelResult | null;

  @Field(() => String, { nullable: true })
  words?: string | null;
}

@InputType('OutsideHouseholdInput')
export class OutsideHouseholdInput implements OutsideHouseholdRequest {
  @Field(() => String)
  unit!: string;

  @Field(() => ID, { nullable: true })
  id?: string | null;

  @Field(() => Int, { nullable: true })
  version?: number | null;

  @Field(() => OutsideAgencyInput)
  agency!: OutsideAgency;

  @Field(() => String)
  givenReference!: string;

  @Field(() => String, { nullable: true })
  householdKind?: 'SINGLE' | 'COUPLE' | null;

  @Field(() => Int, { nullable: true })
  maxChildren?: number | null;

  @Field(() => Int, { nullable: true })
  ageMinMonths?: number | null;

  @Field(() => Int, { nullable: true })
  ageMaxMonths?: number | null;

  @Field(() => LocalDate)
  onDate!: IsoDate;

  @Field(() => String)
  outcome!: OutsideOutcome;

  @Field(() => String, { nullable: true })
  words?: string | null;
}
