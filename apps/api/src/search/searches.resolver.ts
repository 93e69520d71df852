import { Args, ID, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { newSearch, resultsWish, searchChange, searchId } from '@hub/features/search/inputs';
import type { NewSearch, SavedSearch, SearchChange } from '@hub/features/search/searches.queries';
import { SearchesService } from '@hub/features/search/searches.service';
import { CurrentActor } from '../graphql/current-actor';
import { connection, pageRequest } from '../graphql/paging';
import { DateTime } from '../graphql/scalars';
import { ZodPipe } from '../graphql/zod.pipe';
import { MyWorkModel } from '../work/my-work.model';
import { ChangeSavedSearchInput, SavedSearchModel, SaveSearchInput, SearchResultsArgs, SearchResultsModel } from './search.model';

const ID_ARG = () => Args('id', { type: () => ID }, new ZodPipe(searchId));

@Resolver()
export class SearchesResolver {
  constructor(private readonly searches: SearchesService) {}

  @Query(() => [SavedSearchModel], { name: 'savedSearches', description: 'The viewer’s own, then those shared in their agency.' })
  list(@CurrentActor() actor: Actor): Promise<SavedSearch[]> {
    return this.searches.list(actor);
  }

  @Query(() => SavedSearchModel, { nullable: true, description: 'Null alike for one that does not exist and for one that the viewer may not read.' })
  savedSearch(@CurrentActor() actor: Actor, @ID_ARG() id: string): Promise<SavedSearch | null> {
    return this.searches.find(actor, id);
  }

  @Query(() => SearchResultsModel, { nullable: true, description: 'What it finds now, with the viewer’s own rights.' })
  async savedSearchResults(
    @CurrentActor() actor: Actor, @Args(new ZodPipe(resultsWish)) { id, since, onlyNew, first, after }: SearchResultsArgs,
  ): Promise<object | null> {
    const found = await this.searches.results(actor, id, { since, onlyNew: onlyNew ?? false, ...pageRequest(first ?? 20, after) });
    if (!found) return null;
    const { units, households } = found;
    return {
      ...found, units: units && { ...connection(units, ({ position }) => position), facets: units.facets },
      households: households && { ...connection(households, ({ position }) => position), facets: households.facets },
    };
  }

  @Mutation(() => SavedSearchModel)
  saveSearch(@CurrentActor() actor: Actor, @Args('input', { type: () => SaveSearchInput }, new ZodPipe(newSearch)) input: NewSearch): Promise<SavedSearch> {
    return this.searches.save(actor, input);
  }

  @Mutation(() => SavedSearchModel, { description: 'By its owner.' })
  changeSavedSearch(@CurrentActor() actor: Actor, @Args('input', { type: () => ChangeSavedSearchInput }, new ZodPipe(searchChange)) { id, ...change }: SearchChange & { id: string }): Promise<SavedSearch> {
    return this.searches.change(actor, id, change);
  }

  @Mutation(() => DateTime, { description: 'Notes that the viewer looks at it now; answers since when what it finds is new to them.' })
  openSavedSearch(@CurrentActor() actor: Actor, @ID_ARG() id: string): Promise<Date> {
    return this.searches.open(actor, id);
  }

  @Mutation(() => Boolean, { description: 'By its owner, for everybody who reads it.' })
  endSavedSearch(@CurrentActor() actor: Actor, @ID_ARG() id: string): Promise<boolean> {
    return this.searches.end(actor, id);
  }
}

/** Of a person's work what their saved searches found. */
@Resolver(() => MyWorkModel)
export class MySearchesResolver {
  constructor(private readonly searches: SearchesService) {}

  @ResolveField(() => Int, { description: 'New results of the viewer’s own saved searches.' })
  newResults(@CurrentActor() actor: Actor): Promise<number> {
    return this.searches.newResults(actor);
  }
}
