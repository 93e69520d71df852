import { randomUUID } from 'node:crypto';
import { GRANT_CAUSE_WORDS, type Audience, type GrantCause, type GrantPhotos, type GrantStage, type GrantStatus } from '@hub/domain/disclosure/grant';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { DESTROYED_TEXT, GRANT_KEY, placeOfGrant, sealInGrant, type GrantKey } from './grant-texts.queries';

export type GrantSubject = 'UNIT' | 'HOUSEHOLD';

/** A grant as its own agency keeps it. */
export interface GrantRow {
  readonly id: string;
  readonly subjectType: GrantSubject;
  readonly subjectId: string;
  readonly subject: string;
  readonly stage: GrantStage;
  readonly audience: Audience;
  readonly audienceAgencyId: string | null;
  readonly audienceUserId: string | null;
  /** The agreement's reference; null where it is every live one. */
  readonly agreement: string | null;
  readonly purpose: string;
  readonly requestedById: string;
  readonly requestedAt: Date;
  readonly approvedById: string | null;
  readonly approvedAt: Date | null;
  readonly expiresOn: IsoDate | null;
  readonly withdrawnAt: Date | null;
  /** A person's words, or the hub's where it ended by itself. */
  readonly withdrawalReason: string | null;
  readonly status: GrantStatus;
  readonly photos: GrantPhotos | null;
}

/** Of `r`: how a grant stands today. Row-level security asks the same of the same columns. */
export const GRANT_STATUS = `
  case when r.withdrawn_at is not null then 'WITHDRAWN' when r.returned_at is not null then 'DRAFT' when r.approved_at is null then 'REQUESTED' when r.expires_on <= hub.today() then 'EXPIRED'
    when r.agreement_id is not null and r.agreement_id <> all(array(select s.agreement_id from hub.sharing(r.stage) s)) then 'AGREEMENT_ENDED' else 'LIVE' end`;

const GRANT_PHOTOS = `
  case when r.photos is null then null when r.photos_shown then 'SHOWN' when r.approved_at is null and r.withdrawn_at is null then 'ASKED' else 'NOT_SHOWN' end`;

const GRANT = `
  select r.id, r.subject_type as "subjectType", r.subject_id as "subjectId", coalesce(u.reference, h.reference) as subject, r.stage, r.audience,
    r.audience_agency_id as "audienceAgencyId", r.audience_user_id as "audienceUserId", a.reference as agreement, ${GRANT_KEY}, r.purpose,
    r.requested_by as "requestedById", r.requested_at as "requestedAt", r.approved_by as "approvedById", r.approved_at as "approvedAt",
    r.expires_on as "expiresOn", r.withdrawn_at as "withdrawnAt", r.withdrawal_reason, r.withdrawal_cause as "withdrawalCause", ${GRANT_STATUS} as status, ${GRANT_PHOTOS} as photos
  from hub.disclosure_grant r
  left join hub.agreement a on a.id = r.agreement_id
  left join hub.unit u on r.subject_type = 'UNIT' and u.id = r.subject_id
  left join hub.household h on r.subject_type = 'HOUSEHOLD' and h.id = r.subject_id`;

interface SealedGrant extends Omit<GrantRow, 'purpose' | 'withdrawalReason'>, GrantKey {
  readonly purpose: Buffer;
  readonly withdrawal_reason: Buffer | null;
  readonly withdrawalCause: GrantCause | null;
}

function opened(vault: Vault, found: readonly SealedGrant[]): GrantRow[] {
  return found.map(({ agencyId, shareIds, wrapped_key, purpose, withdrawal_reason, withdrawalCause, ...grant }) => {
    const said = vault.openTexts(placeOfGrant(grant.id, { agencyId, shareIds }), { wrapped_key, purpose, withdrawal_reason });
    return { ...grant, purpose: said.purpose ?? DESTROYED_TEXT, withdrawalReason: said.withdrawal_reason ?? (withdrawalCause && GRANT_CAUSE_WORDS[withdrawalCause]) };
  });
}

export async function findGrant(tx: Tx, vault: Vault, id: string, lock: '' | 'for update of r' = ''): Promise<GrantRow | undefined> {
  return opened(vault, await rows(tx, `${GRANT} where r.id = $1::uuid ${lock}`, [id]))[0];
}

/** Every stage of one subject, the newest first. */
export async function grantsOf(tx: Tx, vault: Vault, subjectId: string): Promise<GrantRow[]> {
  return opened(vault, await rows(tx, `${GRANT} where r.subject_id = $1::uuid order by r.requested_at desc limit 100`, [subjectId]));
}

/** Of the own agency, every stage, the newest first. */
export async function recentGrants(tx: Tx, vault: Vault): Promise<GrantRow[]> {
  return opened(vault, await rows(tx, `${GRANT} order by r.requested_at desc limit 200`));
}

/** Beyond the profile, what waits for a second person of the agency: never what the person asked for alone. */
export async function grantsToApprove(tx: Tx, vault: Vault, userId: string): Promise<GrantRow[]> {
  return opened(vault, await rows(tx, `${GRANT} where r.stage <> 'S1' and r.approved_at is null and r.withdrawn_at is null and r.requested_by <> $1::uuid order by r.requested_at limit 50`, [userId]));
}

export interface NewGrant {
  readonly agencyId: string;
  readonly subjectType: GrantSubject;
  readonly subjectId: string;
  /** Whose shares seal its texts: `shareIdsOf`. */
  readonly shareIds: readonly string[];
  readonly stage: GrantStage;
  readonly audience: Audience;
  readonly audienceAgencyId: string | null;
  readonly audienceUserId: string | null;
  readonly agreementId: string | null;
  readonly purpose: string;
  readonly requestedBy: string;
  /** Of a profile (S1): word for word what the approver reads and others will. */
  readonly content: object | null;
  /** Beyond it: references of the photos that are to be shown too. */
  readonly photos?: readonly string[];
  /** Of a profile: what the software made of its text and of how common the unit is. */
  readonly screened?: { readonly texts: readonly object[]; readonly generalisation: number | null; readonly asRecorded: boolean; readonly belowK: boolean };
}

export async function insertGrant(tx: Tx, vault: Vault, grant: NewGrant): Promise<string> {
  const id = randomUUID();
  const { content, screened } = grant;
  const sealed = vault.sealTexts(placeOfGrant(id, grant), { purpose: grant.purpose, content: content && JSON.stringify(content), texts: screened ? JSON.stringify(screened.texts) : null });
  await rows(tx, `
    insert into hub.disclosure_grant (id, agency_id, subject_type, subject_id, stage, audience, audience_agency_id, audience_user_id, agreement_id, requested_by,
      share_ids, wrapped_key, purpose, content, texts, generalisation, as_recorded, below_k, photos)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::uuid[], $12, $13, $14, $15, $16, $17, $18, $19::text[])`,
  [id, grant.agencyId, grant.subjectType, grant.subjectId, grant.stage, grant.audience, grant.audienceAgencyId, grant.audienceUserId, grant.agreementId, grant.requestedBy,
    grant.shareIds, sealed.wrapped_key, sealed.purpose, sealed.content, sealed.texts, screened?.generalisation ?? null, screened?.asRecorded ?? false, screened?.belowK ?? false,
    grant.photos ?? null]);
  return id;
}

// A subject has one profile at a time; beyond it one grant for each audience.
const REPLACED = `
  select o.id from hub.disclosure_grant r join hub.disclosure_grant o on o.subject_id = r.subject_id and o.stage = r.stage and o.id <> r.id
  where r.id = $1::uuid and o.approved_at is not null and o.withdrawn_at is null
    and (r.stage = 'S1' or (o.audience_agency_id, o.audience_user_id) is not distinct from (r.audience_agency_id, r.audience_user_id))`;

/** Approves a grant and ends the one that it replaces. `by`: a second person of the agency; the database refuses the first. `photos`: those asked for, too. */
export async function approveGrant(tx: Tx, id: string, { by, expiresOn, photos = false }: { by: string; expiresOn: IsoDate; photos?: boolean }): Promise<void> {
  const replaced = await rows<{ id: string }>(tx, REPLACED, [id]);
  await rows(tx, `
    update hub.disclosure_grant g set approved_by = $2::uuid, approved_at = now(), expires_on = $3::date, photos_shown = $4 and photos is not null,
      members = (select array_agg(c.id order by c.id) from hub.child c where g.stage <> 'S1' and c.unit_id = g.subject_id)
    where g.id = $1::uuid`, [id, by, expiresOn, photos]);
  await end(tx, 'id = any($1::uuid[])', replaced.map((one) => one.id), { cause: 'REPLACED' });
}

/** Ends one grant; with the profile goes all that stands on it. What it showed is gone with the same transaction. */
export async function withdrawGrant(tx: Tx, vault: Vault, { id, stage, subjectId }: Pick<GrantRow, 'id' | 'stage' | 'subjectId'>, reason: string): Promise<void> {
  if (stage === 'S1') await withdrawGrantsOf(tx, [subjectId], 'PROFILE_WITHDRAWN', 'S2');
  await end(tx, 'id = any($1::uuid[])', [id], { reason: await sealInGrant(tx, vault, id, 'withdrawal_reason', reason) });
}

/** Ends a profile that was returned to draft: it is asked for anew, and what stood on it stands on the next. */
export async function withdrawDrafts(tx: Tx, subjectId: string): Promise<void> {
  await end(tx, 'subject_id = any($1::uuid[]) and returned_at is not null', [subjectId], { cause: 'ASKED_ANEW' });
}

/** Ends what was granted or asked for of these subjects, from a stage upwards. */
export async function withdrawGrantsOf(tx: Tx, subjectIds: readonly string[], cause: GrantCause, from: GrantStage = 'S1'): Promise<void> {
  await end(tx, `subject_id = any($1::uuid[]) and stage >= '${from}'`, subjectIds, { cause });
}

const SETTLED = `
  select g.id, case when u.family_finding = 'CLOSED' then 'SEARCH_CLOSED' else 'GROUP_CHANGED' end as cause
  from hub.disclosure_grant g join hub.unit u on u.id = g.subject_id
  where g.subject_type = 'UNIT' and g.subject_id = any($1::uuid[]) and g.withdrawn_at is null and (u.family_finding = 'CLOSED'
    or g.members is not null and g.members is distinct from (select array_agg(c.id order by c.id) from hub.child c where c.unit_id = g.subject_id))`;

/** A closed search ends what was granted for it; and of a group that has changed, what named the children whom it had then. */
export async function withdrawOfSettled(tx: Tx, unitIds: readonly string[]): Promise<void> {
  const ended = await rows<{ id: string; cause: GrantCause }>(tx, SETTLED, [unitIds]);
  for (const cause of new Set(ended.map((one) => one.cause))) await end(tx, 'id = any($1::uuid[])', ended.filter((one) => one.cause === cause).map(({ id }) => id), { cause });
}

async function end(tx: Tx, which: string, ids: readonly string[], why: { readonly cause?: GrantCause; readonly reason?: Buffer | null }): Promise<void> {
  if (ids.length === 0) return;
  const ended = await rows<{ id: string; stage: GrantStage }>(tx, `
    update hub.disclosure_grant set withdrawn_at = now(), withdrawn_by = hub.actor(), withdrawal_cause = $2, withdrawal_reason = $3 where ${which} and withdrawn_at is null
    returning id, stage`, [ids, why.cause ?? null, why.reason ?? null]);
  const profiles = ended.filter(({ stage }) => stage === 'S1').map((one) => one.id);
  if (profiles.length === 0) return;
  await rows(tx, 'update hub.unit_profile set live = false where release_id = any($1::uuid[]) and live', [profiles]);
  await rows(tx, 'update hub.household_profile set live = false where release_id = any($1::uuid[]) and live', [profiles]);
}
