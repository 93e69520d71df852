import type { KnownName } from '@hub/domain/anonymity/text/known-names';
import { monthsOfAge, summaryRefusals } from '@hub/domain/disclosure/identified';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { invalid } from '@hub/domain/errors';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { loadHouseholds } from '../adopters/household-records.queries';
import { loadChildren, openBirth } from '../children/child-records.queries';

const SAVE_CHILD = `
  insert into hub.child_identified (child_id, agency_id, unit_id, wrapped_key, first_name, age_months, health_summary) values ($1, $2, $3, $4, $5, $6, $7)
  on conflict (child_id) do update set unit_id = excluded.unit_id, wrapped_key = excluded.wrapped_key, first_name = excluded.first_name,
    age_months = excluded.age_months, health_summary = excluded.health_summary`;
const SAVE_HOUSEHOLD = `
  insert into hub.household_identified (household_id, agency_id, wrapped_key, first_names, report_summary) values ($1, $2, $3, $4, $5)
  on conflict (household_id) do update set wrapped_key = excluded.wrapped_key, first_names = excluded.first_names, report_summary = excluded.report_summary`;

/** What S2 shows of units, out of their records. A summary that holds more than S2 may show refuses the whole. */
export async function writeIdentifiedUnits(tx: Tx, vault: Vault, unitIds: readonly string[], today: IsoDate): Promise<void> {
  for (const child of await loadChildren(tx, vault, 'c.unit_id', unitIds)) {
    const { identity, dateOfBirth } = child.details;
    refuse('healthSummary', summaryRefusals(identity.healthSummary, known('CHILD', [identity.lastName, identity.externalId])));
    const months = monthsOfAge(dateOfBirth, today);
    const sealed = vault.sealRecord(child.agencyId, 'child_identified', child.id, {
      first_name: identity.firstName, age_months: months === null ? null : String(months), health_summary: identity.healthSummary,
    });
    await rows(tx, SAVE_CHILD, [child.id, child.agencyId, child.unitId, sealed.wrapped_key, sealed.first_name, sealed.age_months, sealed.health_summary]);
  }
}

/** What S2 shows of households. */
export async function writeIdentifiedHouseholds(tx: Tx, vault: Vault, householdIds: readonly string[]): Promise<void> {
  for (const household of await loadHouseholds(tx, vault, 'h.id', householdIds)) {
    const { identity, adults } = household.details;
    refuse('reportSummary', summaryRefusals(identity.reportSummary, known('ADULT', [identity.familyExternalId, ...adults.flatMap(({ lastName, externalId }) => [lastName, externalId])])));
    const names = adults.flatMap(({ firstName }) => firstName ?? []);
    const sealed = vault.sealRecord(household.agencyId, 'household_identified', household.id, { first_names: JSON.stringify(names), report_summary: identity.reportSummary });
    await rows(tx, SAVE_HOUSEHOLD, [household.id, household.agencyId, sealed.wrapped_key, sealed.first_names, sealed.report_summary]);
  }
}

const known = (of: KnownName['of'], texts: readonly (string | null)[]): KnownName[] => texts.flatMap((text) => (text === null ? [] : [{ text, of }]));

function refuse(path: string, refusals: readonly string[]): void {
  if (refusals.length > 0) throw invalid(refusals.map((message) => ({ path, message })));
}

/** After a change of records: whatever is identified already follows them. */
export async function followIdentifiedUnits(tx: Tx, vault: Vault, unitIds: readonly string[]): Promise<void> {
  const [shown] = await rows<{ ids: string[]; today: IsoDate }>(tx, `
    select array_agg(distinct unit_id)::text[] as ids, hub.today() as today from hub.child_identified where unit_id = any($1::uuid[]) having count(*) > 0`, [unitIds]);
  if (shown) await writeIdentifiedUnits(tx, vault, shown.ids, shown.today);
}

export async function followIdentifiedHouseholds(tx: Tx, vault: Vault, householdIds: readonly string[]): Promise<void> {
  const shown = await rows<{ id: string }>(tx, 'select household_id as id from hub.household_identified where household_id = any($1::uuid[])', [householdIds]);
  if (shown.length > 0) await writeIdentifiedHouseholds(tx, vault, shown.map(({ id }) => id));
}

const NO_GRANT = (id: string): string =>
  `not exists (select from hub.disclosure_grant g where g.subject_id = ${id} and g.stage = 'S2' and g.approved_at is not null and g.withdrawn_at is null and g.expires_on > hub.today())`;

interface Aging {
  readonly child_id: string;
  readonly agency_id: string;
  readonly wrapped_key: Buffer;
  readonly birth_key: Buffer;
  readonly date_of_birth: Buffer | null;
}

/** The nightly round: copies whose grants have all ended go, and children grow older. Of a copy it opens no other column. */
export async function refreshIdentified(tx: Tx, vault: Vault, today: IsoDate): Promise<void> {
  await rows(tx, `delete from hub.child_identified i where ${NO_GRANT('i.unit_id')}`);
  await rows(tx, `delete from hub.household_identified i where ${NO_GRANT('i.household_id')}`);
  const aging = await rows<Aging>(tx, `
    select i.child_id, i.agency_id, i.wrapped_key, b.wrapped_key as birth_key, b.date_of_birth from hub.child_identified i join hub.child_birth b on b.child_id = i.child_id`);
  for (const { child_id, agency_id, wrapped_key, birth_key, date_of_birth } of aging) {
    const months = monthsOfAge(openBirth(vault, agency_id, child_id, birth_key, date_of_birth), today);
    const { age_months } = vault.resealRecord(agency_id, 'child_identified', child_id, wrapped_key, { age_months: months === null ? null : String(months) });
    await rows(tx, 'update hub.child_identified set age_months = $2 where child_id = $1::uuid', [child_id, age_months]);
  }
}
