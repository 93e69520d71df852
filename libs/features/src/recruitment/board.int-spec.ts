import { addDays, addMonths } from '@hub/domain/dates/day-count';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { recorded } from '../../../../test/harness/statements';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import type { HouseholdEventRequest } from '../adopters/households.service';
import { told } from '../children/spec-children';
import { AssessmentService } from './assessment.service';
import { BoardService } from './board.service';

type Step = Omit<HouseholdEventRequest, 'subject' | 'version'>;
const TODAY = isoDate(systemClock.today());
const ago = (months: number): IsoDate => addMonths(TODAY, -months);

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;
let stranger: Town;
let hub: Town;
let boards: BoardService;
let assessments: AssessmentService;

const worker = () => north.as('ADOPTERS_WORKER');

async function household(town: Town, facts: object, steps: readonly Step[] = []): Promise<string> {
  const by = town.as('ADOPTERS_WORKER');
  let view = await world.households.create(by, facts);
  for (const step of steps) view = await world.households.recordEvent(by, { subject: view.reference, version: view.record?.version ?? 0, ...step });
  return view.reference;
}

/** From an enquiry eight months ago to stage two, which began so many months ago. */
const fastTracked = (months: number, town = north, more: readonly Step[] = []): Promise<string> =>
  household(town, { names: 'Wren and Swift', enquiryOn: ago(8), approvedOn: null }, [{ event: 'FAST_TRACKED', onDate: ago(months) }, ...more]);

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south, stranger, hub] = [await world.town('NMB'), await world.town('SVC'), await world.town('XYZ'), await world.town('HUB', 'HUB')];
  await world.agree(north, south, hub);
  [boards, assessments] = [new BoardService(world.uow, systemClock), new AssessmentService(world.uow, world.vault)];
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const board = async (filter = {}) => boards.read(worker(), filter, 100, 0);

describe('the board', () => {
  let late: string;
  let onTime: string;
  beforeAll(async () => {
    late = await fastTracked(5);
    onTime = await fastTracked(1);
    await world.workers.assign(worker(), late, north.second('ADOPTERS_WORKER').userId);
    await fastTracked(6, south);
    await fastTracked(6, stranger);
  });

  it('shows the own agency where each household is, what is late first', async () => {
    const found = await board({ stage: 'STAGE2' });
    expect(found.items).toMatchObject([
      { household: late, stage: 'STAGE2', since: ago(5), dueOn: addMonths(ago(5), 4), isLate: true, worker: { displayName: 'Robin Tester' } },
      { household: onTime, stage: 'STAGE2', since: ago(1), isLate: false, worker: null },
    ]);
    expect(found.stages.find(({ stage }) => stage === 'STAGE2')).toEqual({ stage: 'STAGE2', households: 2, late: 1 });
  });

  it('finds by stage, worker and lateness, and counts every column all the same', async () => {
    const of = async (filter: object) => (await board(filter)).items.map((row) => row.household);
    expect(await of({ lateOnly: true })).toEqual([late]);
    expect(await of({ worker: north.second().userId })).toEqual([late]);
    expect(await of({ worker: 'NONE' })).toEqual([onTime]);
    expect(await of({ stage: 'GAP' })).toEqual([]);
    expect((await board({ stage: 'GAP' })).stages.reduce((sum, { households }) => sum + households, 0)).toBe(2);
  });

  it('tells of the region how many, of partners alone, and no household', async () => {
    const region = await boards.region(hub.as('HUB_COORDINATOR'));
    const counted = region.map(({ agency, stages }) => [agency.code, stages.filter(({ households }) => households > 0)]);
    expect(counted).toEqual([['NMB', [{ stage: 'STAGE2', households: 2, late: 1 }]], ['SVC', [{ stage: 'STAGE2', households: 1, late: 1 }]]]);
    expect((await boards.region(worker())).map(({ agency }) => agency.code)).toEqual(['NMB', 'SVC']);
    expect(await told(boards.region(north.as('FAMILY_FINDER')))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(boards.read(hub.as('HUB_COORDINATOR'), {}, 10, 0))).toMatchObject({ code: 'FORBIDDEN' });
    const outside = await world.run(worker(), 'recruitment.read', (tx) => tx.query('select * from hub.region_recruitment()'));
    expect(outside).toEqual([]);
  });

  it('tells of the region each step as it is known today', async () => {
    const days = async () => world.run(hub.as('HUB_COORDINATOR'), 'recruitment.readRegion', (tx) => tx.query(
      `select s ->> 'onDate' as day from hub.region_recruitment() r cross join jsonb_array_elements(r.history) s where r.agency_id = $1::uuid and s ->> 'event' = 'FAST_TRACKED' order by day`, [north.id]));
    expect(await days()).toEqual([{ day: ago(5) }, { day: ago(1) }]);
    await world.sql(`insert into hub.household_event (agency_id, household_id, event, on_date, recorded_by, corrects) select e.agency_id, e.household_id, e.event, $2::date, e.recorded_by, e.id
      from hub.household_event e join hub.household h on h.id = e.household_id where h.reference = $1 and e.event = 'FAST_TRACKED'`, [late, addDays(ago(5), 3)]);
    expect(await days()).toEqual([{ day: addDays(ago(5), 3) }, { day: ago(1) }]);
  });

  it('asks the same few statements however many there are', async () => {
    const before = (await recorded(() => board())).statements.length;
    for (const months of [2, 3]) await fastTracked(months);
    const { statements } = await recorded(() => board());
    expect(statements).toHaveLength(before);
    // The context, the board, the people, the log.
    expect(before).toBeLessThanOrEqual(5);
  });
});

describe('the assessment of a household', () => {
  it('says why and at whose wish it takes longer, and opens that to the own agency alone', async () => {
    const reference = await fastTracked(5, north, [
      { event: 'PUT_ON_HOLD', onDate: ago(4), code: 'BEREAVEMENT', askedBy: 'ADOPTERS', reason: 'A grandmother died' },
      { event: 'RESUMED', onDate: ago(2) },
      { event: 'STAGE2_EXTENDED', onDate: ago(1), code: 'CHECKS', askedBy: 'EXCEPTIONAL', untilOn: addDays(TODAY, 60) },
    ]);
    const assessment = await assessments.find(worker(), reference);
    expect(assessment).toMatchObject({
      isFastTrack: true,
      delays: [
        { kind: 'STAGE2', from: ago(1), to: addDays(TODAY, 60), code: 'CHECKS', askedBy: 'EXCEPTIONAL', words: null },
        { kind: 'PAUSE', from: ago(4), to: ago(2), code: 'BEREAVEMENT', askedBy: 'ADOPTERS', words: 'A grandmother died' },
      ],
    });
    const clocks = (await world.households.view(worker(), reference)).record?.clocks;
    expect(clocks?.find(({ code }) => code === 'STAGE_TWO')).toMatchObject({ dueOn: addDays(TODAY, 60), state: 'RUNNING', extendedBecause: 'CHECKS' });
    expect(clocks?.map(({ code }) => code)).not.toContain('STAGE_ONE');
    expect(await assessments.find(south.as('ADOPTERS_WORKER'), reference)).toBeNull();
    expect(await told(assessments.find(north.as('FAMILY_FINDER'), reference))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('keeps each version of whom they were thought right for', async () => {
    const reference = await household(north, { enquiryOn: ago(20), approvedOn: ago(6), maxChildren: 1, ageMinMonths: 0, ageMaxMonths: 48, accepts: { attachment: 1 } });
    const { record } = await world.households.view(worker(), reference);
    const after = await world.households.correct(worker(), { household: reference, version: record?.version ?? 0, facts: { maxChildren: 2 } });
    await world.households.correct(worker(), { household: reference, version: after.record?.version ?? 0, facts: { religion: 'none' } });
    expect((await assessments.find(worker(), reference))?.ranges).toMatchObject([
      { maxChildren: 2, ageMaxMonths: 48, offers: [{ key: 'attachment', level: 1 }], person: { displayName: 'Robin Tester' } }, { maxChildren: 1, fromOn: TODAY },
    ]);
    const unknown = await household(north, { enquiryOn: ago(20), accepts: { attachment: null } });
    expect((await assessments.find(worker(), unknown))?.ranges).toEqual([]);
    const write = world.run(worker(), 'adopters.edit', (tx) => tx.query('delete from hub.approval_range'));
    expect(await told(write)).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('follows the notice that approval is not proposed, the answer, and what the yearly review came to', async () => {
    const notice = [{ event: 'AT_PANEL', onDate: ago(2) }, { event: 'QUALIFYING_DETERMINATION', onDate: addDays(TODAY, -20), reason: 'The panel did not recommend it' }];
    const answered = await fastTracked(3, north, notice);
    const record = async (reference: string, step: Step) => {
      const { record: now } = await world.households.view(worker(), reference);
      return world.households.recordEvent(worker(), { subject: reference, version: now?.version ?? 0, ...step });
    };
    expect(await told(record(answered, { event: 'REFUSED', onDate: TODAY, reason: 'x' }))).toMatchObject({ code: 'GUARD_FAILED' });
    await record(answered, { event: 'INDEPENDENT_REVIEW', onDate: addDays(TODAY, -3) });
    await record(answered, { event: 'REVIEW_HEARD', onDate: TODAY, code: 'SUITABLE' });
    expect((await record(answered, { event: 'APPROVED', onDate: TODAY })).record?.state).toBe('APPROVED');
    await record(answered, { event: 'APPROVAL_REVIEWED', onDate: TODAY, code: 'CONTINUES', reason: 'Nothing changed' });
    const assessment = await assessments.find(worker(), answered);
    expect(assessment?.reviews).toEqual([{ onDate: TODAY, outcome: 'CONTINUES', words: 'Nothing changed' }]);
    const clocks = (await world.households.view(worker(), answered)).record?.clocks ?? [];
    expect(clocks.find(({ code }) => code === 'INDEPENDENT_REVIEW')).toMatchObject({ startsOn: addDays(TODAY, -20), doneOn: addDays(TODAY, -3), state: 'DONE' });
    expect(clocks.find(({ code }) => code === 'OFFERS')).toMatchObject({ startsOn: TODAY, dueOn: addMonths(TODAY, 12), state: 'RUNNING' });
  });
});
