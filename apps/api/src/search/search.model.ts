import { ArgsType, Field, ID, InputType, Int, IntersectionType, ObjectType, OmitType, registerEnumType } from '@nestjs/graphql';
import type { SearchTells } from '@hub/domain/search/saved-search';
import type { SelectionOf } from '@hub/domain/search/selection';
import type { Person } from '@hub/features/agencies/users.queries';
import type { NewSearch, SavedSearch, SearchChange } from '@hub/features/search/searches.queries';
import { HouseholdFilterInput } from '../adopters/household.input';
import { HouseholdConnectionModel } from '../adopters/household-card.model';
import { PersonModel } from '../agencies/person.model';
import { UnitConnectionModel } from '../children/unit-card.model';
import { NeedFilterInput, UnitFilterInput } from '../children/units.input';
import { DateTime } from '../graphql/scalars';
import { SelectionOfEnum } from './selection.model';

export enum SearchTellsEnum { HOURLY = 'HOURLY', DAILY = 'DAILY', WEEKLY = 'WEEKLY', NEVER = 'NEVER' }
registerEnumType(SearchTellsEnum, { name: 'SearchTells', description: 'When its owner is told of new results: within the hour, once a day, once a week, or never.' });

@ObjectType('SavedNeed')
class SavedNeedModel extends OmitType(NeedFilterInput, [], ObjectType) {}

// What is asked for one time: which records, and how far they are, are no part of what is kept.
const ONCE = ['references', 'distanceBands'] as const;

@ObjectType('SavedFilter', { description: 'As UnitFilter or HouseholdFilter, by what the search holds.' })
export class SavedFilterModel extends IntersectionType(
  OmitType(UnitFilterInput, [...ONCE, 'nearHousehold', 'needs'], ObjectType), OmitType(HouseholdFilterInput, [...ONCE, 'nearUnit', 'acceptsAtLeast'], ObjectType), ObjectType,
) {
  @Field(() => [SavedNeedModel], { nullable: true })
  needs?: SavedNeedModel[] | null;

  @Field(() => [SavedNeedModel], { nullable: true })
  acceptsAtLeast?: SavedNeedModel[] | null;
}

@ObjectType('SavedSearch', { description: 'A filter that a person keeps, to be told of what it newly finds.' })
export class SavedSearchModel implements SavedSearch {
  @Field(() => ID)
  id!: string;

  @Field(() => SelectionOfEnum)
  holds!: SelectionOf;

  @Field(() => String, { nullable: true })
  name!: string | null;

  @Field(() => SavedFilterModel, { nullable: true })
  filter!: SavedSearch['filter'];

  @Field(() => Boolean, { description: 'Read by everybody of the agency who looks for families; changed by its owner alone.' })
  shared!: boolean;

  @Field(() => SearchTellsEnum)
  tells!: SearchTells;

  @Field(() => Boolean)
  paused!: boolean;

  @Field(() => PersonModel)
  owner!: Person;

  @Field(() => Boolean)
  isOwn!: boolean;

  @Field(() => Int, { description: 'Found since the viewer opened it last.' })
  newCount!: number;

  @Field(() => DateTime)
  lastRunAt!: Date;
}

@ObjectType('SearchResults', { description: 'One of the two lists is null.' })
export class SearchResultsModel {
  @Field(() => UnitConnectionModel, { nullable: true })
  units!: UnitConnectionModel | null;

  @Field(() => HouseholdConnectionModel, { nullable: true })
  households!: HouseholdConnectionModel | null;

  @Field(() => Int, { description: 'Of all that it finds.' })
  newCount!: number;

  @Field(() => [String], { description: 'Of those on this page.' })
  newReferences!: readonly string[];

  @Field(() => Boolean, { description: 'It finds more than are looked at for what is new.' })
  isCut!: boolean;
}

@ArgsType()
export class SearchResultsArgs {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTime, { nullable: true, description: 'What was found later is new; left out, since the viewer opened it last.' })
  since?: Date | null;

  @Field(() => Boolean, { nullable: true })
  onlyNew?: boolean | null;

  @Field(() => Int, { nullable: true, defaultValue: 20 })
  first?: number | null;

  @Field(() => String, { nullable: true })
  after?: string | null;
}

@InputType('SaveSearchInput', { description: 'Either units or households.' })
export class SaveSearchInput implements NewSearch {
  @Field(() => String)
  name!: string;

  @Field(() => Boolean)
  shared!: boolean;

  @Field(() => SearchTellsEnum)
  tells!: SearchTells;

  @Field(() => UnitFilterInput, { nullable: true })
  units?: UnitFilterInput | null;

  @Field(() => HouseholdFilterInput, { nullable: true })
  households?: HouseholdFilterInput | null;
}

@InputType('ChangeSavedSearchInput', { description: 'What is left out stays.' })
export class ChangeSavedSearchInput implements SearchChange {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { nullable: true })
  name?: string | null;

  @Field(() => Boolean, { nullable: true })
  shared?: boolean | null;

  @Field(() => SearchTellsEnum, { nullable: true })
  tells?: SearchTells | null;

  @Field(() => Boolean, { nullable: true })
  paused?: boolean | null;
}
