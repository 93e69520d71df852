import type { Actor } from '@hub/domain/access/actor';
import { LIST_10 } from '@hub/domain/interchange/annex-a';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type World } from '../children/spec-world';
import { ImportExecutor } from './import-executor';
import { ImportsService } from './imports.service';
import { FileReader } from './reading/file-reader';
import { SealedImports } from './sealed-imports';

let database: TestDatabase;
let world: World;
let imports: ImportsService;
let finder: Actor;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  const sealed = new SealedImports(world.vault);
  imports = new ImportsService(world.uow, sealed, new ImportExecutor(world.uow, world.vault, sealed, new FileReader(), systemClock));
  finder = (await world.town('NMB')).as('FAMILY_FINDER');
  await world.sql(`update hub.app_user set roles = '{FAMILY_FINDER}' where id = $1`, [finder.userId]);
});

afterEach(async () => {
  await world.close();
  await database.drop();
});

/** List 10 as CSV, whose rows are refused, so that reading is long and comparing short. */
const list = (rows: number): Buffer => Buffer.from([LIST_10.columns.map(({ heading }) => heading).join(','), ...Array.from({ length: rows }, (_, at) => `${at + 1},,,,,`)].join('\n'));
const handIn = (rows: number) => imports.start(finder, { kind: 'ANNEX_A', fileName: 'list.csv', bytes: list(rows) });
const failureOf = async (reference: string) => (await imports.reports(finder, [reference])).get(reference)?.failure;

describe('an import that is given up', () => {
  it.each([['WORKER_LOST', /stopped several times.*nothing was changed\. Hand in the file again/], ['INTERNAL_SERVER_ERROR', /went wrong on our side.*nothing was changed\. Hand in the file again/]] as const)('%s tells what happened and what to do, and keeps no file', async (code, words) => {
    const { id, reference } = await handIn(1);
    await imports.giveUp(id, code);
    expect(await imports.find(finder, reference)).toMatchObject({ status: 'FAILED', errorCode: code });
    expect(await failureOf(reference)).toMatch(words);
    expect(await world.sql('select file from hub.import_batch')).toEqual([{ file: null }]);
    await imports.check(id);
    expect((await imports.find(finder, reference))?.status).toBe('FAILED');
  });

  it('stays checked where the check had ended', async () => {
    const { id, reference } = await handIn(1);
    await imports.check(id);
    await imports.giveUp(id, 'WORKER_LOST');
    expect(await imports.find(finder, reference)).toMatchObject({ status: 'CHECKED', errorCode: null });
  });
});

it('a check that ends late leaves alone what became of the import meanwhile', async () => {
  const { id, reference } = await handIn(6000);
  const late = imports.check(id);
  await imports.discard(finder, reference);
  await late;
  expect((await imports.find(finder, reference))?.status).toBe('DISCARDED');
});

it('an import tells how far it is: rows read so far, then checking, then comparing', async () => {
  const { id, reference } = await handIn(12_000);
  await world.sql('create table hub.told_for_test (at serial, progress int, step text)');
  await world.sql('create function hub.tell_for_test() returns trigger language plpgsql security definer as $$ begin insert into hub.told_for_test (progress, step) values (new.progress, new.step); return new; end $$');
  await world.sql('create trigger tell after update on hub.import_batch for each row execute function hub.tell_for_test()');
  await imports.check(id);
  const told = (await world.sql<{ progress: number; step: string | null }>('select progress, step from hub.told_for_test order by at')).map(({ progress, step }) => [progress, step]);
  expect(told[0]).toEqual([10, 'Reading the file']);
  expect(told).toContainEqual([15, 'Reading the file: 5,000 rows so far']);
  expect(told.slice(-3)).toEqual([[45, 'Checking the rows'], [60, 'Comparing 12,000 rows with the records'], [100, null]]);
  const progress = told.map(([percent]) => Number(percent));
  expect(progress).toEqual([...progress].sort((a, b) => a - b));
  expect((await imports.find(finder, reference))?.status).toBe('CHECKED');
});
