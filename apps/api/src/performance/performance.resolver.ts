import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { Definition } from '@hub/domain/performance/indicator';
import { idempotencyKey } from '@hub/features/children/inputs';
import { figuresRequest } from '@hub/features/performance/inputs';
import { PerformanceService, type Edition, type FiguresQuery } from '@hub/features/performance/performance.service';
import { RollUpService } from '@hub/features/performance/roll-up.service';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { FiguresArgs } from './performance.args';
import { PerformanceDefinitionModel, PerformanceEditionModel, PerformanceFiguresModel, toFigureModel } from './performance.model';

@Resolver()
export class PerformanceResolver {
  constructor(private readonly service: PerformanceService, private readonly rollUp: RollUpService) {}

  @Query(() => [PerformanceDefinitionModel], { description: 'Every indicator, in the order in which they are shown.' })
  performanceDefinitions(): readonly Definition[] {
    return this.service.definitions();
  }

  @Query(() => [PerformanceEditionModel], { description: 'The newest reckoning and those that are kept, the latest first.' })
  performanceEditions(@CurrentActor() actor: Actor): Promise<readonly Edition[]> {
    return this.service.editions(actor);
  }

  @Query(() => PerformanceFiguresModel, { description: 'Indicators of agencies and the region by period: the own agency’s in full, of others and the region what nobody can be told apart by.' })
  async performanceFigures(@CurrentActor() actor: Actor, @Args({ type: () => FiguresArgs }, new ZodPipe(figuresRequest)) query: FiguresQuery): Promise<PerformanceFiguresModel> {
    const { edition, figures, sources } = await this.service.figures(actor, query);
    return { edition, sources, figures: figures.map(toFigureModel) };
  }

  @Mutation(() => Boolean, { description: 'Asks for a reckoning before the night’s; the newest edition is another one once it is done.' })
  async reckonPerformance(
    @CurrentActor() actor: Actor, @Args('idempotencyKey', { type: () => String, nullable: true, description: 'Asked again under the same key, it is done once.' }, new ZodPipe(idempotencyKey)) key: string | null,
  ): Promise<boolean> {
    await this.rollUp.reckonAnew(actor, key ?? null);
    return true;
  }
}
