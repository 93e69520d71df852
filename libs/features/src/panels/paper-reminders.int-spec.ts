import { addDays } from '@hub/domain/dates/day-count';
import { fixedClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { TODAY } from '../../../../test/harness/links-world';
import { openPanelsWorld, type PanelsWorld } from '../../../../test/harness/panels-world';
import { RemindersService } from '../work/reminders.service';

let database: TestDatabase;
let world: PanelsWorld;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openPanelsWorld(database);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const remind = (days: number) => new RemindersService(world.uow, world.vault, fixedClock(`${addDays(TODAY, days)}T05:00:00Z`)).remind();
const told = (item: string) => world.sql(`select due_on::text as on, role, user_id as person, (select code from hub.agency a where a.id = n.agency_id) as agency from hub.notice n where kind = 'PAPERS_LATE' and subject_reference = $1 order by at`, [item]);
let count = 0;
async function book(papersDueIn: number, meetsIn: number): Promise<{ item: string; unit: string }> {
  count += 1;
  const unit = await world.addUnit(`C${count}`);
  const link = await world.drafted(unit, await world.addFamily(`F${count}`));
  const panel = await world.panel(world.adviser, { papersDueOn: addDays(TODAY, papersDueIn), meetsOn: addDays(TODAY, meetsIn) });
  return { item: (await world.booking.book(world.finder, { link, panel, slot: 1 })).reference, unit };
}

describe('papers that are late for a panel', () => {
  it('are told once the day has passed, once, to all who do that work where the child is in nobody’s name', async () => {
    const { item } = await book(5, 20);
    await remind(5);
    expect(await told(item)).toEqual([]);
    for (const day of [6, 6, 9, 20]) await remind(day);
    expect(await told(item)).toEqual([{ on: addDays(TODAY, 5), role: 'FAMILY_FINDER', person: null, agency: world.north.code }]);
  });

  it('are told to the child’s worker, and again for the day of another panel', async () => {
    const { item, unit } = await book(5, 20);
    await world.sql('update hub.unit set named_worker_id = $2 where reference = $1', [unit, world.finder.userId]);
    await remind(6);
    const later = await world.panel(world.adviser, { papersDueOn: addDays(TODAY, 30), meetsOn: addDays(TODAY, 45) });
    await world.booking.move(world.finder, { item, version: 1, panel: later, slot: 1 });
    await remind(10);
    await remind(31);
    expect(await told(item)).toMatchObject([{ on: addDays(TODAY, 5), role: null, person: world.finder.userId }, { on: addDays(TODAY, 30), person: world.finder.userId }]);
  });

  it('are not told of papers that came, of a place given back, nor of a panel that met', async () => {
    const [came, gone, met] = [await book(5, 20), await book(5, 20), await book(5, 20)];
    await world.hearing.papersIn(world.adviser, { item: came.item, version: 1 });
    await world.booking.withdraw(world.finder, { item: gone.item, version: 1 });
    await remind(21);
    for (const { item } of [came, gone, met]) expect(await told(item)).toEqual([]);
  });
});
