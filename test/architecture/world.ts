import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Actor, AgencyKind, Role } from '@hub/domain/access/actor';

/** One agency with a row of its own in every table, and the ids of those rows. */
export interface Settlement {
  readonly agencyId: string;
  readonly code: string;
  readonly kind: AgencyKind;
  readonly userId: string;
  readonly managerId: string;
  readonly unitId: string;
  readonly childId: string;
  readonly householdId: string;
  readonly runId: string;
}

const BLOB = Buffer.from('sealed');
const hash = (): string => randomBytes(32).toString('hex');
const reference = (): string => randomBytes(4).toString('hex').toUpperCase().slice(0, 6);

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

/** Past every trigger: what leads to a placement, and what it does to the records, is tried elsewhere. */
async function placement(db: Client, { agencyId, userId, unitId, householdId, childId }: Pick<Settlement, 'agencyId' | 'userId' | 'unitId' | 'householdId' | 'childId'>): Promise<void> {
  const id = randomUUID();
  await db.query("begin; set local session_replication_role = 'replica'");
  await db.query(`insert into hub.placement (id, reference, agency_id, household_agency_id, link_id, decision_id, unit_id, household_id, unit_reference, household_reference, state, decided_on)
    select $1, $2, $3, $3, l.id, gen_random_uuid(), $4, $5, l.unit_reference, l.household_reference, 'MATCHED', '2026-03-01' from hub.link l where l.unit_id = $4`, [id, `PL-${reference()}`, agencyId, unitId, householdId]);
  await db.query(`insert into hub.placement_child (id, placement_id, agency_id, child_id, number, state, wrapped_key, first_name) values (gen_random_uuid(), $1, $2, $3, 1, 'MATCHED', $4, $4)`, [id, agencyId, childId, BLOB]);
  await db.query(`insert into hub.placement_event (id, placement_id, version, agency_id, side, event, child_id, to_state, on_date, actor_id, wrapped_key, words)
    values (gen_random_uuid(), $1, 1, $2, 'CHILD', 'OPENED', $3, 'MATCHED', '2026-03-01', $4, $5, $5)`, [id, agencyId, childId, userId, BLOB]);
  await db.query('commit');
}

/** Of the placement above, past what holds a fee to two agencies: the other party is tried in libs/features/src/fees. */
async function fee(db: Client, { agencyId, userId }: Pick<Settlement, 'agencyId' | 'userId'>): Promise<void> {
  const [item, partnership] = [randomUUID(), randomUUID()];
  await db.query(`insert into hub.fee_rate (agency_id, kind, provider, children, starts_on, amount_pence, plan, source, entered_by) values ($1, 'FEE', 'VAA', 2, '2026-01-01', 100, 'FULL', 'Letter', $2)`, [agencyId, userId]);
  await db.query(`insert into hub.fee_partnership (id, name, terms, starts_on) values ($1, 'Consortium', 'NIL', '2026-01-01')`, [partnership]);
  await db.query('insert into hub.fee_partner (partnership_id, agency_id) values ($1, $2)', [partnership, agencyId]);
  await db.query("begin; set local session_replication_role = 'replica'");
  const of = `from hub.placement p where p.agency_id = $1`;
  await db.query(`insert into hub.fee (placement_id, version, placement_reference, agency_id, payee_agency_id, moved_in_on, children, provider, basis, is_due, is_london, source)
    select p.id, 1, p.reference, $1, $1, '2026-03-01', 1, 'VAA', 'INTER_AGENCY', true, false, 'Letter' ${of}`, [agencyId]);
  await db.query(`insert into hub.fee_item (id, placement_id, placement_reference, agency_id, payee_agency_id, trigger, number, due_on, amount_pence) select $2, p.id, p.reference, $1, $1, 'MOVED_IN', 1, '2026-03-01', 100 ${of}`, [agencyId, item]);
  await db.query(`insert into hub.fee_event (item_id, version, placement_id, agency_id, event, on_date) select $2, 1, p.id, $1, 'FELL_DUE', '2026-03-01' ${of}`, [agencyId, item]);
  await db.query(`insert into hub.fee_note (id, placement_id, agency_id, author_id, share_ids, wrapped_key, words) select gen_random_uuid(), p.id, $1, $2, '{}', $3, $3 ${of}`, [agencyId, userId, BLOB]);
  await db.query('commit');
}

/** Convened by the agency, with all that a meeting can hold. */
async function meeting(db: Client, { agencyId, userId, unitId, householdId }: Pick<Settlement, 'agencyId' | 'userId' | 'unitId' | 'householdId'>): Promise<void> {
  const [id, item, pair, action] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const of = [id, agencyId];
  await db.query(`
    with made as (
      insert into hub.meeting (id, agency_id, reference, title, place, starts_at, minutes, minutes_per_item, max_links, per_unit, per_household, created_by)
      values ($1, $2, $3, 'Meeting', 'Hall', now(), 60, 8, 40, 5, 3, $4)
    )
    insert into hub.meeting_event (id, meeting_id, agency_id, version, event, actor_id, actor_agency_id) values (gen_random_uuid(), $1, $2, 1, 'CALLED', $4, $2)`, [...of, `M-${reference()}`, userId]);
  await db.query('insert into hub.meeting_agency (meeting_id, agency_id, invited_id) values ($1, $2, $2)', of);
  await db.query(`insert into hub.meeting_person (meeting_id, agency_id, user_id, user_agency_id, number, role) values ($1, $2, $3, $2, 1, 'CHAIR')`, [...of, userId]);
  await db.query('insert into hub.meeting_item (id, meeting_id, agency_id, position) values ($3, $1, $2, 1)', [...of, item]);
  await db.query(`insert into hub.meeting_unit (item_id, meeting_id, agency_id, unit_id, unit_agency_id, unit_reference) values ($3, $1, $2, $4, $2, '')`, [...of, item, unitId]);
  await db.query(`insert into hub.meeting_pair (id, item_id, meeting_id, agency_id, unit_id, household_id, household_agency_id, household_reference, position, proposed_by) values ($5, $3, $1, $2, $4, $6, $2, '', 1, 'PERSON')`,
    [...of, item, unitId, pair, householdId]);
  await db.query(`insert into hub.meeting_absence (id, meeting_id, agency_id, item_id, user_id, reason) values (gen_random_uuid(), $1, $2, $3, $4, 'OTHER')`, [...of, item, userId]);
  await db.query(`insert into hub.meeting_action (id, meeting_id, agency_id, number, item_id, owner_id, owner_agency_id, due_on) values ($5, $1, $2, 1, $3, $4, $2, '2026-05-01')`, [...of, item, userId, action]);
  await db.query(`insert into hub.meeting_event (id, meeting_id, agency_id, version, event, actor_id, actor_agency_id, item_id, pair_id, action_id, wrapped_key, words)
    values (gen_random_uuid(), $1, $2, 2, 'ACTION_GIVEN', $4, $2, $3, $5, $6, $7, $7)`, [...of, item, userId, pair, action, BLOB]);
}

/** A panel with a quorum, which heard the approval of a household; decided and told of. */
async function panel(db: Client, { agencyId, userId, managerId, householdId }: Pick<Settlement, 'agencyId' | 'userId' | 'managerId' | 'householdId'>): Promise<void> {
  const [id, item, decision] = [randomUUID(), randomUUID(), randomUUID()];
  await db.query(`insert into hub.panel (id, agency_id, reference, meets_on, starts_at, slot_count, slot_minutes, place, papers_due_on, created_by) values ($1, $2, $3, current_date, '09:30', 4, 45, 'Hall', current_date - 10, $4)`,
    [id, agencyId, `P-${reference()}`, userId]);
  await db.query(`
    with made as (
      insert into hub.panel_member (id, reference, agency_id, display_name, role, is_independent, sits_for, starts_on)
      select gen_random_uuid(), 'N-' || upper(substr(md5(random()::text), 1, 6)), $2, 'Someone', r, r in ('CHAIR', 'INDEPENDENT'), array[$2::uuid], current_date - 100 from unnest(array['CHAIR', 'SOCIAL_WORKER', 'INDEPENDENT', 'OTHER', 'OTHER', 'OTHER']) r returning id, role, is_independent
    )
    insert into hub.panel_attendance (panel_id, agency_id, member_id, role, is_independent, attendance) select $1, $2, id, role, is_independent, 'PRESENT' from made`, [id, agencyId]);
  const told = 'insert into hub.panel_item_event (item_id, agency_id, version, event, panel_id, slot, status, actor_id, actor_agency_id) values ($1, $2, $3, $4, $5, 1, $6, $7, $2)';
  await db.query('begin');
  await db.query(`insert into hub.panel_item (id, reference, agency_id, kind, panel_id, panel_agency_id, slot, status, household_id, household_agency_id, household_reference) values ($1, $2, $3, 'APPROVAL', $4, $3, 1, 'PROVISIONAL', $5, $3, '')`,
    [item, `B-${reference()}`, agencyId, id, householdId]);
  await db.query(told, [item, agencyId, 1, 'BOOKED', id, 'PROVISIONAL', userId]);
  await db.query(`insert into hub.panel_absence (item_id, agency_id, panel_id, member_id, reason) select $1, $2, $3, member_id, 'OTHER' from hub.panel_attendance where panel_id = $3 and role = 'OTHER' limit 1`, [item, agencyId, id]);
  await db.query(`update hub.panel_item set status = 'HEARD', recommendation = 'RECOMMENDED', minutes_final_on = current_date, version = 2 where id = $1`, [item]);
  await db.query(told, [item, agencyId, 2, 'HEARD', id, 'HEARD', userId]);
  await db.query(`insert into hub.panel_text (id, item_id, agency_id, part, share_ids, wrapped_key, words) values (gen_random_uuid(), $1, $2, 'REASONS', '{}', $3, $3)`, [item, agencyId, BLOB]);
  await db.query(`insert into hub.agency_decision (id, agency_id, panel_item_id, kind, outcome, decided_on, decided_by) values ($1, $2, $3, 'APPROVAL', 'APPROVED', current_date, $4)`, [decision, agencyId, item, managerId]);
  await db.query(`insert into hub.decision_notice (decision_id, agency_id, recipient, manner, told_on, recorded_by) values ($1, $2, 'ADOPTERS', 'ORALLY', current_date, $3)`, [decision, agencyId, userId]);
  await db.query('commit');
}

/** Within the agency, with a step, a message and a reason. */
async function link(db: Client, { agencyId, userId, unitId, householdId }: Pick<Settlement, 'agencyId' | 'userId' | 'unitId' | 'householdId'>): Promise<void> {
  const { rows: [made] } = await db.query<{ id: string }>(`
    with made as (
      insert into hub.link (reference, agency_id, household_agency_id, unit_id, household_id, unit_reference, household_reference, state, interest_by)
      values ($1, $2, $2, $3, $4, '', '', 'EXPRESSED_INTEREST', 'CHILD') returning id
    )
    insert into hub.link_event (link_id, version, agency_id, side, event, to_state, on_date, actor_id)
    select id, 1, $2, 'CHILD', 'INTEREST_EXPRESSED', 'EXPRESSED_INTEREST', '2026-03-01', $5 from made returning link_id as id`, [`L-${reference()}`, agencyId, unitId, householdId, userId]);
  await db.query(`insert into hub.link_reason (link_id, agency_id, version, code) values ($1, $2, 1, 'NO_ANSWER')`, [made?.id, agencyId]);
  await db.query(`insert into hub.link_message (link_id, agency_id, side, author_id, share_ids, wrapped_key, body) values ($1, $2, 'CHILD', $3, '{}', $4, $4)`, [made?.id, agencyId, userId, BLOB]);
  await documents(db, { agencyId, userId, unitId }, made?.id ?? '');
  await db.query('insert into hub.local_search_policy (agency_id, starts_on, unit_days, household_days, set_by) values ($1, \'2026-01-01\', 0, 0, $2)', [agencyId, userId]);
  await db.query(`insert into hub.local_search_change (agency_id, unit_id, widens_on, changed_by) values ($1, $2, '2026-01-01', $3)`, [agencyId, unitId, userId]);
  await db.query(`insert into hub.search_channel (id, agency_id, unit_id, share_ids, recorded_by, kind, started_on) values (gen_random_uuid(), $1, $2, '{}', $3, 'NATIONAL_SITE', '2026-01-01')`, [agencyId, unitId, userId]);
  await db.query(`insert into hub.outside_household (id, agency_id, unit_id, share_ids, recorded_by, outside_agency_id, on_date, outcome, wrapped_key, given_reference) values (gen_random_uuid(), $1, $2, '{}', $3, $1, '2026-01-01', 'INTERESTED', $4, $4)`,
    [agencyId, unitId, userId, BLOB]);
  await db.query('insert into hub.drift_limit (agency_id, slow_days, stuck_days, without_link_days, review_days) values ($1, 14, 28, 28, 90)', [agencyId]);
  await db.query('insert into hub.link_cap (agency_id, per_unit, per_household) values ($1, 4, 3)', [agencyId]);
  await db.query(`insert into hub.idempotency_key (user_id, operation, key, agency_id, body_hash) values ($1, 'links.step', 'abcdefgh', $2, $3)`, [userId, agencyId, hash()]);
}

/** About the group, with a version that was reviewed and given on its link; and what a panel needs beside it. */
async function documents(db: Client, { agencyId, userId, unitId }: Pick<Settlement, 'agencyId' | 'userId' | 'unitId'>, linkId: string): Promise<void> {
  const [document, version] = [randomUUID(), randomUUID()];
  await db.query(`insert into hub.document (id, reference, agency_id, kind, unit_id) values ($1, $2, $3, 'SIBLING_ASSESSMENT', $4)`, [document, `D-${reference()}`, agencyId, unitId]);
  await db.query(`insert into hub.document_version (id, document_id, agency_id, number, type, size_bytes, stored_in, share_ids, wrapped_key, added_by) values ($1, $2, $3, 1, 'PDF', 6, 'DATABASE', '{}', $4, $5)`, [version, document, agencyId, BLOB, userId]);
  await db.query('insert into hub.document_file (version_id, document_id, agency_id, sealed) values ($1, $2, $3, $4)', [version, document, agencyId, BLOB]);
  await db.query(`insert into hub.document_review (id, document_id, version_id, agency_id, outcome, share_ids, reviewed_by) values (gen_random_uuid(), $1, $2, $3, 'ACCEPTED', '{}', $4)`, [document, version, agencyId, userId]);
  await db.query(`insert into hub.document_given (id, document_id, version_id, link_id, agency_id, to_side, given_by) values (gen_random_uuid(), $1, $2, $3, $4, 'ADOPTERS', $5)`, [document, version, linkId, agencyId, userId]);
  await db.query('insert into hub.document_print (document_id, agency_id, prints) values ($1, $2, $3)', [document, agencyId, [1, 2]]);
  await db.query(`insert into hub.document_flag (id, document_id, version_id, agency_id, other_child_id) select gen_random_uuid(), $1, $2, $3, id from hub.child where unit_id = $4`, [document, version, agencyId, unitId]);
  await db.query(`insert into hub.child_view (id, agency_id, child_id, holder, on_date, why_not, share_ids, recorded_by) select gen_random_uuid(), $1, id, 'MOTHER', '2026-01-01', 'DECLINED', '{}', $2 from hub.child where unit_id = $3`, [agencyId, userId, unitId]);
  await db.query(`insert into hub.link_preparation (id, link_id, agency_id, kind, on_date, share_ids, recorded_by) values (gen_random_uuid(), $1, $2, 'CPR_GIVEN', '2026-01-01', '{}', $3)`, [linkId, agencyId, userId]);
  await db.query(`insert into hub.readiness_decision (id, link_id, agency_id, missing, share_ids, wrapped_key, reason, decided_by) values (gen_random_uuid(), $1, $2, '{APR}', '{}', $3, $3, $4)`, [linkId, agencyId, BLOB, userId]);
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
