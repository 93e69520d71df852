import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { GrantStatus } from '@hub/domain/disclosure/grant';
import type { Contact } from '@hub/domain/matching/pool';
import { row, rows, type Tx } from '@hub/database/tx';
import { approveGrant, GRANT_STATUS, type GrantSubject } from '../disclosure/grants.queries';

export type ReleaseSubject = GrantSubject;

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

/** A release without its content: who asked for what to be shown, and how it stands. */
export interface ReleaseSummaryRow {
  readonly id: string;
  readonly subjectType: ReleaseSubject;
  readonly subjectId: string;
  readonly subject: string;
  /** The code of the agency it is for; null for every partner. */
  readonly agency: string | null;
  readonly purpose: string;
  readonly requestedById: string;
  readonly requestedAt: Date;
  readonly approvedById: string | null;
  readonly approvedAt: Date | null;
  readonly expiresOn: IsoDate | null;
  readonly withdrawnAt: Date | null;
  readonly status: GrantStatus;
}

export interface ReleaseRow extends ReleaseSummaryRow {
  readonly preview: ReleaseContent;
  readonly texts: readonly ReleaseText[];
  /** How general the unit is shown; null for a household. */
  readonly generalisation: number | null;
  readonly asRecorded: boolean;
  readonly belowK: boolean;
  readonly overrideReason: string | null;
  readonly returnedReason: string | null;
}

const SUMMARY = `
  r.id, r.subject_type as "subjectType", r.subject_id as "subjectId", coalesce(u.reference, h.reference) as subject, r.purpose,
    r.requested_by as "requestedById", r.requested_at as "requestedAt", r.approved_by as "approvedById", r.approved_at as "approvedAt",
    r.expires_on as "expiresOn", r.withdrawn_at as "withdrawnAt", a.code as agency, ${GRANT_STATUS} as status`;
const FROM = `
  from hub.disclosure_grant r
  left join hub.agency a on a.id = r.audience_agency_id
  left join hub.unit u on r.subject_type = 'UNIT' and u.id = r.subject_id
  left join hub.household h on r.subject_type = 'HOUSEHOLD' and h.id = r.subject_id`;
const RELEASE = `select ${SUMMARY}, r.content as preview, r.texts, r.generalisation, r.as_recorded as "asRecorded", r.below_k as "belowK",
  r.override_reason as "overrideReason", r.returned_reason as "returnedReason" ${FROM}`;

export function findRelease(tx: Tx, id: string, lock: '' | 'for update of r' = ''): Promise<ReleaseRow | undefined> {
  return row(tx, `${RELEASE} where r.id = $1::uuid and r.stage = 'S1' ${lock}`, [id]);
}

/** The newest first. */
export function releasesOf(tx: Tx, subjectId: string): Promise<ReleaseRow[]> {
  return rows(tx, `${RELEASE} where r.subject_id = $1::uuid and r.stage = 'S1' order by r.requested_at desc limit 50`, [subjectId]);
}

/** What waits for a second person of the agency, without its content: never what the person asked for alone. */
export function releasesToApprove(tx: Tx, userId: string): Promise<ReleaseSummaryRow[]> {
  return rows(tx, `
    select ${SUMMARY} ${FROM}
    where r.stage = 'S1' and r.approved_at is null and r.withdrawn_at is null and r.returned_at is null and r.requested_by <> $1::uuid order by r.requested_at limit 50`, [userId]);
}

export interface Decision {
  readonly expiresOn: IsoDate;
  readonly belowK: boolean;
  readonly overrideReason: string | null;
}

/** Approves, ends the release that was live before, and shows the profile at once. */
export async function approve(tx: Tx, release: ReleaseRow, by: { userId: string; agencyId: string }, { expiresOn, belowK, overrideReason }: Decision): Promise<void> {
  await rows(tx, 'update hub.disclosure_grant set below_k = $2, override_reason = $3 where id = $1::uuid', [release.id, belowK, overrideReason]);
  await approveGrant(tx, release.id, by.userId, expiresOn);
  const { about, heritageGroups, contact, progress, householdType, experience } = release.preview;
  const common = [release.subjectId, by.agencyId, release.id, expiresOn, about, heritageGroups, release.agency === null ? 'PARTNERS' : 'NAMED'];
  await rows(tx, release.subjectType === 'UNIT' ? SHOW_UNIT : SHOW_HOUSEHOLD, [...common, ...(release.subjectType === 'UNIT' ? [contact, progress] : [householdType, experience])]);
}

const SHOW_UNIT = `
  insert into hub.unit_profile (unit_id, agency_id, release_id, live, expires_on, about, heritage_groups, audience, contact, progress)
  values ($1, $2, $3, true, $4, $5, $6::text[], $7, $8, $9)
  on conflict (unit_id) do update set release_id = excluded.release_id, live = true, expires_on = excluded.expires_on, about = excluded.about,
    heritage_groups = excluded.heritage_groups, audience = excluded.audience, contact = excluded.contact, progress = excluded.progress`;
const SHOW_HOUSEHOLD = `
  insert into hub.household_profile (household_id, agency_id, release_id, live, expires_on, about, heritage_groups, audience, household_type, experience)
  values ($1, $2, $3, true, $4, $5, $6::text[], $7, $8, $9)
  on conflict (household_id) do update set release_id = excluded.release_id, live = true, expires_on = excluded.expires_on, about = excluded.about,
    heritage_groups = excluded.heritage_groups, audience = excluded.audience, household_type = excluded.household_type, experience = excluded.experience`;

/** The agencies that live agreements open to the own one today. */
export async function partnerIds(tx: Tx): Promise<string[]> {
  return (await rows<{ id: string }>(tx, 'select p as id from hub.partner_agencies() p')).map(({ id }) => id);
}

/** Those of them who see children planned for early permanence. */
export async function earlyPermanencePartnerIds(tx: Tx): Promise<string[]> {
  return (await rows<{ id: string }>(tx, 'select p as id from hub.early_permanence_partners() p')).map(({ id }) => id);
}
