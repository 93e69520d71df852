import type { IsoDate } from '@hub/domain/dates/iso-date';
import { GRANT_CAUSE_WORDS, type GrantCause, type GrantStatus } from '@hub/domain/disclosure/grant';
import type { Contact } from '@hub/domain/matching/pool';
import type { Vault } from '@hub/database/crypto/vault';
import { row, rows, type Tx } from '@hub/database/tx';
import { DESTROYED_TEXT, GRANT_KEY, grantKey, placeOfGrant, sealInGrant, type GrantKey } from '../disclosure/grant-texts.queries';
import { approveGrant, GRANT_STATUS, type GrantSubject } from '../disclosure/grants.queries';
import { householdProfilePlace, unitProfilePlace } from './profile-place';

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
  r.id, r.subject_type as "subjectType", r.subject_id as "subjectId", coalesce(u.reference, h.reference) as subject, ${GRANT_KEY}, r.purpose,
    r.requested_by as "requestedById", r.requested_at as "requestedAt", r.approved_by as "approvedById", r.approved_at as "approvedAt",
    r.expires_on as "expiresOn", r.withdrawn_at as "withdrawnAt", a.code as agency, ${GRANT_STATUS} as status`;
const FROM = `
  from hub.disclosure_grant r
  left join hub.agency a on a.id = r.audience_agency_id
  left join hub.unit u on r.subject_type = 'UNIT' and u.id = r.subject_id
  left join hub.household h on r.subject_type = 'HOUSEHOLD' and h.id = r.subject_id`;
const RELEASE = `select ${SUMMARY}, r.content, r.texts, r.generalisation, r.as_recorded as "asRecorded", r.below_k as "belowK",
  r.override_reason, r.returned_cause as "returnedCause" ${FROM}`;

const WAITS = 'r.approved_at is null and r.withdrawn_at is null and r.returned_at is null';

interface SealedSummary extends Omit<ReleaseSummaryRow, 'purpose'>, GrantKey {
  readonly purpose: Buffer;
}

interface SealedRelease extends Omit<ReleaseRow, 'purpose' | 'preview' | 'texts' | 'overrideReason' | 'returnedReason'>, SealedSummary {
  readonly content: Buffer | null;
  readonly texts: Buffer | null;
  readonly override_reason: Buffer | null;
  readonly returnedCause: GrantCause | null;
}

const NO_CONTENT: ReleaseContent = { about: null, heritageGroups: [], contact: null, progress: null, householdType: null, experience: null };

function toRelease(vault: Vault, { agencyId, shareIds, wrapped_key, purpose, content, texts, override_reason, returnedCause, ...release }: SealedRelease): ReleaseRow {
  const said = vault.openTexts(placeOfGrant(release.id, { agencyId, shareIds }), { wrapped_key, purpose, content, texts, override_reason });
  return {
    ...release, purpose: said.purpose ?? DESTROYED_TEXT, overrideReason: said.override_reason, returnedReason: returnedCause && GRANT_CAUSE_WORDS[returnedCause],
    preview: said.content === null ? NO_CONTENT : (JSON.parse(said.content) as ReleaseContent), texts: said.texts === null ? [] : (JSON.parse(said.texts) as ReleaseText[]),
  };
}

export async function findRelease(tx: Tx, vault: Vault, id: string, lock: '' | 'for update of r' = ''): Promise<ReleaseRow | undefined> {
  const found = await row<SealedRelease>(tx, `${RELEASE} where r.id = $1::uuid and r.stage = 'S1' ${lock}`, [id]);
  return found && toRelease(vault, found);
}

/** The newest first. */
export async function releasesOf(tx: Tx, vault: Vault, subjectId: string): Promise<ReleaseRow[]> {
  const found = await rows<SealedRelease>(tx, `${RELEASE} where r.subject_id = $1::uuid and r.stage = 'S1' order by r.requested_at desc limit 50`, [subjectId]);
  return found.map((release) => toRelease(vault, release));
}

/** Does a release of the subject wait for its second person? */
export async function isReleaseWaiting(tx: Tx, subjectId: string): Promise<boolean> {
  return (await row(tx, `select 1 from hub.disclosure_grant r where r.subject_id = $1::uuid and r.stage = 'S1' and ${WAITS} limit 1`, [subjectId])) !== undefined;
}

/** What waits for a second person of the agency, without its content: never what the person asked for alone. */
export async function releasesToApprove(tx: Tx, vault: Vault, userId: string): Promise<ReleaseSummaryRow[]> {
  const found = await rows<SealedSummary>(tx, `
    select ${SUMMARY} ${FROM} where r.stage = 'S1' and ${WAITS} and r.requested_by <> $1::uuid order by r.requested_at limit 50`, [userId]);
  return found.map(({ agencyId, shareIds, wrapped_key, purpose, ...release }) =>
    ({ ...release, purpose: vault.openTexts(placeOfGrant(release.id, { agencyId, shareIds }), { wrapped_key, purpose }).purpose ?? DESTROYED_TEXT }));
}

export interface Decision {
  readonly expiresOn: IsoDate;
  readonly belowK: boolean;
  readonly overrideReason: string | null;
}

/** `by`: the second person. Approves, ends the release that was live before, and shows the profile at once. */
export async function approve(tx: Tx, vault: Vault, release: ReleaseRow, by: string, { expiresOn, belowK, overrideReason }: Decision): Promise<void> {
  const sealedReason = await sealInGrant(tx, vault, release.id, 'override_reason', overrideReason);
  await rows(tx, 'update hub.disclosure_grant set below_k = $2, override_reason = $3 where id = $1::uuid', [release.id, belowK, sealedReason]);
  await approveGrant(tx, release.id, { by, expiresOn });
  const { about, heritageGroups, contact, progress, householdType, experience } = release.preview;
  const { agencyId, shareIds } = await grantKey(tx, release.id);
  const common = [release.subjectId, agencyId, release.id, expiresOn, heritageGroups, release.agency === null ? 'PARTNERS' : 'NAMED'];
  if (release.subjectType === 'UNIT') {
    const sealed = vault.sealTexts(unitProfilePlace(release.subjectId, agencyId, shareIds), { about });
    await rows(tx, SHOW_UNIT, [...common, contact, progress, shareIds, sealed.wrapped_key, sealed.about]);
  } else {
    const sealed = vault.sealTexts(householdProfilePlace(release.subjectId, agencyId), { about, experience });
    await rows(tx, SHOW_HOUSEHOLD, [...common, householdType, sealed.wrapped_key, sealed.about, sealed.experience]);
  }
}

const SHOWN = ['release_id', 'live', 'expires_on', 'heritage_groups', 'audience'];
const show = (subject: 'unit' | 'household', values: string, more: readonly string[]): string => `
  insert into hub.${subject}_profile (${subject}_id, agency_id, ${[...SHOWN, ...more].join(', ')}) values ($1, $2, $3, true, $4, $5::text[], $6, ${values})
  on conflict (${subject}_id) do update set ${[...SHOWN, ...more].map((column) => `${column} = excluded.${column}`).join(', ')}`;
const SHOW_UNIT = show('unit', '$7, $8, $9::uuid[], $10, $11', ['contact', 'progress', 'share_ids', 'wrapped_key', 'about']);
const SHOW_HOUSEHOLD = show('household', '$7, $8, $9, $10', ['household_type', 'wrapped_key', 'about', 'experience']);

/** The agencies that live agreements open to the own one today. */
export async function partnerIds(tx: Tx): Promise<string[]> {
  return (await rows<{ id: string }>(tx, 'select p as id from hub.partner_agencies() p')).map(({ id }) => id);
}

/** Those of them who see children planned for early permanence. */
export async function earlyPermanencePartnerIds(tx: Tx): Promise<string[]> {
  return (await rows<{ id: string }>(tx, 'select p as id from hub.early_permanence_partners() p')).map(({ id }) => id);
}
