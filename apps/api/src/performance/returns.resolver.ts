import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { SourceKind } from '@hub/domain/performance/source';
import type { ReturnWarning } from '@hub/features/performance/returns.queries';
import { ReturnsService, type Sources } from '@hub/features/performance/returns.service';
import { hubId, sourceKind } from '@hub/features/performance/source-inputs';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { PerformanceSourcesModel, ReturnWarningModel } from './return.model';

@Resolver()
export class ReturnsResolver {
  constructor(private readonly returns: ReturnsService) {}

  @Query(() => PerformanceSourcesModel, { description: 'Of the own agency.' })
  performanceSources(@CurrentActor() actor: Actor): Promise<Sources> {
    return this.returns.sources(actor);
  }

  @Query(() => [ReturnWarningModel], { description: 'Of one file of the own agency, the first 2,000.' })
  returnWarnings(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }, new ZodPipe(hubId)) id: string): Promise<readonly ReturnWarning[]> {
    return this.returns.warnings(actor, id);
  }

  @Mutation(() => PerformanceSourcesModel, { description: 'From what the own agency’s figures are reckoned, once they are reckoned anew.' })
  choosePerformanceSource(@CurrentActor() actor: Actor, @Args('source', { type: () => String }, new ZodPipe(sourceKind)) source: SourceKind): Promise<Sources> {
    return this.returns.choose(actor, source);
  }

  @Mutation(() => PerformanceSourcesModel, { description: 'What the file told is told no more, once figures are reckoned anew.' })
  removePerformanceReturn(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }, new ZodPipe(hubId)) id: string): Promise<Sources> {
    return this.returns.remove(actor, id);
  }
}
