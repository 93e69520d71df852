import type { ShownAgeBand } from '@hub/domain/anonymity/shown';
import type { WaitingBand } from '@hub/domain/children/bands';
import type { NeedLevel } from '@hub/domain/children/unit-card';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Contact, Level } from '@hub/domain/matching/pool';
import type { Facet, FacetCount } from '@hub/features/children/search-sql';
import type { ShownUnitCard } from '@hub/features/children/unit-search.queries';
import type { ShownUnitProfile } from '@hub/features/children/unit-view.queries';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { connectionOf } from '../graphql/page-info.model';
import { LocalDate } from '../graphql/scalars';

export enum UnitSortEnum { WAITING = 'WAITING', YOUNGEST = 'YOUNGEST', REFERENCE = 'REFERENCE' }
registerEnumType(UnitSortEnum, { name: 'UnitSort' });

@ObjectType('NeedLevel', { description: 'A level of 0 none, 1 mild, 2 moderate or 3 severe; null is not recorded, which is never the same as 0.' })
export class NeedLevelModel implements NeedLevel {
  @Field(() => String)
  key!: string;

  @Field(() => Int, { nullable: true })
  level!: Level | null;

  @Field(() => Int, { nullable: true, description: 'Where a level is shown as a range, because few have it: its upper end. 0 to 3 is not shown.' })
  upTo?: Level | null;
}

@ObjectType('UnitCard', { description: 'S0: what every member with a live agreement may see.' })
export class UnitCardModel implements ShownUnitCard {
  @Field(() => String)
  reference!: string;

  @Field(() => Int)
  groupSize!: number;

  @Field(() => Boolean, { description: 'The group has groupSize members or more; how many is not shown.' })
  groupOpen!: boolean;

  @Field(() => String)
  youngestBand!: ShownAgeBand;

  @Field(() => String)
  oldestBand!: ShownAgeBand;

  @Field(() => String)
  sex!: ShownUnitCard['sex'];

  @Field(() => [NeedLevelModel])
  needs!: NeedLevel[];

  @Field(() => Int, { nullable: true })
  highestNeed!: Level | null;

  @Field(() => Boolean)
  earlyPermanence!: boolean;

  @Field(() => String)
  regionBand!: string;

  @Field(() => String)
  waitingBand!: WaitingBand;

  @Field(() => Boolean)
  isOwn!: boolean;

  @Field(() => Boolean)
  hasProfile!: boolean;

  @Field(() => String, { nullable: true, description: 'In a search near an own case: the band that its newest run told, NOT_KNOWN for whom it did not list. Else null.' })
  distanceBand?: string | null;
}

@ObjectType('UnitProfile', { description: 'S1: only while a release is live.' })
export class UnitProfileModel implements ShownUnitProfile {
  @Field(() => [String])
  heritageGroups!: ShownUnitProfile['heritageGroups'];

  @Field(() => Int, { nullable: true })
  contact!: Contact | null;

  @Field(() => String)
  progress!: string;

  @Field(() => String, { nullable: true })
  about!: string | null;

  @Field(() => LocalDate, { nullable: true })
  expiresOn!: IsoDate | null;
}

@ObjectType('FacetCount')
export class FacetCountModel implements FacetCount {
  @Field(() => String)
  value!: string;

  @Field(() => Int)
  count!: number;
}

@ObjectType('Facet', { description: 'For each value, how many the search would find with it chosen.' })
export class FacetModel implements Facet {
  @Field(() => String)
  name!: string;

  @Field(() => [FacetCountModel])
  counts!: FacetCount[];
}

@ObjectType('UnitConnection')
export class UnitConnectionModel extends connectionOf(UnitCardModel, 'Unit') {
  @Field(() => [FacetModel])
  facets!: Facet[];
}
