import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { safeguardId, withholdingRequest } from '@hub/features/disclosure/safeguard-inputs';
import type { Withholding } from '@hub/features/disclosure/withholdings.queries';
import { WithholdingsService, type WithholdingRequest } from '@hub/features/disclosure/withholdings.service';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { RecordWithholdingInput, WithholdingModel } from './withholding.model';

@Resolver()
export class WithholdingsResolver {
  constructor(private readonly withholdings: WithholdingsService) {}

  @Query(() => [WithholdingModel], { name: 'withholdings', description: 'Decisions not to share information on a child of the own council.' })
  list(@CurrentActor() actor: Actor, @Args('child', { type: () => String }) child: string): Promise<Withholding[]> {
    return this.withholdings.list(actor, child);
  }

  @Mutation(() => WithholdingModel)
  recordWithholding(
    @CurrentActor() actor: Actor,
    @Args('input', { type: () => RecordWithholdingInput }, new ZodPipe(withholdingRequest)) input: WithholdingRequest,
  ): Promise<Withholding> {
    return this.withholdings.record(actor, input);
  }

  @Mutation(() => WithholdingModel, { description: 'By a second person of the same council.' })
  settleWithholding(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }, new ZodPipe(safeguardId)) id: string,
    @Args('approved', { type: () => Boolean }) approved: boolean,
  ): Promise<Withholding> {
    return this.withholdings.settle(actor, id, approved ? 'APPROVED' : 'DECLINED');
  }
}
