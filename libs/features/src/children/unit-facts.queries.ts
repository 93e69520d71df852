import type { FamilyFinding, Sex } from '@hub/domain/children/codes';
import type { ChildProfile } from '@hub/domain/children/members';
import { leftSearchOn, type ChildState } from '@hub/domain/children/states';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { UnitFacts } from '@hub/domain/children/unit-card';
import { isKeyLoss } from '@hub/database/crypto/key-errors';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { openBirth, PROFILE_SQL, toProfile, type ProfileRow } from './child-records.queries';

export type LoadedMember = UnitFacts['members'][number] & {
  readonly childId: string;
  readonly ethnicity: string | null;
  /** When the council's work for the child ended: adopted, left care, or the plan changed. */
  readonly endedOn: IsoDate | null;
  readonly leftSearchOn: IsoDate | null;
};

/** A unit as its projections and a run need it: no name, no identifier, births opened. */
export interface LoadedUnit extends Omit<UnitFacts, 'asAt' | 'members'> {
  readonly members: readonly LoadedMember[];
  readonly id: string;
  readonly agencyId: string;
  readonly familyFindingSince: IsoDate | null;
  /** Before that day its own agency alone sees it. */
  readonly widensOn: IsoDate | null;
}

interface MemberRow extends ProfileRow {
  readonly matchedOn: IsoDate | null;
  readonly placedOn: IsoDate | null;
  readonly adoptedOn: IsoDate | null;
  readonly decisionReversedOn: IsoDate | null;
  readonly leftCareOn: IsoDate | null;
  readonly unit_id: string;
  readonly unit_reference: string;
  readonly agency_id: string;
  readonly region_band: string;
  readonly family_finding: FamilyFinding;
  readonly family_finding_since: IsoDate | null;
  readonly widens_on: IsoDate | null;
  readonly child_id: string;
  readonly sex: Sex;
  readonly state: ChildState;
  readonly ethnicity: string | null;
  readonly ended_on: IsoDate | null;
  readonly decided_on: IsoDate | null;
  readonly birth_key: Buffer;
  readonly date_of_birth: Buffer | null;
}

// Child by child; identity is not joined, so that neither a card nor a run ever loads it (trust.md FLD-1).
const MEMBERS = `
  select u.id as unit_id, u.reference as unit_reference, u.agency_id, a.region_band, u.family_finding, u.family_finding_since, u.widens_on, c.id as child_id, c.sex, c.state, c.ethnicity,
    case c.state when 'ADOPTED' then c.adopted_on when 'LEFT_CARE_OTHER' then c.left_care_on when 'PLAN_CHANGED' then c.decision_reversed_on end as ended_on,
    coalesce(c.adm_decided_on, c.authority_on, c.entered_care_on) as decided_on, c.matched_on as "matchedOn", c.placed_on as "placedOn",
    c.adopted_on as "adoptedOn", c.decision_reversed_on as "decisionReversedOn", c.left_care_on as "leftCareOn", ${PROFILE_SQL}, b.wrapped_key as birth_key, b.date_of_birth
  from hub.unit u
  join hub.agency a on a.id = u.agency_id
  join hub.child c on c.unit_id = u.id
  join hub.child_profile p on p.child_id = c.id
  join hub.child_birth b on b.child_id = c.id`;

/** Whose units: those named, or all whose family finding is active. */
export type WhichUnits = { readonly ids: readonly string[] } | 'ACTIVE' | 'ALL';

/**
 * Destroyed members do not count. Where the key of one agency is lost, a read over all agencies goes on without its units
 * (trust.md BAK-3; the key store tells the log), while a read of named units throws KEY_UNAVAILABLE.
 */
export async function loadUnits(tx: Tx, vault: Vault, which: WhichUnits): Promise<LoadedUnit[]> {
  const where = which === 'ALL' ? 'true' : which === 'ACTIVE' ? `u.family_finding = 'ACTIVE'` : 'u.id = any($1::uuid[])';
  const params = typeof which === 'string' ? [] : [which.ids];
  const found = await rows<MemberRow>(tx, `${MEMBERS} where ${where} order by u.reference, c.created_at, c.reference`, params);
  const units = new Map<string, MemberRow[]>();
  for (const row of found) {
    if (vault.isDestroyed({ agencyId: row.agency_id, rowId: row.child_id })) continue;
    const members = units.get(row.unit_id);
    if (members) members.push(row);
    else units.set(row.unit_id, [row]);
  }
  return [...units.values()].flatMap((members) => {
    try {
      return [toUnit(vault, members)];
    } catch (error) {
      if (typeof which === 'string' && isKeyLoss(error)) return [];
      throw error;
    }
  });
}

function toUnit(vault: Vault, members: readonly MemberRow[]): LoadedUnit {
  const [first] = members;
  if (first === undefined) throw new Error('A unit without members has no facts.');
  return {
    id: first.unit_id, agencyId: first.agency_id, reference: first.unit_reference, regionBand: first.region_band, familyFinding: first.family_finding,
    familyFindingSince: first.family_finding_since, widensOn: first.widens_on,
    members: members.map((row) => ({
      childId: row.child_id, sex: row.sex, state: row.state, ethnicity: row.ethnicity, endedOn: row.ended_on, decidedOn: row.decided_on, leftSearchOn: leftSearchOn(row.state, row),
      profile: toProfile(row) satisfies ChildProfile,
      dateOfBirth: openBirth(vault, row.agency_id, row.child_id, row.birth_key, row.date_of_birth),
    })),
  };
}
