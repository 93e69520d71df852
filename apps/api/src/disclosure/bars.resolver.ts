import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { Bar } from '@hub/features/disclosure/bars.queries';
import { BarsService, type NewBar } from '@hub/features/disclosure/bars.service';
import { newBar, safeguardId, said } from '@hub/features/disclosure/safeguard-inputs';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { BarInput, BarModel } from './bar.model';

@Resolver()
export class BarsResolver {
  constructor(private readonly bars: BarsService) {}

  @Query(() => [BarModel], { name: 'bars', description: 'Who is barred from a case of the own agency, the lifted ones included.' })
  list(@CurrentActor() actor: Actor, @Args('subject', { type: () => String }) subject: string): Promise<Bar[]> {
    return this.bars.list(actor, subject);
  }

  @Mutation(() => BarModel, { description: 'The answer is the same whether or not anybody has an account under the address.' })
  bar(@CurrentActor() actor: Actor, @Args('input', { type: () => BarInput }, new ZodPipe(newBar)) input: NewBar): Promise<Bar> {
    return this.bars.bar(actor, input);
  }

  @Mutation(() => BarModel)
  liftBar(
    @CurrentActor() actor: Actor,
    @Args('id', { type: () => ID }, new ZodPipe(safeguardId)) id: string,
    @Args('reason', { type: () => String }, new ZodPipe(said)) reason: string,
  ): Promise<Bar> {
    return this.bars.lift(actor, id, reason);
  }
}
