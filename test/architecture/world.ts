import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Actor, AgencyKind, Role } from '@hub/domain/access/actor';
import { fee, link, meeting, panel, performanceSources, placement } from './world-cases';
import { BLOB, hash, reference, type Settlement } from './world-values';

export async function superuser(url: string): Promise<Client> {
  const client = new Client({ connectionString: url });
  await client.connect();
  return client;
}

/**
 * Rows past the door, for the tests of the door alone: what they compare with must not have gone through
 * what they test.
 */
export async function settle(db: Client, code: string, kind: AgencyKind = 'COUNCIL'): Promise<Settlement> {
  const town: Settlement = {
    agencyId: randomUUID(), code, kind, userId: randomUUID(), managerId: randomUUID(),
    unitId: randomUUID(), childId: randomUUID(), householdId: randomUUID(), runId: randomUUID(),
  };
  await db.query(`insert into hub.agency (id, code, name, kind, region_band) values ($1, $2, $2, $3, 'North')`, [town.agencyId, code, kind]);
  await people(db, town);
  await children(db, town);
  await adopters(db, town);
  await work(db, town);
  return town;
}

async function people(db: Client, { agencyId, userId, managerId, code }: Settlement): Promise<void> {
  const user = `insert into hub.app_user (id, agency_id, email, display_name, status) values ($1, $2, $3, 'Someone', 'ACTIVE')`;
  await db.query(user, [userId, agencyId, `worker.${code.toLowerCase()}@example.org`]);
  await db.query(user, [managerId, agencyId, `manager.${code.toLowerCase()}@example.org`]);
  await db.query(`insert into hub.session (user_id, agency_id, kind, token_hash, expires_at) values ($1, $2, 'WEB', $3, now() + interval '1 hour')`, [userId, agencyId, hash()]);
  await db.query(`insert into hub.invitation (user_id, agency_id, token_hash, expires_at) values ($1, $2, $3, now() + interval '1 hour')`, [userId, agencyId, hash()]);
}

async function children(db: Client, { agencyId, userId, managerId, unitId, childId }: Settlement): Promise<void> {
  const ref = reference();
  await db.query(`insert into hub.unit (id, agency_id, reference, family_finding) values ($1, $2, $3, 'ACTIVE')`, [unitId, agencyId, ref]);
  await db.query(`insert into hub.child (id, agency_id, unit_id, reference, sex) values ($1, $2, $3, $4, 'F')`, [childId, agencyId, unitId, reference()]);
  await db.query(`insert into hub.child_event (agency_id, child_id, event, on_date) values ($1, $2, 'ENTERED_CARE', '2026-01-01')`, [agencyId, childId]);
  await db.query(`insert into hub.adoption_decision (agency_id, child_id, decided_on) values ($1, $2, '2026-02-01')`, [agencyId, childId]);
  await db.query(`insert into hub.child_identity (child_id, agency_id, external_id_index, wrapped_key, first_name) values ($1, $2, $3, $4, $4)`, [childId, agencyId, hash(), BLOB]);
  await db.query(`insert into hub.child_birth (child_id, agency_id, wrapped_key, date_of_birth) values ($1, $2, $3, $3)`, [childId, agencyId, BLOB]);
  await db.query(`insert into hub.child_profile (child_id, agency_id) values ($1, $2)`, [childId, agencyId]);
  await db.query(`insert into hub.unit_card (unit_id, agency_id, reference, group_size, youngest_band, oldest_band, sex, region_band, waiting_band, listed, refreshed_on)
    values ($1, $2, $3, 1, '2 to 3', '2 to 3', 'F', 'North', 'under 6 months', true, '2026-03-01')`, [unitId, agencyId, ref]);
  await db.query(`insert into hub.unit_traits (unit_id, agency_id, youngest_band, oldest_band, sex, heritage, group_size, region_band, needs)
    values ($1, $2, '2-3', '2-3', 'F', '{WHITE}', 1, 'North', '{}')`, [unitId, agencyId]);
  const release = randomUUID();
  await db.query(`insert into hub.disclosure_grant (id, agency_id, subject_type, subject_id, wrapped_key, purpose, content, requested_by, approved_by, approved_at, expires_on)
    values ($1, $2, 'UNIT', $3, $4, $4, $4, $5, $6, now(), '2099-01-01')`, [release, agencyId, unitId, BLOB, userId, managerId]);
  await db.query('insert into hub.child_identified (child_id, agency_id, unit_id, wrapped_key, first_name) values ($1, $2, $3, $4, $4)', [childId, agencyId, unitId, BLOB]);
  await db.query('insert into hub.child_photo (child_id, agency_id, reference, wrapped_key, image, added_by) values ($1, $2, $3, $4, $4, $5)', [childId, agencyId, reference(), BLOB, userId]);
  await db.query(`insert into hub.unit_profile (unit_id, agency_id, release_id, live, expires_on) values ($1, $2, $3, true, '2099-01-01')`, [unitId, agencyId, release]);
}

let districts = 0;

/** A district belongs to one agency, so each has the next of those that nobody lives in. */
function freeDistrict(): string {
  const nth = districts++;
  return `ZZ${nth % 10}${'ABCDEFGHJKLMNPRSTUVWXY'.charAt(Math.floor(nth / 10))}`;
}

async function adopters(db: Client, { agencyId, householdId, userId }: Settlement): Promise<void> {
  const ref = reference();
  const adultId = randomUUID();
  await db.query(`insert into hub.household (id, agency_id, reference, kind, state, approved_on, availability, max_children) values ($1, $2, $3, 'SINGLE', 'APPROVED', '2026-01-01', 'AVAILABLE', 2)`, [householdId, agencyId, ref]);
  await db.query(`insert into hub.household_event (agency_id, household_id, event, on_date) values ($1, $2, 'ENQUIRY', '2025-01-01')`, [agencyId, householdId]);
  await db.query(`insert into hub.household_identity (household_id, agency_id, family_id_index, wrapped_key, names) values ($1, $2, $3, $4, $4)`, [householdId, agencyId, hash(), BLOB]);
  await db.query(`insert into hub.adult (id, agency_id, household_id) values ($1, $2, $3)`, [adultId, agencyId, householdId]);
  await db.query(`insert into hub.adult_identity (adult_id, agency_id, external_id_index, wrapped_key, first_name) values ($1, $2, $3, $4, $4)`, [adultId, agencyId, hash(), BLOB]);
  await db.query('insert into hub.household_identified (household_id, agency_id, wrapped_key, first_names) values ($1, $2, $3, $3)', [householdId, agencyId, BLOB]);
  await db.query('insert into hub.household_photo (household_id, agency_id, reference, wrapped_key, image, added_by) values ($1, $2, $3, $4, $4, $5)', [householdId, agencyId, reference(), BLOB, userId]);
  await db.query(`insert into hub.household_card (household_id, agency_id, reference, region_band, stage, listed) values ($1, $2, $3, 'North', 'APPROVED', true)`, [householdId, agencyId, ref]);
  for (const scope of ['CARD', 'PROFILE', 'PHOTO_REPORT']) {
    await db.query(`insert into hub.adopter_consent (agency_id, household_id, scope, granted, how, given_on, expires_on, recorded_by) values ($1, $2, $3, true, 'WRITTEN', '2026-01-01', '2999-01-01', $4)`,
      [agencyId, householdId, scope, userId]);
  }
  await db.query('insert into hub.enquiry_district (district, agency_id) values ($1, $2)', [freeDistrict(), agencyId]);
  await db.query(`insert into hub.enquiry (id, agency_id, reference, how, received_on, taken_by, taken_by_agency_id, wrapped_key, names) values (gen_random_uuid(), $1, $2, 'PHONE', '2026-03-01', $3, $1, $4, $4)`, [agencyId, `E-${reference()}`, userId, BLOB]);
  const courseId = randomUUID();
  await db.query(`insert into hub.course (id, agency_id, reference, kind, setting, venue_agency_id, days, first_on, last_on, planned_by) values ($1, $2, $3, 'PREPARATION', 'ONLINE', $2, '{2099-01-01}', '2099-01-01', '2099-01-01', $4)`,
    [courseId, agencyId, `C-${reference()}`, userId]);
  await db.query('insert into hub.course_place (course_id, agency_id, number) values ($1, $2, 1)', [courseId, agencyId]);
  await db.query(`insert into hub.course_booking (id, agency_id, reference, course_id, household_id, place, state, booked_by) values (gen_random_uuid(), $1, $2, $3, $4, 1, 'BOOKED', $5)`,
    [agencyId, `K-${reference()}`, courseId, householdId, userId]);
  await db.query(`insert into hub.household_profile (household_id, agency_id, live, expires_on) values ($1, $2, true, '2099-01-01')`, [householdId, agencyId]);
}

async function work(db: Client, { agencyId, userId, managerId, unitId, householdId, childId, runId }: Settlement): Promise<void> {
  await db.query(`insert into hub.ruled_out (agency_id, unit_id, household_id, unit_agency_id, household_agency_id, reason, ruled_by) values ($1, $2, $3, $1, $1, $5, $4)`, [agencyId, unitId, householdId, userId, BLOB]);
  await db.query(`insert into hub.matching_run (id, agency_id, reference, requested_by, scope, as_at, policy, policy_id, policy_version) values ($1, $2, $3, $4, 'REGION', '2026-03-01', '{}', 'p', 1)`, [runId, agencyId, `R-${reference()}`, userId]);
  await db.query(`insert into hub.matching_result (run_id, subject_type, subject_id, agency_id, eligible, conditional, blocked, ruled_out, evidence) values ($1, 'UNIT', $2, $3, 0, 0, 0, 1, $4)`, [runId, unitId, agencyId, BLOB]);
  await db.query('insert into hub.matching_offers (run_id, agency_id, evidence) values ($1, $2, $3)', [runId, agencyId, BLOB]);
  await db.query(`insert into hub.import_batch (agency_id, reference, kind, file_hash, requested_by, wrapped_key, file) values ($1, $2, 'ANNEX_A', $3, $4, $5, $5)`, [agencyId, `I-${reference()}`, hash(), userId, BLOB]);
  const salt = randomBytes(16);
  const bar = 'insert into hub.bar (agency_id, unit_id, household_id, wrapped_key, email, salt, email_hash, reason, barred_by) values ($1, $2, $3, $4, $4, $5, $6, $4, $7)';
  // Of people without an account, so that nobody is barred.
  await db.query(bar, [agencyId, unitId, null, BLOB, salt, hash(), userId]);
  await db.query(bar, [agencyId, null, householdId, BLOB, salt, hash(), userId]);
  await db.query(`insert into hub.withholding (agency_id, child_id, wrapped_key, with_whom, what, reason, decided_on, decided_by)
    select $1, id, $2, $2, $2, $2, '2026-01-01', $3 from hub.child where agency_id = $1`, [agencyId, BLOB, userId]);
  const glass = `insert into hub.break_glass (agency_id, subject_type, unit_id, household_id, reference, opened_by, opener_agency_id, opener_name, wrapped_key, reason, until)
    values ($1, case when $2::uuid is null then 'HOUSEHOLD' else 'UNIT' end, $2, $3, (select reference from hub.unit where id = $2 union select reference from hub.household where id = $3), $4, $1, 'Someone', $5, $5, now() + interval '1 hour')`;
  await db.query(glass, [agencyId, unitId, null, userId, BLOB]);
  await db.query(glass, [agencyId, null, householdId, userId, BLOB]);
  await link(db, { agencyId, userId, unitId, householdId });
  await meeting(db, { agencyId, userId, unitId, householdId });
  await panel(db, { agencyId, userId, managerId, householdId });
  await placement(db, { agencyId, userId, unitId, householdId, childId });
  await fee(db, { agencyId, userId });
  await performanceSources(db, { agencyId, userId });
  const [selection, entry] = [randomUUID(), randomUUID()];
  await db.query(`insert into hub.selection (id, agency_id, holds, unit_id, shared, owner_id) values ($1, $2, 'HOUSEHOLD', $3, true, $4)`, [selection, agencyId, unitId, userId]);
  await db.query(`insert into hub.selection_entry (id, agency_id, selection_id, household_id, subject_agency_id, place, wrapped_key, note, kept_by) values ($1, $2, $3, $4, $2, 1, $6, $6, $5)`,
    [entry, agencyId, selection, householdId, userId, BLOB]);
  await db.query(`insert into hub.selection_change (agency_id, selection_id, what, household_id, subject_agency_id, changed_by) values ($1, $2, 'KEPT', $3, $1, $4)`, [agencyId, selection, householdId, userId]);
  await db.query(`insert into hub.notice (agency_id, role, kind) values ($1, 'DATA_PROTECTION_OFFICER', 'MANY_PROFILES')`, [agencyId]);
  const search = randomUUID();
  await db.query(`insert into hub.search (id, agency_id, owner_id, holds, wrapped_key, share_ids, name, filter, shared, tells) values ($1, $2, $3, 'UNIT', $4, '{}', $4, $4, true, 'DAILY')`, [search, agencyId, userId, BLOB]);
  await db.query('insert into hub.search_find (search_id, agency_id, unit_id, subject_agency_id, told) values ($1, $2, $3, $2, true)', [search, agencyId, unitId]);
  await db.query('insert into hub.search_visit (search_id, user_id, agency_id, at) values ($1, $2, $3, now())', [search, userId, agencyId]);
  await db.query(`insert into hub.mail_choice (user_id, agency_id, choice) values ($1, $2, 'DAILY')`, [userId, agencyId]);
  await db.query(`insert into hub.mail (user_id, agency_id, kind, counts) values ($1, $2, 'DIGEST', '{}')`, [userId, agencyId]);
  await db.query(`insert into hub.shredding (agency_id, subject_type, subject_id, reference, reason, requested_by) values ($1, 'CHILD', $2, $3, $5, $4)`, [agencyId, unitId, reference(), userId, BLOB]);
  // Of an agreement without parties, which nobody else may read therefore.
  const paper = await agree(db, [], { purpose: 'RESEARCH' });
  await db.query('insert into hub.agreement_document (agreement_id, agency_id, wrapped_key, file, size_bytes, added_by) values ($1, $2, $3, $3, 6, $4)', [paper, agencyId, BLOB, userId]);
  await db.query(`insert into audit.access (agency_id, action, outcome) values ($1, 'children.view', 'ALLOWED')`, [agencyId]);
}

export async function join(db: Client, { agencyId }: Pick<Settlement, 'agencyId'>, startsOn = '2020-01-01', endsOn: string | null = null): Promise<void> {
  await db.query('insert into hub.membership (agency_id, starts_on, ends_on) values ($1, $2, $3)', [agencyId, startsOn, endsOn]);
}

export interface Terms {
  readonly purpose?: string;
  readonly startsOn?: string;
  readonly endsOn?: string | null;
  readonly upToStage?: string;
}

export async function agree(db: Client, parties: readonly Pick<Settlement, 'agencyId'>[], { purpose = 'FAMILY_FINDING', startsOn = '2020-01-01', endsOn = null, upToStage = 'S2' }: Terms = {}): Promise<string> {
  const id = randomUUID();
  await db.query(`insert into hub.agreement (id, reference, title, purpose, legal_basis, starts_on, ends_on, up_to_stage) values ($1, $2, 'Sharing', $3, 'Public task', $4, $5, $6)`,
    [id, reference() + reference(), purpose, startsOn, endsOn, upToStage]);
  for (const { agencyId } of parties) await db.query('insert into hub.agreement_party (agreement_id, agency_id) values ($1, $2)', [id, agencyId]);
  return id;
}

/** References of a settlement's photos: of the child and of the household. */
export async function photosIn(db: Client, { childId, householdId }: Pick<Settlement, 'childId' | 'householdId'>): Promise<string[]> {
  const { rows } = await db.query<{ reference: string }>('select reference from hub.child_photo where child_id = $1 union all select reference from hub.household_photo where household_id = $2', [childId, householdId]);
  return rows.map((one) => one.reference);
}

/** Grants S2 of both subjects of a settlement to another, with their photos, under an agreement. */
export async function grantTo(db: Client, from: Settlement, to: Settlement, agreementId: string): Promise<void> {
  const photos = await photosIn(db, from);
  for (const [type, id] of [['UNIT', from.unitId], ['HOUSEHOLD', from.householdId]] as const) {
    await db.query(`insert into hub.disclosure_grant (agency_id, subject_type, subject_id, stage, audience, audience_agency_id, agreement_id, wrapped_key, purpose, requested_by, approved_by, approved_at, expires_on, photos, photos_shown)
      values ($1, $2, $3, 'S2', 'AGENCY', $4, $5, $8, $8, $6, $7, now(), '2099-01-01', $9, true)`, [from.agencyId, type, id, to.agencyId, agreementId, from.userId, from.managerId, BLOB, photos]);
  }
}

export const actorOf = ({ userId, agencyId, code, kind }: Settlement, ...roles: Role[]): Actor =>
  ({ kind: 'user', userId, agencyId, agencyCode: code, agencyKind: kind, displayName: 'Someone', roles });

/** Every table under policies, in schema.table form. */
export async function allTables(db: Client): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname in ('hub', 'audit') and c.relkind in ('r', 'p') order by 1`);
  return rows.map(({ name }) => name);
}

/** Those of them whose rows belong to an agency. */
export async function agencyTables(db: Client): Promise<string[]> {
  const { rows } = await db.query<{ name: string }>(`
    select table_schema || '.' || table_name as name from information_schema.columns
    where table_schema in ('hub', 'audit') and column_name = 'agency_id' order by 1`);
  return rows.map(({ name }) => name);
}
