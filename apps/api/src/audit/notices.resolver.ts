import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { NoticesService } from '@hub/features/audit/notices.service';
import { linkReference } from '@hub/features/links/inputs';
import { CurrentActor } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';

@Resolver()
export class NoticesResolver {
  constructor(private readonly notices: NoticesService) {}

  @Mutation(() => Boolean, { description: 'What is for a role is then read for all who hold it.' })
  markNoticeRead(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }) id: string): Promise<true> {
    return this.notices.markRead(actor, id);
  }

  @Mutation(() => Boolean, { description: 'Whoever opens a link has read what there was to tell of it.' })
  markLinkRead(@CurrentActor() actor: Actor, @Args('link', { type: () => String }, new ZodPipe(linkReference)) link: string): Promise<true> {
    return this.notices.markLinkRead(actor, link);
  }
}
