import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Contact } from '@hub/domain/matching/pool';
import { row, rows, type Tx } from '@hub/database/tx';

export type ReleaseSubject = 'UNIT' | 'HOUSEHOLD';

/** What was approved to be shown, word for word; the approver sees the same. */
export interface ReleaseContent {
  readonly about: string | null;
  readonly heritageGroups: readonly string[];
  readonly contact: Contact | null;
  readonly progress: string | null;
  readonly householdType: string | null;
  readonly experience: string | null;
}

/** A text as recorded and as the software suggested it; what was approved stands in the content. */
export interface ReleaseText {
  readonly field: 'ABOUT' | 'EXPERIENCE';
  readonly original: string;
  readonly suggestion: string;
}

/** DRAFT: the record changed under it, and two people have to decide again. */
export type ReleaseStatus = 'DRAFT' | 'REQUESTED' | 'LIVE' | 'EXPIRED' | 'WITHDRAWN';

export interface ReleaseRow {
  readonly id: string;
  readonly subjectType: ReleaseSubject;
  readonly subjectId: string;
  readonly subject: string;
  readonly purpose: string;
  readonly requestedById: string;
  readonly requestedAt: Date;
  readonly approvedById: string | null;
  readonly approvedAt: Date | null;
  readonly expiresOn: IsoDate | null;
  readonly withdrawnAt: Date | null;
  readonly preview: ReleaseContent;
  readonly texts: readonly ReleaseText[];
  /** How general the unit is shown; null for a household. */
  readonly generalisation: number | null;
  readonly asRecorded: boolean;
  readonly belowK: boolean;
  readonly overrideReason: string | null;
  readonly returnedReason: string | null;
  readonly status: ReleaseStatus;
}

const RELEASE = `
  select r.id, r.subject_type as "subjectType", r.subject_id as "subjectId", coalesce(u.reference, h.reference) as subject, r.purpose,
    r.requested_by as "requestedById", r.requested_at as "requestedAt", r.approved_by as "approvedById", r.approved_at as "approvedAt",
    r.expires_on as "expiresOn", r.withdrawn_at as "withdrawnAt", r.content as preview, r.texts,
    r.generalisation, r.as_recorded as "asRecorded", r.below_k as "belowK", r.override_reason as "overrideReason", r.returned_reason as "returnedReason",
    case when r.withdrawn_at is not null then 'WITHDRAWN' when r.returned_at is not null then 'DRAFT' when r.approved_at is null then 'REQUESTED'
      when r.expires_on <= hub.today() then 'EXPIRED' else 'LIVE' end as status
  from hub.profile_release r
  left join hub.unit u on r.subject_type = 'UNIT' and u.id = r.subject_id
  left join hub.household h on r.subject_type = 'HOUSEHOLD' and h.id = r.subject_id`;

export function findRelease(tx: Tx, id: string, lock: '' | 'for update of r' = ''): Promise<ReleaseRow | undefined> {
  return row(tx, `${RELEASE} where r.id = $1::uuid ${lock}`, [id]);
}

/** The newest first. */
export function releasesOf(tx: Tx, subjectId: string): Promise<ReleaseRow[]> {
  return rows(tx, `${RELEASE} where r.subject_id = $1::uuid order by r.requested_at desc limit 50`, [subjectId]);
}

/** What waits for a second person of the agency: never what the person asked for alone. */
export function releasesToApprove(tx: Tx, userId: string): Promise<ReleaseRow[]> {
  return rows(tx, `${RELEASE} where r.approved_at is null and r.withdrawn_at is null and r.returned_at is null and r.requested_by <> $1::uuid order by r.requested_at limit 50`, [userId]);
}

export interface NewRelease {
  readonly agencyId: string;
  readonly subjectType: ReleaseSubject;
  readonly subjectId: string;
  readonly purpose: string;
  readonly requestedBy: string;
  readonly content: ReleaseContent;
  readonly texts: readonly ReleaseText[];
  readonly generalisation: number | null;
  readonly asRecorded: boolean;
  readonly belowK: boolean;
}

export async function insertRelease(tx: Tx, release: NewRelease): Promise<string> {
  const made = await row<{ id: string }>(tx, `
    insert into hub.profile_release (agency_id, subject_type, subject_id, purpose, requested_by, content, texts, generalisation, as_recorded, below_k)
    values ($1, $2, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9, $10) returning id`,
  [release.agencyId, release.subjectType, release.subjectId, release.purpose, release.requestedBy, JSON.stringify(release.content), JSON.stringify(release.texts),
    release.generalisation, release.asRecorded, release.belowK]);
  if (!made) throw new Error('The release was not inserted.');
  return made.id;
}

/** Ends what was returned to draft: it is asked for anew. */
export async function endDrafts(tx: Tx, subjectId: string): Promise<void> {
  await rows(tx, `
    update hub.profile_release set withdrawn_at = now(), withdrawn_by = hub.actor(), withdrawal_reason = 'Asked for anew'
    where subject_id = $1::uuid and returned_at is not null and withdrawn_at is null`, [subjectId]);
}

export interface Decision {
  readonly expiresOn: IsoDate;
  readonly belowK: boolean;
  readonly overrideReason: string | null;
}

/** Approves, ends the release that was live before, and shows the profile at once. */
export async function approve(tx: Tx, release: ReleaseRow, by: { userId: string; agencyId: string }, { expiresOn, belowK, overrideReason }: Decision): Promise<void> {
  await rows(tx, `
    update hub.profile_release set withdrawn_at = now(), withdrawn_by = $3::uuid, withdrawal_reason = 'Replaced by a newer release'
    where subject_id = $1::uuid and id <> $2::uuid and approved_at is not null and withdrawn_at is null`, [release.subjectId, release.id, by.userId]);
  await rows(tx, `
    update hub.profile_release set approved_by = $2::uuid, approved_at = now(), expires_on = $3::date, below_k = $4, override_reason = $5 where id = $1::uuid`,
  [release.id, by.userId, expiresOn, belowK, overrideReason]);
  const { about, heritageGroups, contact, progress, householdType, experience } = release.preview;
  const common = [release.subjectId, by.agencyId, release.id, expiresOn, about, heritageGroups];
  await rows(tx, release.subjectType === 'UNIT' ? SHOW_UNIT : SHOW_HOUSEHOLD, [...common, ...(release.subjectType === 'UNIT' ? [contact, progress] : [householdType, experience])]);
}

const SHOW_UNIT = `
  insert into hub.unit_profile (unit_id, agency_id, release_id, live, expires_on, about, heritage_groups, contact, progress)
  values ($1, $2, $3, true, $4, $5, $6::text[], $7, $8)
  on conflict (unit_id) do update set release_id = excluded.release_id, live = true, expires_on = excluded.expires_on, about = excluded.about,
    heritage_groups = excluded.heritage_groups, contact = excluded.contact, progress = excluded.progress`;
const SHOW_HOUSEHOLD = `
  insert into hub.household_profile (household_id, agency_id, release_id, live, expires_on, about, heritage_groups, household_type, experience)
  values ($1, $2, $3, true, $4, $5, $6::text[], $7, $8)
  on conflict (household_id) do update set release_id = excluded.release_id, live = true, expires_on = excluded.expires_on, about = excluded.about,
    heritage_groups = excluded.heritage_groups, household_type = excluded.household_type, experience = excluded.experience`;

/** Ends a release; what it showed is gone with the same transaction. */
export async function withdraw(tx: Tx, id: string, userId: string, reason: string): Promise<void> {
  await rows(tx, 'update hub.profile_release set withdrawn_at = now(), withdrawn_by = $2::uuid, withdrawal_reason = $3 where id = $1::uuid', [id, userId, reason]);
  await rows(tx, 'update hub.unit_profile set live = false where release_id = $1::uuid and live', [id]);
  await rows(tx, 'update hub.household_profile set live = false where release_id = $1::uuid and live', [id]);
}

/** The agencies that live agreements open to the own one today. */
export async function partnerIds(tx: Tx): Promise<string[]> {
  return (await rows<{ id: string }>(tx, 'select p as id from hub.partner_agencies() p')).map(({ id }) => id);
}
