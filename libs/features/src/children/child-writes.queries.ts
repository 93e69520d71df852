import { underlyingChanged } from '@hub/domain/anonymity/underlying';
import type { ChildDetails } from '@hub/domain/children/merge';
import { conflict } from '@hub/domain/errors';
import { asHex, type Vault } from '@hub/database/crypto/vault';
import { affected, rows, type Tx } from '@hub/database/tx';
import { returnToDraft } from '../anonymity/return-to-draft.queries';
import { followIdentifiedUnits } from '../disclosure/identified-writes.queries';
import { DATE_COLUMNS } from './child-records.queries';

/** One child to be written whole: new where `version` is 0, else as it was read at that version. */
export interface ChildWrite {
  readonly id: string;
  readonly unitId: string;
  readonly reference: string;
  readonly version: number;
  readonly namedWorkerId: string | null;
  readonly matchedHouseholdId: string | null;
  readonly before: ChildDetails | null;
  readonly after: ChildDetails;
}

/** Statements carry this many children at a time. */
export const BATCH = 500;

const DATES = Object.values(DATE_COLUMNS);
const typeOf = (column: string): string => (column.endsWith('_on') ? 'date' : 'text');
const CHILD = ['unit_id', 'sex', 'ethnicity', 'disability', 'state', ...DATES, 'matched_household_id', 'named_worker_id'];
const CHILD_TYPES = `id uuid, unit_id uuid, reference text, version int, sex text, ethnicity text, disability boolean, state text,
  ${DATES.map((column) => `${column} ${typeOf(column)}`).join(', ')}, matched_household_id uuid, named_worker_id uuid`;

const SAVE_CHILD = `
  insert into hub.child as c (id, agency_id, reference, version, ${CHILD.join(', ')})
  select r.id, $2::uuid, r.reference, r.version + 1, ${CHILD.map((column) => `r.${column}`).join(', ')} from jsonb_to_recordset($1::jsonb) as r(${CHILD_TYPES})
  on conflict (id) do update set version = c.version + 1, ${CHILD.map((column) => `${column} = excluded.${column}`).join(', ')}
  where c.version = excluded.version - 1`;

const PROFILE = ['needs', 'essential', 'early_permanence', 'avoid_areas', 'contact', 'heritage', 'languages', 'religion', 'pets_risk', 'waiting_since', 'home_area'];
const SAVE_PROFILE = `
  insert into hub.child_profile as p (child_id, agency_id, ${PROFILE.join(', ')})
  select r.child_id, $2::uuid, ${PROFILE.map((column) => `r.${column}`).join(', ')} from jsonb_to_recordset($1::jsonb) as r(child_id uuid, needs jsonb,
    essential text[], early_permanence boolean, avoid_areas text[], contact smallint, heritage text[], languages text[], religion text, pets_risk boolean,
    waiting_since date, home_area text)
  on conflict (child_id) do update set version = p.version + 1, ${PROFILE.map((column) => `${column} = excluded.${column}`).join(', ')}`;

const IDENTITY = ['external_id_index', 'wrapped_key', 'external_id', 'first_name', 'last_name', 'address', 'birth_family', 'notes', 'health_summary', 'about'];
const SAVE_IDENTITY = `
  insert into hub.child_identity (child_id, agency_id, ${IDENTITY.join(', ')})
  select r.child_id, $2::uuid, ${IDENTITY.map((column) => `r.${column}`).join(', ')} from jsonb_to_recordset($1::jsonb) as r(child_id uuid, external_id_index text,
    wrapped_key bytea, external_id bytea, first_name bytea, last_name bytea, address bytea, birth_family bytea, notes bytea, health_summary bytea, about bytea)
  on conflict (child_id) do update set ${IDENTITY.map((column) => `${column} = excluded.${column}`).join(', ')}`;

const SAVE_BIRTH = `
  insert into hub.child_birth (child_id, agency_id, wrapped_key, date_of_birth)
  select r.child_id, $2::uuid, r.wrapped_key, r.date_of_birth from jsonb_to_recordset($1::jsonb) as r(child_id uuid, wrapped_key bytea, date_of_birth bytea)
  on conflict (child_id) do update set wrapped_key = excluded.wrapped_key, date_of_birth = excluded.date_of_birth`;

/**
 * Writes children of one agency, set-wise: the one path by which a child's facts reach the tables. Parts that did not
 * change are not touched. A version that moved since the read refuses all of it.
 */
export async function saveChildren(tx: Tx, vault: Vault, agencyId: string, writes: readonly ChildWrite[]): Promise<void> {
  for (let at = 0; at < writes.length; at += BATCH) {
    const batch = writes.slice(at, at + BATCH);
    const saved = await affected(tx, SAVE_CHILD, [JSON.stringify(batch.map(childRow)), agencyId]);
    if (saved !== batch.length) throw conflict('STALE_VERSION', 'Somebody else has changed this record. Read it again.');
    await save(tx, SAVE_PROFILE, agencyId, batch.filter(profileChanged).map(profileRow));
    vault.prepare(agencyId, batch.map(({ id }) => id));
    await save(tx, SAVE_IDENTITY, agencyId, batch.filter((write) => identityChanged(write) || aboutChanged(write)).map((write) => identityRow(vault, agencyId, write)));
    await save(tx, SAVE_BIRTH, agencyId, batch.filter(birthChanged).map((write) => birthRow(vault, agencyId, write)));
    const known = batch.filter((write) => write.before !== null && (identityChanged(write) || birthChanged(write)));
    if (known.length > 0) await followIdentifiedUnits(tx, vault, known.map(({ unitId }) => unitId));
    await saveDecisions(tx, agencyId, batch);
    const told = batch.filter(({ before, after }) => before === null || underlyingChanged(before, after)).map(({ unitId }) => unitId);
    await returnToDraft(tx, [...new Set(told)], 'RECORD_CHANGED');
  }
}

async function save(tx: Tx, sql: string, agencyId: string, list: readonly object[]): Promise<void> {
  if (list.length > 0) await rows(tx, sql, [JSON.stringify(list), agencyId]);
}

const differs = (before: unknown, after: unknown): boolean => JSON.stringify(before) !== JSON.stringify(after);
const profileChanged = ({ before, after }: ChildWrite): boolean => before === null || differs(before.profile, after.profile);
const identityChanged = ({ before, after }: ChildWrite): boolean => before === null || differs(before.identity, after.identity);
const aboutChanged = ({ before, after }: ChildWrite): boolean => before === null || before.about !== after.about;
const birthChanged = ({ before, after }: ChildWrite): boolean => before === null || before.dateOfBirth !== after.dateOfBirth;

function childRow({ id, unitId, reference, version, namedWorkerId, matchedHouseholdId, after }: ChildWrite): object {
  const dates = Object.fromEntries(Object.entries(DATE_COLUMNS).map(([field, column]) => [column, after.dates[field as keyof typeof DATE_COLUMNS]]));
  return {
    id, unit_id: unitId, reference, version, sex: after.sex, ethnicity: after.ethnicity, disability: after.disability, state: after.state,
    ...dates, matched_household_id: matchedHouseholdId, named_worker_id: namedWorkerId,
  };
}

function profileRow({ id, after: { profile } }: ChildWrite): object {
  return {
    child_id: id, needs: profile.needs, essential: profile.essential, early_permanence: profile.earlyPermanence, avoid_areas: profile.avoidAreas,
    contact: profile.contact, heritage: profile.heritage, languages: profile.languages, religion: profile.religion, pets_risk: profile.petsRisk,
    waiting_since: profile.waitingSince, home_area: profile.homeArea,
  };
}

function identityRow(vault: Vault, agencyId: string, { id, after: { identity, about } }: ChildWrite): object {
  const sealed = vault.sealRecord(agencyId, 'child_identity', id, {
    external_id: identity.externalId, first_name: identity.firstName, last_name: identity.lastName,
    address: identity.address, birth_family: identity.birthFamily, notes: identity.notes, health_summary: identity.healthSummary, about,
  });
  return { child_id: id, external_id_index: identity.externalId && vault.blindIndex(agencyId, 'child', identity.externalId), ...asHex(sealed) };
}

function birthRow(vault: Vault, agencyId: string, { id, after }: ChildWrite): object {
  return { child_id: id, ...asHex(vault.sealRecord(agencyId, 'child_birth', id, { date_of_birth: after.dateOfBirth })) };
}

// The latest decision follows the record; a decision after a reversal is a row of its own (domain.md trap 16).
const CORRECT_DECISION = `
  update hub.adoption_decision d set decided_on = r.decided_on, reversed_on = r.reversed_on, reason = r.reason
  from jsonb_to_recordset($1::jsonb) as r(child_id uuid, fresh boolean, decided_on date, reversed_on date, reason text)
  where not r.fresh and d.id = (select l.id from hub.adoption_decision l where l.child_id = r.child_id order by l.decided_on desc, l.created_at desc limit 1)`;
const ADD_DECISION = `
  insert into hub.adoption_decision (agency_id, child_id, decided_on, reversed_on, reason)
  select $2::uuid, r.child_id, r.decided_on, r.reversed_on, r.reason
  from jsonb_to_recordset($1::jsonb) as r(child_id uuid, fresh boolean, decided_on date, reversed_on date, reason text)
  where r.fresh or not exists (select from hub.adoption_decision l where l.child_id = r.child_id)`;

async function saveDecisions(tx: Tx, agencyId: string, batch: readonly ChildWrite[]): Promise<void> {
  const changed = batch
    .filter(({ before, after }) => after.dates.admDecidedOn !== null && decisionText(before) !== decisionText(after))
    .map(({ id, before, after: { dates } }) => ({
      child_id: id, fresh: isFresh(before, dates.admDecidedOn), decided_on: dates.admDecidedOn, reversed_on: dates.decisionReversedOn, reason: dates.reversalReason,
    }));
  if (changed.some(({ fresh }) => !fresh)) await rows(tx, CORRECT_DECISION, [JSON.stringify(changed)]);
  await save(tx, ADD_DECISION, agencyId, changed);
}

const decisionText = (details: ChildDetails | null): string =>
  details === null ? '' : JSON.stringify([details.dates.admDecidedOn, details.dates.decisionReversedOn, details.dates.reversalReason]);

/** A new decision lies on or after the reversal of the one before. */
function isFresh(before: ChildDetails | null, decidedOn: string | null): boolean {
  if (before === null) return true;
  const { admDecidedOn, decisionReversedOn } = before.dates;
  return decisionReversedOn !== null && decidedOn !== admDecidedOn && (decidedOn ?? '') >= decisionReversedOn;
}
