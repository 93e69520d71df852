import { readFileSync, writeFileSync } from 'node:fs';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type World } from '../../../../test/harness/world';
import { LogService } from '../audit/log.service';
import { BreakGlassService } from '../disclosure/break-glass.service';
import { CompareThread } from '../matching/compare-thread';
import { MatchingService } from '../matching/matching.service';
import { openMatchingWorld, type MatchingWorld } from '../matching/spec-matching';
import { KeyStatusService } from './key-status.service';
import { RotationService } from './rotation.service';
import { addChildren, addHouseholds, childFacts, householdFacts, nameOfChild, namesOfHousehold, type Kept } from './spec-keys';

let database: TestDatabase;
let before: MatchingWorld;
let world: World;

beforeEach(async () => {
  database = await freshDatabase();
  before = await openMatchingWorld(database);
});
afterEach(async () => {
  await world?.close();
  await before.close();
  await database.drop();
});

describe('moving a ciphertext to another row or council fails to decrypt', () => {
  const COLUMNS = ['wrapped_key', 'first_name', 'last_name'] as const;

  it.each<[string, readonly string[], 'same' | 'other']>([
    ['one value, within the council', ['first_name'], 'same'],
    ['a whole record, within the council', COLUMNS, 'same'],
    ['a whole record of another council', COLUMNS, 'other'],
  ])('%s', async (_, columns, whose) => {
    const { north, south } = before;
    const [mine, own] = await addChildren(before, north, [childFacts('A1'), childFacts('A2')]) as [Kept, Kept];
    const [foreign] = await addChildren(before, south, [childFacts('B1')]) as [Kept];
    const from = whose === 'same' ? own : foreign;
    await before.sql(`update hub.child_identity t set ${columns.map((column) => `${column} = f.${column}`).join(', ')} from hub.child_identity f where t.child_id = $1 and f.child_id = $2`, [mine.id, from.id]);
    await expect(nameOfChild(before, north, mine)).rejects.toThrow('A sealed value could not be opened');
    expect(await nameOfChild(before, north, own)).toBe('First A2');
  });

  it('a value of another column', async () => {
    const [child] = await addChildren(before, before.north, [childFacts('A1')]) as [Kept];
    await before.sql('update hub.child_identity set first_name = last_name where child_id = $1', [child.id]);
    await expect(nameOfChild(before, before.north, child)).rejects.toThrow('A sealed value could not be opened');
  });
});

describe('BAK-3: the loss of one council’s key affects only that council', () => {
  it('is a clear error for its identity, and everything else works', async () => {
    const { north, south, keyFile } = before;
    const [child] = await addChildren(before, north, [childFacts('A1')]) as [Kept];
    const [neighbour] = await addChildren(before, south, [childFacts('B1', { familyFinding: 'ACTIVE' })]) as [Kept];
    const [household] = await addHouseholds(before, south, [householdFacts('F9')]) as [Kept];
    const glass = new BreakGlassService(before.uow, before.vault, { breakGlassMinutes: 60 });
    const opening = await glass.open(south.as('ADOPTERS_WORKER'), { subjectType: 'UNIT', subject: before.unit, reason: 'The child was found alone at the station.' });
    const file = JSON.parse(readFileSync(keyFile, 'utf8')) as { agencies: Record<string, unknown> };
    const { [north.id]: lost, ...agencies } = file.agencies;
    writeFileSync(keyFile, JSON.stringify({ ...file, agencies }));
    world = await openWorld(database, keyFile);
    const clear = { code: 'KEY_UNAVAILABLE', message: expect.stringMatching(/not in the key file.*No other agency.*docs\/operations\.md/) as string, details: { what: 'AGENCY_KEY' } };

    await expect(nameOfChild(world, north, child)).rejects.toMatchObject(clear);
    await expect(world.units.view(north.as('FAMILY_FINDER'), before.unit)).rejects.toMatchObject(clear);
    // Nothing is sealed under a new key in the place of the lost one.
    await expect(addChildren(world, north, [childFacts('A9')])).rejects.toMatchObject(clear);

    expect([await nameOfChild(world, south, neighbour), await namesOfHousehold(world, south, household)]).toEqual(['First B1', 'Robin and Sam Reed']);
    expect((await addChildren(world, south, [childFacts('B2')])).length).toBe(1);
    // Whose log names an opening of the other council's case reads on, without what was written under its key.
    const log = await new LogService(world.uow, systemClock, world.vault).accesses(south.as('DATA_PROTECTION_OFFICER'), { action: 'disclosure.breakGlass' }, { first: 9, after: null });
    expect(log.items.map(({ reason }) => reason)).toEqual([opening.id]);
    for (const viewer of [north, south]) expect((await world.units.search(viewer.as('FAMILY_FINDER'), { filter: {}, sort: 'WAITING', first: 10, after: null })).items.map(({ reference }) => reference)).toContain(before.unit);
    expect((await world.cards.refreshAll()).units).toBe(2);
    const matching = new MatchingService(world.uow, world.vault, systemClock, new CompareThread());
    const { id } = await matching.start(south.as('FAMILY_FINDER'), 'REGION', null);
    await matching.execute(id);
    expect(await world.sql('select status from hub.matching_run where id = $1', [id])).toEqual([{ status: 'DONE' }]);
    expect(await new RotationService(world.uow, world.vault, world.keys).rotate('SVC')).toMatchObject({ version: 2, retired: [1] });

    const status = await new KeyStatusService(world.uow, world.keys).all();
    expect(status.map(({ code, problems }) => [code, problems.length])).toEqual([['NMB', 1], ['SVC', 0]]);
    expect(status[0]?.problems[0]).toMatch(/^[1-9]\d* records are sealed under key [0-9a-f]{16}, which the key file does not hold/);

    writeFileSync(keyFile, JSON.stringify({ ...JSON.parse(readFileSync(keyFile, 'utf8')) as object, agencies: { ...(JSON.parse(readFileSync(keyFile, 'utf8')) as typeof file).agencies, [north.id]: lost } }));
    expect(await nameOfChild(world, north, child)).toBe('First A1');
  });
});
