import { Inject, Injectable } from '@nestjs/common';
import { can, type DisclosureStage } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { expiryRefusal, mayShare, stageRefusal } from '@hub/domain/disclosure/grant';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { conflict, forbidden, invalid, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { Clock } from '@hub/platform/clock';
import { refreshCards } from '../children/cards.queries';
import { beginExploring } from '../links/explore.queries';
import { photosOf } from '../photos/photos.queries';
import { askForIdentified, mustBeShown, mustHaveProfile } from './ask-grant.queries';
import { isAgreed, type AudienceRequest } from './audience.queries';
import { withParties, type Grant } from './grant-view.queries';
import { isConsented } from './consents.queries';
import { hasItsPhotos, withdrawPhotos } from './grant-photos.queries';
import { approveGrant, findGrant, grantsToApprove, withdrawGrant, type GrantRow, type GrantSubject } from './grants.queries';
import { writeIdentifiedHouseholds, writeIdentifiedUnits } from './identified-writes.queries';
import { findSubject } from './subjects.queries';

export interface GrantRequest extends AudienceRequest {
  readonly subjectType: GrantSubject;
  readonly subject: string;
  readonly stage: DisclosureStage;
  readonly purpose: string;
  /** The photos that stand in the record, too. */
  readonly photos?: boolean | null;
}

export interface GrantApproval {
  readonly expiresOn: IsoDate;
  /** Needed where photos were asked for: no decision is made by leaving it out. */
  readonly photos?: boolean | null;
}

/** Beyond the profile: one person asks, another of the same agency approves, until a day, under one agreement (trust.md AZ-6, AZ-7). */
@Injectable()
export class GrantsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(Clock) private readonly clock: Clock) {}

  request(actor: Actor, { subjectType, subject, stage, purpose, photos: withPhotos, ...to }: GrantRequest): Promise<Grant> {
    return this.uow.run(actor, 'disclosure.request', async (tx) => {
      if (!mayShare(actor, subjectType)) throw forbidden('disclosure.request');
      const found = await findSubject(tx, subjectType, subject);
      if (!found) throw notFound(subjectType.toLowerCase(), subject);
      const refusal = stageRefusal(stage);
      if (refusal !== null) throw invalid([{ path: 'stage', message: refusal }]);
      const photos = withPhotos ? await this.mustHavePhotos(tx, subjectType, found.id) : undefined;
      return this.answer(tx, actor, await askForIdentified(tx, this.vault, actor, { subjectType, subjectId: found.id, purpose, to, photos }));
    }, { type: subjectType, reference: subject });
  }

  approve(actor: Actor, id: string, { expiresOn, photos }: GrantApproval): Promise<Grant> {
    return this.uow.run(actor, 'disclosure.approve', async (tx) => {
      const grant = await this.mustFind(tx, id);
      if (grant.status !== 'REQUESTED') throw conflict('GUARD_FAILED', 'This grant does not wait for approval.');
      if (grant.requestedById === actor.userId) throw conflict('SAME_PERSON', 'Nobody approves their own grant. Ask another manager.');
      if (grant.stage === 'S1') throw conflict('GUARD_FAILED', 'A profile is approved with its text, as a release.');
      await mustBeShown(tx, this.vault, grant.subjectType, grant.subjectId);
      if (!(await isAgreed(tx, id))) throw conflict('NO_LIVE_AGREEMENT', 'The agreement has ended, or does not allow this stage any more.');
      const refusal = expiryRefusal(expiresOn, isoDate(this.clock.today()), await mustHaveProfile(tx, grant));
      if (refusal !== null) throw invalid([{ path: 'expiresOn', message: refusal }]);
      await mustAgreeOnPhotos(tx, grant, photos);
      await approveGrant(tx, id, { by: actor.userId, expiresOn, photos: photos === true });
      await this.show(tx, grant);
      await beginExploring(tx, actor, id, isoDate(this.clock.today()));
      return this.answer(tx, actor, id);
    });
  }

  withdraw(actor: Actor, id: string, reason: string): Promise<Grant> {
    return this.uow.run(actor, 'disclosure.withdraw', async (tx) => {
      const grant = await this.mustFind(tx, id);
      if (grant.status === 'WITHDRAWN') throw conflict('GUARD_FAILED', 'This grant was withdrawn already.');
      await withdrawGrant(tx, this.vault, grant, reason);
      if (grant.stage === 'S1' && grant.subjectType === 'UNIT') await refreshCards(tx, this.vault, { ids: [grant.subjectId] }, isoDate(this.clock.today()));
      return this.answer(tx, actor, id);
    });
  }

  /** The photos alone: the names that stand beside them stay granted. */
  withdrawPhotos(actor: Actor, id: string): Promise<Grant> {
    return this.uow.run(actor, 'disclosure.withdraw', async (tx) => {
      const grant = await this.mustFind(tx, id);
      if (grant.status === 'WITHDRAWN' || grant.photos !== 'SHOWN') throw conflict('GUARD_FAILED', 'This grant shows no photos.');
      await withdrawPhotos(tx, id);
      return this.answer(tx, actor, id);
    });
  }

  /** What waits for this person's approval; nothing for those who approve nothing. */
  toApprove(actor: Actor): Promise<Grant[]> {
    if (!can(actor, 'disclosure.approve')) return Promise.resolve([]);
    return this.uow.run(actor, 'work.view', async (tx) => withParties(tx, actor, await grantsToApprove(tx, this.vault, actor.userId)));
  }

  private async mustHavePhotos(tx: Tx, subjectType: GrantSubject, subjectId: string): Promise<string[]> {
    const photos = await photosOf(tx, subjectType, subjectId);
    if (photos.length === 0) throw invalid([{ path: 'photos', message: 'There is no photo in the record. Add it first, or ask without it.' }]);
    if (subjectType === 'HOUSEHOLD') await mustConsent(tx, subjectId);
    return photos;
  }

  private show(tx: Tx, { subjectType, subjectId }: GrantRow): Promise<void> {
    if (subjectType === 'HOUSEHOLD') return writeIdentifiedHouseholds(tx, this.vault, [subjectId]);
    return writeIdentifiedUnits(tx, this.vault, [subjectId], isoDate(this.clock.today()));
  }

  private async answer(tx: Tx, actor: Actor, id: string): Promise<Grant> {
    const [grant] = await withParties(tx, actor, [await this.mustFind(tx, id)]);
    if (!grant) throw notFound('grant');
    return grant;
  }

  private async mustFind(tx: Tx, id: string): Promise<GrantRow> {
    const grant = await findGrant(tx, this.vault, id, 'for update of r');
    if (!grant) throw notFound('grant');
    return grant;
  }
}

/** Two people decide on the same pictures, each in so many words. */
async function mustAgreeOnPhotos(tx: Tx, { id, subjectType, subjectId, photos: asked }: GrantRow, photos: boolean | null | undefined): Promise<void> {
  if (asked === null || photos === false) return;
  if (photos == null) throw invalid([{ path: 'photos', message: 'Say whether the photos are to be shown too.' }]);
  if (!(await hasItsPhotos(tx, id))) throw conflict('GUARD_FAILED', 'A photo was changed or removed after it was asked for. Approve without the photos, or ask again.');
  if (subjectType === 'HOUSEHOLD') await mustConsent(tx, subjectId);
}

async function mustConsent(tx: Tx, householdId: string): Promise<void> {
  if (!(await isConsented(tx, householdId, 'PHOTO_REPORT'))) throw conflict('GUARD_FAILED', 'The adopters have not agreed to have their photo given to another agency, or not within the last year. Ask them and record their answer first.');
}
