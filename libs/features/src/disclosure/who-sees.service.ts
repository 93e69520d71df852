import { Inject, Injectable } from '@nestjs/common';
import { can, type Action, type DisclosureStage } from '@hub/domain/access/actions';
import type { Actor, Role } from '@hub/domain/access/actor';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { agenciesByIds, type AgencySummary } from '../agencies/agencies.queries';
import type { Person } from '../agencies/users.queries';
import { withParties, type Grant } from './grant-view.queries';
import { grantsOf, recentGrants, type GrantSubject } from './grants.queries';
import { findSubject } from './subjects.queries';
import { partnersOf, pooled, sightOf, type Partner, type Pooled } from './who-sees.queries';

/** One agency, or one person of it, and how far they see the record today. */
export interface Seer {
  readonly agency: AgencySummary;
  readonly person: Person | null;
  /** Null: nothing, though an agreement is live. */
  readonly stage: DisclosureStage | null;
  readonly seesPhoto: boolean;
  readonly since: IsoDate | null;
  /** The first day without; null for no end in sight. */
  readonly until: IsoDate | null;
  /** The grant that opens the stage; the card (S0) needs none. */
  readonly grant: Grant | null;
  readonly agreement: string | null;
  /** Why an agency with a live agreement sees nothing of a record in the pool. */
  readonly hiddenBy: 'EARLY_PERMANENCE' | 'LOCAL_SEARCH' | null;
}

export interface WhoSees {
  readonly inPool: boolean;
  readonly seers: readonly Seer[];
  /** Colleagues whose roles open the agency's own record. */
  readonly ownPeople: readonly Person[];
  readonly grants: readonly Grant[];
}

/** Who can see this record, stage by stage: asked of row-level security with each partner's eyes, not reckoned beside it. */
@Injectable()
export class WhoSeesService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault) {}

  of(actor: Actor, subjectType: GrantSubject, reference: string): Promise<WhoSees> {
    return this.uow.run(actor, 'disclosure.whoSees', async (tx) => {
      const subject = await findSubject(tx, subjectType, reference);
      if (!subject) throw notFound(subjectType.toLowerCase(), reference);
      const grants = await grantsOf(tx, this.vault, subject.id);
      const shown = await withParties(tx, actor, grants);
      const pool = await pooled(tx, subjectType, subject.id);
      const ownPeople = await this.colleagues(tx, actor, subjectType === 'UNIT' ? 'children.viewIdentity' : 'adopters.viewIdentity');
      const seers = pool?.listed ? await this.seers(tx, { subjectType, id: subject.id, pool, grants: shown }) : [];
      return { inPool: pool?.listed ?? false, seers, ownPeople, grants: shown };
    }, { type: subjectType, reference });
  }

  /** The own agency's grants, the newest first. */
  recent(actor: Actor): Promise<Grant[]> {
    return this.uow.run(actor, 'disclosure.whoSees', async (tx) => withParties(tx, actor, await recentGrants(tx, this.vault)));
  }

  private async seers(tx: Tx, { subjectType, id, pool, grants }: { subjectType: GrantSubject; id: string; pool: Pooled; grants: readonly Grant[] }): Promise<Seer[]> {
    const partners = await partnersOf(tx);
    const agencies = await agenciesByIds(tx, partners.map(({ agencyId }) => agencyId));
    const live = grants.filter(({ status }) => status === 'LIVE');
    const seers: Seer[] = [];
    for (const agency of agencies) {
      const partner = partners.find(({ agencyId }) => agencyId === agency.id) as Partner;
      const people = new Map(live.flatMap((grant) => (grant.agency?.id === agency.id && grant.person ? [[grant.person.id, grant.person] as const] : [])));
      for (const person of [null, ...people.values()]) {
        const sight = await sightOf(tx, subjectType, id, { agencyId: agency.id, userId: person?.id ?? null });
        seers.push({ agency, person, ...sight, ...termsOf({ stage: sight.stage, person, agency, pool, partner, live }) });
      }
    }
    return seers;
  }

  private async colleagues(tx: Tx, actor: Actor, action: Action): Promise<Person[]> {
    const found = await rows<Person & { roles: Role[] }>(tx, `
      select id, display_name as "displayName", roles from hub.app_user where agency_id = (select hub.own_agency()) and status = 'ACTIVE' order by display_name, id`);
    return found.filter(({ id, roles }) => can({ ...actor, userId: id, roles }, action)).map(({ id, displayName }) => ({ id, displayName }));
  }
}

interface Terms {
  readonly stage: DisclosureStage | null;
  readonly person: Person | null;
  readonly agency: AgencySummary;
  readonly pool: Pooled;
  readonly partner: Partner;
  readonly live: readonly Grant[];
}

function termsOf({ stage, person, agency, pool, partner, live }: Terms): Pick<Seer, 'since' | 'until' | 'grant' | 'agreement' | 'hiddenBy'> {
  if (stage === null) return { since: null, until: null, grant: null, agreement: partner.agreement, hiddenBy: pool.isKept ? 'LOCAL_SEARCH' : pool.earlyPermanence ? 'EARLY_PERMANENCE' : null };
  if (stage === 'S0') {
    return { since: pool.since > partner.startsOn ? pool.since : partner.startsOn, until: partner.endsOn, grant: null, agreement: partner.agreement, hiddenBy: null };
  }
  const concerns = (grant: Grant): boolean => grant.stage === stage && (grant.agency === null || (grant.agency.id === agency.id && (grant.person === null || grant.person.id === person?.id)));
  const grant = live.find((one) => concerns(one) && one.person !== null) ?? live.find(concerns) ?? null;
  return { since: grant?.approvedAt ? isoDate(grant.approvedAt.toISOString().slice(0, 10)) : null, until: grant?.expiresOn ?? null, grant, agreement: grant?.agreement ?? partner.agreement, hiddenBy: null };
}
