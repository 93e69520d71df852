import { Inject, Injectable } from '@nestjs/common';
import { can, type Action } from '@hub/domain/access/actions';
import { assignableRoles, type Actor, type AgencyKind, type Role } from '@hub/domain/access/actor';
import { conflict, DomainError, forbidden, invalid, notFound } from '@hub/domain/errors';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { findAgency } from './agencies.queries';
import type { NewUser, UserChange } from './inputs';
import { API_TOKEN_MS, hashOfSecret, INVITATION_MS, newSecret } from './secrets';
import {
  endAccessOf, findUser, hasTakenUpInvitation, insertApiToken, insertInvitation, insertUser, listUsers, updateUser,
  type UserStatus, type UserSummary,
} from './users.queries';

@Injectable()
export class UsersService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Clock) private readonly clock: Clock) {}

  /** The own agency's users; every agency's for the hub's administrator. */
  list(actor: Actor, limit: number, offset: number): Promise<{ users: UserSummary[]; totalCount: number }> {
    return this.uow.run(actor, can(actor, 'users.manageAny') ? 'users.manageAny' : 'users.list', (tx) => listUsers(tx, limit, offset));
  }

  async create(actor: Actor, input: NewUser): Promise<{ user: UserSummary; invitationToken: string }> {
    const token = newSecret();
    return this.uow.run(actor, managing(actor, input.agency), async (tx) => {
      const agency = await findAgency(tx, input.agency);
      if (!agency) throw invalid([{ path: 'agency', message: 'This agency is not known.' }]);
      checkRoles(actor, agency.kind, input.roles, []);
      const id = await insertUser(tx, { ...input, agencyId: agency.id });
      await insertInvitation(tx, { id, agencyId: agency.id }, hashOfSecret(token), this.after(INVITATION_MS));
      return { user: await mustFind(tx, id), invitationToken: token };
    });
  }

  async change(actor: Actor, change: UserChange): Promise<UserSummary> {
    const action = can(actor, 'users.manageAny') ? 'users.manageAny' : 'users.manage';
    return this.uow.run(actor, action, async (tx) => {
      const user = await mustFind(tx, change.id);
      const roles = change.roles ?? user.roles;
      const status = change.status == null ? user.status : await this.statusAfter(tx, user, change.status);
      const isSame = roles.length === user.roles.length && roles.every((role) => user.roles.includes(role)) && status === user.status;
      if (user.id === actor.userId && !isSame) throw conflict('SAME_PERSON', 'Nobody changes their own roles or status. Ask another administrator.');
      checkRoles(actor, user.agency.kind, roles, user.roles);
      await updateUser(tx, user.id, { displayName: change.displayName ?? user.displayName, roles, status });
      if (status === 'DISABLED') await endAccessOf(tx, user.id, this.clock.now());
      return mustFind(tx, user.id);
    });
  }

  /** A bearer token with its owner's rights, as they are at each request. */
  async createApiToken(actor: Actor, label: string): Promise<{ label: string; token: string; expiresAt: Date }> {
    const token = newSecret();
    const expiresAt = this.after(API_TOKEN_MS);
    const { userId, agencyId } = actor;
    await this.uow.run(actor, 'tokens.manage', (tx) => insertApiToken(tx, { userId, agencyId, label, tokenHash: hashOfSecret(token), expiresAt }));
    return { label, token, expiresAt };
  }

  private async statusAfter(tx: Tx, user: UserSummary, wanted: 'ACTIVE' | 'DISABLED'): Promise<UserStatus> {
    if (wanted === 'DISABLED' || user.status === 'ACTIVE') return wanted;
    // Only the person can make an account active, by setting its password.
    return (await hasTakenUpInvitation(tx, user.id)) ? 'ACTIVE' : 'INVITED';
  }

  private after(milliseconds: number): Date {
    return new Date(this.clock.now().getTime() + milliseconds);
  }
}

function managing(actor: Actor, agencyCode: string): Action {
  return agencyCode === actor.agencyCode && can(actor, 'users.manage') ? 'users.manage' : 'users.manageAny';
}

async function mustFind(tx: Tx, id: string): Promise<UserSummary> {
  const user = await findUser(tx, id);
  if (!user) throw notFound('user');
  return user;
}

function checkRoles(actor: Actor, kind: AgencyKind, roles: readonly Role[], before: readonly Role[]): void {
  const possible = assignableRoles(kind);
  if (!roles.every((role) => possible.includes(role))) {
    throw new DomainError('INVALID_INPUT', 'Users of this kind of agency cannot hold one of these roles.', { issues: [{ path: 'roles', message: 'Not a role of this kind of agency.' }] });
  }
  // Whoever may not do a thing may not make others able to do it, nor shut out those who are.
  const concernsHubAdmin = roles.includes('HUB_ADMIN') || before.includes('HUB_ADMIN');
  if (concernsHubAdmin && !can(actor, 'users.manageAny')) throw forbidden('users.manageAny');
}
