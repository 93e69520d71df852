import { fixedClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openLinksWorld, TODAY, type LinksWorld } from '../../../../test/harness/links-world';
import { NoticesService } from '../audit/notices.service';
import { InvariantsService } from './invariants.service';

let database: TestDatabase;
let world: LinksWorld;
let unit: string;
let family: string;
let link: string;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openLinksWorld(database);
  [unit, family] = [await world.addUnit('C1'), await world.addFamily('F1')];
  link = (await world.links.express(world.finder, { unit, household: family })).reference;
  await world.take(world.worker, link, 'SHORTLISTED');
  await world.explore(link);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const service = () => new InvariantsService(world.uow, fixedClock(`${TODAY}T03:00:00Z`));
const found = async () => (await service().check()).map(({ invariant }) => invariant);

/** As the owner of the tables could, past triggers and guards; undone afterwards. */
async function planted(sql: string, look: () => Promise<unknown>): Promise<unknown> {
  await world.sql('set session_replication_role = replica');
  try {
    const before = await copies();
    await world.sql(sql);
    const seen = await look();
    await restore(before);
    return seen;
  } finally {
    await world.sql('set session_replication_role = origin');
  }
}

const TABLES = ['link', 'link_event', 'unit', 'household', 'disclosure_grant', 'outbox', 'family_finding_event', 'link_cap'];
const copies = async () => { for (const table of TABLES) await world.sql(`create temp table copy_${table} as select * from hub.${table}`); return TABLES; };
const restore = async (tables: readonly string[]) => {
  for (const table of tables) {
    await world.sql(`delete from hub.${table}`);
    await world.sql(`insert into hub.${table} select * from copy_${table}`);
    await world.sql(`drop table copy_${table}`);
  }
};

describe('invariants', () => {
  it('hold after what people did, and are answered to the check alone', async () => {
    expect(await found()).toEqual([]);
    expect(await planted(`update hub.link set version = 99`, () => world.run(world.finder, 'links.read', (tx) => tx.query('select * from hub.broken_invariants()')))).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['I4, a copy of names whose grant is gone', `update hub.disclosure_grant set withdrawn_at = now() where stage = 'S2' and subject_type = 'UNIT'`, 'I4'],
    ['I4, a profile whose release is gone', `update hub.disclosure_grant set withdrawn_at = now() where stage = 'S1' and subject_type = 'UNIT'`, 'I4'],
    ['I4, a link over what is kept', `update hub.unit set widens_on = hub.today() + 3`, 'I4'],
    ['I6, a job that nobody took', `insert into hub.outbox (name, queue, payload, created_at) values ('x', 'x', '{}', now() - interval '2 days')`, 'I6'],
    ['I7, a step that is missing', `delete from hub.link_event where version = 2`, 'I7'],
    ['I7, steps that do not follow', `update hub.link_event set from_state = 'VISITED' where version = 2`, 'I7'],
    ['I7, a step before the one before it', `update hub.link_event set at = at - interval '9 days' where version = 3`, 'I7'],
    ['I7, a state that no step led to', `update hub.link set state = 'VISITED'`, 'I7'],
    ['I7, a status of family finding without its row', `update hub.unit set family_finding = 'PAUSED'`, 'I7'],
    ['I10, a family that left', `update hub.household set state = 'LEFT'`, 'I10'],
    ['I10, a side that never agreed', `update hub.link set adopters_agreed = false`, 'I10'],
    ['I10, more links than there is room for', `insert into hub.link (reference, agency_id, household_agency_id, unit_id, household_id, unit_reference, household_reference, state, interest_by, version, ended_at, created_at)
      select 'L-ZZZZZ' || n, agency_id, household_agency_id, gen_random_uuid(), household_id, unit_reference, household_reference, 'EXPRESSED_INTEREST', 'CHILD', 1, null, now() from hub.link, generate_series(1, 3) n`, 'I10'],
  ])('find %s', async (_, sql, expected) => {
    expect(await planted(sql, found)).toContain(expected);
    expect(await found()).toEqual([]);
  });

  it('tell the hub’s administrator once a day, and nothing of the case', async () => {
    const hub = await world.town('HUB', 'HUB');
    const told = async () => { await service().nightly(); return service().nightly(); };
    expect(await planted(`update hub.household set state = 'LEFT'`, told)).toEqual(new Map([['I10', 1]]));
    expect((await new NoticesService(world.uow).unread(hub.as('HUB_ADMIN'))).map(({ kind, subject }) => [kind, subject])).toEqual([['INVARIANT_BROKEN', 'CHECK']]);
  });
});
