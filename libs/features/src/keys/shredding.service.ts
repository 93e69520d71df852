import { Inject, Injectable } from '@nestjs/common';
import { SYSTEM_ACTOR, type Actor } from '@hub/domain/access/actor';
import { conflict, invalid, notFound } from '@hub/domain/errors';
import { childMustBeKept, householdMustBeKept } from '@hub/domain/keys/retention';
import { KeyStore } from '@hub/database/crypto/key-store';
import { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { UnitOfWork, type About } from '@hub/database/unit-of-work';
import { listAgencies } from '../agencies/agencies.queries';
import { hasUnshared, meetAgency } from './rewrap.queries';
import { confirmedShreddings, confirmShredding, emptiedEnquiries, findShredding, findSubject, hasOpenImport, insertShredding, sharedWordsAbout, sharedWordsDestroyed, rowsOf, type ShreddingSubject } from './shredding.queries';

const REASON = { least: 10, most: 500 };

interface Planned {
  readonly id: string;
  readonly subjectId: string;
  readonly rowIds: readonly string[];
  readonly isDecided: boolean;
}

/**
 * Destroys the key of a record for ever (trust.md FLD-6): its share in the key store, and nothing else. Rows in the database
 * and in every backup of it stay as they are, and nobody opens them again. One person asks, another of the agency confirms.
 */
@Injectable()
export class ShreddingService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault, @Inject(KeyStore) private readonly keys: KeyStore) {}

  async request(actor: Actor, reference: string, reason: string): Promise<void> {
    const why = reason.trim();
    if (why.length < REASON.least || why.length > REASON.most) {
      throw invalid([{ path: 'reason', message: `Give a reason of ${REASON.least} to ${REASON.most} characters, without names.` }]);
    }
    const about = await this.about(actor, 'keys.requestShredding', reference);
    await this.uow.run(actor, 'keys.requestShredding', async (tx) => {
      const subject = await mayBeDestroyed(tx, reference);
      if (await findShredding(tx, subject.id)) throw conflict('CONFLICT', 'This has been asked for already. Another person of the agency confirms it.');
      await insertShredding(tx, this.vault, { agencyId: actor.agencyId, subject, reason: why, requestedBy: actor.userId });
    }, about);
  }

  /** Decided in the database first, then destroyed: cut off between the two, the same call (or `repeat`) goes on. */
  async confirm(actor: Actor, reference: string): Promise<void> {
    const about = await this.about(actor, 'keys.confirmShredding', reference);
    const { rowIds } = await this.uow.run(actor, 'keys.confirmShredding', (tx) => this.planned(tx, actor, reference), about);
    await this.assertClosable(actor.agencyId, rowIds);
    const words = await this.uow.run(actor, 'keys.confirmShredding', async (tx) => {
      const { id, subjectId, isDecided } = await this.planned(tx, actor, reference);
      if (!isDecided) await confirmShredding(tx, id, actor.userId, rowIds);
      return sharedWordsAbout(tx, subjectId);
    }, about);
    this.keys.destroyShares(actor.agencyId, rowIds);
    for (const { agencyId, id } of words) this.keys.destroyShares(agencyId, [id]);
  }

  /** Destroys again all that was ever decided, and what emptied enquiries were sealed with: for an older copy of the key store that was put back. Answers how many came back. */
  async repeat(): Promise<number> {
    const agencies = await this.uow.run(SYSTEM_ACTOR, 'keys.inspect', listAgencies);
    let again = 0;
    for (const { id } of agencies) {
      const rowIds = await this.uow.run(SYSTEM_ACTOR, 'keys.inspect', async (tx) => [...(await confirmedShreddings(tx, id)), ...(await emptiedEnquiries(tx, id))]);
      if (rowIds.length > 0) again += this.keys.destroyShares(id, rowIds);
    }
    for (const { agencyId, id } of await this.uow.run(SYSTEM_ACTOR, 'keys.inspect', sharedWordsDestroyed)) again += this.keys.destroyShares(agencyId, [id]);
    return again;
  }

  /** A reference does not say of whom it is, and the access log has to. */
  private async about(actor: Actor, action: 'keys.requestShredding' | 'keys.confirmShredding', reference: string): Promise<About> {
    const subject = await this.uow.run(actor, action, (tx) => findSubject(tx, reference));
    if (!subject) throw notFound('record', reference);
    return { type: subject.type, reference };
  }

  private async planned(tx: Tx, actor: Actor, reference: string): Promise<Planned> {
    const subject = await mayBeDestroyed(tx, reference);
    const asked = await findShredding(tx, subject.id);
    if (!asked) throw notFound('request', reference);
    if (asked.rowIds) return { id: asked.id, subjectId: subject.id, rowIds: asked.rowIds, isDecided: true };
    if (asked.requestedBy === actor.userId) throw conflict('SAME_PERSON', 'Another person of the agency has to confirm what you asked for.');
    return { id: asked.id, subjectId: subject.id, rowIds: await rowsOf(tx, this.vault, subject), isDecided: false };
  }

  private async assertClosable(agencyId: string, rowIds: readonly string[]): Promise<void> {
    const isUnshared = await this.uow.run(SYSTEM_ACTOR, 'keys.inspect', async (tx) => {
      await meetAgency(tx, agencyId);
      return hasUnshared(tx, rowIds);
    });
    if (isUnshared) throw conflict('GUARD_FAILED', 'A part of this record was sealed before records had shares, so destroying the share would not close it. Change and save the record once, then confirm again.');
  }
}

async function mayBeDestroyed(tx: Tx, reference: string): Promise<ShreddingSubject> {
  const subject = await findSubject(tx, reference);
  if (!subject) throw notFound('record', reference);
  const refusal = subject.type === 'CHILD' ? childMustBeKept(subject) : householdMustBeKept(subject);
  if (refusal) throw refusal;
  if (await hasOpenImport(tx)) throw conflict('GUARD_FAILED', 'An import of the agency is not finished, and may hold the record too. Apply or discard it first.');
  return subject;
}
