import type { AuthorityType, FamilyFinding, ReversalReason, Sex } from '@hub/domain/children/codes';
import type { ChildDetails } from '@hub/domain/children/merge';
import type { ChildProfile } from '@hub/domain/children/members';
import type { ChildDates, ChildState } from '@hub/domain/children/states';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Contact, Levels } from '@hub/domain/matching/pool';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';

/** One child as its own council knows it, with what the writes need. */
export interface ChildRecord {
  readonly id: string;
  readonly agencyId: string;
  readonly unitId: string;
  readonly reference: string;
  readonly version: number;
  readonly profileVersion: number;
  readonly namedWorkerId: string | null;
  readonly matchedHouseholdId: string | null;
  /** Of the unit. */
  readonly familyFinding: FamilyFinding;
  readonly details: ChildDetails;
}

/** The dates of a child as columns; the same names serve loading and writing. */
export const DATE_COLUMNS: Readonly<Record<keyof ChildDates, string>> = {
  enteredCareOn: 'entered_care_on', admDecidedOn: 'adm_decided_on', authorityOn: 'authority_on', authorityType: 'authority_type',
  authorityRevokedOn: 'authority_revoked_on', matchedOn: 'matched_on', introductionsOn: 'introductions_on', placedOn: 'placed_on',
  aoAppliedOn: 'ao_applied_on', adoptedOn: 'adopted_on', disruptedOn: 'disrupted_on', decisionReversedOn: 'decision_reversed_on',
  reversalReason: 'reversal_reason', earlyPermanencePlacedOn: 'early_permanence_placed_on', leftCareOn: 'left_care_on',
};

export const DATES_SQL = Object.entries(DATE_COLUMNS).map(([field, column]) => `c.${column} as "${field}"`).join(', ');

export const PROFILE_SQL = `p.needs, p.essential, p.early_permanence as "earlyPermanence", p.avoid_areas as "avoidAreas", p.contact, p.heritage,
  p.languages, p.religion, p.pets_risk as "petsRisk", p.waiting_since as "waitingSince", p.home_area as "homeArea"`;

export interface ProfileRow {
  readonly needs: Levels;
  readonly essential: string[];
  readonly earlyPermanence: boolean | null;
  readonly avoidAreas: string[] | null;
  readonly contact: Contact | null;
  readonly heritage: string[] | null;
  readonly languages: string[] | null;
  readonly religion: string | null;
  readonly petsRisk: boolean | null;
  readonly waitingSince: IsoDate | null;
  readonly homeArea: string | null;
}

interface RecordRow extends ProfileRow, Record<keyof ChildDates, unknown> {
  readonly id: string;
  readonly agency_id: string;
  readonly unit_id: string;
  readonly reference: string;
  readonly version: number;
  readonly profile_version: number;
  readonly named_worker_id: string | null;
  readonly matched_household_id: string | null;
  readonly family_finding: FamilyFinding;
  readonly sex: Sex;
  readonly ethnicity: string | null;
  readonly disability: boolean | null;
  readonly state: ChildState;
  readonly identity_key: Buffer;
  readonly external_id: Buffer | null;
  readonly first_name: Buffer | null;
  readonly last_name: Buffer | null;
  readonly address: Buffer | null;
  readonly birth_family: Buffer | null;
  readonly notes: Buffer | null;
  readonly health_summary: Buffer | null;
  readonly about: Buffer | null;
  readonly birth_key: Buffer;
  readonly date_of_birth: Buffer | null;
}

// Identity has no policy but the own agency's, so this finds nothing of anybody else's.
const RECORD = `
  select c.id, c.agency_id, c.unit_id, c.reference, c.version, c.named_worker_id, c.matched_household_id, c.sex, c.ethnicity, c.disability, c.state,
    ${DATES_SQL}, ${PROFILE_SQL}, p.version as profile_version, i.wrapped_key as identity_key, i.external_id, i.first_name, i.last_name,
    i.address, i.birth_family, i.notes, i.health_summary, i.about, b.wrapped_key as birth_key, b.date_of_birth, u.family_finding
  from hub.child c
  join hub.unit u on u.id = c.unit_id
  join hub.child_profile p on p.child_id = c.id
  join hub.child_identity i on i.child_id = c.id
  join hub.child_birth b on b.child_id = c.id`;

/** How children are looked for; each way is an index. */
export type ChildKey = 'c.id' | 'c.unit_id' | 'c.reference' | 'i.external_id_index';

/**
 * The own agency's children, opened; locked where they are about to be written. Eldest record first. A destroyed record is
 * no member of its unit any more; asked for by its own reference it throws RECORD_DESTROYED.
 */
export async function loadChildren(tx: Tx, vault: Vault, by: ChildKey, keys: readonly string[], lock: '' | 'for update of c' = ''): Promise<ChildRecord[]> {
  if (keys.length === 0) return [];
  const type = by === 'c.id' || by === 'c.unit_id' ? 'uuid' : 'text';
  const found = await rows<RecordRow>(tx, `${RECORD} where ${by} = any($1::${type}[]) order by c.created_at, c.reference ${lock}`, [keys]);
  const left = by === 'c.unit_id' ? found.filter((row) => !vault.isDestroyed({ agencyId: row.agency_id, rowId: row.id })) : found;
  return left.map((row) => toRecord(vault, row));
}

/** Which of these identifiers, as blind indexes, belong to records that were destroyed: they are never brought in again. */
export async function destroyedChildren(tx: Tx, vault: Vault, agencyId: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const found = await rows<{ key: string; rowId: string }>(tx, 'select external_id_index as key, child_id as "rowId" from hub.child_identity where external_id_index = any($1::text[])', [keys]);
  return new Set(found.filter(({ rowId }) => vault.isDestroyed({ agencyId, rowId })).map(({ key }) => key));
}

function toRecord(vault: Vault, row: RecordRow): ChildRecord {
  const { external_id, first_name, last_name, address, birth_family, notes, health_summary, about } = row;
  const who = vault.openRecord(row.agency_id, 'child_identity', row.id, {
    wrapped_key: row.identity_key, external_id, first_name, last_name, address, birth_family, notes, health_summary, about,
  });
  return {
    id: row.id, agencyId: row.agency_id, unitId: row.unit_id, reference: row.reference, version: row.version, profileVersion: row.profile_version,
    namedWorkerId: row.named_worker_id, matchedHouseholdId: row.matched_household_id, familyFinding: row.family_finding,
    details: {
      identity: {
        externalId: who.external_id, firstName: who.first_name, lastName: who.last_name, address: who.address, birthFamily: who.birth_family, notes: who.notes,
        healthSummary: who.health_summary,
      },
      dateOfBirth: openBirth(vault, row.agency_id, row.id, row.birth_key, row.date_of_birth),
      sex: row.sex, ethnicity: row.ethnicity, disability: row.disability, state: row.state, about: who.about,
      dates: toDates(row), profile: toProfile(row),
    },
  };
}

export function openBirth(vault: Vault, agencyId: string, childId: string, key: Buffer, sealed: Buffer | null): IsoDate | null {
  if (sealed === null) return null;
  return vault.openRecord(agencyId, 'child_birth', childId, { wrapped_key: key, date_of_birth: sealed }).date_of_birth as IsoDate;
}

export function toDates(row: Record<keyof ChildDates, unknown>): ChildDates {
  const fields = Object.keys(DATE_COLUMNS) as (keyof ChildDates)[];
  return Object.fromEntries(fields.map((field) => [field, row[field] as IsoDate | AuthorityType | ReversalReason | null])) as unknown as ChildDates;
}

export function toProfile(row: ProfileRow): ChildProfile {
  const { needs, essential, earlyPermanence, avoidAreas, contact, heritage, languages, religion, petsRisk, waitingSince, homeArea } = row;
  return { needs, essential, earlyPermanence, avoidAreas, contact, heritage, languages, religion, petsRisk, waitingSince, homeArea };
}
