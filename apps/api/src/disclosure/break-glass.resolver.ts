import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { Opening } from '@hub/features/disclosure/break-glass.queries';
import { BreakGlassService, type OpeningRequest, type OwnOpening } from '@hub/features/disclosure/break-glass.service';
import { openingRequest, safeguardId, said } from '@hub/features/disclosure/safeguard-inputs';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { BreakGlassInput, EmergencyOpeningModel, OwnEmergencyOpeningModel } from './break-glass.model';

@Resolver()
export class BreakGlassResolver {
  constructor(private readonly glass: BreakGlassService) {}

  @Query(() => OwnEmergencyOpeningModel, { nullable: true, name: 'emergencyOpening', description: 'An opening of the viewer’s own.' })
  find(@CurrentActor() actor: Actor, @Args('id', { type: () => String }, new ZodPipe(safeguardId)) id: string): Promise<OwnOpening | null> {
    return this.glass.find(actor, id);
  }

  @Query(() => [EmergencyOpeningModel], { name: 'emergencyOpenings', description: 'Of the own agency’s records, for its data protection officers.' })
  list(@CurrentActor() actor: Actor): Promise<Opening[]> {
    return this.glass.list(actor);
  }

  @Mutation(() => OwnEmergencyOpeningModel, { description: 'Opens a case in an emergency. It is recorded, and the officers of the record’s agency are told at once.' })
  breakGlass(@CurrentActor() actor: Actor, @Args('input', { type: () => BreakGlassInput }, new ZodPipe(openingRequest)) input: OpeningRequest): Promise<OwnOpening> {
    return this.glass.open(actor, input);
  }

  @Mutation(() => EmergencyOpeningModel)
  reviewEmergencyOpening(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }, new ZodPipe(safeguardId)) id: string,
    @Args('note', { type: () => String }, new ZodPipe(said)) note: string,
  ): Promise<Opening> {
    return this.glass.review(actor, id, note);
  }
}
