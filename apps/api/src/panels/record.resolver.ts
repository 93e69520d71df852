import { Args, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { PanelCorrectionsService } from '@hub/features/panels/corrections.service';
import { DecisionsService } from '@hub/features/panels/decisions.service';
import { HearingService } from '@hub/features/panels/hearing.service';
import {
  correctDecisionRequest, correctRecommendationRequest, dayOfItemRequest, decideRequest, recommendRequest, stepOutRequest, tellRequest, type CorrectDecisionRequest, type CorrectRecommendationRequest, type DayOfItemRequest, type DecideRequest, type PanelStepOutRequest, type RecommendRequest, type TellRequest,
} from '@hub/features/panels/inputs';
import type { PanelStanding } from '@hub/features/panels/plan.service';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { PanelStandingModel } from './panel.model';
import { CorrectDecisionInput, CorrectRecommendationInput, DayOfPanelItemInput, DecisionInput, DecisionNoticeInput, PanelStepOutInput, RecommendationInput } from './record.input';

/** What a panel heard, and what the agency decision maker decided on it. */
@Resolver()
export class PanelRecordResolver {
  constructor(private readonly hearing: HearingService, private readonly decisions: DecisionsService, private readonly corrections: PanelCorrectionsService) {}

  @Mutation(() => PanelStandingModel)
  recordPanelPapers(@CurrentActor() actor: Actor, @Args('input', { type: () => DayOfPanelItemInput }, new ZodPipe(dayOfItemRequest)) input: DayOfItemRequest): Promise<PanelStanding> {
    return this.hearing.papersIn(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'A member leaves the room for an item, for a conflict of interest.' })
  stepOutOfPanelItem(@CurrentActor() actor: Actor, @Args('input', { type: () => PanelStepOutInput }, new ZodPipe(stepOutRequest)) input: PanelStepOutRequest): Promise<PanelStanding> {
    return this.hearing.stepOut(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'With a quorum only.' })
  recordRecommendation(@CurrentActor() actor: Actor, @Args('input', { type: () => RecommendationInput }, new ZodPipe(recommendRequest)) input: RecommendRequest): Promise<PanelStanding> {
    return this.hearing.recommend(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'The clock of the decision begins.' })
  finishPanelMinutes(@CurrentActor() actor: Actor, @Args('input', { type: () => DayOfPanelItemInput }, new ZodPipe(dayOfItemRequest)) input: DayOfItemRequest): Promise<PanelStanding> {
    return this.hearing.minutesFinal(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'By the agency decision maker, who did not sit at the panel.' })
  makeDecision(@CurrentActor() actor: Actor, @Args('input', { type: () => DecisionInput }, new ZodPipe(decideRequest)) input: DecideRequest): Promise<PanelStanding> {
    return this.decisions.decide(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'Until the decision is made; the minutes are final anew after it.' })
  correctRecommendation(@CurrentActor() actor: Actor, @Args('input', { type: () => CorrectRecommendationInput }, new ZodPipe(correctRecommendationRequest)) input: CorrectRecommendationRequest): Promise<PanelStanding> {
    return this.corrections.recommendation(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'The day of a decision, by a decision maker: with it go the records of the children and the family.' })
  correctDecision(@CurrentActor() actor: Actor, @Args('input', { type: () => CorrectDecisionInput }, new ZodPipe(correctDecisionRequest)) input: CorrectDecisionRequest): Promise<PanelStanding> {
    return this.corrections.decidedOn(actor, input);
  }

  @Mutation(() => PanelStandingModel, { description: 'That parents or adopters were told of the decision.' })
  recordDecisionNotice(@CurrentActor() actor: Actor, @Args('input', { type: () => DecisionNoticeInput }, new ZodPipe(tellRequest)) input: TellRequest): Promise<PanelStanding> {
    return this.decisions.tell(actor, input);
  }
}
