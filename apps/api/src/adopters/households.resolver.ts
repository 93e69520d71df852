import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { HouseholdChanges } from '@hub/domain/adopters/facts';
import type { HouseholdFilter, HouseholdHit, HouseholdSort } from '@hub/features/adopters/household-search.queries';
import type { HouseholdView } from '@hub/features/adopters/household-view.queries';
import { HouseholdsService, type HouseholdCorrection, type HouseholdEventRequest } from '@hub/features/adopters/households.service';
import { householdCorrection, householdEventRequest, householdFilter, newHousehold } from '@hub/features/adopters/inputs';
import type { Facet } from '@hub/features/children/search-sql';
import { CurrentActor } from '../graphql/current-actor';
import { connection, pageRequest, type Connection } from '../graphql/paging';
import { ZodPipe } from '../graphql/zod.pipe';
import { CorrectHouseholdInput, CreateHouseholdInput, HouseholdFilterInput, RecordHouseholdEventInput } from './household.input';
import { HouseholdConnectionModel, HouseholdSortEnum } from './household-card.model';
import { HouseholdViewModel } from './household-view.model';

@Resolver()
export class HouseholdsResolver {
  constructor(private readonly households: HouseholdsService) {}

  @Query(() => HouseholdConnectionModel, { name: 'households', description: 'Search at S0: what is not on the card can be neither filtered nor counted.' })
  async search(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => HouseholdFilterInput, nullable: true }, new ZodPipe(householdFilter)) filter: HouseholdFilter,
    @Args('sort', { type: () => HouseholdSortEnum, nullable: true, defaultValue: HouseholdSortEnum.STAGE }) sort: HouseholdSort,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<HouseholdHit> & { facets: readonly Facet[] }> {
    const page = await this.households.search(actor, { filter, sort, ...pageRequest(first, after) });
    return { ...connection(page, ({ position }) => position), facets: page.facets };
  }

  @Query(() => HouseholdViewModel, { nullable: true, description: 'Null alike for a household that does not exist and for one that the viewer may not see.' })
  household(@CurrentActor() actor: Actor, @Args('reference', { type: () => String }) reference: string): Promise<HouseholdView | null> {
    return this.households.find(actor, reference);
  }

  @Mutation(() => HouseholdViewModel)
  createHousehold(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => CreateHouseholdInput }, new ZodPipe(newHousehold)) { facts }: { facts: HouseholdChanges },
  ): Promise<HouseholdView> {
    return this.households.create(actor, facts);
  }

  @Mutation(() => HouseholdViewModel)
  correctHousehold(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => CorrectHouseholdInput }, new ZodPipe(householdCorrection)) input: HouseholdCorrection,
  ): Promise<HouseholdView> {
    return this.households.correct(actor, input);
  }

  @Mutation(() => HouseholdViewModel)
  recordHouseholdEvent(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => RecordHouseholdEventInput }, new ZodPipe(householdEventRequest)) input: HouseholdEventRequest,
  ): Promise<HouseholdView> {
    return this.households.recordEvent(actor, input);
  }
}
