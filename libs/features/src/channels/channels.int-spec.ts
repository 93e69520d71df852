import { addDays } from '@hub/domain/dates/day-count';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { activeUnit, TODAY, told } from '../children/spec-children';
import { openWorld, type Town, type World } from '../children/spec-world';
import { ChannelsService, type OutsideHouseholdRequest } from './channels.service';

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;
let unit: string;
let channels: ChannelsService;

const inDays = (days: number) => addDays(TODAY, days);
const finder = () => north.as('FAMILY_FINDER');

beforeEach(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south] = [await world.town('NMB'), await world.town('SVC')];
  await world.agree(north, south);
  unit = await activeUnit(world, north, 'C1');
  channels = new ChannelsService(world.uow, world.vault, systemClock);
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

const agencies = () => world.sql<{ code: string; name: string; kind: string }>(`select code, name, outside_kind as kind from hub.agency where kind = 'OUTSIDE' order by name`);

describe('the search beyond the region', () => {
  it('says where it went, from when to when, with what result, in whose words', async () => {
    const { channels: [site] } = await channels.recordChannel(finder(), { unit, kind: 'NATIONAL_SITE', startedOn: inDays(-20), words: 'Two calls so far.' });
    expect(site).toMatchObject({ kind: 'NATIONAL_SITE', endedOn: null, result: null, words: 'Two calls so far.', person: { displayName: 'Robin Tester' }, version: 1 });
    const change = { unit, id: site?.id, version: 1, kind: 'NATIONAL_SITE', startedOn: inDays(-20), endedOn: TODAY, result: 'FOLLOWED_UP' } as const;
    expect((await channels.recordChannel(north.second('CHILDS_WORKER'), change)).channels).toMatchObject([{ endedOn: TODAY, result: 'FOLLOWED_UP', words: null, version: 2 }]);
    expect(await told(channels.recordChannel(finder(), change))).toMatchObject({ code: 'STALE_VERSION' });
    expect(await told(channels.recordChannel(finder(), { ...change, id: '00000000-0000-4000-8000-000000000000' }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await told(channels.recordChannel(finder(), { unit, kind: 'ACTIVITY_DAY', startedOn: inDays(1) }))).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await channels.log(north.as('REVIEWING_OFFICER'), unit))?.channels).toHaveLength(1);
  });

  it('names each agency outside once, however its name is written, whichever council reaches it', async () => {
    const approach = (name: string) => ({ kind: 'OTHER_AGENCY', startedOn: TODAY, agency: { name, kind: 'VOLUNTARY' } }) as const;
    await channels.recordChannel(finder(), { unit, ...approach('Hearth  and Home ') });
    const theirs = await activeUnit(world, south, 'S1');
    await channels.recordChannel(south.as('FAMILY_FINDER'), { unit: theirs, ...approach('hearth AND home') });
    expect(await agencies()).toEqual([{ code: expect.stringMatching(/^OUT-[0-9A-Z]{6}$/), name: 'Hearth and Home', kind: 'VOLUNTARY' }]);
    const insert = (action: 'channels.record' | 'children.edit', kind: string) => world.run(finder(), action, (tx) => tx.query(`insert into hub.agency (code, name, kind, region_band) values ('X', 'X', $1, 'x')`, [kind]));
    expect([await told(insert('channels.record', 'COUNCIL')), await told(insert('children.edit', 'OUTSIDE'))]).toMatchObject([{ code: 'FORBIDDEN' }, { code: 'FORBIDDEN' }]);
  });

  it('keeps the families that it reached, ruled out with a reason', async () => {
    const family: OutsideHouseholdRequest = { unit, agency: { name: 'Hearth and Home', kind: 'VOLUNTARY' }, givenReference: 'HH-12', householdKind: 'COUPLE', maxChildren: 2, ageMinMonths: 0, ageMaxMonths: 60, onDate: TODAY, outcome: 'INTERESTED' };
    const { households: [one] } = await channels.recordHousehold(finder(), family);
    expect(one).toMatchObject({ agency: { name: 'Hearth and Home' }, givenReference: 'HH-12', outcome: 'INTERESTED', words: null });
    const out = { ...family, id: one?.id, version: 1, outcome: 'RULED_OUT' } as const;
    expect(await told(channels.recordHousehold(finder(), out))).toMatchObject({ code: 'INVALID_INPUT' });
    expect((await channels.recordHousehold(finder(), { ...out, words: 'Too far for contact.' })).households).toMatchObject([{ outcome: 'RULED_OUT', words: 'Too far for contact.', version: 2 }]);
  });

  it('is the own council’s alone', async () => {
    await channels.recordChannel(finder(), { unit, kind: 'MAGAZINE', startedOn: TODAY, words: 'Spring issue' });
    expect(await channels.log(south.as('FAMILY_FINDER'), unit)).toBeNull();
    expect(await told(channels.recordChannel(south.as('FAMILY_FINDER'), { unit, kind: 'MAGAZINE', startedOn: TODAY }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await told(channels.log(north.as('ADOPTERS_WORKER'), unit))).toMatchObject({ code: 'FORBIDDEN' });
  });
});
