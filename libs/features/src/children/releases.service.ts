import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { isListed, toHouseholdProfile } from '@hub/domain/adopters/household-card';
import { isConsentLive } from '@hub/domain/disclosure/consent';
import { screenText } from '@hub/domain/children/screen-text';
import { isInPool, toUnitProfile } from '@hub/domain/children/unit-card';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, forbidden, invalid, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { loadOffers } from '../adopters/household-cards.queries';
import { loadHouseholds } from '../adopters/household-records.queries';
import { loadChildren } from './child-records.queries';
import {
  approve, findRelease, insertRelease, partnerIds, releasesOf, releasesToApprove, withdraw, type ReleaseContent, type ReleaseRow, type ReleaseSubject,
} from './releases.queries';
import { withPeople, type Release } from './release-view.queries';
import { loadUnits } from './unit-facts.queries';
import { findUnit } from './units.queries';

export interface ReleaseRequest {
  readonly subjectType: ReleaseSubject;
  readonly subject: string;
  readonly purpose: string;
  readonly about: string;
}

interface Subject {
  readonly id: string;
  readonly content: ReleaseContent;
  /** Names and identifiers that the text must not hold. */
  readonly known: readonly (string | null)[];
}

/** Raising a subject to S1 and back: one person asks, another of the same agency approves (trust.md AZ-6). */
@Injectable()
export class ReleasesService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  async request(actor: Actor, { subjectType, subject, purpose, about }: ReleaseRequest): Promise<Release> {
    return this.uow.run(actor, 'releases.request', async (tx) => {
      if (!can(actor, subjectType === 'UNIT' ? 'children.edit' : 'adopters.edit')) throw forbidden('releases.request');
      const found = subjectType === 'UNIT' ? await this.unit(tx, subject, about) : await this.household(tx, subject, about);
      const issues = screenText(about, found.known);
      if (issues.length > 0) throw invalid(issues.map((message) => ({ path: 'about', message })));
      if ((await releasesOf(tx, found.id)).some(({ status }) => status === 'REQUESTED')) throw conflict('CONFLICT', 'A release of this profile waits for approval already.');
      const id = await insertRelease(tx, { agencyId: actor.agencyId, subjectType, subjectId: found.id, purpose, requestedBy: actor.userId, content: found.content });
      return this.answer(tx, actor, id);
    }, { type: subjectType, reference: subject });
  }

  async approve(actor: Actor, id: string, expiresOn: IsoDate): Promise<Release> {
    return this.uow.run(actor, 'releases.approve', async (tx) => {
      const release = await mustFind(tx, id, 'for update of r');
      if (release.status !== 'REQUESTED') throw conflict('GUARD_FAILED', 'This release does not wait for approval.');
      if (release.requestedById === actor.userId) throw conflict('SAME_PERSON', 'Nobody approves their own release. Ask another manager.');
      if (expiresOn <= this.clock.today()) throw invalid([{ path: 'expiresOn', message: 'A release ends on a day to come.' }]);
      if ((await partnerIds(tx)).length === 0) throw conflict('NO_LIVE_AGREEMENT', 'No live agreement lets this agency share a profile.');
      if (!(await this.isShown(tx, release))) throw conflict('GUARD_FAILED', 'The subject is not in the pool any more.');
      await approve(tx, release, actor, expiresOn);
      return this.answer(tx, actor, id);
    });
  }

  async withdraw(actor: Actor, id: string, reason: string): Promise<Release> {
    return this.uow.run(actor, 'releases.withdraw', async (tx) => {
      const release = await mustFind(tx, id, 'for update of r');
      if (release.status === 'WITHDRAWN') throw conflict('GUARD_FAILED', 'This release was withdrawn already.');
      await withdraw(tx, id, actor.userId, reason);
      return this.answer(tx, actor, id);
    });
  }

  /** What waits for this person's approval; nothing for those who approve nothing. */
  toApprove(actor: Actor): Promise<Release[]> {
    if (!can(actor, 'releases.approve')) return Promise.resolve([]);
    return this.uow.run(actor, 'work.view', async (tx) => withPeople(tx, actor, await releasesToApprove(tx, actor.userId)));
  }

  private async unit(tx: Tx, reference: string, about: string): Promise<Subject> {
    const unit = await findUnit(tx, reference, 'for update');
    if (!unit) throw notFound('unit', reference);
    const [facts] = await loadUnits(tx, this.vault, { ids: [unit.id] });
    if (!facts || !isInPool(facts)) throw conflict('GUARD_FAILED', 'A profile is released while family finding is active.');
    const profile = toUnitProfile({ ...facts, asAt: isoDate(this.clock.today()) }, about);
    const children = await loadChildren(tx, this.vault, 'c.unit_id', [unit.id]);
    const known = children.flatMap(({ details: { identity } }) => [identity.firstName, identity.lastName, identity.externalId]);
    return { id: unit.id, content: { ...profile, householdType: null, experience: null }, known };
  }

  private async household(tx: Tx, reference: string, about: string): Promise<Subject> {
    const [record] = await loadHouseholds(tx, this.vault, 'h.reference', [reference], 'for update of h');
    if (!record) throw notFound('household', reference);
    const [offer] = await loadOffers(tx, { ids: [record.id] });
    if (!offer || !isConsentLive(offer.profileConsentUntil, this.clock.today())) throw conflict('GUARD_FAILED', 'The adopters have not agreed to be shown outside the agency, or it is time to ask them again.');
    if (!isListed(offer)) throw conflict('GUARD_FAILED', 'Only an available household is shown to other agencies.');
    const profile = toHouseholdProfile(offer, about);
    const { identity, adults } = record.details;
    const known = [identity.names, identity.familyExternalId, ...adults.flatMap(({ firstName, lastName, externalId }) => [firstName, lastName, externalId])];
    return { id: record.id, content: { ...profile, contact: null, progress: null }, known };
  }

  private async isShown(tx: Tx, { subjectType, subjectId }: ReleaseRow): Promise<boolean> {
    if (subjectType === 'HOUSEHOLD') return (await loadOffers(tx, { ids: [subjectId] })).some((offer) => isListed(offer) && isConsentLive(offer.profileConsentUntil, this.clock.today()));
    return (await loadUnits(tx, this.vault, { ids: [subjectId] })).some(isInPool);
  }

  private async answer(tx: Tx, actor: Actor, id: string): Promise<Release> {
    const [release] = await withPeople(tx, actor, [await mustFind(tx, id)]);
    if (!release) throw notFound('release');
    return release;
  }
}

async function mustFind(tx: Tx, id: string, lock: '' | 'for update of r' = ''): Promise<ReleaseRow> {
  const release = await findRelease(tx, id, lock);
  if (!release) throw notFound('release');
  return release;
}
