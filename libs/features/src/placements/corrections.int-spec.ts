import { addDays } from '@hub/domain/dates/day-count';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openPlacementsWorld, type PlacementsWorld } from '../../../../test/harness/placements-world';
import { ago, today } from '../keys/spec-keys';
import { PlacementCorrectionsService, type PlacementCorrectionRequest } from './corrections.service';

let database: TestDatabase;
let world: PlacementsWorld;
let corrections: PlacementCorrectionsService;
let next = 0;

beforeAll(async () => {
  database = await freshDatabase();
  world = await openPlacementsWorld(database);
  corrections = new PlacementCorrectionsService(world.uow, world.vault, systemClock);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const told = (work: Promise<unknown>): Promise<{ code: string; message: string }> => work.then(() => { throw new Error('It was not refused'); }, (error: { code: string; message: string }) => error);
const manager = () => world.north.second('APPROVING_MANAGER');

async function placed(children = 1) {
  next += 1;
  const [unit, family] = [await world.addUnit(Array.from({ length: children }, (_, at) => `K${next}${at}`), { admDecidedOn: ago(12), placementOrderOn: ago(11) }), await world.addFamily(`G${next}`)];
  const placement = await world.match(unit, family, ago(5));
  await world.take(world.worker, placement, 'PLAN_AGREED', { onDate: ago(5) });
  await world.take(world.worker, placement, 'INTRODUCTIONS_STARTED', { onDate: addDays(ago(5), 7) });
  await world.take(world.worker, placement, 'PLACED', { children: [1], onDate: ago(4) });
  return { unit, family, placement };
}

const view = async (placement: string, actor = world.worker) => {
  const found = await world.placements.find(actor, placement);
  if (!found) throw new Error('No such placement');
  return found;
};
const rowOf = async (placement: string, event: string) => (await view(placement)).history.find((row) => row.event === event)?.version ?? 0;
const correct = async (placement: string, event: string, more: Partial<PlacementCorrectionRequest>, actor = world.worker) =>
  corrections.correct(actor, { placement, version: (await view(placement)).version, of: await rowOf(placement, event), why: 'It was typed wrongly.', ...more });
const answer = async (placement: string, event: string, approve: boolean, actor = manager()) => corrections.answer(actor, { placement, version: (await view(placement)).version, of: await rowOf(placement, event), approve });
const record = async (unit: string) => (await world.units.view(world.worker, unit)).record?.children[0];
const familyOf = async (family: string) => (await world.sql<Record<string, unknown>>('select state, matched_on::text, placed_on::text, ao_on::text from hub.household where reference = $1', [family]))[0];
const broken = () => world.sql(`select set_config('hub.action', 'invariants.check', true)`).then(() => world.sql('select * from hub.broken_placements()'));

describe('a day from which rights follow', () => {
  it('is put right once a second person approved it: placement, child, family and their histories', async () => {
    const { unit, family, placement } = await placed();
    const wanted = addDays(ago(4), -3);
    await correct(placement, 'PLACED', { onDate: wanted });
    expect((await view(placement)).children[0]).toMatchObject({ placedOn: ago(4) });
    expect((await view(placement)).history.at(-1)).toMatchObject({ event: 'CORRECTION_ASKED', label: 'Correction asked for: Placed for adoption', onDate: wanted, isWaiting: true, mayAnswer: false, words: 'It was typed wrongly.' });
    expect((await told(correct(placement, 'PLACED', { onDate: wanted }))).message).toContain('waits for a second person already');
    expect(await told(answer(placement, 'PLACED', true, world.worker))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await world.sql(`select role from hub.notice where subject_reference = $1 and kind = 'CORRECTION_ASKED' order by role`, [placement])).toEqual([{ role: 'APPROVING_MANAGER' }, { role: 'DECISION_MAKER' }]);

    expect((await view(placement, manager())).history.at(-1)).toMatchObject({ mayAnswer: true });
    await answer(placement, 'PLACED', true);
    expect((await view(placement)).children[0]).toMatchObject({ placedOn: wanted, mayApplyFrom: addDays(wanted, 70), state: 'PLACED' });
    const child = await record(unit);
    expect(child?.journey.filter(({ event }) => event === 'PLACED')).toMatchObject([{ onDate: wanted, reason: 'Put right: It was typed wrongly.' }]);
    expect(await familyOf(family)).toMatchObject({ state: 'PLACED', placed_on: wanted, matched_on: ago(5) });
    expect(await world.sql(`select e.on_date::text as day, e.corrects is not null as right from hub.household_event e join hub.household h on h.id = e.household_id where h.reference = $1 and e.event = 'PLACED' order by e.created_at`, [family]))
      .toEqual([{ day: ago(4), right: false }, { day: wanted, right: true }]);
    // The other agency reads all of it, and was told.
    const other = await view(placement, world.adoptersWorker);
    expect(other.history.map(({ event, isWrong }) => [event, isWrong]).slice(-3)).toEqual([['PLACED', true], ['CORRECTION_ASKED', false], ['CORRECTED', false]]);
    expect(other.courses[0]?.events.find(({ event }) => event === 'PLACED')).toMatchObject({ onDate: wanted });
    expect(await world.sql(`select role from hub.notice where subject_reference = $1 and kind = 'PLACEMENT_CORRECTED'`, [placement])).toEqual([{ role: 'CHILDS_WORKER' }, { role: 'ADOPTERS_WORKER' }]);
    expect(await broken()).toEqual([]);
  });

  it('dates the family by the first of its children who was placed', async () => {
    const { family, placement } = await placed(2);
    const [first, second] = [ago(4), addDays(ago(4), 2)];
    await world.take(world.worker, placement, 'PLACED', { children: [2], onDate: second });
    const right = async (child: number, onDate: typeof first) => {
      const found = await view(placement);
      const of = found.history.find((row) => row.event === 'PLACED' && row.child === child)?.version ?? 0;
      await corrections.correct(world.worker, { placement, version: found.version, of, onDate, why: 'It was typed wrongly.' });
      await corrections.answer(manager(), { placement, version: found.version + 1, of, approve: true });
      return (await familyOf(family))?.placed_on;
    };
    expect((await familyOf(family))?.placed_on).toBe(first);
    expect(await right(1, addDays(second, 1))).toBe(second);
    expect(await right(2, addDays(first, -1))).toBe(addDays(first, -1));
    expect(await right(1, second)).toBe(addDays(first, -1));
    expect(await world.sql(`select e.on_date::text as day from hub.household_event e join hub.household h on h.id = e.household_id where h.reference = $1 and e.event = 'PLACED' order by e.created_at`, [family]))
      .toEqual([first, second, addDays(first, -1)].map((day) => ({ day })));
    expect(await broken()).toEqual([]);
  });

  it('is refused where the history would not stand, and by the child’s own record', async () => {
    const { placement } = await placed();
    expect((await told(correct(placement, 'PLACED', { onDate: addDays(ago(5), 6) }))).message).toContain('before introductions started');
    await world.take(world.worker, placement, 'AO_APPLIED', { children: [1], onDate: addDays(ago(4), 70) });
    expect((await told(correct(placement, 'PLACED', { onDate: addDays(ago(4), 1) }))).message).toContain('ten weeks');
    expect(await told(correct(placement, 'PLACED', { onDate: ago(4) }))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('stays as it is where the second person says no, and can be asked for again', async () => {
    const { placement } = await placed();
    await correct(placement, 'PLACED', { onDate: addDays(ago(4), -1) });
    await answer(placement, 'PLACED', false);
    expect((await view(placement)).children[0]).toMatchObject({ placedOn: ago(4) });
    expect(await world.sql(`select user_id = $2 as asker from hub.notice where subject_reference = $1 and kind = 'CORRECTION_REFUSED'`, [placement, world.worker.userId])).toEqual([{ asker: true }]);
    await correct(placement, 'PLACED', { onDate: addDays(ago(4), -2) });
    await answer(placement, 'PLACED', true);
    expect((await view(placement)).children[0]).toMatchObject({ placedOn: addDays(ago(4), -2) });
  });

  it('is never approved by who asked for it, not even past the service', async () => {
    const { placement } = await placed();
    const both = world.north.as('APPROVING_MANAGER');
    await correct(placement, 'PLACED', { onDate: addDays(ago(4), -1) }, both);
    expect(await told(answer(placement, 'PLACED', true, both))).toMatchObject({ code: 'SAME_PERSON' });
    const insert = (event: string, userId: string, onDate: string) => world.sql(`
      insert into hub.placement_event (id, placement_id, version, agency_id, side, event, child_id, code, from_state, to_state, on_date, actor_id, corrects)
      select gen_random_uuid(), e.placement_id, 99, e.agency_id, e.side, $2, e.child_id, e.code, 'PLACED', 'PLACED', $3::date, $4::uuid, e.version
      from hub.placement_event e join hub.placement p on p.id = e.placement_id where p.reference = $1 and e.event = 'PLACED'`, [placement, event, onDate, userId]);
    await expect(insert('CORRECTED', both.userId, addDays(ago(4), -1))).rejects.toThrow('no second person approved');
    // Nor by a second person, on another day than was asked for.
    await expect(insert('CORRECTED', manager().userId, addDays(ago(4), -2))).rejects.toThrow('no second person approved');
    await expect(insert('STRUCK_OUT', manager().userId, ago(4))).rejects.toThrow('no second person approved');
  });

  it('goes to the link too where the placement ended with it: another reason and day of a disruption', async () => {
    const { unit, placement } = await placed();
    await world.take(world.worker, placement, 'DISRUPTED', { children: [1], onDate: today, code: 'SUPPORT', resumeSearch: true });
    await correct(placement, 'DISRUPTED', { onDate: ago(2), code: 'SAFEGUARDING' });
    await answer(placement, 'DISRUPTED', true);
    expect((await view(placement)).children[0]).toMatchObject({ state: 'DISRUPTED', disruptedOn: ago(2) });
    const journey = (await record(unit))?.journey ?? [];
    expect(journey.filter(({ event }) => event === 'DISRUPTED' || event === 'SEARCH_RESUMED').map(({ event, onDate }) => [event, onDate])).toEqual([['DISRUPTED', ago(2)], ['SEARCH_RESUMED', ago(2)]]);
    expect(journey.find(({ event }) => event === 'DISRUPTED')?.reason).toBe('The child was not safe. Put right: It was typed wrongly.');
    expect(await world.sql(`select e.event, e.on_date::text as day from hub.link_event e join hub.placement p on p.link_id = e.link_id where p.reference = $1 order by e.version`, [placement]))
      .toEqual([{ event: 'MATCHED', day: '2020-01-01' }, { event: 'DISRUPTED', day: today }, { event: 'DAY_CORRECTED', day: ago(2) }]);
    expect(await broken()).toEqual([]);
  });
});

describe('what stands in the history alone', () => {
  it('is put right or struck out at once, by the side that recorded it', async () => {
    const { placement } = await placed();
    await world.take(world.adoptersWorker, placement, 'VISITED', { onDate: addDays(ago(4), 20) });
    await world.take(world.worker, placement, 'REVIEWED', { onDate: addDays(ago(4), 27), code: 'WEEKLY' });
    expect((await told(correct(placement, 'VISITED', { strikeOut: true }))).message).toContain('The other agency recorded this');
    await correct(placement, 'REVIEWED', { code: 'FOUR_WEEKLY' });
    await correct(placement, 'VISITED', { strikeOut: true, why: 'The visit was put off.' }, world.adoptersWorker);
    const found = await view(placement);
    expect(found.history.slice(-2)).toMatchObject([{ event: 'CORRECTED', label: 'Corrected: Placement reviewed', detail: 'Visits every four weeks' }, { event: 'STRUCK_OUT', label: 'Struck out: it did not happen: Visited', words: 'The visit was put off.' }]);
    expect((await told(correct(placement, 'PLAN_AGREED', { strikeOut: true }))).message).toContain('not struck out');
    await correct(placement, 'INTRODUCTIONS_STARTED', { onDate: addDays(ago(5), 3) });
    expect(await view(placement)).toMatchObject({ introductionsOn: addDays(ago(5), 3), state: 'PLACED' });
    expect(await broken()).toEqual([]);
  });

  it('answers who came second with both versions, and nobody else at all', async () => {
    const { placement } = await placed();
    const of = await rowOf(placement, 'PLAN_AGREED');
    expect(await told(corrections.correct(world.worker, { placement, version: 1, of, onDate: ago(4), why: 'x' }))).toMatchObject({ code: 'STALE_VERSION' });
    expect(await told(corrections.correct((await world.town('OAL')).as('CHILDS_WORKER'), { placement, version: 4, of, onDate: ago(4), why: 'x' }))).toMatchObject({ code: 'NOT_FOUND' });
    expect(await told(corrections.correct(world.worker, { placement, version: 4, of: 1, onDate: ago(4), why: 'x' }))).toMatchObject({ code: 'GUARD_FAILED' });
  });
});
