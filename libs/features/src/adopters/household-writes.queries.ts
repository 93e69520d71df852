import { randomUUID } from 'node:crypto';
import { householdUnderlyingChanged } from '@hub/domain/anonymity/underlying';
import type { AdultDetails, HouseholdDetails } from '@hub/domain/adopters/merge';
import { conflict } from '@hub/domain/errors';
import { asHex, type Vault } from '@hub/database/crypto/vault';
import { affected, rows, type Tx } from '@hub/database/tx';
import { returnToDraft } from '../anonymity/return-to-draft.queries';
import { followIdentifiedHouseholds } from '../disclosure/identified-writes.queries';
import { BATCH } from '../children/child-writes.queries';
import { HOUSEHOLD_DATE_COLUMNS, HOUSEHOLD_DATE_FIELDS, PLAIN_COLUMNS, PLAIN_FIELDS } from './household-records.queries';

/** One household to be written whole: new where `version` is 0, else as it was read at that version. */
export interface HouseholdWrite {
  readonly id: string;
  readonly reference: string;
  readonly version: number;
  readonly namedWorkerId: string | null;
  readonly adultIds: ReadonlyMap<string, string>;
  readonly before: HouseholdDetails | null;
  readonly after: HouseholdDetails;
}

const TYPED: readonly (readonly [string, string])[] = [
  ['state', 'text'],
  ...HOUSEHOLD_DATE_FIELDS.map((field) => [HOUSEHOLD_DATE_COLUMNS[field], field === 'leftReason' ? 'text' : 'date'] as const),
  ...PLAIN_FIELDS.map((field) => PLAIN_COLUMNS[field]),
  ['named_worker_id', 'uuid'],
];
const COLUMNS = TYPED.map(([column]) => column);

const SAVE = `
  insert into hub.household as h (id, agency_id, reference, version, ${COLUMNS.join(', ')})
  select r.id, $2::uuid, r.reference, r.version + 1, ${COLUMNS.map((column) => `r.${column}`).join(', ')}
  from jsonb_to_recordset($1::jsonb) as r(id uuid, reference text, version int, ${TYPED.map(([column, type]) => `${column} ${type}`).join(', ')})
  on conflict (id) do update set version = h.version + 1, ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
  where h.version = excluded.version - 1`;

const IDENTITY = ['family_id_index', 'wrapped_key', 'family_id', 'names', 'address', 'phone', 'email', 'report_summary', 'about', 'experience'];
const SAVE_IDENTITY = `
  insert into hub.household_identity (household_id, agency_id, ${IDENTITY.join(', ')})
  select r.household_id, $2::uuid, ${IDENTITY.map((column) => `r.${column}`).join(', ')} from jsonb_to_recordset($1::jsonb) as r(household_id uuid, family_id_index text,
    wrapped_key bytea, family_id bytea, names bytea, address bytea, phone bytea, email bytea, report_summary bytea, about bytea, experience bytea)
  on conflict (household_id) do update set ${IDENTITY.map((column) => `${column} = excluded.${column}`).join(', ')}`;

const SAVE_ADULT = `
  insert into hub.adult (id, agency_id, household_id, gender, ethnicity, disability, fostering_for_adoption)
  select r.id, $2::uuid, r.household_id, r.gender, r.ethnicity, r.disability, r.fostering_for_adoption from jsonb_to_recordset($1::jsonb)
    as r(id uuid, household_id uuid, gender text, ethnicity text, disability boolean, fostering_for_adoption boolean)
  on conflict (id) do update set gender = excluded.gender, ethnicity = excluded.ethnicity, disability = excluded.disability,
    fostering_for_adoption = excluded.fostering_for_adoption`;
const SAVE_ADULT_IDENTITY = `
  insert into hub.adult_identity (adult_id, agency_id, external_id_index, wrapped_key, external_id, first_name, last_name)
  select r.id, $2::uuid, r.external_id_index, r.wrapped_key, r.external_id, r.first_name, r.last_name from jsonb_to_recordset($1::jsonb)
    as r(id uuid, external_id_index text, wrapped_key bytea, external_id bytea, first_name bytea, last_name bytea)
  on conflict (adult_id) do update set external_id_index = excluded.external_id_index, wrapped_key = excluded.wrapped_key,
    external_id = excluded.external_id, first_name = excluded.first_name, last_name = excluded.last_name`;

/** Writes households of one agency, set-wise: the one path by which a household's facts reach the tables. */
export async function saveHouseholds(tx: Tx, vault: Vault, agencyId: string, writes: readonly HouseholdWrite[]): Promise<void> {
  for (let at = 0; at < writes.length; at += BATCH) {
    const batch = writes.slice(at, at + BATCH);
    const saved = await affected(tx, SAVE, [JSON.stringify(batch.map(householdRow)), agencyId]);
    if (saved !== batch.length) throw conflict('STALE_VERSION', 'Somebody else has changed this record. Read it again.');
    const adults = batch.flatMap(changedAdults);
    vault.prepare(agencyId, [...batch, ...adults].map(({ id }) => id));
    await save(tx, SAVE_IDENTITY, agencyId, batch.filter((write) => identityChanged(write) || textsChanged(write)).map((write) => identityRow(vault, agencyId, write)));
    await save(tx, SAVE_ADULT, agencyId, adults.map(adultRow));
    await save(tx, SAVE_ADULT_IDENTITY, agencyId, adults.map((adult) => adultIdentityRow(vault, agencyId, adult)));
    const told = batch.filter(({ before, after }) => before !== null && householdUnderlyingChanged(before, after)).map(({ id }) => id);
    await returnToDraft(tx, told, 'RECORD_CHANGED');
    const known = batch.filter((write) => write.before !== null && (identityChanged(write) || changedAdults(write).length > 0));
    if (known.length > 0) await followIdentifiedHouseholds(tx, vault, known.map(({ id }) => id));
  }
}

async function save(tx: Tx, sql: string, agencyId: string, list: readonly object[]): Promise<void> {
  if (list.length > 0) await rows(tx, sql, [JSON.stringify(list), agencyId]);
}

function householdRow({ id, reference, version, namedWorkerId, after }: HouseholdWrite): object {
  const dates = HOUSEHOLD_DATE_FIELDS.map((field) => [HOUSEHOLD_DATE_COLUMNS[field], after.dates[field]] as const);
  const plain = PLAIN_FIELDS.map((field) => [PLAIN_COLUMNS[field][0], after[field]] as const);
  return { id, reference, version, state: after.state, ...Object.fromEntries([...dates, ...plain]), named_worker_id: namedWorkerId };
}

const identityChanged = ({ before, after }: HouseholdWrite): boolean => before === null || JSON.stringify(before.identity) !== JSON.stringify(after.identity);
const textsChanged = ({ before, after }: HouseholdWrite): boolean => before === null || before.about !== after.about || before.experience !== after.experience;

function identityRow(vault: Vault, agencyId: string, { id, after: { identity, about, experience } }: HouseholdWrite): object {
  const { familyExternalId, names, address, phone, email, reportSummary } = identity;
  const sealed = vault.sealRecord(agencyId, 'household_identity', id, { family_id: familyExternalId, names, address, phone, email, report_summary: reportSummary, about, experience });
  return { household_id: id, family_id_index: familyExternalId && vault.blindIndex(agencyId, 'family', familyExternalId), ...asHex(sealed) };
}

interface AdultWrite extends AdultDetails {
  readonly id: string;
  readonly householdId: string;
}

function changedAdults({ id, adultIds, before, after }: HouseholdWrite): readonly AdultWrite[] {
  const was = new Map((before?.adults ?? []).map((adult) => [adult.externalId, JSON.stringify(adult)]));
  return after.adults
    .filter((adult) => was.get(adult.externalId) !== JSON.stringify(adult))
    .map((adult) => ({ ...adult, id: adultIds.get(adult.externalId) ?? randomUUID(), householdId: id }));
}

function adultRow({ id, householdId, gender, ethnicity, disability, fosteringForAdoption }: AdultWrite): object {
  return { id, household_id: householdId, gender, ethnicity, disability, fostering_for_adoption: fosteringForAdoption };
}

function adultIdentityRow(vault: Vault, agencyId: string, { id, externalId, firstName, lastName }: AdultWrite): object {
  const sealed = vault.sealRecord(agencyId, 'adult_identity', id, { external_id: externalId, first_name: firstName, last_name: lastName });
  return { id, external_id_index: vault.blindIndex(agencyId, 'adult', externalId), ...asHex(sealed) };
}
