import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { ChildView } from '@hub/features/readiness/child-views.queries';
import { childViewRequest, goOnRequest, preparationRequest } from '@hub/features/readiness/inputs';
import type { ReadinessView } from '@hub/features/readiness/readiness.queries';
import { ReadinessService, type ChildViewRequest, type GoOnRequest, type PreparationRequest, type ReadinessStanding } from '@hub/features/readiness/readiness.service';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { ChildViewInput, GoOnInput, PreparationInput } from './readiness.input';
import { ChildViewModel, ReadinessModel, ReadinessStandingModel } from './readiness.model';

@Resolver()
export class ReadinessResolver {
  constructor(private readonly service: ReadinessService) {}

  @Query(() => ReadinessModel, { nullable: true, description: 'For the two agencies of a link; null before the child’s permanence report is shared.' })
  readiness(@CurrentActor() actor: Actor, @Args('link', { type: () => String }) link: string): Promise<ReadinessView | null> {
    return this.service.find(actor, link);
  }

  @Query(() => [ChildViewModel], { description: 'Of a unit of the own council, the latest first.' })
  childViews(@CurrentActor() actor: Actor, @Args('unit', { type: () => String }) unit: string): Promise<ChildView[]> {
    return this.service.views(actor, unit);
  }

  @Mutation(() => ReadinessStandingModel)
  recordChildView(@CurrentActor() actor: Actor, @Args('input', { type: () => ChildViewInput }, new ZodPipe(childViewRequest)) input: ChildViewRequest): Promise<ReadinessStanding> {
    return this.service.recordView(actor, input);
  }

  @Mutation(() => ReadinessStandingModel)
  recordPreparation(@CurrentActor() actor: Actor, @Args('input', { type: () => PreparationInput }, new ZodPipe(preparationRequest)) input: PreparationRequest): Promise<ReadinessStanding> {
    return this.service.prepare(actor, input);
  }

  @Mutation(() => ReadinessStandingModel, { description: 'A manager of the child’s agency goes on although something is missing, and says why.' })
  goOnToPanel(@CurrentActor() actor: Actor, @Args('input', { type: () => GoOnInput }, new ZodPipe(goOnRequest)) input: GoOnRequest): Promise<ReadinessStanding> {
    return this.service.goOn(actor, input);
  }
}
