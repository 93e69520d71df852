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
  readonly photo: string | null;
}

/** The children of a unit at S2, the eldest first; row-level security hides a partner's as soon as no grant opens them. */
export async function identifiedChildren(tx: Tx, vault: Vault, unitId: string): Promise<ChildIdentified[]> {
  const found = await rows<ChildRow>(tx, `
    select i.child_id, i.agency_id, i.wrapped_key, i.first_name, i.age_months, i.health_summary, p.reference as photo
    from hub.child_identified i left join hub.child_photo p on p.child_id = i.child_id where i.unit_id = $1::uuid order by i.child_id`, [unitId]);
  return found
    .map(({ child_id, agency_id, photo, ...sealed }) => ({ photo, ...vault.openRecord(agency_id, 'child_identified', child_id, sealed) }))
    .map(({ photo, first_name, age_months, health_summary }) => ({ photo, months: age_months === null ? null : Number(age_months), firstName: first_name, healthSummary: health_summary }))
    .sort((a, b) => (b.months ?? -1) - (a.months ?? -1))
    .map(({ months, firstName, healthSummary, photo }) => ({ firstName, ...spokenAge(months), healthSummary, photo }));
}

interface HouseholdRow {
  readonly household_id: string;
  readonly agency_id: string;
  readonly wrapped_key: Buffer;
  readonly first_names: Buffer | null;
  readonly report_summary: Buffer | null;
  readonly photo: string | null;
}

/** A household at S2. */
export async function identifiedHousehold(tx: Tx, vault: Vault, householdId: string): Promise<HouseholdIdentified | null> {
  const found = await row<HouseholdRow>(tx, `
    select i.household_id, i.agency_id, i.wrapped_key, i.first_names, i.report_summary, p.reference as photo
    from hub.household_identified i left join hub.household_photo p on p.household_id = i.household_id where i.household_id = $1::uuid`, [householdId]);
  if (!found) return null;
  const { household_id, agency_id, photo, ...sealed } = found;
  const opened = vault.openRecord(agency_id, 'household_identified', household_id, sealed);
  return { firstNames: opened.first_names === null ? [] : (JSON.parse(opened.first_names) as string[]), reportSummary: opened.report_summary, photo };
}
