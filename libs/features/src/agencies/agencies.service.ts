import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { ACTION_NAMES, can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { conflict, invalid, notFound } from '@hub/domain/errors';
import { Keyring } from '@hub/database/crypto/keyring';
import { createFirstAdministrator } from '@hub/database/first-administrator';
import { UnitOfWork } from '@hub/database/unit-of-work';
import type { Clock } from '@hub/platform/clock';
import { CONFIG, type Config } from '@hub/platform/config';
import { PlainError } from '@hub/platform/plain-error';
import { agenciesByCodes, findAgency, insertAgency, listAgencies, type AgencySummary } from './agencies.queries';
import { firstAdministrator, type NewAgency } from './inputs';
import { hashOfSecret, INVITATION_MS, newSecret } from './secrets';

export interface ViewerSummary {
  readonly id: string;
  readonly displayName: string;
  readonly roles: Actor['roles'];
  readonly agency: AgencySummary;
  readonly actions: readonly string[];
}

/** The agency that runs the hub; its name can be changed later, its code stays. */
const HUB_AGENCY = { agencyCode: 'HUB', agencyName: 'Regional adoption hub', regionBand: 'Region' } as const;

@Injectable()
export class AgenciesService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(Keyring) private readonly keyring: Keyring,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  list(actor: Actor): Promise<AgencySummary[]> {
    return this.uow.run(actor, 'agencies.list', listAgencies);
  }

  /** For loaders: by code, those that exist. */
  async byCodes(actor: Actor, codes: readonly string[]): Promise<ReadonlyMap<string, AgencySummary>> {
    const found = await this.uow.run(actor, 'agencies.list', (tx) => agenciesByCodes(tx, codes));
    return new Map(found.map((agency) => [agency.code, agency]));
  }

  /** Who is signed in, where they belong and what the access table lets them do. */
  async viewer(actor: Actor): Promise<ViewerSummary> {
    const agency = await this.uow.run(actor, 'agencies.list', (tx) => findAgency(tx, actor.agencyCode));
    if (!agency) throw notFound('agency');
    const { userId: id, displayName, roles } = actor;
    return { id, displayName, roles, agency, actions: ACTION_NAMES.filter((action) => can(actor, action)) };
  }

  async create(actor: Actor, input: NewAgency): Promise<AgencySummary> {
    const id = randomUUID();
    return this.uow.run(actor, 'agencies.manage', async (tx) => {
      if (await findAgency(tx, input.code)) throw conflict('CONFLICT', 'An agency with this code exists already.');
      await insertAgency(tx, id, input);
      // Before the agency can be seen, so that no record of it is ever written without a key. A key that a failed
      // transaction leaves behind protects nothing and harms nothing.
      this.keyring.ensure(id);
      const made = await findAgency(tx, input.code);
      if (!made) throw notFound('agency');
      return made;
    });
  }

  /**
   * For `hub admin create` on a fresh database (trust.md AUTH-10): the hub's agency and its administrator, who sets the
   * password with the token. Refused once any administrator is active. There is nobody yet to act, so the owner of
   * the database does it (DATABASE_OWNER_URL), which whoever runs the command must hold.
   */
  async createFirstAdministrator(wish: { email: string; displayName: string; clock: Clock }): Promise<{ invitationToken: string }> {
    const parsed = firstAdministrator.safeParse({ email: wish.email, displayName: wish.displayName });
    if (!parsed.success) throw invalid(parsed.error.issues.map(({ path, message }) => ({ path: path.join('.'), message })));
    if (!this.config.databaseOwnerUrl) throw new PlainError('DATABASE_OWNER_URL is not set: only the owner of the database makes the first administrator.');
    const invitationToken = newSecret();
    const expiresAt = new Date(wish.clock.now().getTime() + INVITATION_MS);
    await createFirstAdministrator(this.config.databaseOwnerUrl, { ...HUB_AGENCY, ...parsed.data, tokenHash: hashOfSecret(invitationToken), expiresAt });
    return { invitationToken };
  }
}
