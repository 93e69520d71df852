import { freshDatabase, type TestDatabase } from '../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../test/harness/world';
import { drawReferences } from './draw-references';

let database: TestDatabase;
let world: World;
let north: Town;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  north = await world.town('NORTH');
  const south = await world.town('SOUTH');
  const [unit] = await world.sql<{ id: string }>(`insert into hub.unit (agency_id, reference) values ($1, 'TTTTT1') returning id`, [south.id]);
  await world.sql(`insert into hub.child (agency_id, unit_id, reference, sex) values ($1, $2, 'TTTTT2', 'F')`, [south.id, unit?.id]);
  await world.sql(`insert into hub.household (agency_id, reference, kind) values ($1, 'TTTTT3', 'COUPLE')`, [south.id]);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const draw = (count: number, ...fall: string[]) => {
  const falls = fall.values();
  return world.run(north.as('FAMILY_FINDER'), 'children.edit', (tx) => drawReferences(tx, count, () => falls.next().value ?? 'NOMORE'));
};

describe('references are drawn', () => {
  it('past those of a child, a group and a family of an agency whose rows nobody here sees', async () => {
    expect(await draw(3, 'TTTTT1', 'FREE01', 'TTTTT2', 'TTTTT3', 'FREE02', 'FREE03')).toEqual(['FREE01', 'FREE02', 'FREE03']);
  });

  it('each once, though it falls twice', async () => {
    expect(await draw(2, 'FREE01', 'FREE01', 'TTTTT1', 'FREE02')).toEqual(['FREE01', 'FREE02']);
  });

  it('and where none is wanted, none is drawn', async () => {
    expect(await draw(0)).toEqual([]);
  });

  it('by the database for nobody whom it does not know', async () => {
    expect(await world.sql(`select hub.taken_references('{TTTTT1}')`)).toEqual([]);
  });
});
