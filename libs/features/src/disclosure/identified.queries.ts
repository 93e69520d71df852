import { spokenAge, type ChildIdentified, type HouseholdIdentified } from '@hub/domain/disclosure/identified';
import type { Vault } from '@hub/database/crypto/vault';
import { row, rows, type Tx } from '@hub/database/tx';
import type { GrantSubject } from './grants.queries';

/** Is the identified stage of this subject granted to the viewer today? It says so without reading it. */
export async function isGranted(tx: Tx, subject: GrantSubject, id: string): Promise<boolean> {
  const found = await row<{ granted: boolean }>(tx, `select $1::uuid = any(array(select hub.granted($2, 'S2'))) as granted`, [id, subject]);
  return found?.granted ?? false;
}

/** For the access log: under which grant and agreement the viewer sees the identified stage. */
export async function grantInForce(tx: Tx, subject: GrantSubject, id: string): Promise<{ grant?: string; agreement?: string }> {
  const found = await row<{ grant: string; agreement: string }>(tx, `select grant_id as grant, agreement from hub.grant_in_force($1, 'S2', $2::uuid)`, [subject, id]);
  return found ?? {};
}

interface ChildRow {
  readonly child_id: string;
  readonly agency_id: string;
  readonly wrapped_key: Buffer;
  readonly first_name: Buffer | null;
  readonly age_months: Buffer | null;
  readonly health_summary: Buffer | null;
}

/** The children of a unit at S2, the eldest first; row-level security hides a partner's as soon as no grant opens them. */
export async function identifiedChildren(tx: Tx, vault: Vault, unitId: string): Promise<ChildIdentified[]> {
  const found = await rows<ChildRow>(tx, `
    select child_id, agency_id, wrapped_key, first_name, age_months, health_summary from hub.child_identified where unit_id = $1::uuid order by child_id`, [unitId]);
  return found
    .map(({ child_id, agency_id, ...sealed }) => vault.openRecord(agency_id, 'child_identified', child_id, sealed))
    .map(({ first_name, age_months, health_summary }) => ({ months: age_months === null ? null : Number(age_months), firstName: first_name, healthSummary: health_summary }))
    .sort((a, b) => (b.months ?? -1) - (a.months ?? -1))
    .map(({ months, firstName, healthSummary }) => ({ firstName, ...spokenAge(months), healthSummary }));
}

interface HouseholdRow {
  readonly household_id: string;
  readonly agency_id: string;
  readonly wrapped_key: Buffer;
  readonly first_names: Buffer | null;
  readonly report_summary: Buffer | null;
}

/** A household at S2. */
export async function identifiedHousehold(tx: Tx, vault: Vault, householdId: string): Promise<HouseholdIdentified | null> {
  const found = await row<HouseholdRow>(tx, `
    select household_id, agency_id, wrapped_key, first_names, report_summary from hub.household_identified where household_id = $1::uuid`, [householdId]);
  if (!found) return null;
  const { household_id, agency_id, ...sealed } = found;
  const opened = vault.openRecord(agency_id, 'household_identified', household_id, sealed);
  return { firstNames: opened.first_names === null ? [] : (JSON.parse(opened.first_names) as string[]), reportSummary: opened.report_summary };
}
