import { addDays } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { told } from '../children/spec-children';
import { AssessmentService } from './assessment.service';
import { CoursesService } from './courses.service';

const TODAY = isoDate(systemClock.today());
const inDays = (days: number) => addDays(TODAY, days);

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;
let stranger: Town;
let courses: CoursesService;

const worker = (town: Town) => town.as('ADOPTERS_WORKER');

async function household(town: Town): Promise<string> {
  return (await world.households.create(worker(town), { names: 'Wren and Swift', enquiryOn: inDays(-60) })).reference;
}

const plan = (places: number, town = north) => courses.plan(worker(town), { kind: 'PREPARATION', setting: 'IN_PERSON', days: [inDays(10), inDays(17)], places });
const notices = (town: Town) => world.sql<{ kind: string; reference: string }>('select kind, subject_reference as reference from hub.notice where agency_id = $1 order by at', [town.id]);

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south, stranger] = [await world.town('NMB'), await world.town('SVC'), await world.town('XYZ')];
  await world.agree(north, south);
  courses = new CoursesService(world.uow, world.vault, systemClock);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

describe('a course', () => {
  it('is shown with its free places to the agencies that share, and to nobody else', async () => {
    const { reference } = await plan(2);
    await courses.book(worker(south), { course: reference, household: await household(south) });
    expect(await courses.find(worker(north), reference)).toMatchObject({ places: 2, taken: 1, waiting: 0, isOurs: true, venue: { code: 'NMB' }, days: [inDays(10), inDays(17)], firstOn: inDays(10) });
    expect((await courses.list(worker(south), 'TO_COME')).map((one) => one.reference)).toContain(reference);
    expect(await courses.find(worker(stranger), reference)).toBeNull();
    expect(await courses.list(worker(stranger), 'TO_COME')).toEqual([]);
    expect(await told(courses.book(worker(stranger), { course: reference, household: await household(stranger) }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('tells whoever plans it which agency comes, and no household of another', async () => {
    const { reference } = await plan(2);
    const theirs = await household(south);
    const { bookings: [booked] } = await courses.book(worker(south), { course: reference, household: theirs });
    const seen = await courses.find(worker(north), reference);
    expect(seen).toMatchObject({ bookings: [], guests: [{ booking: booked?.booking, agency: { code: 'SVC' }, state: 'BOOKED' }] });
    expect(JSON.stringify(seen)).not.toContain(theirs);
    expect(await courses.find(worker(south), reference)).toMatchObject({ bookings: [{ household: theirs }], guests: [] });
    // Nor does what the database answers about whom to tell.
    const answers = await world.sql<{ columns: string[] }>(`select proargnames as columns from pg_proc where proname in ('fill_course', 'free_course')`);
    expect(answers.map(({ columns }) => columns)).toEqual([['p_course', 'agency_id', 'person_id'], ['p_course', 'agency_id', 'person_id']]);
  });

  it('is never overbooked, however many ask at once', async () => {
    const { reference } = await plan(3);
    const families = await Promise.all(Array.from({ length: 10 }, (_, at) => household(at % 2 === 0 ? north : south)));
    await Promise.all(families.map((family, at) => courses.book(worker(at % 2 === 0 ? north : south), { course: reference, household: family })));
    expect(await courses.find(worker(north), reference)).toMatchObject({ places: 3, taken: 3, waiting: 7 });
    const places = await world.sql<{ place: number }>(`select b.place from hub.course_booking b join hub.course c on c.id = b.course_id where c.reference = $1 and b.place is not null order by 1`, [reference]);
    expect(places.map(({ place }) => place)).toEqual([1, 2, 3]);
    // Past the service, the tables refuse too: a place that somebody has, and one that is not there.
    const force = (place: number) => world.sql(`update hub.course_booking set place = ${place}, state = 'BOOKED' where id = (select b.id from hub.course_booking b join hub.course c on c.id = b.course_id where c.reference = $1 and b.state = 'WAITING' limit 1)`, [reference]);
    await expect(force(1)).rejects.toMatchObject({ code: '23505' });
    await expect(force(4)).rejects.toMatchObject({ code: '23503' });
  });

  it('books a household once, and once for one key', async () => {
    const { reference } = await plan(3);
    const family = await household(south);
    const request = { course: reference, household: family, idempotencyKey: 'booking-one' };
    await Promise.all([1, 2, 3].map(() => courses.book(worker(south), request)));
    expect((await courses.find(worker(south), reference))?.bookings).toHaveLength(1);
    expect(await told(courses.book(worker(south), { course: reference, household: family }))).toMatchObject({ code: 'CONFLICT' });
  });

  it('gives a freed place to whoever has waited longest, of whatever agency, and tells them', async () => {
    const { reference } = await plan(1);
    const { bookings: [first] } = await courses.book(worker(north), { course: reference, household: await household(north) });
    await courses.book(worker(south), { course: reference, household: await household(south) });
    await courses.book(worker(north), { course: reference, household: await household(north) });
    expect(await courses.cancelBooking(worker(north), reference, first?.booking ?? '')).toMatchObject({ taken: 1, waiting: 1, bookings: [{ state: 'WAITING' }] });
    expect((await courses.find(worker(south), reference))?.bookings).toMatchObject([{ state: 'BOOKED' }]);
    expect((await notices(south)).filter((notice) => notice.reference === reference)).toEqual([{ kind: 'COURSE_PLACE', reference }]);
    // Somebody else's booking is none that could be cancelled.
    const { guests } = (await courses.find(worker(north), reference)) ?? { guests: [] };
    const theirs = guests.find(({ agency }) => agency?.code === 'SVC')?.booking ?? '';
    expect(await told(courses.cancelBooking(worker(north), reference, theirs))).toMatchObject({ code: 'NOT_FOUND' });
    // Nor is one of another course, whose people would be told of the wrong one.
    const elsewhere = await plan(1);
    const own = (await courses.find(worker(north), reference))?.bookings[0]?.booking ?? '';
    expect(await told(courses.cancelBooking(worker(north), elsewhere.reference, own))).toMatchObject({ code: 'NOT_FOUND' });
    expect((await courses.find(worker(north), reference))?.bookings).toMatchObject([{ booking: own, state: 'WAITING' }]);
  });

  it('has more places when it is made larger, and none is taken away that somebody has', async () => {
    const { reference, version } = await plan(1);
    for (const town of [north, south]) await courses.book(worker(town), { course: reference, household: await household(town) });
    const terms = { course: reference, setting: 'ONLINE', days: [inDays(20)] } as const;
    const larger = await courses.change(worker(north), { ...terms, version, places: 2 });
    expect(larger).toMatchObject({ taken: 2, waiting: 0, setting: 'ONLINE', version: version + 1 });
    expect(await told(courses.change(worker(north), { ...terms, version: version + 1, places: 1 }))).toMatchObject({ code: 'GUARD_FAILED' });
    expect(await told(courses.change(worker(north), { ...terms, version, places: 5 }))).toMatchObject({ code: 'STALE_VERSION' });
    expect(await told(courses.change(worker(south), { ...terms, version: version + 1, places: 5 }))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('becomes smaller by the places that are free, whichever they are, and larger again', async () => {
    const { reference, version } = await plan(3);
    const { bookings: [first] } = await courses.book(worker(south), { course: reference, household: await household(south) });
    for (const town of [north, south]) await courses.book(worker(town), { course: reference, household: await household(town) });
    const change = (places: number, times: number) => courses.change(worker(north), { course: reference, setting: 'ONLINE', days: [inDays(20)], version: version + times, places });
    expect(await told(change(2, 0))).toMatchObject({ code: 'GUARD_FAILED', message: '3 places are taken. Cancel bookings first.' });
    await courses.cancelBooking(worker(south), reference, first?.booking ?? '');
    expect(await change(2, 0)).toMatchObject({ places: 2, taken: 2 });
    expect(await change(4, 1)).toMatchObject({ places: 4, taken: 2 });
    expect(await change(3, 2)).toMatchObject({ places: 3, taken: 2 });
  });

  it('is changed while others book, and neither waits for the other for ever', async () => {
    const { reference, version } = await plan(20);
    const families = await Promise.all(Array.from({ length: 8 }, () => household(south)));
    await Promise.all([
      courses.change(worker(north), { course: reference, setting: 'ONLINE', days: [inDays(20)], version, places: 9 }),
      ...families.map((family) => courses.book(worker(south), { course: reference, household: family })),
    ]);
    expect(await courses.find(worker(north), reference)).toMatchObject({ places: 9, taken: 8, waiting: 0 });
  });

  it('frees everybody when it is cancelled, tells them, and takes no booking any more', async () => {
    const { reference, version } = await plan(1);
    for (const town of [north, south]) await courses.book(worker(town), { course: reference, household: await household(town) });
    expect(await courses.cancel(worker(north), reference, version)).toMatchObject({ status: 'CANCELLED', taken: 0, waiting: 0, bookings: [], guests: [] });
    expect((await notices(south)).at(-1)).toEqual({ kind: 'COURSE_CANCELLED', reference });
    expect(await told(courses.book(worker(south), { course: reference, household: await household(south) }))).toMatchObject({ code: 'GUARD_FAILED' });
  });

  it('says afterwards who came, and their own assessment shows it', async () => {
    const { reference } = await plan(1);
    const family = await household(south);
    const { bookings: [booked] } = await courses.book(worker(south), { course: reference, household: family });
    const attend = () => courses.attend(worker(north), reference, booked?.booking ?? '', true);
    expect(await told(attend())).toMatchObject({ code: 'GUARD_FAILED' });
    await world.sql('update hub.course set first_on = $2, last_on = $2, days = array[$2::date] where reference = $1', [reference, inDays(-1)]);
    expect(await told(courses.attend(worker(south), reference, booked?.booking ?? '', true))).toMatchObject({ code: 'NOT_FOUND' });
    expect((await attend()).guests).toMatchObject([{ state: 'ATTENDED' }]);
    const assessment = await new AssessmentService(world.uow, world.vault).find(worker(south), family);
    expect(assessment?.courses).toEqual([{ course: reference, kind: 'PREPARATION', lastOn: inDays(-1), state: 'ATTENDED' }]);
  });
});
