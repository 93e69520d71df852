import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { ACTION_NAMES, ACTIONS, can, type Action } from '@hub/domain/access/actions';
import { AGENCY_KINDS, ROLE_KINDS, ROLES, SYSTEM_ACTOR, type Actor, type AgencyKind } from '@hub/domain/access/actor';
import { openDatabase } from '@hub/database/data-source';
import { affected, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { freshDatabase, type TestDatabase } from '../harness/database';
import { repeated } from './repeated';
import { actorOf, agencyTables, agree, allTables, grantTo, join, settle, superuser } from './world';
import type { Settlement } from './world-values';

/** Identity, credentials, files and the council's own record: another agency sees them in no stage, role or action. */
const REGISTERS = ['hub.enquiry_district', 'hub.membership', 'hub.agreement_party', 'hub.link_cap', 'hub.drift_limit', 'hub.fee_partner', 'hub.fee_rate', 'hub.panel', 'hub.performance_council', 'hub.performance_target'];
/** Who sits at panels: no case, for whoever has to do with panels. */
const SITTING = ['hub.panel_attendance', 'hub.panel_member'];
/** Figures that nobody can be told apart by, for every member. */
const PUBLIC = ['hub.performance_block'];
/** What partners share, by the stage up to which the access table lets an action meet it; and the run that a regional result is of. */
const BY_STAGE = { S0: ['hub.unit_card', 'hub.household_card'], S1: ['hub.unit_profile', 'hub.household_profile'], S2: ['hub.child_identified', 'hub.household_identified', 'hub.child_photo', 'hub.household_photo'] } as const;
/** What an action opens beyond that, table by table. What is not written here is closed. */
const BY_ACTION: Partial<Record<Action, readonly string[]>> = {
  'agreements.manage': ['hub.agreement_document'],
  'users.manageAny': ['hub.app_user', 'hub.session', 'hub.invitation'],
  'clocks.readRegion': ['hub.clock_count'],
  'matching.readRegion': ['hub.matching_run', 'hub.matching_result', 'hub.matching_offers'],
  'matching.execute': ['hub.app_user', 'hub.unit', 'hub.child', 'hub.child_birth', 'hub.child_profile', 'hub.unit_card', 'hub.household', 'hub.household_card',
    'hub.ruled_out', 'hub.matching_run', 'hub.matching_result', 'hub.matching_offers'],
  'meetings.propose': ['hub.unit_card', 'hub.household_card', 'hub.matching_run', 'hub.matching_result', 'hub.matching_offers',
    'hub.meeting', 'hub.meeting_agency', 'hub.meeting_item', 'hub.meeting_pair', 'hub.meeting_unit'],
  ...Object.fromEntries((['panels.read', 'panels.export', 'panels.plan', 'panels.book', 'panels.record', 'decisions.make', 'decisions.tell'] as const).map((action) => [action, SITTING])),
  'imports.execute': ['hub.app_user', 'hub.import_batch'],
  ...Object.fromEntries((['courses.read', 'courses.plan', 'courses.book'] as const).map((action) => [action, ['hub.course', 'hub.course_place']])),
  'keys.inspect': ['hub.shredding'],
  'cards.refresh': ['hub.unit', 'hub.child', 'hub.child_birth', 'hub.child_profile', 'hub.unit_card', 'hub.unit_profile', 'hub.household', 'hub.household_card',
    'hub.household_profile', 'hub.disclosure_grant', 'hub.child_identified', 'hub.household_identified', 'hub.unit_traits'],
  'audit.verify': ['audit.access', 'audit.boundary', 'audit.chain', 'audit.chain_head', 'audit.event'],
  'audit.archive': ['audit.access', 'audit.boundary', 'audit.chain', 'audit.chain_head', 'audit.event'],
  'notices.remind': ['hub.app_user', 'hub.unit', 'hub.child', 'hub.child_birth', 'hub.child_event', 'hub.household', 'hub.household_event', 'hub.adopter_consent', 'hub.clock_count'],
  'fees.fallDue': ['hub.fee', 'hub.fee_item', 'hub.fee_event', 'hub.fee_note', 'hub.placement', 'hub.placement_child', 'hub.placement_event'],
  'performance.reckon': ['hub.adoption_decision', 'hub.child', 'hub.child_birth', 'hub.child_event', 'hub.household', 'hub.household_event', 'hub.performance_block', 'hub.performance_month', 'hub.performance_return', 'hub.performance_return_month', 'hub.performance_source_choice', 'hub.sufficiency_count', 'hub.unit', 'hub.child_profile'],
  'search.round': ['hub.app_user', 'hub.search'],
  'mail.round': ['hub.app_user', 'hub.mail', 'hub.mail_choice'],
  'mail.send': ['hub.app_user', 'hub.mail', 'hub.mail_choice'],
  'audit.watch': ['audit.access', 'audit.chain_head', 'hub.notice'],
};
const NEVER = ['hub.child_identity', 'hub.household_identity', 'hub.adult_identity'];

let database: TestDatabase;
let db: Client;
let source: DataSource;
let uow: UnitOfWork;
let tables: string[];
let foreign: Settlement;
const towns = new Map<AgencyKind, Settlement>();

beforeAll(async () => {
  database = await freshDatabase();
  db = await superuser(database.superuserUrl);
  foreign = await settle(db, 'BARROW');
  towns.set('COUNCIL', await settle(db, 'ASHBY')).set('VOLUNTARY', await settle(db, 'HOMES', 'VOLUNTARY')).set('HUB', await settle(db, 'HUB', 'HUB'));
  const all = [foreign, ...towns.values()];
  for (const town of all) await join(db, town);
  const agreement = await agree(db, all);
  for (const town of towns.values()) await grantTo(db, foreign, town, agreement);
  for (const { agencyId } of all) {
    await db.query(`insert into audit.boundary (agency_id, seq, hash, first_seq, before, file_name, content_hash, signed_at, signing_key, signature)
      values ($1, 1, decode(repeat('00', 32), 'hex'), 1, '2012-01-01', 'a.jsonl', decode(repeat('00', 32), 'hex'), now(), '', '')`, [agencyId]);
  }
  tables = await agencyTables(db);
  source = await openDatabase(database.appUrl, 2);
  uow = new UnitOfWork(source);
});
afterAll(async () => {
  await source.destroy();
  await db.end();
  await database.drop();
});

/** Which tables show a row of the other council. */
async function tablesSeen(tx: Tx, agencyId: string): Promise<string[]> {
  const counts = tables.map((table) => `exists (select from ${table} where agency_id = $1) as "${table}"`);
  const seen = await repeated<Record<string, boolean>>(tx, `select ${counts.join(', ')}`, agencyId);
  return tables.filter((table) => seen?.[table]);
}

const expected = (actor: Actor, action: Action): string[] =>
  [...new Set([...REGISTERS, ...sharedWith(actor, action), ...(BY_ACTION[action] ?? [])])].sort();

function sharedWith(actor: Actor, action: Action): string[] {
  if (actor.kind !== 'user') return [];
  const { partners } = ACTIONS[action];
  return ['hub.matching_run', ...PUBLIC, ...(partners === undefined ? [] : BY_STAGE.S0), ...(partners !== undefined && partners >= 'S1' ? BY_STAGE.S1 : []), ...(partners !== undefined && partners >= 'S2' ? BY_STAGE.S2 : [])];
}

const cases: [string, AgencyKind, Action][] = ROLES.flatMap((role) => AGENCY_KINDS.filter((kind) => ROLE_KINDS[role].includes(kind)).flatMap((kind) =>
  ACTION_NAMES.filter((action) => can({ ...SYSTEM_ACTOR, kind: 'user', agencyId: 'a', agencyKind: kind, roles: [role] }, action))
    .map((action): [string, AgencyKind, Action] => [role, kind, action])));

describe('two councils', () => {
  it('have a row in every table that belongs to an agency, so that the cases below mean something', async () => {
    const empty: string[] = [];
    for (const table of tables) {
      const { rowCount } = await db.query(`select from ${table} where agency_id = $1`, [foreign.agencyId]);
      if (!rowCount) empty.push(table);
    }
    expect(empty).toEqual([]);
  });

  it.each(cases)('%s of a %s doing %s sees of another council what the stages share, and nothing else', async (role, kind, action) => {
    const actor = actorOf(towns.get(kind) as Settlement, role as (typeof ROLES)[number]);
    const seen = await uow.run(actor, action, (tx) => tablesSeen(tx, foreign.agencyId));
    expect(seen).toEqual(expected(actor, action));
    expect(seen.filter((table) => NEVER.includes(table))).toEqual([]);
  });

  it.each(ACTION_NAMES.filter((action) => ACTIONS[action].roles === 'SYSTEM'))('the system doing %s sees what this chore needs, and no identity', async (action) => {
    expect(await uow.run(SYSTEM_ACTOR, action, (tx) => tablesSeen(tx, foreign.agencyId))).toEqual(expected(SYSTEM_ACTOR, action));
  });

  it('without an agreement share nothing but the registers', async () => {
    const stranger = await settle(db, 'STRAY');
    const seen = await uow.run(actorOf(stranger, 'FAMILY_FINDER'), 'children.search', (tx) => tablesSeen(tx, foreign.agencyId));
    expect(seen).toEqual(REGISTERS.slice().sort());
  });
});

describe('changing another council\'s rows', () => {
  const everyRole = (kind: AgencyKind): Actor => actorOf(towns.get(kind) as Settlement, ...ROLES);

  async function refused(work: (tx: Tx) => Promise<number>): Promise<boolean> {
    return uow.run(everyRole('COUNCIL'), 'children.edit', work).then((count) => count === 0, (error: { code?: string }) => error.code === 'FORBIDDEN');
  }

  it('updates, deletes and takes nothing, in any table', async () => {
    const open: string[] = [];
    for (const table of tables) {
      const mine = (towns.get('COUNCIL') as Settlement).agencyId;
      if (!(await refused((tx) => affected(tx, `update ${table} set agency_id = $1 where agency_id = $2`, [mine, foreign.agencyId])))) open.push(`update ${table}`);
      if (!(await refused((tx) => affected(tx, `update ${table} set agency_id = $2 where agency_id = $1`, [mine, foreign.agencyId])))) open.push(`give away ${table}`);
      if (!(await refused((tx) => affected(tx, `delete from ${table} where agency_id = $1`, [foreign.agencyId])))) open.push(`delete ${table}`);
    }
    expect(open).toEqual([]);
  });

  it('inserts nothing there either', async () => {
    const insert = (tx: Tx) => affected(tx, `insert into hub.unit (agency_id, reference) values ($1, 'FRGN01')`, [foreign.agencyId]);
    await expect(uow.run(everyRole('COUNCIL'), 'children.create', insert)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('hangs no child of its own on another council\'s unit, and learns nothing from trying', async () => {
    const mine = towns.get('COUNCIL') as Settlement;
    const attempt = (unitId: string) => uow.run(everyRole('COUNCIL'), 'children.create', (tx) =>
      affected(tx, `insert into hub.child (agency_id, unit_id, reference, sex) values ($1, $2, 'FRGN02', 'F')`, [mine.agencyId, unitId])).catch((error: Error) => error);
    expect(await attempt(foreign.unitId)).toEqual(await attempt('00000000-0000-4000-8000-000000000000'));
  });

  it('rules out no pair that it has no part in', async () => {
    const mine = towns.get('COUNCIL') as Settlement;
    await expect(uow.run(everyRole('COUNCIL'), 'matching.ruleOut', (tx) => affected(tx,
      `insert into hub.ruled_out (agency_id, unit_id, household_id, unit_agency_id, household_agency_id, reason, ruled_by) values ($1, $2, $3, $4, $4, '\\x00', $5)`,
      [mine.agencyId, foreign.unitId, foreign.householdId, foreign.agencyId, mine.userId]))).rejects.toThrow();
  });
});

describe('no context', () => {
  it('RLS-4: shows no row of any table', async () => {
    const open: string[] = [];
    for (const table of await allTables(db)) {
      const [found] = (await source.query(`select exists (select from ${table}) as any`)) as { any: boolean }[];
      if (found?.any) open.push(table);
    }
    expect(open).toEqual([]);
  });

  it('takes no row either', async () => {
    await expect(source.query(`insert into hub.outbox (name, queue, payload) values ('x', 'x', '{}')`)).rejects.toThrow(/row-level security/);
  });
});
