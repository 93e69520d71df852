import { Args, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { ShortlistsService, type BlockedHousehold, type Explanation, type Shortlist, type ShortlistCandidate } from '@hub/features/matching/shortlists.service';
import { CurrentActor } from '../graphql/current-actor';
import { sliceConnection, type Connection } from '../graphql/paging';
import { ExplanationModel } from './explanation.model';
import { BlockedConnectionModel, CandidateConnectionModel, ShortlistModel } from './shortlist.model';

@Resolver(() => ShortlistModel)
export class ShortlistsResolver {
  constructor(private readonly shortlists: ShortlistsService) {}

  @Query(() => ShortlistModel, { nullable: true, description: 'The newest finished result that looked at this unit, or that of one run.' })
  shortlist(
    @CurrentActor() actor: Actor,
    @Args('unit', { type: () => String }) unit: string,
    @Args('run', { type: () => String, nullable: true }) run?: string,
  ): Promise<Shortlist | null> {
    return this.shortlists.shortlist(actor, unit, run ?? null);
  }

  @Query(() => ExplanationModel, { nullable: true, description: 'One pair in full; works for blocked pairs too.' })
  explanation(
    @CurrentActor() actor: Actor,
    @Args('unit', { type: () => String }) unit: string,
    @Args('household', { type: () => String }) household: string,
    @Args('run', { type: () => String, nullable: true }) run?: string,
  ): Promise<Explanation | null> {
    return this.shortlists.explain(actor, unit, household, run ?? null);
  }

  @ResolveField(() => CandidateConnectionModel)
  candidates(
    @Parent() { candidates }: Shortlist,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
    @Args('status', { type: () => String, nullable: true }) status?: string,
  ): Connection<ShortlistCandidate> {
    return sliceConnection(status ? candidates.filter((candidate) => candidate.status === status) : candidates, first, after);
  }

  @ResolveField(() => BlockedConnectionModel)
  blockedHouseholds(
    @Parent() { blockedHouseholds }: Shortlist,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Connection<BlockedHousehold> {
    return sliceConnection(blockedHouseholds, first, after);
  }
}
