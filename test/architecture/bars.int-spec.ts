import { createHash, randomBytes } from 'node:crypto';
import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { ACTIONS, can, type Action } from '@hub/domain/access/actions';
import { ROLES, SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { CASE_ACTIONS } from '@hub/domain/disclosure/matrix';
import { openDatabase } from '@hub/database/data-source';
import { row } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { freshDatabase, type TestDatabase } from '../harness/database';
import { repeated } from './repeated';
import { actorOf, agree, join, settle, superuser } from './world';
import type { Settlement } from './world-values';

/** Keys of a case by name, where no foreign key tells. */
const NAMED_KEYS = ['unit_id', 'child_id', 'household_id', 'adult_id', 'subject_id', 'subject_reference', 'subject_index'];
/** Keys that need no policy of their own, each with the reason why. */
const EXEMPT: Readonly<Record<string, string>> = {
  'hub.child.matched_household_id': 'the child is another case; only an id that no field of the API shows',
  'hub.link.child_grant_id': 'the row is about its unit',
  'hub.link.adopters_grant_id': 'the row is about its household',
  'hub.meeting_pair.meeting_id': 'the row is about its unit and household',
  'hub.child_event.corrects': 'the row names its child',
  'hub.household_event.corrects': 'the row names its household',
  'hub.fee_event.item_id': 'the row is about its placement',
  'hub.fee_note.item_id': 'the row is about its placement',
  'hub.matching_result.run_id': 'the row is about its subject',
  'hub.matching_offers.run_id': 'packed evidence: the services leave out what the reader is barred from',
  'hub.unit_profile.release_id': 'the row is about its unit',
  'hub.household_profile.release_id': 'the row is about its household',
  'hub.document_file.version_id': 'the row is about its document',
  'hub.document_flag.version_id': 'the row is about its document',
  'hub.document_given.version_id': 'the row is about its document',
  'hub.document_review.version_id': 'the row is about its document',
  'hub.mail.notice_id': 'a mail tells a count; while its notice is hidden from its reader it is not sent',
  'hub.barred_unit.bar_id': 'the row is about its unit',
  'hub.barred_person.bar_id': 'nobody reads it at all',
};

let database: TestDatabase;
let db: Client;
let source: DataSource;
let uow: UnitOfWork;
let own: Settlement;
let partner: Settlement;

beforeAll(async () => {
  database = await freshDatabase();
  db = await superuser(database.superuserUrl);
  [own, partner] = [await settle(db, 'ASHBY'), await settle(db, 'BARROW')];
  for (const town of [own, partner]) await join(db, town);
  await agree(db, [own, partner]);
  source = await openDatabase(database.appUrl, 2);
  uow = new UnitOfWork(source);
});
afterAll(async () => {
  await source.destroy();
  await db.end();
  await database.drop();
});

interface Key { readonly name: string; readonly column: string; readonly policy: string | null }

/** Every column by which a row belongs to a unit, child or household, at first hand or through another table. */
async function keys(): Promise<Key[]> {
  const { rows } = await db.query<Key>(`
    with recursive link as (
      select k.conrelid as at, k.confrelid as "to", a.attname as "column"
      from pg_constraint k cross join unnest(k.conkey) n join pg_attribute a on a.attrelid = k.conrelid and a.attnum = n
      where k.contype = 'f' and a.attname !~ '(^|_)agency_id$'
    ), subject as (
      select unnest(array['hub.unit', 'hub.child', 'hub.household']::regclass[])::oid as at
      union select distinct a.attrelid from pg_attribute a join pg_class c on c.oid = a.attrelid and c.relkind in ('r', 'p')
        join pg_namespace n on n.oid = c.relnamespace and n.nspname in ('hub', 'audit') where a.attname = any ($1::text[]) and not a.attisdropped
      union select l.at from link l join subject s on s.at = l."to"
    ), key as (
      select l.at, l."column" from link l join subject s on s.at = l."to"
      union select a.attrelid, a.attname from pg_attribute a join subject s on s.at = a.attrelid where a.attname = any ($1::text[])
      union select unnest(array['hub.unit', 'hub.household']::regclass[])::oid, 'id'
    )
    select k.at::regclass::text as name, k."column", (select pg_get_expr(p.polqual, p.polrelid) from pg_policy p
      where p.polrelid = k.at and not p.polpermissive and p.polcmd = '*' and pg_get_expr(p.polqual, p.polrelid) like '%hub.barred_%') as policy
    from key k order by 1, 2`, [NAMED_KEYS]);
  return rows;
}

/** As a manager does it, but past the door: whom a bar meets is decided by the database. */
async function bar(town: Settlement, subject: { unit?: string; household?: string }, email: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = createHash('sha256').update(salt).update(email).digest('hex');
  const { rows: [made] } = await db.query<{ id: string }>(`
    insert into hub.bar (agency_id, unit_id, household_id, wrapped_key, email, salt, email_hash, reason, barred_by) values ($1, $2, $3, $4, $4, $5, $6, $4, $7) returning id`,
  [town.agencyId, subject.unit ?? null, subject.household ?? null, Buffer.from('x'), salt, hash, town.managerId]);
  return made?.id ?? '';
}

const emailOf = async (userId: string): Promise<string> => (await db.query<{ email: string }>('select email from hub.app_user where id = $1', [userId])).rows[0]?.email ?? '';
const lift = (id: string) => db.query(`update hub.bar set lifted_by = barred_by, lifted_at = now(), lifting_reason = 'x' where id = $1`, [id]);

describe('the catalogue', () => {
  it('AZ-10: every table with a key of a unit, child or household hides it from who is barred', async () => {
    const found = await keys();
    expect(found.length).toBeGreaterThan(25);
    const open = found.filter(({ name, column, policy }) => EXEMPT[`${name}.${column}`] === undefined && !policy?.includes(column));
    expect(open.map(({ name, column }) => `${name}.${column}`)).toEqual([]);
    const keyed = new Set(found.map(({ name, column }) => `${name}.${column}`));
    expect(Object.keys(EXEMPT).filter((key) => !keyed.has(key))).toEqual([]);
  });
});

describe('who is barred', () => {
  const actions = [...CASE_ACTIONS, 'audit.whoLooked', 'audit.search', 'notices.read'].map((action) => action as Action).filter((action) => can(actorOf({ code: 'X', kind: 'COUNCIL', agencyId: 'a', userId: 'u' } as Settlement, ...ROLES), action));

  let keyed: readonly Key[];
  beforeAll(async () => { keyed = await keys(); });

  /** How many rows of each table name the case, by any key. */
  async function traces(viewer: Settlement, action: Action, of: Settlement): Promise<Record<string, number>> {
    const { rows: names } = await db.query<{ unit: string; child: string; household: string; adult: string }>(`
      select u.reference as unit, c.reference as child, h.reference as household, a.id as adult from hub.unit u join hub.child c on c.unit_id = u.id
      cross join hub.household h join hub.adult a on a.household_id = h.id where u.id = $1 and h.id = $2`, [of.unitId, of.householdId]);
    const [name] = names;
    const ids = [of.unitId, of.childId, of.householdId, name?.unit ?? '', name?.child ?? '', name?.household ?? '', name?.adult ?? ''];
    const tables = [...new Set(keyed.map((key) => key.name).filter((table) => !['hub.matching_offers', 'hub.barred_person', 'hub.import_batch'].includes(table)))];
    const counts = [...tables, 'audit.event'].map((table) => `(select count(*)::int from ${table} t where exists (select from unnest($1::text[]) i where t::text like '%' || i || '%')) as "${table}"`);
    return (await uow.run(actorOf(viewer, ...ROLES), action, (tx) => repeated<Record<string, number>>(tx, `select ${counts.join(', ')}`, ids))) ?? {};
  }

  it.each(actions)('finds no row of the case in any table by %s, of the own agency or a partner', async (action) => {
    for (const town of [own, partner]) {
      const before = await traces(own, action, town);
      const email = await emailOf(own.userId);
      const bars = [await bar(town, { unit: town.unitId }, email), await bar(town, { household: town.householdId }, email)];
      const during = await traces(own, action, town);
      expect([action, Object.entries(during).filter(([, count]) => count > 0)]).toEqual([action, []]);
      for (const id of bars) await lift(id);
      const after = await traces(own, action, town);
      for (const [table, count] of Object.entries(before)) expect([table, (after[table] ?? 0) >= count]).toEqual([table, true]);
      if (town === own && ACTIONS[action].opens === 'BOTH') expect(Object.values(before).filter((count) => count > 0).length).toBeGreaterThan(15);
    }
  });

  it('is nobody else: a colleague, another agency and the hub\'s own jobs go on', async () => {
    const id = await bar(own, { unit: own.unitId }, await emailOf(own.userId));
    const cards = (who: Parameters<typeof uow.run>[0], action: Action) => uow.run(who, action, (tx) => row(tx, 'select reference from hub.unit_card where unit_id = $1', [own.unitId]));
    expect(await cards(actorOf(own, 'FAMILY_FINDER'), 'children.search')).toBeUndefined();
    expect(await cards({ ...actorOf(own, 'FAMILY_FINDER'), userId: own.managerId }, 'children.search')).toBeDefined();
    expect(await cards(actorOf(partner, 'FAMILY_FINDER'), 'children.search')).toBeDefined();
    expect(await cards(SYSTEM_ACTOR, 'matching.execute')).toBeDefined();
    expect(await cards(SYSTEM_ACTOR, 'cards.refresh')).toBeDefined();
    await lift(id);
    expect(await cards(actorOf(own, 'FAMILY_FINDER'), 'children.search')).toBeDefined();
  });

  it('stays barred when the address changes, is met when the account is made later or takes the address, and the children are followed', async () => {
    const sees = (userId: string) => uow.run({ ...actorOf(own, 'FAMILY_FINDER'), userId }, 'children.search', async (tx) => (await row(tx, 'select 1 from hub.unit where id = $1', [own.unitId])) !== undefined);
    const email = await emailOf(own.userId);
    const bars = [await bar(own, { unit: own.unitId }, email), await bar(own, { unit: own.unitId }, 'later@example.org')];
    await db.query(`update hub.app_user set email = 'married@example.org' where id = $1`, [own.userId]);
    expect(await sees(own.userId)).toBe(false);
    const { rows: [made] } = await db.query<{ id: string }>(`insert into hub.app_user (agency_id, email, display_name, status) values ($1, 'later@example.org', 'Later', 'ACTIVE') returning id`, [own.agencyId]);
    expect(await sees(made?.id ?? '')).toBe(false);
    expect(await sees(own.managerId)).toBe(true);
    await db.query(`update hub.app_user set email = 'gone@example.org' where id = $1`, [made?.id]);
    await db.query(`update hub.app_user set email = 'later@example.org' where id = $1`, [own.managerId]);
    expect(await sees(own.managerId)).toBe(false);
    const { rows: [unit] } = await db.query<{ id: string }>(`insert into hub.unit (agency_id, reference) values ($1, 'MOVED1') returning id`, [own.agencyId]);
    await db.query('update hub.child set unit_id = $2 where id = $1', [own.childId, unit?.id]);
    const moved = await uow.run(actorOf(own, 'FAMILY_FINDER'), 'children.search', (tx) => row(tx, `select 1 from hub.unit where reference = 'MOVED1'`));
    expect(moved).toBeUndefined();
    for (const id of bars) await lift(id);
  });
});
