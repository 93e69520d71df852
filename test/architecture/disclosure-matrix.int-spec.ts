import type { Client } from 'pg';
import type { DataSource } from 'typeorm';
import { ACTIONS, type Action, type Stage } from '@hub/domain/access/actions';
import { AGENCY_KINDS, ROLE_KINDS, ROLES, type AgencyKind, type Role } from '@hub/domain/access/actor';
import { CASE_ACTIONS, verdict } from '@hub/domain/disclosure/matrix';
import { RELATIONS, type Relation } from '@hub/domain/disclosure/relation';
import { openDatabase } from '@hub/database/data-source';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { freshDatabase, type TestDatabase } from '../harness/database';
import { repeated } from './repeated';
import { actorOf, agree, grantTo, join, settle, superuser } from './world';
import type { Settlement } from './world-values';

/** Where each stage lies: no stage shares a table with another. */
const TABLES: Partial<Record<Stage, readonly string[]>> = {
  S0: ['hub.unit_card', 'hub.household_card'],
  S1: ['hub.unit_profile', 'hub.household_profile'],
  S2: ['hub.child_identified', 'hub.household_identified', 'hub.child_photo', 'hub.household_photo'],
  OWN: ['hub.child', 'hub.child_birth', 'hub.child_profile', 'hub.household', 'hub.adult'],
};
/** Apart from the rest of the own record: only actions that open one meet it, and the copy that a grant makes of it. */
const IDENTITY = { CHILD: ['hub.child_identity', 'hub.child_identified', 'hub.child_photo'], HOUSEHOLD: ['hub.household_identity', 'hub.adult_identity', 'hub.household_identified', 'hub.household_photo'] } as const;

/** In the pool with a live release and a live grant, or without. */
type Shown = 'open' | 'closed';

let database: TestDatabase;
let db: Client;
let source: DataSource;
let uow: UnitOfWork;
const subjects = new Map<`${Relation} ${Shown}`, Settlement>();
const viewers = new Map<AgencyKind, Settlement>();

beforeAll(async () => {
  database = await freshDatabase();
  db = await superuser(database.superuserUrl);
  for (const kind of ['COUNCIL', 'VOLUNTARY', 'HUB'] as const) viewers.set(kind, await settle(db, `V-${kind}`, kind));
  for (const relation of ['PARTNER', 'MEMBER', 'STRANGER'] as const) {
    for (const shown of ['open', 'closed'] as const) subjects.set(`${relation} ${shown}`, await settle(db, `${relation}-${shown.toUpperCase()}`));
  }
  const of = (relation: Relation): Settlement[] => [...subjects].flatMap(([key, town]) => (key.startsWith(relation) ? [town] : []));
  for (const town of [...viewers.values(), ...of('PARTNER'), ...of('MEMBER')]) await join(db, town);
  const agreement = await agree(db, [...viewers.values(), ...of('PARTNER')]);
  for (const [key, town] of subjects) if (key.endsWith('open')) for (const viewer of viewers.values()) await grantTo(db, town, viewer, agreement);
  for (const [key, town] of subjects) await show(town, key.endsWith('open'));
  for (const town of viewers.values()) await show(town, true);
  source = await openDatabase(database.appUrl, 2);
  uow = new UnitOfWork(source);
});
afterAll(async () => {
  await source.destroy();
  await db.end();
  await database.drop();
});

async function show({ unitId, householdId }: Settlement, isOpen: boolean): Promise<void> {
  await db.query('update hub.unit_card set listed = $2, early_permanence = false where unit_id = $1', [unitId, isOpen]);
  await db.query('update hub.household_card set listed = $2 where household_id = $1', [householdId, isOpen]);
  await db.query(`update hub.unit_profile set live = $2, expires_on = '2999-01-01' where unit_id = $1`, [unitId, isOpen]);
  await db.query(`update hub.household_profile set live = $2, expires_on = '2999-01-01' where household_id = $1`, [householdId, isOpen]);
}

const EVERY_TABLE = [...new Set([...Object.values(TABLES).flat(), ...IDENTITY.CHILD, ...IDENTITY.HOUSEHOLD])];

/** Whose rows each table shows to somebody who does this. Asked once: what stands in the tables does not change. */
const asked = new Map<string, Promise<ReadonlyMap<string, readonly string[]>>>();

async function agenciesMet(viewer: Settlement, role: Role, action: Action): Promise<ReadonlyMap<string, readonly string[]>> {
  const columns = EVERY_TABLE.map((table) => `array(select distinct agency_id::text from ${table}) as "${table}"`);
  try {
    return new Map(Object.entries((await uow.run(actorOf(viewer, role), action, (tx) => repeated<Record<string, string[]>>(tx, `select ${columns.join(', ')}`))) ?? {}));
  } catch (error) {
    expect(error).toMatchObject({ code: 'FORBIDDEN' });
    return new Map();
  }
}

/** Which of the tables show a row of the agency to somebody who does this; none where the door refuses. */
async function seen(viewer: Settlement, role: Role, action: Action, tables: readonly string[], agencyId: string): Promise<string[]> {
  const key = `${viewer.code} ${role} ${action}`;
  const found = asked.get(key) ?? agenciesMet(viewer, role, action);
  asked.set(key, found);
  const agencies = await found;
  return tables.filter((table) => agencies.get(table)?.includes(agencyId));
}

const people = ROLES.flatMap((role) => AGENCY_KINDS.filter((kind) => ROLE_KINDS[role].includes(kind)).map((kind): [Role, AgencyKind] => [role, kind]));
const cases = people.flatMap(([role, kind]) => RELATIONS.flatMap((relation) =>
  (['S0', 'S1', 'S2', 'OWN'] as const).filter((stage) => relation !== 'OWN' || stage !== 'S2').map((stage): [Role, AgencyKind, Relation, Stage] => [role, kind, relation, stage])));

describe('matrix', () => {
  it.each(cases)('%s of a %s / %s / %s: each action meets what the access table says', async (role, kind, relation, stage) => {
    const viewer = viewers.get(kind) as Settlement;
    const tables = TABLES[stage] as readonly string[];
    const wrong: string[] = [];
    for (const action of CASE_ACTIONS) {
      const says = verdict({ role, kind, relation, stage, action });
      for (const shown of relation === 'OWN' ? (['open'] as const) : (['open', 'closed'] as const)) {
        const subject = relation === 'OWN' ? viewer : (subjects.get(`${relation} ${shown}`) as Settlement);
        const met = await seen(viewer, role, action, tables, subject.agencyId);
        const expected = says === 'YES' || (says !== 'NO' && shown === 'open') ? tables : [];
        if (met.join() !== expected.join()) wrong.push(`${role}/${relation}/${stage}/${action} (${shown}) -> ${says}, but met: ${met.join(' ') || 'nothing'}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it.each(people)('%s of a %s meets names only by actions that open a record, and only the own agency’s or what is granted', async (role, kind) => {
    const viewer = viewers.get(kind) as Settlement;
    const wrong: string[] = [];
    for (const action of CASE_ACTIONS) {
      const { opens } = ACTIONS[action];
      const may = verdict({ role, kind, relation: 'OWN', stage: 'OWN', action }) === 'YES';
      const expected = (['CHILD', 'HOUSEHOLD'] as const).flatMap((subject) => (may && (opens === subject || opens === 'BOTH') ? IDENTITY[subject] : []));
      const all = [...IDENTITY.CHILD, ...IDENTITY.HOUSEHOLD];
      const met = await seen(viewer, role, action, all, viewer.agencyId);
      if (met.join() !== expected.join()) wrong.push(`${action}: met ${met.join(' ')}`);
      const foreign = verdict({ role, kind, relation: 'PARTNER', stage: 'S2', action }) === 'GRANTED' ? TABLES.S2 : [];
      for (const [key, other] of subjects) {
        const others = (await seen(viewer, role, action, all, other.agencyId)).sort().join();
        if (others !== (key === 'PARTNER open' ? [...(foreign ?? [])].sort().join() : '')) wrong.push(`${action}: met of ${other.code}: ${others}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
