import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { BLOB, hash, reference, type Settlement } from './world-values';

/** Past every trigger: what leads to a placement, and what it does to the records, is tried elsewhere. */
export async function placement(db: Client, { agencyId, userId, unitId, householdId, childId }: Pick<Settlement, 'agencyId' | 'userId' | 'unitId' | 'householdId' | 'childId'>): Promise<void> {
  const id = randomUUID();
  await db.query("begin; set local session_replication_role = 'replica'");
  await db.query(`insert into hub.placement (id, reference, agency_id, household_agency_id, link_id, decision_id, unit_id, household_id, unit_reference, household_reference, state, decided_on)
    select $1, $2, $3, $3, l.id, gen_random_uuid(), $4, $5, l.unit_reference, l.household_reference, 'MATCHED', '2026-03-01' from hub.link l where l.unit_id = $4`, [id, `PL-${reference()}`, agencyId, unitId, householdId]);
  await db.query(`insert into hub.placement_child (id, placement_id, agency_id, child_id, number, state, wrapped_key, first_name) values (gen_random_uuid(), $1, $2, $3, 1, 'MATCHED', $4, $4)`, [id, agencyId, childId, BLOB]);
  await db.query(`insert into hub.placement_adopters (placement_id, agency_id, household_id, share_ids, wrapped_key, first_names) values ($1, $2, $3, '{}', $4, $4)`, [id, agencyId, householdId, BLOB]);
  await db.query(`insert into hub.placement_event (id, placement_id, version, agency_id, side, event, child_id, to_state, on_date, actor_id, wrapped_key, words)
    values (gen_random_uuid(), $1, 1, $2, 'CHILD', 'OPENED', $3, 'MATCHED', '2026-03-01', $4, $5, $5)`, [id, agencyId, childId, userId, BLOB]);
  await db.query('commit');
}

/** Of the placement above, past what holds a fee to two agencies: the other party is tried in libs/features/src/fees. */
export async function fee(db: Client, { agencyId, userId }: Pick<Settlement, 'agencyId' | 'userId'>): Promise<void> {
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
export async function meeting(db: Client, { agencyId, userId, unitId, householdId }: Pick<Settlement, 'agencyId' | 'userId' | 'unitId' | 'householdId'>): Promise<void> {
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
export async function panel(db: Client, { agencyId, userId, managerId, householdId }: Pick<Settlement, 'agencyId' | 'userId' | 'managerId' | 'householdId'>): Promise<void> {
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
export async function link(db: Client, { agencyId, userId, unitId, householdId }: Pick<Settlement, 'agencyId' | 'userId' | 'unitId' | 'householdId'>): Promise<void> {
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
  await db.query(`insert into hub.clock_count (agency_id, code, overdue, soon, running, paused, longest_days, counted_on) values ($1, 'STAGE_ONE', 1, 0, 2, 0, 9, '2026-03-01')`, [agencyId]);
  await performance(db, agencyId);
  await executiveReport(db, { agencyId, userId });
  await db.query('insert into hub.drift_limit (agency_id, slow_days, stuck_days, without_link_days, review_days) values ($1, 14, 28, 28, 90)', [agencyId]);
  await db.query('insert into hub.link_cap (agency_id, per_unit, per_household) values ($1, 4, 3)', [agencyId]);
  await db.query(`insert into hub.idempotency_key (user_id, operation, key, agency_id, body_hash) values ($1, 'links.step', 'abcdefgh', $2, $3)`, [userId, agencyId, hash()]);
}

/** Of a publication of its own: there is one current reckoning of all agencies. */
async function performance(db: Client, agencyId: string): Promise<void> {
  const edition = randomUUID();
  await db.query(`insert into hub.performance_edition (id, reference, name, data_date, first_month, last_month, agencies, definitions, is_current)
    values ($1, $2, 'Published', '2026-03-01', '2026-02-01', '2026-02-01', '{}', '{}', false)`, [edition, `PE-${reference()}`]);
  await db.query(`insert into hub.performance_month (edition_id, agency_id, source, month, is_used, tallies) values ($1, $2, 'HUB', '2026-02-01', true, '{}')`, [edition, agencyId]);
  await db.query(`insert into hub.performance_block (edition_id, agency_id, code, part, from_month, to_month, tally) values ($1, $2, 'A9', 'STANDING', '2026-02-01', '2026-02-01', '{}')`, [edition, agencyId]);
}

/** In draft, with words, an action, and words beside an indicator. */
async function executiveReport(db: Client, { agencyId, userId }: Pick<Settlement, 'agencyId' | 'userId'>): Promise<void> {
  const [id, of] = [randomUUID(), [agencyId, userId, BLOB]];
  await db.query(`insert into hub.executive_report (id, agency_id, starts_on, begun_by, share_ids) values ($1, $2, '2025-10-01', $3, '{}')`, [id, agencyId, userId]);
  await db.query(`insert into hub.executive_section (id, report_id, agency_id, section, written_by, share_ids, wrapped_key, words) values (gen_random_uuid(), $4, $1, 'WAITS', $2, '{}', $3, $3)`, [...of, id]);
  await db.query(`insert into hub.executive_action (id, report_id, agency_id, section, owner_id, due_on, review_on, written_by, share_ids, wrapped_key, words) values (gen_random_uuid(), $4, $1, 'WAITS', $2, '2026-05-01', '2026-06-01', $2, '{}', $3, $3)`, [...of, id]);
  await db.query(`insert into hub.sufficiency_count (agency_id, dimension, value, place, children, counted_on) values ($1, 'ALL', 'ALL', 0, 3, '2026-03-01')`, [agencyId]);
  await db.query(`insert into hub.performance_comment (id, agency_id, code, month, author_id, share_ids, wrapped_key, words) values (gen_random_uuid(), $1, 'A10', '2026-02-01', $2, '{}', $3, $3)`, of);
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

/** What figures are measured by, and which council of England an agency is. */
export async function performanceSources(db: Client, { agencyId, userId }: Pick<Settlement, 'agencyId' | 'userId'>): Promise<void> {
  await db.query(`insert into hub.performance_target (agency_id, code, value, starts_on, source, entered_by) values ($1, 'A1', 468, '2026-01-01', 'Plan', $2)`, [agencyId, userId]);
  const made = await db.query<{ id: string }>(`insert into hub.performance_return (agency_id, source, year, as_at, files, warnings, warning_count, uploaded_by) values ($1, 'SSDA903', 2025, '2025-03-31', '[]', '[]', 0, $2) returning id`, [agencyId, userId]);
  await db.query(`insert into hub.performance_return_month (return_id, agency_id, month, tallies) values ($1, $2, '2025-03-01', '{}')`, [made.rows[0]?.id, agencyId]);
  await db.query(`insert into hub.performance_source_choice (agency_id, source, chosen_by) values ($1, 'SSDA903', $2)`, [agencyId, userId]);
  const number = await db.query<{ number: string }>(`select to_char(100 + count(*), 'FM000') as number from hub.performance_council`);
  await db.query(`insert into hub.performance_council (number, name, agency_id, source) values ($1, 'Council', $2, 'File')`, [number.rows[0]?.number, agencyId]);
}
