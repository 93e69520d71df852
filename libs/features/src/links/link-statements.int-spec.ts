import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openLinksWorld, type LinksWorld } from '../../../../test/harness/links-world';
import { recorded } from '../../../../test/harness/statements';

let database: TestDatabase;
let world: LinksWorld;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openLinksWorld(database);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const statements = async (work: () => Promise<unknown>): Promise<number> => (await recorded(work)).statements.length;

describe('reading links', () => {
  it('takes as many statements for fifty as for one: at most 8 for a list, at most 12 for a page with its history and messages', async () => {
    await world.caps.set(world.managers.north, { perUnit: 50, perHousehold: 50 });
    await world.caps.set(world.managers.south, { perUnit: 50, perHousehold: 50 });
    const [units, families]: [string[], string[]] = [[], []];
    for (let at = 0; at < 10; at += 1) units.push(await world.addUnit(`C${at}`));
    for (let at = 0; at < 5; at += 1) families.push(await world.addFamily(`F${at}`));
    const list = (): Promise<unknown> => world.work.list(world.finder, {}, 50, 0);
    const references: string[] = [];
    const express = async (unit: string, household: string): Promise<void> => void references.push((await world.links.express(world.finder, { unit, household })).reference);
    await express(units[0] ?? '', families[0] ?? '');
    const page = (): Promise<unknown> => world.work.find(world.finder, references[0] ?? '');
    const [listOfOne, youngPage] = [await statements(list), await statements(page)];
    for (const [at, unit] of units.entries()) for (const [place, household] of families.entries()) if (at + place > 0) await express(unit, household);
    expect((await world.work.list(world.finder, {}, 50, 0)).items).toHaveLength(50);
    await world.take(world.worker, references[0] ?? '', 'SHORTLISTED');
    await world.explore(references[0] ?? '');
    for (let at = 0; at < 12; at += 1) await world.work.write(at % 2 === 0 ? world.finder : world.worker, { link: references[0] ?? '', body: 'A word.' });
    expect([await statements(list), await statements(page)]).toEqual([listOfOne, youngPage]);
    expect([listOfOne <= 8, youngPage <= 12]).toEqual([true, true]);
  });
});
