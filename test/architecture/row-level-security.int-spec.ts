import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join as path } from 'node:path';
import type { Client } from 'pg';
import { freshDatabase, type TestDatabase } from '../harness/database';
import { superuser } from './world';

/** Each of these re-checks its caller: a token, a hash or a context that the caller must already hold (trust.md RLS-8). */
const DEFINERS = [
  'audit.add_entry', 'audit.append', 'audit.archive', 'audit.deliver', 'audit.link', 'audit.note_bulk', 'audit.note_bulk_common', 'audit.note_change', 'hub.accept_invitation',
  'hub.agenda_pairs', 'hub.anonymity_needs', 'hub.anonymity_overrides', 'hub.anonymity_population', 'hub.assert_fee_item_told', 'hub.assert_link_standing', 'hub.assert_link_told',
  'hub.assert_meeting_told', 'hub.assert_outcome_told', 'hub.assert_panel_item_told', 'hub.assert_placed_child_told', 'hub.assert_placement_told', 'hub.awaits_decision',
  'hub.bar_account', 'hub.barred_adults', 'hub.barred_children', 'hub.barred_decisions', 'hub.barred_documents', 'hub.barred_households', 'hub.barred_keys', 'hub.barred_links',
  'hub.barred_meeting_items', 'hub.barred_meeting_pairs', 'hub.barred_meeting_rows', 'hub.barred_panel_items', 'hub.barred_placements', 'hub.barred_references', 'hub.barred_rows',
  'hub.barred_selections', 'hub.barred_subjects', 'hub.barred_units', 'hub.broken_before_placements', 'hub.broken_invariants', 'hub.broken_placements', 'hub.cancel_panel_items',
  'hub.carry_bars', 'hub.change_password', 'hub.correct_family', 'hub.count_attempts', 'hub.course_counts', 'hub.course_register', 'hub.courses_of_household',
  'hub.early_permanence_partners', 'hub.emergency_case', 'hub.emptied_enquiries', 'hub.end_link_grants', 'hub.end_other_links', 'hub.end_session', 'hub.enquiries_passed_on',
  'hub.fill_course', 'hub.fill_meeting_event', 'hub.fill_placement_event', 'hub.find_colleague', 'hub.find_invited', 'hub.find_sign_in', 'hub.follow_panel_place',
  'hub.forget_identified', 'hub.forget_prints', 'hub.free_course', 'hub.free_course_place', 'hub.give_approval_place_back', 'hub.give_place_back', 'hub.given_documents',
  'hub.grant_in_force', 'hub.grant_people', 'hub.granted', 'hub.guard_attendance_kept', 'hub.guard_decided_on', 'hub.guard_decision', 'hub.guard_fee', 'hub.guard_fee_event',
  'hub.guard_link', 'hub.guard_local_search', 'hub.guard_meeting_pair', 'hub.guard_meeting_unit', 'hub.guard_panel', 'hub.guard_panel_attendance', 'hub.guard_panel_item',
  'hub.guard_placement', 'hub.guard_placement_correction', 'hub.has_quorum', 'hub.hidden_in_run', 'hub.hidden_references', 'hub.kept_elsewhere',
  'hub.kept_from_agendas', 'hub.link_people', 'hub.linked_since', 'hub.links_to_remind', 'hub.live_grants', 'hub.live_opening', 'hub.matched_adults', 'hub.meeting_children',
  'hub.meeting_link', 'hub.meeting_pair_counts', 'hub.meeting_people', 'hub.meeting_words_about', 'hub.meeting_words_destroyed', 'hub.met_meetings', 'hub.move_family',
  'hub.note_access', 'hub.note_approval_range', 'hub.note_family_finding', 'hub.note_refusal', 'hub.open_session', 'hub.opened_adults', 'hub.opened_children', 'hub.opened_contact',
  'hub.opened_household', 'hub.own_ep_approval', 'hub.own_password', 'hub.panel_item_days', 'hub.panel_places', 'hub.panel_user', 'hub.performance_placements', 'hub.person_named', 'hub.placed_children',
  'hub.placement_people', 'hub.placement_reviews', 'hub.placement_words_about', 'hub.placement_words_destroyed', 'hub.promise_mails', 'hub.proposed_matches', 'hub.readiness_facts',
  'hub.record_attempt', 'hub.record_course_attendance', 'hub.recorded_meetings', 'hub.region_links', 'hub.region_recruitment', 'hub.renew_password_hash', 'hub.ruled_out_pairs',
  'hub.search_days', 'hub.session_actor', 'hub.shown_photos', 'hub.spread_bar', 'hub.taken_references', 'hub.tell_consent', 'hub.tell_place_free', 'hub.trim_course',
  'hub.waiting_enquiries', 'hub.withdraw_item',
];
/** Not callable by hub_app: the triggers and the inner steps of the others. */
const INNER = [
  'audit.add_entry', 'audit.append', 'audit.archive', 'audit.link', 'audit.note_bulk', 'audit.note_bulk_common', 'audit.note_change',
  'hub.assert_fee_item_told', 'hub.assert_link_standing', 'hub.assert_link_told', 'hub.assert_meeting_told', 'hub.assert_outcome_told', 'hub.assert_panel_item_told', 'hub.assert_placed_child_told',
  'hub.assert_placement_told', 'hub.bar_account', 'hub.broken_before_placements', 'hub.broken_placements', 'hub.cancel_panel_items', 'hub.carry_bars', 'hub.correct_family',
  'hub.end_link_grants', 'hub.fill_meeting_event', 'hub.fill_placement_event', 'hub.follow_panel_place', 'hub.forget_identified', 'hub.forget_prints', 'hub.give_approval_place_back', 'hub.give_place_back',
  'hub.guard_attendance_kept', 'hub.guard_decided_on', 'hub.guard_decision', 'hub.guard_fee', 'hub.guard_fee_event', 'hub.guard_link', 'hub.guard_local_search', 'hub.guard_meeting_pair', 'hub.guard_meeting_unit',
  'hub.guard_panel', 'hub.guard_panel_attendance', 'hub.guard_panel_item', 'hub.guard_placement', 'hub.guard_placement_correction', 'hub.has_quorum', 'hub.live_opening', 'hub.move_family',
  
  'hub.note_approval_range','hub.note_family_finding', 'hub.promise_mails', 'hub.spread_bar', 'hub.tell_consent', 'hub.tell_place_free', 'hub.withdraw_item',
];

const TABLES = `pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('hub', 'audit') and c.relkind in ('r', 'p')`;

let database: TestDatabase;
let db: Client;

beforeAll(async () => {
  database = await freshDatabase();
  db = await superuser(database.superuserUrl);
});
afterAll(async () => {
  await db.end();
  await database.drop();
});

async function names(sql: string): Promise<string[]> {
  return (await db.query<{ name: string }>(sql)).rows.map(({ name }) => name);
}

describe('the catalogue', () => {
  it('knows the tables at all', async () => {
    expect((await names(`select c.relname as name from ${TABLES}`)).length).toBeGreaterThan(30);
  });

  it('RLS-1: every table has row-level security enabled and forced, and policies', async () => {
    expect(await names(`select n.nspname || '.' || c.relname as name from ${TABLES} and not (c.relrowsecurity and c.relforcerowsecurity)`)).toEqual([]);
    expect(await names(`select n.nspname || '.' || c.relname as name from ${TABLES} and not exists (select from pg_policy p where p.polrelid = c.oid)`)).toEqual([]);
  });

  it('no table stands outside the known schemas (bullmq holds ids only and is exempt by name)', async () => {
    expect(await names(`select distinct n.nspname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind in ('r', 'p', 'v', 'm') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast', 'hub', 'audit', 'bullmq', 'migration')`)).toEqual([]);
  });

  it('no policy is for everybody, and only the owner\'s are unconditional', async () => {
    expect(await names(`select tablename || '.' || policyname as name from pg_policies where schemaname in ('hub', 'audit') and not (roles <@ array['hub_app', 'hub_owner', 'hub_auditor']::name[])`)).toEqual([]);
    expect(await names(`select tablename || '.' || policyname as name from pg_policies where schemaname in ('hub', 'audit') and 'hub_app' = any (roles)
      and (qual = 'true' or with_check = 'true')`)).toEqual([]);
  });

  it('RLS-11: a dump as the app role is refused, table by table, as pg_dump asks for it', async () => {
    const app = await superuser(database.appUrl);
    try {
      const readable = await names(`select n.nspname || '.' || c.relname as name from ${TABLES} and has_table_privilege('hub_app', c.oid, 'SELECT') order by 1`);
      expect(readable.length).toBeGreaterThan(30);
      // pg_dump switches row security off, so that it copies every row or none.
      await app.query('set row_security = off');
      for (const table of readable) expect([table, await app.query(`copy ${table} to stdout`).then(() => 'copied', ({ code }: { code: string }) => code)]).toEqual([table, '42501']);
    } finally {
      await app.end();
    }
  });

  it('RLS-10: policies ask about the actor once per query, never once per row', async () => {
    const { rows } = await db.query<{ name: string; text: string }>(`
      select tablename || '.' || policyname as name, concat(qual, ' ', with_check) as text from pg_policies where schemaname in ('hub', 'audit')`);
    const perRow = rows.filter(({ text }) => /hub\./.test(text.replace(/SELECT hub\.\w+\(/g, '').replace(/FROM hub\.\w+/g, '')));
    expect(perRow.map(({ name, text }) => `${name}: ${text}`)).toEqual([]);
  });

  it('every table of the hub is watched by the audit trigger, for every kind of change', async () => {
    const { rows } = await db.query<{ name: string; watched: number }>(`
      select c.relname as name, coalesce((select bit_or(t.tgtype::int) from pg_trigger t join pg_proc p on p.oid = t.tgfoid join pg_namespace f on f.oid = p.pronamespace
        where t.tgrelid = c.oid and f.nspname = 'audit' and t.tgenabled = 'O'), 0) & 28 as watched
      from ${TABLES} and n.nspname = 'hub'`);
    expect(rows.filter(({ watched }) => watched !== 28)).toEqual([]);
  });

  it('the audit trigger watches every column but the counters, and seals every secret one', async () => {
    const { rows } = await db.query<{ name: string; column: string; watched: boolean; sealed: boolean; secret: boolean }>(`
      select c.relname as name, a.attname as column, a.attnum = any (t.tgattr::int2[]) as watched,
        a.attname = any (string_to_array(split_part(encode(t.tgargs, 'escape'), '\\000', 2), ',')) as sealed,
        a.atttypid = 'bytea'::regtype or a.attname ~ '_(hash|index)$' as secret
      from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where t.tgname = 'audit'`);
    expect(rows.length).toBeGreaterThan(200);
    expect(rows.filter(({ sealed, secret }) => sealed !== secret)).toEqual([]);
    const unwatched = rows.filter(({ watched, column }) => !watched && column !== 'updated_at').map(({ name, column }) => `${name}.${column}`).sort();
    expect(unwatched).toEqual(['import_batch.progress', 'import_batch.step', 'matching_run.progress', 'matching_run.step', 'notice.read_at', 'search.last_run_at', 'selection.changed_at', 'selection.version', 'session.last_seen_at', 'unit_card.refreshed_on']);
  });

  it('RLS-6 and RLS-7: every view is security_invoker, and no view is materialised', async () => {
    expect(await names(`select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname in ('hub', 'audit')
      and (c.relkind = 'm' or c.relkind = 'v' and not coalesce(c.reloptions @> array['security_invoker=true'], false))`)).toEqual([]);
  });

  it('RLS-8: every definer function is on the list and pins its search path', async () => {
    const definer = `pg_proc p join pg_namespace n on n.oid = p.pronamespace where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`;
    expect((await names(`select n.nspname || '.' || p.proname as name from ${definer}`)).sort()).toEqual(DEFINERS);
    expect(await names(`select p.proname as name from ${definer} and not coalesce(p.proconfig @> array['search_path=""'], false)`)).toEqual([]);
    expect((await names(`select n.nspname || '.' || p.proname as name from ${definer} and not has_function_privilege('hub_app', p.oid, 'execute')`)).sort()).toEqual(INNER);
  });

  it('no function of ours is callable by everybody', async () => {
    expect(await names(`select p.proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace
      where n.nspname in ('hub', 'audit') and (p.proacl is null or exists (select from aclexplode(p.proacl) x where x.grantee = 0))`)).toEqual([]);
  });

  it('facets are text, never enums: an enum\'s "=" cannot use its index under a policy', async () => {
    expect(await names(`select t.typname as name from pg_type t join pg_namespace n on n.oid = t.typnamespace where t.typtype = 'e' and n.nspname in ('hub', 'audit')`)).toEqual([]);
  });

  it('hub_app may not change or empty the log, nor read a password hash', async () => {
    expect(await names(`select p.privilege_type as name from information_schema.role_table_grants p where p.table_schema = 'audit' and p.grantee = 'hub_app' and p.privilege_type <> 'SELECT'`)).toEqual([]);
    const { rows } = await db.query<{ readable: boolean }>(`select has_column_privilege('hub_app', 'hub.app_user', 'password_hash', 'select')
      or has_column_privilege('hub_app', 'hub.session', 'token_hash', 'select') or has_column_privilege('hub_app', 'hub.invitation', 'token_hash', 'select') as readable`);
    expect(rows[0]?.readable).toBe(false);
    expect(await names(`select p.privilege_type as name from information_schema.role_table_grants p where p.grantee = 'hub_app' and p.privilege_type in ('TRUNCATE', 'TRIGGER', 'REFERENCES') and p.table_schema in ('hub', 'audit')`)).toEqual([]);
  });
});

describe('the sources', () => {
  function* sources(folder: string): Generator<string> {
    for (const name of readdirSync(folder)) {
      const place = path(folder, name);
      if (statSync(place).isDirectory()) yield* sources(place);
      else if (/\.ts$/.test(name) && !/spec\.ts$/.test(name)) yield place;
    }
  }

  it('RLS-5: no setting outlives its transaction', () => {
    const root = path(__dirname, '../..');
    const bad = ['libs', 'apps/api', 'apps/worker', 'apps/cli'].flatMap((folder) => [...sources(path(root, folder))]).filter((place) => {
      const text = readFileSync(place, 'utf8');
      return /set_config\([^)]*,\s*false\s*\)|\bset\s+session\b|\bset\s+role\b|`\s*set\s+hub\./i.test(text);
    });
    expect(bad).toEqual([]);
  });
});
