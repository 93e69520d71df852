import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { PlacementCorrectionsService, type CorrectionAnswer, type PlacementCorrectionRequest } from '@hub/features/placements/corrections.service';
import { correctionAnswer, placementCorrectionRequest, placementFilter, placementHandoverRequest, placementStepRequest } from '@hub/features/placements/inputs';
import type { PlacementSummary, PlacementView } from '@hub/features/placements/placement-view.queries';
import { PlacementsService, type PlacementFilter, type PlacementHandoverRequest, type PlacementStanding, type PlacementStepRequest } from '@hub/features/placements/placements.service';
import { CurrentActor } from '../graphql/current-actor';
import { offsetConnection, offsetRequest, type Connection } from '../graphql/paging';
import { ZodPipe } from '../graphql/zod.pipe';
import { PlacementConnectionModel, PlacementStandingModel } from './placement.model';
import { PlacementModel } from './placement-view.model';
import { CorrectionAnswerInput, PlacementCorrectionInput, PlacementFilterInput, PlacementHandoverInput, PlacementStepInput } from './placements.input';

@Resolver()
export class PlacementsResolver {
  constructor(private readonly service: PlacementsService, private readonly corrections: PlacementCorrectionsService) {}

  @Query(() => PlacementModel, { nullable: true, description: 'Null alike for a placement that does not exist and for one that the viewer’s agency is no party to.' })
  placement(@CurrentActor() actor: Actor, @Args('reference', { type: () => String }) reference: string): Promise<PlacementView | null> {
    return this.service.find(actor, reference);
  }

  @Query(() => PlacementConnectionModel, { description: 'Placements of the own agency’s children and families, the longest without a step first; open ones unless states are named.' })
  async placements(
    @CurrentActor() actor: Actor,
    @Args('filter', { type: () => PlacementFilterInput, nullable: true }, new ZodPipe(placementFilter)) filter: PlacementFilter,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 20 }) first: number,
    @Args('after', { type: () => String, nullable: true }) after?: string,
  ): Promise<Connection<PlacementSummary>> {
    const { limit, offset } = offsetRequest(first, after);
    const { items, totalCount } = await this.service.list(actor, filter, limit, offset);
    return offsetConnection(items, totalCount, offset);
  }

  @Mutation(() => PlacementStandingModel, { description: 'Records a step: with it go the children’s records, the family’s and the link.' })
  takePlacementStep(@CurrentActor() actor: Actor, @Args('input', { type: () => PlacementStepInput }, new ZodPipe(placementStepRequest)) input: PlacementStepRequest): Promise<PlacementStanding> {
    return this.service.step(actor, input);
  }

  @Mutation(() => PlacementStandingModel, { description: 'Puts right what the own side recorded wrongly: at once, or once a second person approves it where rights follow from the day.' })
  correctPlacement(@CurrentActor() actor: Actor, @Args('input', { type: () => PlacementCorrectionInput }, new ZodPipe(placementCorrectionRequest)) input: PlacementCorrectionRequest): Promise<PlacementStanding> {
    return this.corrections.correct(actor, input);
  }

  @Mutation(() => PlacementStandingModel, { description: 'By another person of the agency than who asked for the correction.' })
  answerPlacementCorrection(@CurrentActor() actor: Actor, @Args('input', { type: () => CorrectionAnswerInput }, new ZodPipe(correctionAnswer)) input: CorrectionAnswer): Promise<PlacementStanding> {
    return this.corrections.answer(actor, input);
  }

  @Mutation(() => PlacementStandingModel, { description: 'To a colleague of the own agency.' })
  handOverPlacement(@CurrentActor() actor: Actor, @Args('input', { type: () => PlacementHandoverInput }, new ZodPipe(placementHandoverRequest)) input: PlacementHandoverRequest): Promise<PlacementStanding> {
    return this.service.handOver(actor, input);
  }
}
