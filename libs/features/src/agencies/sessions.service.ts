import { Inject, Injectable } from '@nestjs/common';
import { can, type Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { notFound } from '@hub/domain/errors';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { API_TOKEN_MS, hashOfSecret, newSecret } from './secrets';
import { endSession, endSessions, insertApiToken, listApiTokens, listSessions, revokeApiToken, type ApiTokenSummary, type SessionSummary } from './sessions.queries';

/** What lets people in: their signed-in browsers and their programs' tokens (trust.md SES-5, SES-6). */
@Injectable()
export class SessionsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Clock) private readonly clock: Clock) {}

  list(actor: Actor): Promise<SessionSummary[]> {
    return this.uow.run(actor, 'sessions.manage', (tx) => listSessions(tx, actor.userId));
  }

  /** One of the actor's own; ending the one in use signs out. */
  end(actor: Actor, id: string): Promise<void> {
    return this.uow.run(actor, 'sessions.manage', async (tx) => {
      if ((await endSession(tx, actor.userId, id)) === 0) throw notFound('session');
    });
  }

  /** All of the actor's own but the one in use; answers how many. */
  endOthers(actor: Actor, current: string): Promise<number> {
    return this.uow.run(actor, 'sessions.manage', (tx) => endSessions(tx, actor.userId, current));
  }

  listTokens(actor: Actor): Promise<ApiTokenSummary[]> {
    return this.uow.run(actor, 'tokens.manage', (tx) => listApiTokens(tx, actor));
  }

  /** Everybody's in the actor's agency, for its administrator. */
  listAgencyTokens(actor: Actor): Promise<ApiTokenSummary[]> {
    return this.uow.run(actor, 'users.manage', (tx) => listApiTokens(tx, { agencyId: actor.agencyId }));
  }

  /** A bearer token with its owner's rights, as they are at each request. */
  async createToken(actor: Actor, label: string): Promise<{ label: string; token: string; expiresAt: Date }> {
    const token = newSecret();
    const expiresAt = new Date(this.clock.now().getTime() + API_TOKEN_MS);
    const { userId, agencyId } = actor;
    await this.uow.run(actor, 'tokens.manage', (tx) => insertApiToken(tx, { userId, agencyId, label, tokenHash: hashOfSecret(token), expiresAt }));
    return { label, token, expiresAt };
  }

  /** One's own, or a colleague's for the agency's administrator. */
  revokeToken(actor: Actor, id: string): Promise<void> {
    const action: Action = can(actor, 'users.manage') ? 'users.manage' : 'tokens.manage';
    return this.uow.run(actor, action, async (tx) => {
      if ((await revokeApiToken(tx, actor.agencyId, id)) === 0) throw notFound('API token');
    });
  }
}
