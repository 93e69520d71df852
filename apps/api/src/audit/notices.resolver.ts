import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { NoticesService } from '@hub/features/audit/notices.service';
import { CurrentActor } from '../graphql/current-actor';

@Resolver()
export class NoticesResolver {
  constructor(private readonly notices: NoticesService) {}

  @Mutation(() => Boolean, { description: 'What is for a role is then read for all who hold it.' })
  markNoticeRead(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<true> {
    return this.notices.markRead(actor, id);
  }
}
