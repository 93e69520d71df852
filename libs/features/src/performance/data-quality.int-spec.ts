import { isoDate } from '@hub/domain/dates/iso-date';
import { fixedClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { applyChildren } from '../children/apply-children.queries';
import { told } from '../children/spec-children';
import { addHouseholds, householdFacts } from '../keys/spec-keys';
import { DataQualityService } from './data-quality.service';

let database: TestDatabase;
let world: World;
let [north, south] = [] as unknown as [Town, Town];
let quality: DataQualityService;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south] = [await world.town('NTH'), await world.town('STH')];
  quality = new DataQualityService(world.uow, world.vault, fixedClock('2026-11-22T10:00:00Z'));
  const finder = north.as('FAMILY_FINDER');
  await world.run(finder, 'imports.apply', (tx) => applyChildren(tx, world.vault, finder, [
    { externalId: 'K1', firstName: 'Wren', ethnicity: 'WBRI', disability: false, enteredCareOn: isoDate('2024-01-10'), admDecidedOn: isoDate('2024-06-01') },
    { externalId: 'K2', firstName: 'Lark', ethnicity: 'WBRI', disability: true, enteredCareOn: isoDate('2024-01-10'), admDecidedOn: isoDate('2026-09-01') },
    { externalId: 'K3', firstName: 'Teal', admDecidedOn: isoDate('2026-09-01') },
  ], isoDate('2026-11-22')));
  await addHouseholds(world, north, [householdFacts('F1')]);
  await world.sql(`update hub.household set state = 'STAGE2', stage2_started_on = '2025-01-01', approved_on = null, matched_on = null, placed_on = null where agency_id = $1`, [north.id]);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const counts = async (town: Town, role: 'ANALYST' | 'APPROVING_MANAGER' | 'ADOPTERS_WORKER') =>
  (await quality.read(town.as(role))).findings.map(({ subject, code, count, records }) => [subject, code, count, records.length]);

it('tells by rule how many of the own records break it, and which to those who may open them', async () => {
  expect(await counts(north, 'APPROVING_MANAGER')).toEqual(expect.arrayContaining([
    ['CHILD', 'NO_CARE_DATE', 1, 1], ['CHILD', 'NO_ETHNICITY', 1, 1], ['CHILD', 'NO_DISABILITY', 1, 1], ['CHILD', 'STALE_DECISION', 1, 1], ['HOUSEHOLD', 'STALE_STAGE_TWO', 1, 1]]));
  const [stale] = (await quality.read(north.as('APPROVING_MANAGER'))).findings.filter(({ code }) => code === 'STALE_DECISION');
  expect(await world.sql('select u.reference as record, c.reference from hub.child c join hub.unit u on u.id = c.unit_id where c.adm_decided_on = $1', ['2024-06-01'])).toEqual(stale?.records);
});

it('names no record to an analyst, and to an adopters’ worker households alone', async () => {
  expect((await counts(north, 'ANALYST')).filter(([, , , records]) => records !== 0)).toEqual([]);
  expect(await counts(north, 'ANALYST')).toContainEqual(['CHILD', 'STALE_DECISION', 1, 0]);
  expect((await counts(north, 'ADOPTERS_WORKER')).filter(([, , , records]) => records !== 0).every(([subject]) => subject === 'HOUSEHOLD')).toBe(true);
});

it('tells of the own agency alone', async () => {
  expect(await quality.read(south.as('APPROVING_MANAGER'))).toEqual({ children: 0, households: 0, findings: [] });
});

it('goes as a file, with who took it, and without names', async () => {
  const csv = (await quality.csv(north.as('APPROVING_MANAGER'))).toString('utf8');
  expect(csv).toMatch(/STALE_DECISION,Not moved for long/);
  expect(csv).toMatch(/to put records right/);
  expect(csv).not.toMatch(/Wren|Lark|Teal/);
  expect(await told(quality.csv(north.as('ADOPTERS_WORKER')))).toMatchObject({ code: 'FORBIDDEN' });
});
