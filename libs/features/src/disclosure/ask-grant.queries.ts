import type { Actor } from '@hub/domain/access/actor';
import { isListed } from '@hub/domain/adopters/household-card';
import { isInPool } from '@hub/domain/children/unit-card';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { conflict } from '@hub/domain/errors';
import type { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { loadOffers } from '../adopters/household-cards.queries';
import { loadUnits } from '../children/unit-facts.queries';
import { resolveAudience, type AudienceRequest } from './audience.queries';
import { insertGrant, type GrantRow, type GrantSubject } from './grants.queries';
import { profileUntilFor, shareIdsOf } from './subjects.queries';

export interface IdentifiedWish {
  readonly subjectType: GrantSubject;
  readonly subjectId: string;
  readonly purpose: string;
  readonly to: AudienceRequest;
  /** Of the record's photos, those that go with it. */
  readonly photos?: readonly string[];
}

/** Asks for S2 of an own subject: in the pool, its profile live for that agency, under an agreement that allows it. Answers the grant's id. */
export async function askForIdentified(tx: Tx, vault: Vault, actor: Actor, { subjectType, subjectId, purpose, to, photos }: IdentifiedWish): Promise<string> {
  await mustBeShown(tx, vault, subjectType, subjectId);
  const audience = await resolveAudience(tx, to, 'S2');
  await mustHaveProfile(tx, { subjectType, subjectId, audienceAgencyId: audience.audienceAgencyId });
  const shareIds = await shareIdsOf(tx, vault, subjectType, subjectId);
  return insertGrant(tx, vault, { agencyId: actor.agencyId, subjectType, subjectId, shareIds, stage: 'S2', purpose, requestedBy: actor.userId, content: null, photos, ...audience });
}

export async function mustBeShown(tx: Tx, vault: Vault, subjectType: GrantSubject, id: string): Promise<void> {
  const shown = subjectType === 'HOUSEHOLD' ? (await loadOffers(tx, { ids: [id] })).some(isListed) : (await loadUnits(tx, vault, { ids: [id] })).some(isInPool);
  if (!shown) throw conflict('GUARD_FAILED', 'Nothing is shared of a subject that is not in the pool.');
}

/** No step is skipped: the profile must be live for that agency. Answers until when. */
export async function mustHaveProfile(tx: Tx, grant: Pick<GrantRow, 'subjectType' | 'subjectId' | 'audienceAgencyId'>): Promise<IsoDate> {
  const until = await profileUntilFor(tx, grant);
  if (until === null) throw conflict('GUARD_FAILED', 'No stage is skipped: release the profile (S1) to that agency first.');
  return until;
}
