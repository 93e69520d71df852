import type { SexPreference } from '@hub/domain/adopters/facts';
import type { NeedLevel } from '@hub/domain/children/unit-card';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Facet } from '@hub/features/children/search-sql';
import type { ShownHouseholdCard } from '@hub/features/adopters/household-search.queries';
import type { ShownHouseholdProfile } from '@hub/features/adopters/household-view.queries';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { FacetModel, NeedLevelModel } from '../children/unit-card.model';
import { connectionOf } from '../graphql/page-info.model';
import { LocalDate } from '../graphql/scalars';

export enum HouseholdSortEnum { STAGE = 'STAGE', ROOM = 'ROOM', REFERENCE = 'REFERENCE' }
registerEnumType(HouseholdSortEnum, { name: 'HouseholdSort' });

@ObjectType('HouseholdCard', { description: 'S0: the approved range and the offers.' })
export class HouseholdCardModel implements ShownHouseholdCard {
  @Field(() => String)
  reference!: string;

  @Field(() => Int, { nullable: true })
  approvedFromMonths!: number | null;

  @Field(() => Int, { nullable: true })
  approvedToMonths!: number | null;

  @Field(() => Int, { nullable: true })
  maxChildren!: number | null;

  @Field(() => String, { nullable: true })
  sexPreference!: SexPreference | null;

  @Field(() => [NeedLevelModel], { description: 'The level that the household would accept, by need.' })
  offers!: NeedLevel[];

  @Field(() => Boolean, { nullable: true })
  earlyPermanence!: boolean | null;

  @Field(() => String)
  regionBand!: string;

  @Field(() => String, { description: 'APPROVED or STAGE_TWO; OTHER for an own household that is not in the pool.' })
  stage!: ShownHouseholdCard['stage'];

  @Field(() => Boolean)
  isOwn!: boolean;

  @Field(() => Boolean)
  hasProfile!: boolean;

  @Field(() => String, { nullable: true, description: 'In a search near an own case: the band that its newest run told, NOT_KNOWN for whom it did not list. Else null.' })
  distanceBand?: string | null;
}

@ObjectType('HouseholdProfile', { description: 'S1: only while a release is live.' })
export class HouseholdProfileModel implements ShownHouseholdProfile {
  @Field(() => String, { nullable: true })
  householdType!: string | null;

  @Field(() => String, { nullable: true })
  experience!: string | null;

  @Field(() => String, { nullable: true })
  about!: string | null;

  @Field(() => [String])
  heritageGroups!: ShownHouseholdProfile['heritageGroups'];

  @Field(() => LocalDate, { nullable: true })
  expiresOn!: IsoDate | null;
}

@ObjectType('HouseholdConnection')
export class HouseholdConnectionModel extends connectionOf(HouseholdCardModel, 'Household') {
  @Field(() => [FacetModel])
  facets!: Facet[];
}
