import { Args, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { MatchingService } from '@hub/features/matching/matching.service';
import { RulingOutService } from '@hub/features/matching/ruling-out.service';
import type { RunSummary } from '@hub/features/matching/runs.queries';
import { RunsService, type RunResult } from '@hub/features/matching/runs.service';
import { CurrentActor } from '../graphql/current-actor';
import { offsetConnection, offsetRequest, type Connection } from '../graphql/paging';
import { MatchingRunModel, RunConnectionModel, RunResultConnectionModel, RunScopeEnum } from './run.model';

@Resolver(() => MatchingRunModel)
export class RunsResolver {
  constructor(private readonly matching: MatchingService, private readonly runs: RunsService, private readonly rulingOut: RulingOutService) {}

  @Query(() => RunConnectionModel, { name: 'runs' })
  async listRuns(
    @CurrentActor() actor: Actor,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<RunSummary>> {
    const { limit, offset } = offsetRequest(first, after);
    const { items, totalCount } = await this.runs.list(actor, limit, offset);
    return offsetConnection(items, totalCount, offset);
  }

  @Query(() => MatchingRunModel, { nullable: true })
  run(@CurrentActor() actor: Actor, @Args('reference', { type: () => String }) reference: string): Promise<RunSummary | null> {
    return this.runs.find(actor, reference);
  }

  @ResolveField(() => RunResultConnectionModel)
  async results(
    @CurrentActor() actor: Actor,
    @Parent() run: RunSummary,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<RunResult>> {
    const { limit, offset } = offsetRequest(first, after);
    const { items, totalCount } = await this.runs.results(actor, run.reference, limit, offset);
    return offsetConnection(items, totalCount, offset);
  }

  @ResolveField(() => Boolean)
  canCancel(@CurrentActor() actor: Actor, @Parent() run: RunSummary): boolean {
    return run.isOwn && (run.status === 'QUEUED' || run.status === 'RUNNING') && can(actor, 'matching.cancel');
  }

  @Mutation(() => MatchingRunModel, { description: 'Queues a run over the region, one unit or one household. `subject` is a reference of your own agency.' })
  startMatchingRun(
    @CurrentActor() actor: Actor,
    @Args('scope', { type: () => RunScopeEnum }) scope: RunSummary['scope'],
    @Args('subject', { type: () => String, nullable: true }) subject?: string,
  ): Promise<RunSummary> {
    return this.matching.start(actor, scope, subject ?? null);
  }

  @Mutation(() => MatchingRunModel)
  cancelMatchingRun(@CurrentActor() actor: Actor, @Args('reference', { type: () => String }) reference: string): Promise<RunSummary> {
    return this.matching.cancel(actor, reference);
  }

  @Mutation(() => Boolean, { description: 'Runs from now on leave the pair out. The reason stays with your agency.' })
  ruleOut(
    @CurrentActor() actor: Actor,
    @Args('unit', { type: () => String }) unit: string,
    @Args('household', { type: () => String }) household: string,
    @Args('reason', { type: () => String }) reason: string,
  ): Promise<boolean> {
    return this.rulingOut.ruleOut(actor, unit, household, reason);
  }

  @Mutation(() => Boolean)
  liftRulingOut(
    @CurrentActor() actor: Actor,
    @Args('unit', { type: () => String }) unit: string,
    @Args('household', { type: () => String }) household: string,
  ): Promise<boolean> {
    return this.rulingOut.lift(actor, unit, household);
  }
}
