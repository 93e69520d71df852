import { join } from 'node:path';
import type { Actor } from '@hub/domain/access/actor';
import { ago } from '@hub/features/keys/spec-keys';
import { approveMatch, layOutMatch } from '../harness/placements-world';
import { openWorld, type World } from '../harness/world';
import { offeredFamily, regionRun, waitingChild } from './placement-cases';
import { openPlacementDesks, record, type PlacementDesks } from './placement-desks';
import { settled, sound } from './watched-page';

/* A placement between a council and a voluntary agency that disrupts: why, what both learnt, and the new search for the child. */

const LONG = 90_000;

let desks: PlacementDesks;
let world: World;
let unit = '';
let family = '';
let other = '';
let placement = '';

beforeAll(async () => {
  desks = await openPlacementDesks();
  [unit, family, other] = [await waitingChild(desks, 'Robin'), await offeredFamily(desks, 'Ash Field'), await offeredFamily(desks, 'Kit Marlow')];
  world = await openWorld(desks.hub.database, join(desks.hub.dataDir, 'keys.json'));
  const [agency] = await world.sql<{ id: string }>(`select id from hub.agency where code = 'NMB'`);
  const decider: Actor = { kind: 'user', userId: desks.at.decider.userId, agencyId: agency?.id ?? '', agencyCode: 'NMB', agencyKind: 'COUNCIL', displayName: 'Dee North', roles: ['DECISION_MAKER'] };
  placement = await approveMatch(world, decider, await layOutMatch(world, unit, family), ago(7));
}, LONG);
afterAll(async () => {
  await world?.close();
  await desks?.close();
});

describe('a placement that disrupts', () => {
  it('ends with its reason, and what each agency learnt stands on it', async () => {
    const finder = await desks.open('finder', `/placements/${placement}`);
    await record(finder, placement, 'Record that the placement plan was agreed', { on: ago(7) });
    await record(finder, placement, 'Record that introductions started', { on: ago(7) });
    await record(finder, placement, 'Record that a child was placed', { on: ago(6) });
    expect(await familiesFound()).toBeNull();
    await finder.goto(`/placements/${placement}/step/DISRUPTED`);
    await sound(finder);
    await record(finder, placement, 'Record a disruption', { on: ago(3), choose: 'Support was missing or came late', words: 'Nobody came in the first month.', again: true });
    const worker = await desks.open('worker', '/');
    await worker.getByRole('link', { name: placement }).first().click();
    await worker.getByText('Nobody came in the first month.').waitFor();
    await record(worker, placement, 'Write down what was learnt', { words: 'Ask for help in the first week.' });
    await record(finder, placement, 'Write down what was learnt', { words: 'Agree the support before the move.' });
    await finder.getByText('Ask for help in the first week.').waitFor();
    await finder.getByText('Support was missing or came late').filter({ visible: true }).first().waitFor();
    expect(await world.sql('select c.state, h.state as family, h.availability from hub.child c join hub.unit u on u.id = c.unit_id cross join hub.household h where u.reference = $1 and h.reference = $2', [unit, family]))
      .toEqual([{ state: 'AUTHORITY_TO_PLACE', family: 'APPROVED', availability: 'NOT_AVAILABLE' }]);
  }, LONG);

  it('leaves the child to a new search, and the family to its own agency until that offers it again', async () => {
    // Sought again from the day of the disruption: the days in which the council searches alone are over by now.
    expect(await familiesFound()).toEqual([other]);
    const worker = await desks.open('worker', `/families/${family}`);
    await worker.getByText('Not available').first().waitFor();
    await worker.goto(`/families/${family}/facts`);
    await settled(worker);
    await worker.getByRole('group', { name: 'Are they available?' }).getByLabel('Available', { exact: true }).check();
    await worker.getByRole('button', { name: 'Save' }).click();
    await worker.getByRole('heading', { level: 1, name: family }).waitFor();
    expect(await familiesFound()).toEqual([family, other]);
    for (const [who, { faults, origins }] of desks.watched) expect([who, faults, origins.size]).toEqual([who, [], 1]);
  }, LONG);
});

/** The families that a run over the region, made now, names for the child, as the family finder reads them; null where the child is not searched for. */
async function familiesFound(): Promise<string[] | null> {
  const run = await regionRun(desks, 'finder');
  const finder = await desks.open('finder', `/matching/${run}`);
  const child = finder.getByRole('link', { name: unit });
  if ((await child.count()) === 0) return null;
  await child.first().click();
  const table = finder.getByRole('table', { name: /Families to consider/ });
  await table.waitFor();
  const names = await Promise.all([family, other].map(async (reference) => (await table.getByText(reference).count()) > 0));
  return [family, other].filter((_, at) => names[at]);
}
