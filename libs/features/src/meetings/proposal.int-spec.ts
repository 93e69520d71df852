import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openMeetingsWorld, type MeetingsWorld } from '../../../../test/harness/meetings-world';

let database: TestDatabase;
let world: MeetingsWorld;
let units: string[];
let families: string[];

beforeAll(async () => {
  database = await freshDatabase();
  world = await openMeetingsWorld(database);
  units = [await world.addUnit('C1'), await world.addUnit('C2'), await world.addUnit('C3')];
  families = [await world.addFamily('F1'), await world.addFamily('F2')];
  await world.sql(`update hub.household set accepts = (select jsonb_object_agg(k, 3) from hub.child_profile, jsonb_object_keys(needs) k)`);
  await world.runRegion();
});
afterEach(() => world.sql('truncate hub.meeting, hub.outbox, hub.link cascade; truncate hub.ruled_out, hub.notice, hub.idempotency_key cascade'));
afterAll(async () => {
  await world.close();
  await database.drop();
});

/** The agenda as pairs, in its order. */
async function agendaOf(meeting: string): Promise<string[]> {
  const { items } = await world.view(world.coordinator, meeting);
  return items.flatMap(({ unitReference, pairs }) => (pairs.length === 0 ? [`${unitReference ?? '?'}`] : pairs.map(({ householdReference }) => `${unitReference ?? '?'} ${householdReference}`)));
}
const pairsOf = (agenda: readonly string[], household: string): number => agenda.filter((pair) => pair.endsWith(household)).length;

describe('a proposed agenda', () => {
  it('gives each child its families within the limits, says how good it is, and is stored once', async () => {
    const meeting = await world.call({ perUnit: 2, perHousehold: 2 });
    await world.propose(meeting);
    const { agenda, items, version } = await world.view(world.finder, meeting);
    expect(agenda).toMatchObject({ status: 'READY', gap: 0, account: 'Proposed for 3 units and 4 links: every unit that can have a link has one, no family is on more than 2. Proven best.' });
    expect(agenda.value).toBe(agenda.bound);
    expect(items.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(items[0]?.pairs[0]).toMatchObject({ proposedBy: 'PROGRAMME', pinned: false, outcome: null, band: expect.stringMatching(/^[A-D]$/) as string });
    expect(families.map((family) => items.flatMap(({ pairs }) => pairs).filter(({ householdReference }) => householdReference === family).length)).toEqual([2, 2]);
    // A worker that died after it stored does it again.
    const [wish] = await world.sql<{ meetingId: string; wish: number }>('select id as "meetingId", agenda_wish as wish from hub.meeting');
    await world.proposals.execute(wish!);
    expect((await world.view(world.finder, meeting)).version).toBe(version);
    expect(await world.sql(`select name, payload from hub.outbox where name like 'meetings.%'`)).toEqual([{ name: 'meetings.propose', payload: wish }]);
  });

  it('leaves away what is ruled out, linked, kept or paused, and counts open links', async () => {
    const meeting = await world.call({ perUnit: 1, perHousehold: 3 });
    await world.links.express(world.finder, { unit: units[0]!, household: families[0]! });
    await world.sql(`update hub.unit_card set listed = false where reference = $1`, [units[1]]);
    await world.propose(meeting);
    // The first has its one link, the second is paused.
    expect((await agendaOf(meeting)).map((pair) => pair.slice(0, 6))).toEqual([units[2]]);
    await world.sql('update hub.unit_card set listed = true');
    await world.sql('update hub.household set widens_on = hub.today() + 5 where reference = $1', [families[0]]);
    await world.propose(meeting);
    expect(pairsOf(await agendaOf(meeting), families[0]!)).toBe(0);
    await world.sql('update hub.household set widens_on = null');
  });

  it('proposed again keeps pins and what people added, and what they left off stays off', async () => {
    const meeting = await world.call({ perUnit: 1, perHousehold: 1 });
    await world.propose(meeting);
    const before = await agendaOf(meeting);
    expect(before).toHaveLength(2);
    const [unit, family] = before[0]!.split(' ') as [string, string];
    await world.agenda.leaveOff(world.coordinator, { meeting, unit, household: family });
    const without = units.find((one) => !before.some((pair) => pair.startsWith(one)))!;
    await world.agenda.add(world.coordinator, { meeting, unit: without });
    await world.agenda.add(world.coordinator, { meeting, unit: without, household: family });
    await world.propose(meeting);
    const after = await agendaOf(meeting);
    expect(after).toContain(`${without} ${family}`);
    expect(after).not.toContain(`${unit} ${family}`);
    expect((await world.pair(world.coordinator, meeting, without, family)).pinned).toBe(true);
    // Whole items stay off too.
    const gone = after.find((pair) => !pair.startsWith(without))!.slice(0, 6);
    await world.agenda.leaveOff(world.coordinator, { meeting, unit: gone });
    await world.propose(meeting);
    expect((await agendaOf(meeting)).some((pair) => pair.startsWith(gone))).toBe(false);
    expect((await world.view(world.coordinator, meeting)).items.map(({ position }) => position)).toEqual((await world.view(world.coordinator, meeting)).items.map((_, at) => at + 1));
  });

  it('leaves a pair out that an earlier meeting ruled out', async () => {
    const first = await world.call({ perUnit: 2, perHousehold: 3 });
    await world.propose(first);
    await world.live.goOn(world.coordinator, { meeting: first, step: 'START' });
    await world.decide(world.coordinator, first, { unit: units[0]!, household: families[0]!, outcome: 'RULE_OUT', reason: 'CONTACT' });
    const next = await world.call({ perUnit: 2, perHousehold: 3 });
    await world.propose(next);
    expect(await agendaOf(next)).not.toContain(`${units[0]!} ${families[0]!}`);
    expect(await agendaOf(next)).toHaveLength(5);
  });

  it('fails with a code where there is nothing to propose from, and where pins contradict each other', async () => {
    const meeting = await world.call({ agencies: [world.south.code] });
    await world.propose(meeting);
    expect((await world.view(world.coordinator, meeting)).agenda).toMatchObject({ status: 'FAILED', error: 'NOT_IN_POOL' });
    const pinned = await world.call({ perUnit: 1 });
    await world.agenda.add(world.coordinator, { meeting: pinned, unit: units[0]! });
    for (const household of families) await world.agenda.add(world.coordinator, { meeting: pinned, unit: units[0]!, household });
    await world.propose(pinned);
    expect((await world.view(world.coordinator, pinned)).agenda).toMatchObject({ status: 'FAILED', error: 'LIMIT_EXCEEDED' });
  });

  it('is dropped where it was asked for anew, or the meeting started meanwhile', async () => {
    const meeting = await world.call();
    const { version } = await world.plan.propose(world.coordinator, { meeting, version: 1 });
    await world.plan.propose(world.coordinator, { meeting, version });
    const [{ id } = { id: '' }] = await world.sql<{ id: string }>('select id from hub.meeting');
    await world.proposals.execute({ meetingId: id, wish: 1 });
    expect((await world.view(world.coordinator, meeting)).agenda.status).toBe('QUEUED');
    await world.live.goOn(world.coordinator, { meeting, step: 'START' });
    await world.proposals.execute({ meetingId: id, wish: 2 });
    expect((await world.view(world.coordinator, meeting)).items).toEqual([]);
  });
});
