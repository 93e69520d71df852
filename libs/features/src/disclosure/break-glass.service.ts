import { Inject, Injectable } from '@nestjs/common';
import { can } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { fieldNames } from '@hub/domain/audit/field-names';
import { opensAnyway } from '@hub/domain/disclosure/break-glass';
import { conflict, invalid, notFound } from '@hub/domain/errors';
import { Vault } from '@hub/database/crypto/vault';
import { shown, UnitOfWork } from '@hub/database/unit-of-work';
import { CONFIG, type Config } from '@hub/platform/config';
import { notifyOfficers } from '../audit/notices.queries';
import {
  findEmergencyCase, findOpening, insertOpening, listOpenings, openedIdentity, reviewOpening, type EmergencyIdentity, type NewOpening, type Opening,
} from './break-glass.queries';

/** An opening as its opener sees it; without the identity once its time is over. */
export interface OwnOpening extends Opening {
  readonly identity: EmergencyIdentity | null;
}

export interface OpeningRequest extends Omit<NewOpening, 'minutes'> {
  /** Less than the hub's limit, for who needs less. */
  readonly minutes?: number | null;
}

const MOST = 100;

/**
 * Opening a case in an emergency (trust.md AZ-11): its least, for a reason, for a while. The notice to the data protection
 * officers of the record's agency, and what they find to review, are of the same transaction.
 */
@Injectable()
export class BreakGlassService {
  constructor(
    @Inject(UnitOfWork) private readonly uow: UnitOfWork,
    @Inject(Vault) private readonly vault: Vault,
    @Inject(CONFIG) private readonly limits: Pick<Config, 'breakGlassMinutes'>,
  ) {}

  async open(actor: Actor, request: OpeningRequest): Promise<OwnOpening> {
    const { subjectType, subject, minutes } = request;
    const most = this.limits.breakGlassMinutes;
    if (minutes != null && minutes > most) throw invalid([{ path: 'minutes', message: `A case is opened for at most ${most} minutes.` }]);
    return this.uow.run(actor, 'disclosure.breakGlass', async (tx) => {
      const found = await findEmergencyCase(tx, this.vault, subjectType, subject);
      if (!found) throw notFound('record', subject);
      if (opensAnyway(actor, subjectType, found.agencyId === actor.agencyId)) throw conflict('GUARD_FAILED', 'You can open this record without this: it is your agency’s.');
      const id = await insertOpening(tx, this.vault, actor, found, { ...request, minutes: minutes ?? most });
      await notifyOfficers(tx, [found.agencyId], { kind: 'BREAK_GLASS', subject: { type: subjectType, reference: subject }, actor });
      const opening = await findOpening(tx, this.vault, id);
      if (!opening) throw notFound('record', subject);
      const identity = await openedIdentity(tx, this.vault, id);
      shown({ opening: id, fields: fieldNames(identity) });
      return { ...opening, identity };
    }, { type: subjectType, reference: subject, stage: 'OWN' });
  }

  /** For the opener, as often as they look; each look is in the access log. */
  async find(actor: Actor, id: string): Promise<OwnOpening | null> {
    const about = await this.uow.run(actor, 'disclosure.breakGlass', (tx) => findOpening(tx, this.vault, id));
    if (!about) return null;
    return this.uow.run(actor, 'disclosure.breakGlass', async (tx) => {
      const identity = await openedIdentity(tx, this.vault, id);
      shown(identity ? { opening: id, fields: fieldNames(identity) } : { stage: null });
      return { ...about, identity };
    }, { type: about.subjectType, reference: about.subject, stage: 'OWN' });
  }

  list(actor: Actor): Promise<Opening[]> {
    return this.uow.run(actor, 'disclosure.reviewBreakGlass', (tx) => listOpenings(tx, this.vault, { unreviewed: false, most: MOST }));
  }

  /** What waits for an officer; nothing for anybody else. */
  toReview(actor: Actor): Promise<Opening[]> {
    if (!can(actor, 'disclosure.reviewBreakGlass')) return Promise.resolve([]);
    return this.uow.run(actor, 'disclosure.reviewBreakGlass', (tx) => listOpenings(tx, this.vault, { unreviewed: true, most: MOST }));
  }

  review(actor: Actor, id: string, note: string): Promise<Opening> {
    return this.uow.run(actor, 'disclosure.reviewBreakGlass', async (tx) => {
      const opening = await findOpening(tx, this.vault, id);
      if (!opening) throw notFound('opening');
      if (opening.openedBy.id === actor.userId) throw conflict('SAME_PERSON', 'Nobody reviews what they opened themselves. Ask another officer.');
      if (!(await reviewOpening(tx, this.vault, actor, { id, note }))) throw conflict('GUARD_FAILED', 'This opening was reviewed already.');
      return (await findOpening(tx, this.vault, id)) ?? opening;
    });
  }
}
