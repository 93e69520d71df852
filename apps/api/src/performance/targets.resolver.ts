import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { BenchmarksService, type Benchmarks } from '@hub/features/performance/benchmarks.service';
import { councilNumber, hubId, targetEntry } from '@hub/features/performance/source-inputs';
import { TargetsService, type KnownTarget, type TargetRequest } from '@hub/features/performance/targets.service';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { CouncilNumberInput, PerformanceBenchmarksModel } from './benchmark.model';
import { PerformanceTargetInput, PerformanceTargetModel } from './target.model';

@Resolver()
export class TargetsResolver {
  constructor(private readonly targets: TargetsService, private readonly benchmarks: BenchmarksService) {}

  @Query(() => [PerformanceTargetModel], { description: 'Those that agencies entered, the latest first, then national thresholds.' })
  performanceTargets(@CurrentActor() actor: Actor): Promise<readonly KnownTarget[]> {
    return this.targets.targets(actor);
  }

  @Query(() => PerformanceBenchmarksModel)
  performanceBenchmarks(@CurrentActor() actor: Actor): Promise<Benchmarks> {
    return this.benchmarks.benchmarks(actor);
  }

  @Mutation(() => [PerformanceTargetModel], { description: 'For the own agency; by the hub for the region.' })
  enterPerformanceTarget(@CurrentActor() actor: Actor, @Args('input', { type: () => PerformanceTargetInput }, new ZodPipe(targetEntry)) input: TargetRequest): Promise<readonly KnownTarget[]> {
    return this.targets.enter(actor, input);
  }

  @Mutation(() => [PerformanceTargetModel], { description: 'Of the own agency: it stays in the log, and nothing is measured by it any more.' })
  withdrawPerformanceTarget(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }, new ZodPipe(hubId)) id: string): Promise<readonly KnownTarget[]> {
    return this.targets.withdraw(actor, id);
  }

  @Mutation(() => PerformanceBenchmarksModel, { description: 'Says which council of England an agency is.' })
  numberCouncil(@CurrentActor() actor: Actor, @Args('input', { type: () => CouncilNumberInput }, new ZodPipe(councilNumber)) { agency, council }: CouncilNumberInput): Promise<Benchmarks> {
    return this.benchmarks.number(actor, agency, council);
  }
}
