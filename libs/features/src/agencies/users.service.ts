import { Inject, Injectable } from '@nestjs/common';
import { can, type Action } from '@hub/domain/access/actions';
import { assignableRoles, type Actor, type AgencyKind, type Role } from '@hub/domain/access/actor';
import { conflict, DomainError, forbidden, invalid, notFound } from '@hub/domain/errors';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { findAgency } from './agencies.queries';
import type { NewUser, UserChange } from './inputs';
import { hashOfSecret, INVITATION_MS, newSecret } from './secrets';
import { endSessions } from './sessions.queries';
import {
  endAccessOf, findUser, hasPassword, insertInvitation, insertUser, isLastAdministrator, listUsers, updateUser, type UserStatus, type UserSummary,
} from './users.queries';

export interface Invited {
  readonly user: UserSummary;
  /** Shown once; the person sets a password with it. */
  readonly invitationToken: string;
}

@Injectable()
export class UsersService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Clock) private readonly clock: Clock) {}

  /** The own agency's users; every agency's for the hub's administrator. */
  list(actor: Actor, limit: number, offset: number): Promise<{ users: UserSummary[]; totalCount: number }> {
    return this.uow.run(actor, can(actor, 'users.manageAny') ? 'users.manageAny' : 'users.list', (tx) => listUsers(tx, limit, offset));
  }

  /** One of those whom `list` shows. */
  find(actor: Actor, id: string): Promise<UserSummary> {
    return this.uow.run(actor, can(actor, 'users.manageAny') ? 'users.manageAny' : 'users.list', (tx) => mustFind(tx, id), { type: 'USER', reference: id });
  }

  async create(actor: Actor, input: NewUser): Promise<Invited> {
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
    return this.uow.run(actor, changing(actor), async (tx) => {
      const user = await mustFind(tx, change.id);
      const roles = change.roles ?? user.roles;
      const status = change.status == null ? user.status : await this.statusAfter(tx, user, change.status);
      const isSame = roles.length === user.roles.length && roles.every((role) => user.roles.includes(role)) && status === user.status;
      if (user.id === actor.userId && !isSame) throw conflict('SAME_PERSON', 'Nobody changes their own roles or status. Ask another administrator.');
      checkRoles(actor, user.agency.kind, roles, user.roles);
      await updateUser(tx, user.id, { displayName: change.displayName ?? user.displayName, roles, status });
      if (status === 'DISABLED') await endAccessOf(tx, user.id);
      return mustFind(tx, user.id);
    }, { type: 'USER', reference: change.id });
  }

  /**
   * A new invitation for who lost theirs or forgot the password. The one before, the password, every session and every API
   * token end with it: from then on nobody is in under this name until the person has set a new password.
   */
  reinvite(actor: Actor, id: string): Promise<Invited> {
    const token = newSecret();
    return this.uow.run(actor, changing(actor), async (tx) => {
      const user = await mustFind(tx, id);
      await checkReinvitation(tx, actor, user);
      // First of all: it locks the user, so that of two new invitations at once the later ends the earlier.
      await updateUser(tx, id, { ...user, status: 'INVITED' });
      await endAccessOf(tx, id);
      await insertInvitation(tx, { id, agencyId: user.agency.id }, hashOfSecret(token), this.after(INVITATION_MS));
      return { user: await mustFind(tx, id), invitationToken: token };
    }, { type: 'USER', reference: id });
  }

  /** Signs a person out of every browser (trust.md SES-6); answers of how many. Their API tokens stay. */
  endSessions(actor: Actor, id: string): Promise<number> {
    return this.uow.run(actor, changing(actor), async (tx) => {
      const user = await mustFind(tx, id);
      checkHubAdministrator(actor, user.roles);
      return endSessions(tx, user.id, null);
    }, { type: 'USER', reference: id });
  }

  private async statusAfter(tx: Tx, user: UserSummary, wanted: 'ACTIVE' | 'DISABLED'): Promise<UserStatus> {
    if (wanted === 'DISABLED' || user.status === 'ACTIVE') return wanted;
    // Only the person can make an account active, by setting its password.
    return (await hasPassword(tx, user.id)) ? 'ACTIVE' : 'INVITED';
  }

  private after(milliseconds: number): Date {
    return new Date(this.clock.now().getTime() + milliseconds);
  }
}

function managing(actor: Actor, agencyCode: string): Action {
  return agencyCode === actor.agencyCode && can(actor, 'users.manage') ? 'users.manage' : 'users.manageAny';
}

const changing = (actor: Actor): Action => (can(actor, 'users.manageAny') ? 'users.manageAny' : 'users.manage');

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
  checkHubAdministrator(actor, [...roles, ...before]);
}

/** Whoever may not do a thing may not make others able to do it, nor shut out those who are. */
function checkHubAdministrator(actor: Actor, roles: readonly Role[]): void {
  if (roles.includes('HUB_ADMIN') && !can(actor, 'users.manageAny')) throw forbidden('users.manageAny');
}

async function checkReinvitation(tx: Tx, actor: Actor, user: UserSummary): Promise<void> {
  // A session left open must not be enough to take an account over.
  if (user.id === actor.userId) throw conflict('SAME_PERSON', 'Nobody sends themselves a new invitation. Ask another administrator.');
  checkHubAdministrator(actor, user.roles);
  if (user.status === 'DISABLED') throw conflict('GUARD_FAILED', 'This account is disabled. Make it active first, then send a new invitation.');
  // Whoever holds the code can sign in as this person: the hub gives it out for another agency only where nobody there can.
  if (user.agency.code !== actor.agencyCode && !(await isLastAdministrator(tx, user))) {
    throw conflict('GUARD_FAILED', 'Only their own agency’s administrators send a new invitation. The hub does so for an administrator where no other is active.');
  }
}
