import type { Actor } from '@hub/domain/access/actor';
import { addDays, addMonths } from '@hub/domain/dates/day-count';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { fixedClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openPlacementsWorld, type PlacementsWorld } from '../../../../test/harness/placements-world';
import { ago } from '../keys/spec-keys';
import { RemindersService } from '../work/reminders.service';
import { ClocksService } from './clocks.service';

let database: TestDatabase;
let world: PlacementsWorld;
let placement: string;
let unit: string;
const PLACED = ago(4);
const day = (after: number): IsoDate => addDays(PLACED, after);

beforeAll(async () => {
  database = await freshDatabase();
  world = await openPlacementsWorld(database);
  unit = await world.addUnit(['C1']);
  placement = await world.match(unit, await world.addFamily('F1'), ago(5));
  await world.take(world.worker, placement, 'PLAN_AGREED', { onDate: ago(5) });
  await world.take(world.worker, placement, 'INTRODUCTIONS_STARTED', { onDate: addDays(ago(5), 7) });
  await world.take(world.worker, placement, 'PLACED', { children: [1], onDate: PLACED });
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const list = async (actor: Actor, on: string) => (await new ClocksService(world.uow, world.vault, fixedClock(`${on}T10:00:00Z`)).list(actor, { stage: 'PLACED' }, 50, 0)).items
  .filter(({ clock }) => clock.code !== 'AO_USUAL').map(({ subjectType, subject, standing, clock: { code, nth, dueOn } }) => [subjectType, subject, code, nth, standing, dueOn]);

describe('the clocks of a placement', () => {
  it('ask the child’s agency for visits and reviews, and no other', async () => {
    expect(await list(world.worker, day(8))).toEqual([
      ['PLACEMENT', placement, 'VISIT_FIRST', 1, 'OVERDUE', day(7)], ['PLACEMENT', placement, 'REVIEW_FIRST', 1, 'RUNNING', day(28)],
    ]);
    expect(await list(world.adoptersWorker, day(8))).toEqual([]);
  });

  it('follow the steps that both record, and stand on the child’s record too', async () => {
    await world.take(world.adoptersWorker, placement, 'VISITED', { onDate: day(6), words: 'All is well.' });
    await world.take(world.worker, placement, 'REVIEWED', { onDate: day(27), code: 'FOUR_WEEKLY' });
    // The visit of the second week was missed before the review decided on four weeks.
    expect((await list(world.worker, day(30))).map(([, , code, nth, , dueOn]) => [code, nth, dueOn])).toContainEqual(['VISIT', 2, day(13)]);
    expect((await list(world.worker, day(30))).map(([, , code]) => code)).toEqual(expect.arrayContaining(['REVIEW_SECOND', 'LIFE_STORY_FIRST']));
    const { record } = await world.units.view(world.worker, unit);
    expect(record?.children[0]?.clocks.filter(({ code }) => code === 'REVIEW_FIRST').map(({ state, dueOn }) => [state, dueOn])).toEqual([['DONE', day(28)]]);
  });

  it('are told by the nightly round to whoever has the placement', async () => {
    await new RemindersService(world.uow, world.vault, fixedClock(`${day(14)}T05:00:00Z`)).remind();
    expect(await world.sql(`select kind, due_on::text as on, agency_id = $2 as north from hub.notice where kind like 'CLOCK%' and subject_reference = $1 order by role nulls first`, [placement, world.north.id]))
      .toEqual([{ kind: 'CLOCK_OVERDUE', on: day(13), north: true }, { kind: 'CLOCK_OVERDUE', on: day(13), north: true }]);
  });

  it('end with a disruption, after which the child’s next review is reckoned from the placement’s last', async () => {
    const reviews = async () => (await world.units.view(world.worker, unit)).record?.children[0]?.clocks.filter(({ code }) => code === 'REVIEW_WITH_AUTHORITY').map(({ startsOn, dueOn, state }) => [startsOn, dueOn, state]);
    expect((await reviews())?.filter(([, , state]) => state === 'RUNNING' || state === 'OVERDUE')).toEqual([]);
    await world.take(world.worker, placement, 'DISRUPTED', { children: [1], onDate: day(40), code: 'ATTACHMENT', words: 'They did not settle.' });
    expect(await list(world.worker, day(41))).toEqual([]);
    expect((await reviews())?.at(-1)).toEqual([day(27), addMonths(day(27), 6), 'RUNNING']);
  });
});
