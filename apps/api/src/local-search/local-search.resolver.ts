import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { policyRequest, wideningRequest } from '@hub/features/local-search/inputs';
import type { LocalSearch } from '@hub/features/local-search/local-search.queries';
import { LocalSearchService, type WideningRequest } from '@hub/features/local-search/local-search.service';
import type { LocalSearchPolicy } from '@hub/features/local-search/policy.queries';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { LocalSearchPolicyInput, WideningInput } from './local-search.input';
import { LocalSearchModel, LocalSearchPolicyModel } from './local-search.model';

@Resolver()
export class LocalSearchResolver {
  constructor(private readonly service: LocalSearchService) {}

  @Query(() => [LocalSearchPolicyModel], { description: 'The own agency’s policies and the region’s default, the latest first.' })
  localSearchPolicy(@CurrentActor() actor: Actor): Promise<LocalSearchPolicy[]> {
    return this.service.policies(actor);
  }

  @Mutation(() => [LocalSearchPolicyModel], { description: 'For the own agency; the hub’s administrator sets the region’s default.' })
  setLocalSearchPolicy(@CurrentActor() actor: Actor, @Args('input', { type: () => LocalSearchPolicyInput }, new ZodPipe(policyRequest)) input: LocalSearchPolicyInput): Promise<LocalSearchPolicy[]> {
    return this.service.setPolicy(actor, input);
  }

  @Mutation(() => LocalSearchModel, { description: 'An approving manager keeps a record with the own agency for longer.' })
  keepLocal(@CurrentActor() actor: Actor, @Args('input', { type: () => WideningInput }, new ZodPipe(wideningRequest)) input: WideningRequest): Promise<LocalSearch> {
    return this.service.keep(actor, input);
  }

  @Mutation(() => LocalSearchModel, { description: 'A worker lets the region see a record earlier.' })
  widenSearch(@CurrentActor() actor: Actor, @Args('input', { type: () => WideningInput }, new ZodPipe(wideningRequest)) input: WideningRequest): Promise<LocalSearch> {
    return this.service.widen(actor, input);
  }
}
