import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { addMonths } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../harness/database';
import { testServer } from '../harness/server';
import { openWorld, type Town, type World } from '../harness/world';

const today = isoDate(systemClock.today());
const LOG = join(testServer().databaseFolder, 'postgres.log');

/** Everything beyond the card: where it stands and how its columns are called. */
const BEYOND_S0 = /child_identity|child_birth|child_identified|child_photo|child_profile|unit_profile|household_identity|household_identified|household_photo|household_profile|adult_identity|\badult\b|first_name|last_name|date_of_birth|health_summary|report_summary|external_id|address|birth_family|\babout\b|wrapped_key|\bnames\b|family_id/i;

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;
let unit: string;

beforeAll(async () => {
  database = await freshDatabase();
  const setUp = await openWorld(database);
  // PostgreSQL itself writes down what it was asked: not what our code says it asks.
  await setUp.sql(`alter role hub_app in database ${database.name} set log_statement = 'all'`);
  await setUp.close();
  world = await openWorld(database);
  [north, south] = [await world.town('NMB'), await world.town('SVC')];
  await world.agree(north, south);
  const finder = north.as('FAMILY_FINDER');
  unit = await world.children.create(finder, { facts: { externalId: 'A1', firstName: 'Robin', dateOfBirth: addMonths(today, -30), sex: 'F', admDecidedOn: addMonths(today, -8), placementOrderOn: addMonths(today, -6) } });
  const { record } = await world.units.view(finder, unit);
  await world.units.changeFamilyFinding(finder, { unit, version: record?.version ?? 0, to: 'ACTIVE', onDate: today });
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

/** The statements that the server logged while the work was done, but for the access log's own row, which names fields and the client's address. */
async function statementsOf(work: () => Promise<unknown>): Promise<string> {
  const before = statSync(LOG).size;
  await work();
  await pause(200);
  return readFileSync(LOG).subarray(before).toString('utf8').split('\n').filter((line) => !line.includes('hub.note_access(')).join('\n');
}

describe('FLD-1', () => {
  it('SQL log for an S0 search selects no identifying column', async () => {
    const partner = south.as('FAMILY_FINDER', 'ADOPTERS_WORKER');
    const log = await statementsOf(async () => {
      const found = await world.units.search(partner, { filter: { ageBands: ['2-3'], withProfile: false }, sort: 'WAITING', first: 20, after: null });
      expect(found.items.map(({ reference }) => reference)).toEqual([unit]);
      await world.households.search(partner, { filter: { maxChildrenAtLeast: 1 }, first: 20, after: null });
    });
    expect(log).toMatch(/hub\.unit_card/);
    expect(log).toMatch(/hub\.household_card/);
    expect(log.split('\n').filter((line) => BEYOND_S0.test(line))).toEqual([]);
  });

  it('knows identifying columns when they are asked for, as a control', async () => {
    const log = await statementsOf(() => world.units.view(north.as('FAMILY_FINDER'), unit));
    expect(log).toMatch(/child_identity/);
    expect(log.split('\n').filter((line) => BEYOND_S0.test(line)).length).toBeGreaterThan(0);
  });

  it('opens no identified copy for a viewer to whom nothing is granted', async () => {
    const log = await statementsOf(() => world.units.view(south.as('FAMILY_FINDER'), unit));
    expect(log).not.toMatch(/child_identified|child_identity/);
  });
});
