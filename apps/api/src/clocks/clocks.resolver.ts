import { Args, Int, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { ClockFilter } from '@hub/features/clocks/clock-items';
import { ClocksService } from '@hub/features/clocks/clocks.service';
import { agencyAsked, clockFilter } from '@hub/features/clocks/inputs';
import { RegionClocksService, type RegionClocks } from '@hub/features/clocks/region-clocks.service';
import { CurrentActor } from '../graphql/current-actor';
import { offsetConnection, offsetRequest } from '../graphql/paging';
import { ZodPipe } from '../graphql/zod.pipe';
import { ClockConnectionModel } from './clock.model';
import { ClockFilterInput } from './clocks.input';
import { RegionClocksModel } from './region-clocks.model';

@Resolver()
export class ClocksResolver {
  constructor(
    private readonly service: ClocksService,
    private readonly region: RegionClocksService,
  ) {}

  @Query(() => ClockConnectionModel, { description: 'What is due, overdue or at rest in the own agency’s cases, what is latest first.' })
  async clocks(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => ClockFilterInput, nullable: true }, new ZodPipe(clockFilter)) filter: ClockFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<ClockConnectionModel> {
    const { limit, offset } = offsetRequest(first, after);
    const { items, totalCount, counts, workers } = await this.service.list(actor, filter, limit, offset);
    return { ...offsetConnection(items, totalCount, offset), counts, workers } as ClockConnectionModel;
  }

  @Query(() => RegionClocksModel, { description: 'How many clocks of each agency are overdue, due and at rest, and of each rule: of the region, or of one agency by its code.' })
  regionClocks(
    @CurrentActor() actor: Actor,
    @Args('agency', { type: () => String, nullable: true }, new ZodPipe(agencyAsked)) agency: string | null,
  ): Promise<RegionClocks> {
    return this.region.read(actor, agency);
  }
}
