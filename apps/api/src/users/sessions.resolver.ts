import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import type { Actor } from '@hub/domain/access/actor';
import { sessionId, tokenId, tokenLabel } from '@hub/features/agencies/inputs';
import type { ApiTokenSummary, SessionSummary } from '@hub/features/agencies/sessions.queries';
import { SessionsService } from '@hub/features/agencies/sessions.service';
import { CurrentActor, CurrentSessionId } from '../graphql/current-actor';
import { ZodPipe } from '../graphql/zod.pipe';
import { ApiTokenModel, CreatedApiTokenModel, SessionModel } from './session.model';

@Resolver()
export class SessionsResolver {
  constructor(private readonly sessions: SessionsService) {}

  @Query(() => [SessionModel], { name: 'sessions', description: "The viewer's own." })
  async listSessions(@CurrentActor() actor: Actor, @CurrentSessionId() current: string): Promise<(SessionSummary & { isCurrent: boolean })[]> {
    return (await this.sessions.list(actor)).map((session) => ({ ...session, isCurrent: session.id === current }));
  }

  @Mutation(() => Boolean, { description: "One of the viewer's own. Its next request is refused." })
  async endSession(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }, new ZodPipe(sessionId)) id: string): Promise<boolean> {
    await this.sessions.end(actor, id);
    return true;
  }

  @Mutation(() => Int, { description: "All of the viewer's own but the one that asks; answers how many." })
  endOtherSessions(@CurrentActor() actor: Actor, @CurrentSessionId() current: string): Promise<number> {
    return this.sessions.endOthers(actor, current);
  }

  @Query(() => [ApiTokenModel], { name: 'apiTokens', description: "The viewer's own." })
  listApiTokens(@CurrentActor() actor: Actor): Promise<ApiTokenSummary[]> {
    return this.sessions.listTokens(actor);
  }

  @Query(() => [ApiTokenModel], { name: 'agencyApiTokens', description: "Everybody's in the viewer's agency, for its administrator." })
  listAgencyApiTokens(@CurrentActor() actor: Actor): Promise<ApiTokenSummary[]> {
    return this.sessions.listAgencyTokens(actor);
  }

  @Mutation(() => CreatedApiTokenModel)
  createApiToken(
    @CurrentActor() actor: Actor,
    @Args('label', { type: () => String }, new ZodPipe(tokenLabel)) label: string,
  ): Promise<{ label: string; token: string; expiresAt: Date }> {
    return this.sessions.createToken(actor, label);
  }

  @Mutation(() => Boolean, { description: "One's own, or a colleague's for the agency's administrator. Its next request is refused." })
  async revokeApiToken(@CurrentActor() actor: Actor, @Args('id', { type: () => ID }, new ZodPipe(tokenId)) id: string): Promise<boolean> {
    await this.sessions.revokeToken(actor, id);
    return true;
  }
}
