import { Args, Int, Mutation, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { DriftLimits } from '@hub/domain/drift/delays';
import { reference } from '@hub/features/children/inputs';
import type { DriftFilter } from '@hub/features/drift/drift-rows';
import { DriftService } from '@hub/features/drift/drift.service';
import { driftFilter, driftLimits, workFilter } from '@hub/features/drift/inputs';
import { WorkListService, type WorkFilter, type WorkItem } from '@hub/features/drift/work-list.service';
import { CurrentActor } from '../graphql/current-actor';
import { offsetConnection, offsetRequest } from '../graphql/paging';
import { ZodPipe } from '../graphql/zod.pipe';
import { MyWorkModel } from '../work/my-work.model';
import { DriftFilterInput, DriftLimitsInput, WorkFilterInput } from './drift.input';
import { DriftConnectionModel, DriftLimitsModel } from './drift.model';
import { WorkConnectionModel, WorkItemModel } from './work-list.model';

@Resolver()
export class DriftResolver {
  constructor(private readonly service: DriftService, private readonly work: WorkListService) {}

  @Query(() => DriftConnectionModel, { description: 'Searches, who waits longest first: of the own council, or over the region for the hub’s coordinators.' })
  async drift(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => DriftFilterInput, nullable: true }, new ZodPipe(driftFilter)) filter: DriftFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<DriftConnectionModel> {
    const { limit, offset } = offsetRequest(first, after);
    const { items, totalCount, ...whole } = await this.service.read(actor, filter, limit, offset);
    return { ...offsetConnection(items, totalCount, offset), ...whole } as DriftConnectionModel;
  }

  @Query(() => WorkConnectionModel, { description: 'Links and searches of the own agency, what has waited longest first.' })
  async workList(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => WorkFilterInput, nullable: true }, new ZodPipe(workFilter)) filter: WorkFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<WorkConnectionModel> {
    const { limit, offset } = offsetRequest(first, after);
    const { items, totalCount, workers } = await this.work.list(actor, filter, limit, offset);
    return { ...offsetConnection(items, totalCount, offset), workers } as WorkConnectionModel;
  }

  @Query(() => DriftLimitsModel, { description: 'What holds for the own agency; for the hub, the region’s default.' })
  driftLimits(@CurrentActor() actor: Actor): Promise<DriftLimits> {
    return this.service.limits(actor);
  }

  @Mutation(() => DriftLimitsModel)
  setDriftLimits(@CurrentActor() actor: Actor, @Args('input', { type: () => DriftLimitsInput }, new ZodPipe(driftLimits)) input: DriftLimits): Promise<DriftLimits> {
    return this.service.setLimits(actor, input);
  }

  @Mutation(() => Boolean, { description: 'Asks why a search does not move: its worker and the managers are told.' })
  raiseDrift(@CurrentActor() actor: Actor, @Args('unit', { type: () => String }, new ZodPipe(reference)) unit: string): Promise<boolean> {
    return this.service.raise(actor, unit);
  }

  @Mutation(() => Boolean, { description: 'People looked today whether the search goes the right way.' })
  reviewSearch(@CurrentActor() actor: Actor, @Args('unit', { type: () => String }, new ZodPipe(reference)) unit: string): Promise<boolean> {
    return this.service.review(actor, unit);
  }
}

@Resolver(() => MyWorkModel)
export class OldestWorkResolver {
  constructor(private readonly work: WorkListService) {}

  @ResolveField(() => [WorkItemModel], { description: 'Of the viewer’s own: what has waited longest for their agency.' })
  oldestWork(@CurrentActor() actor: Actor): Promise<readonly WorkItem[]> {
    return this.work.oldest(actor);
  }
}
