import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import type { SearchLog } from '@hub/features/channels/channels.queries';
import { ChannelsService, type ChannelRequest, type OutsideHouseholdRequest } from '@hub/features/channels/channels.service';
import { channelRequest, outsideHouseholdRequest } from '@hub/features/channels/inputs';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { ChannelInput, OutsideHouseholdInput } from './channels.input';
import { SearchLogModel } from './channels.model';

@Resolver()
export class ChannelsResolver {
  constructor(private readonly service: ChannelsService) {}

  @Query(() => SearchLogModel, { nullable: true, description: 'Where the own council’s search went beyond the region. Null alike for another agency’s unit and for one that does not exist.' })
  searchLog(@CurrentActor() actor: Actor, @Args('unit', { type: () => String }) unit: string): Promise<SearchLog | null> {
    return this.service.log(actor, unit);
  }

  @Mutation(() => SearchLogModel)
  recordChannel(@CurrentActor() actor: Actor, @Args('input', { type: () => ChannelInput }, new ZodPipe(channelRequest)) input: ChannelRequest): Promise<SearchLog> {
    return this.service.recordChannel(actor, input);
  }

  @Mutation(() => SearchLogModel)
  recordOutsideHousehold(@CurrentActor() actor: Actor, @Args('input', { type: () => OutsideHouseholdInput }, new ZodPipe(outsideHouseholdRequest)) input: OutsideHouseholdRequest): Promise<SearchLog> {
    return this.service.recordHousehold(actor, input);
  }
}
