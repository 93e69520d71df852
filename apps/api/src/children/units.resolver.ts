import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { familyFindingRequest, unitFilter, workerRequest } from '@hub/features/children/inputs';
import type { Facet } from '@hub/features/children/search-sql';
import type { UnitFilter, UnitHit, UnitSort } from '@hub/features/children/unit-search.queries';
import type { UnitView } from '@hub/features/children/unit-view.queries';
import { UnitsService, type FamilyFindingRequest } from '@hub/features/children/units.service';
import { WorkersService, type WorkerRequest } from '@hub/features/children/workers.service';
import { CurrentActor } from '../graphql/current-actor';
import { connection, pageRequest, type Connection } from '../graphql/paging';
import { ZodPipe } from '../graphql/zod.pipe';
import { UnitConnectionModel, UnitSortEnum } from './unit-card.model';
import { UnitViewModel } from './unit-view.model';
import { AssignWorkerInput, ChangeFamilyFindingInput, UnitFilterInput } from './units.input';

@Resolver()
export class UnitsResolver {
  constructor(private readonly units: UnitsService, private readonly workers: WorkersService) {}

  @Query(() => UnitConnectionModel, { name: 'units', description: 'Search at S0: what is not on the card can be neither filtered nor sorted nor counted.' })
  async search(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => UnitFilterInput, nullable: true }, new ZodPipe(unitFilter)) filter: UnitFilter,
    @Args('sort', { type: () => UnitSortEnum, nullable: true, defaultValue: UnitSortEnum.WAITING }) sort: UnitSort,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<UnitHit> & { facets: readonly Facet[] }> {
    const page = await this.units.search(actor, { filter, sort, ...pageRequest(first, after) });
    return { ...connection(page, ({ position }) => position), facets: page.facets };
  }

  @Query(() => UnitViewModel, { nullable: true, description: 'Null alike for a unit that does not exist and for one that the viewer may not see.' })
  unit(@CurrentActor() actor: Actor, @Args('reference', { type: () => String }) reference: string): Promise<UnitView | null> {
    return this.units.find(actor, reference);
  }

  @Mutation(() => UnitViewModel)
  changeFamilyFinding(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => ChangeFamilyFindingInput }, new ZodPipe(familyFindingRequest)) input: FamilyFindingRequest,
  ): Promise<UnitView> {
    return this.units.changeFamilyFinding(actor, input);
  }

  @Mutation(() => Boolean)
  assignWorker(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => AssignWorkerInput }, new ZodPipe(workerRequest)) { subject, userId }: WorkerRequest,
  ): Promise<true> {
    return this.workers.assign(actor, subject, userId);
  }
}
