import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { SuggestionsService, type Suggestion, type Suggestions } from '@hub/features/matching/suggestions.service';
import { CurrentActor } from '../graphql/current-actor';
import { sliceConnection, type Connection } from '../graphql/paging';
import { SuggestionConnectionModel } from './shortlist.model';
import { SuggestionsModel } from './suggestions.model';

@Resolver(() => SuggestionsModel)
export class SuggestionsResolver {
  constructor(private readonly suggested: SuggestionsService) {}

  @Query(() => SuggestionsModel, { nullable: true, description: "Of the newest finished run about this household, or of one run. The household's agency alone and the hub's coordinators read it." })
  suggestions(
    @CurrentActor() actor: Actor,
    @Args('household', { type: () => String }) household: string,
    @Args('run', { type: () => String, nullable: true }) run?: string,
  ): Promise<Suggestions | null> {
    return this.suggested.suggestions(actor, household, run ?? null);
  }

  @ResolveField(() => SuggestionConnectionModel)
  units(
    @Parent() { units }: Suggestions,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
    @Args('status', { type: () => String, nullable: true }) status?: string,
  ): Connection<Suggestion> {
    return sliceConnection(status ? units.filter((unit) => unit.status === status) : units, first, after);
  }
}
