import { addDays } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { fixedClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { told } from '../children/spec-children';
import { ClocksService } from '../clocks/clocks.service';
import { KeyStatusService } from '../keys/key-status.service';
import { ShreddingService } from '../keys/shredding.service';
import { RemindersService } from '../work/reminders.service';
import { DistrictsService } from './districts.service';
import { EnquiriesService, type EnquiryRequest } from './enquiries.service';
import { PassedOnService } from './passed-on.service';

// A Friday.
const TODAY = isoDate('2026-11-20');

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;
let stranger: Town;
let hub: Town;
let enquiries: EnquiriesService;
let districts: DistrictsService;
let passedOn: PassedOnService;

const worker = (town: Town) => town.as('ADOPTERS_WORKER');
const asked = (over: Partial<EnquiryRequest> = {}): EnquiryRequest =>
  ({ names: 'Pat Wren', phone: '0100 111', email: null, words: 'Call after six.', how: 'PHONE', receivedOn: TODAY, district: 'NM1', agency: null, ...over });
const waiting = async (town: Town) => (await enquiries.list(worker(town))).map(({ names }) => names);

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south, stranger, hub] = [await world.town('NMB'), await world.town('SVC'), await world.town('XYZ'), await world.town('HUB', 'HUB')];
  await world.agree(north, south, hub);
  enquiries = new EnquiriesService(world.uow, world.vault, world.keys, fixedClock('2026-11-20T10:00:00Z'));
  [districts, passedOn] = [new DistrictsService(world.uow), new PassedOnService(world.uow, fixedClock('2026-11-20T10:00:00Z'))];
  await districts.set(north.as('APPROVING_MANAGER'), ['NM1', 'NM2']);
});
afterAll(async () => {
  await world.close();
  await database.drop();
});
afterEach(() => world.sql('delete from hub.enquiry'));

describe('an enquiry', () => {
  it('goes to the agency of its district, whoever takes it, and nobody else can open it', async () => {
    const taken = await enquiries.take(hub.as('HUB_COORDINATOR'), asked());
    expect(taken).toMatchObject({ agency: { code: 'NMB' } });
    expect(await enquiries.list(worker(north))).toMatchObject([{ reference: taken.reference, names: 'Pat Wren', phone: '0100 111', words: 'Call after six.', dueOn: '2026-11-27', isLate: false }]);
    expect(await waiting(south)).toEqual([]);
    expect(await told(enquiries.list(hub.as('HUB_COORDINATOR')))).toMatchObject({ code: 'FORBIDDEN' });
    for (const action of ['enquiries.take', 'recruitment.readRegion'] as const) {
      expect(await world.run(hub.as('HUB_COORDINATOR'), action, (tx) => tx.query('select * from hub.enquiry'))).toEqual([]);
    }
    expect(await world.sql(`select kind, role from hub.notice where subject_reference = $1`, [taken.reference])).toEqual([{ kind: 'ENQUIRY_RECEIVED', role: 'ADOPTERS_WORKER' }]);
  });

  it('stays with the agency that took it where nobody answers in the district; the hub chooses one', async () => {
    await enquiries.take(worker(south), asked({ district: 'ZZ9' }));
    expect(await waiting(south)).toEqual(['Pat Wren']);
    expect(await told(enquiries.take(hub.as('HUB_COORDINATOR'), asked({ district: 'ZZ9' })))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await enquiries.take(hub.as('HUB_COORDINATOR'), asked({ district: 'ZZ9', agency: 'SVC' }))).toMatchObject({ agency: { code: 'SVC' } });
    expect(await told(enquiries.take(worker(north), asked({ agency: 'XYZ' })))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(enquiries.take(worker(north), asked({ phone: null })))).toMatchObject({ code: 'INVALID_INPUT' });
  });

  it('becomes a household with all that was said, once, and leaves nothing of who they are behind', async () => {
    const { reference } = await enquiries.take(worker(south), asked({ receivedOn: addDays(TODAY, -8) }));
    expect((await enquiries.list(worker(north)))[0]).toMatchObject({ dueOn: '2026-11-19', isLate: true });
    expect(await told(enquiries.takeUp(worker(south), reference))).toMatchObject({ code: 'NOT_FOUND' });
    const household = await enquiries.takeUp(worker(north), reference);
    const { record } = await world.households.view(worker(north), household);
    expect(record).toMatchObject({ names: 'Pat Wren', area: 'NM1', enquiryOn: addDays(TODAY, -8), state: 'ENQUIRY', about: null, namedWorker: { id: worker(north).userId } });
    expect(record?.journey[0]).toMatchObject({ event: 'ENQUIRY', onDate: addDays(TODAY, -8), label: 'Enquiry received', reason: 'Call after six.' });
    await world.households.correct(worker(north), { household, version: record?.version ?? 0, facts: { enquiryOn: addDays(TODAY, -9) } });
    expect((await world.households.view(worker(north), household)).record?.journey.map(({ label, reason }) => [label, reason]).slice(0, 2)).toEqual([['Enquiry received', null], ['Enquiry received', 'Call after six.']]);
    expect(await world.sql('select state, names, phone, words, wrapped_key from hub.enquiry')).toEqual([{ state: 'TAKEN_UP', names: null, phone: null, words: null, wrapped_key: null }]);
    expect(await told(enquiries.takeUp(worker(north), reference))).toMatchObject({ code: 'NOT_FOUND' });
  });

  it('is handed on with the day of its coming, sealed for the other agency', async () => {
    const { reference } = await enquiries.take(worker(north), asked({ receivedOn: addDays(TODAY, -3) }));
    expect(await told(enquiries.handOn(worker(north), reference, 'NMB'))).toMatchObject({ code: 'GUARD_FAILED' });
    const handed = await enquiries.handOn(worker(north), reference, 'SVC');
    expect(await waiting(north)).toEqual([]);
    expect(await enquiries.list(worker(south))).toMatchObject([{ reference: handed.reference, names: 'Pat Wren', receivedOn: addDays(TODAY, -3) }]);
    expect(handed.reference).not.toBe(reference);
    expect(await enquiries.close(worker(south), handed.reference)).toBe(true);
    expect(await waiting(south)).toEqual([]);
  });

  it('is routed by districts, each of one agency', async () => {
    expect(await told(districts.set(south.as('APPROVING_MANAGER'), ['NM2', 'SV1']))).toMatchObject({ code: 'INVALID_INPUT' });
    await districts.set(south.as('APPROVING_MANAGER'), ['SV1']);
    expect((await districts.list(worker(stranger))).map(({ district, agency }) => [district, agency?.code])).toEqual([['NM1', 'NMB'], ['NM2', 'NMB'], ['SV1', 'SVC']]);
    expect(await told(districts.set(worker(north), []))).toMatchObject({ code: 'FORBIDDEN' });
  });

  it('is routed by the hub’s administrators for any agency, and by no other agency for it', async () => {
    const admin = hub.as('HUB_ADMIN');
    await districts.set(admin, ['SV1', 'SV2'], 'SVC');
    expect((await districts.list(admin)).map(({ district, agency }) => [district, agency?.code])).toEqual([['NM1', 'NMB'], ['NM2', 'NMB'], ['SV1', 'SVC'], ['SV2', 'SVC']]);
    expect(await told(districts.set(admin, ['NM1'], 'SVC'))).toMatchObject({ code: 'INVALID_INPUT' });
    expect(await told(districts.set(admin, ['ZZ1'], 'HUB'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(districts.set(north.as('AGENCY_ADMIN'), ['SV1'], 'SVC'))).toMatchObject({ code: 'FORBIDDEN' });
    expect(await told(world.run(north.as('AGENCY_ADMIN'), 'enquiryDistricts.set', (tx) => tx.query(`insert into hub.enquiry_district (district, agency_id) values ('SV3', $1)`, [south.id])))).toMatchObject({ code: 'FORBIDDEN' });
  });
});

// Ten working days of Friday 20 November 2026 end on Friday 4 December; those of Thursday 5 November on Thursday 19 November.
describe('the information pack of an enquiry', () => {
  const clock = async (day: string) => (await new ClocksService(world.uow, world.vault, fixedClock(`${day}T10:00:00Z`)).list(worker(north), { stage: 'RECRUITMENT' }, 10, 0)).items.filter(({ subjectType }) => subjectType === 'ENQUIRY')
    .map(({ subjectType, subject, standing, clock: { code, dueOn } }) => [subjectType, subject, code, standing, dueOn]);

  it('has ten working days from the enquiry on, before there is a household', async () => {
    const { reference } = await enquiries.take(worker(north), asked());
    expect(await enquiries.list(worker(north))).toMatchObject([{ informedOn: null, informationDueOn: '2026-12-04', isInformationLate: false }]);
    expect(await clock('2026-12-07')).toEqual([['ENQUIRY', reference, 'INFORMATION', 'OVERDUE', '2026-12-04']]);
    await world.sql('delete from hub.notice');
    await new RemindersService(world.uow, world.vault, fixedClock('2026-12-04T05:00:00Z')).remind();
    expect(await world.sql(`select agency_id as agency, kind, role, due_on::text as on from hub.notice where subject_reference = $1`, [reference])).toEqual([{ agency: north.id, kind: 'CLOCK_DUE', role: 'ADOPTERS_WORKER', on: '2026-12-04' }]);
    expect(await told(enquiries.inform(worker(south), reference, TODAY))).toMatchObject({ code: 'NOT_FOUND' });
    for (const day of [addDays(TODAY, 1), addDays(TODAY, -1)]) expect(await told(enquiries.inform(worker(north), reference, day))).toMatchObject({ code: 'INVALID_INPUT' });
    await enquiries.inform(worker(north), reference, null);
    expect(await enquiries.list(worker(north))).toMatchObject([{ informedOn: TODAY, isInformationLate: false }]);
    expect(await clock('2026-12-07')).toEqual([]);
  });

  it('is late after them, and goes with the enquiry wherever it is handed on, and into the history of the household', async () => {
    const { reference } = await enquiries.take(worker(south), asked({ receivedOn: isoDate('2026-11-05') }));
    expect(await enquiries.list(worker(north))).toMatchObject([{ informationDueOn: '2026-11-19', isInformationLate: true }]);
    await enquiries.inform(worker(north), reference, isoDate('2026-11-18'));
    const handed = await enquiries.handOn(worker(north), reference, 'SVC');
    expect(await enquiries.list(worker(south))).toMatchObject([{ informedOn: '2026-11-18', isInformationLate: false }]);
    const household = await enquiries.takeUp(worker(south), handed.reference);
    const { record } = await world.households.view(worker(south), household);
    expect(record).toMatchObject({ state: 'INFO_GIVEN', clocks: [{ code: 'INFORMATION', state: 'DONE', startsOn: '2026-11-05', doneOn: '2026-11-18' }] });
  });
});

describe('an enquiry that was emptied', () => {
  const end = {
    'taken up': (reference: string) => enquiries.takeUp(worker(north), reference), 'handed on': (reference: string) => enquiries.handOn(worker(north), reference, 'SVC'), closed: (reference: string) => enquiries.close(worker(north), reference),
  };

  it.each(Object.entries(end))('FLD-6: once it was %s, a restored backup does not open it', async (_, done) => {
    const { reference } = await enquiries.take(worker(south), asked());
    const [kept] = await world.sql<{ id: string; wrapped_key: Buffer; names: Buffer }>('select id, wrapped_key, names from hub.enquiry where reference = $1', [reference]);
    const opened = () => world.vault.openRecord(north.id, 'enquiry', kept!.id, { wrapped_key: kept!.wrapped_key, names: kept!.names });
    expect(opened()).toEqual({ names: 'Pat Wren' });
    await done(reference);
    expect(opened).toThrow(expect.objectContaining({ code: 'RECORD_DESTROYED' }) as Error);
  });

  it('is destroyed again where the destruction was cut off', async () => {
    const { reference } = await enquiries.take(worker(north), asked());
    const status = new KeyStatusService(world.uow, world.keys);
    // As a server leaves it that stopped between the two.
    await world.sql(`update hub.enquiry set state = 'CLOSED', ended_on = $2, wrapped_key = null, names = null, phone = null, email = null, words = null where reference = $1`, [reference, TODAY]);
    const problems = async () => (await status.all()).find(({ code }) => code === 'NMB')?.problems;
    expect(await problems()).toEqual([expect.stringMatching(/^The shares of 1 destroyed records are there again/)]);
    expect(await new ShreddingService(world.uow, world.vault, world.keys).repeat()).toBe(1);
    expect(await problems()).toEqual([]);
  });
});

describe('what was passed on', () => {
  it('tells whoever took it for another agency where it is, and nothing of who they are', async () => {
    const coordinator = hub.as('HUB_COORDINATOR');
    const taken = [];
    for (const days of [0, 1, 12]) taken.push((await enquiries.take(coordinator, asked({ receivedOn: addDays(TODAY, -days) }))).reference);
    await enquiries.take(worker(south), asked());
    const household = await enquiries.takeUp(worker(north), taken[1] ?? '');
    const found = await passedOn.list(coordinator, 10, 0);
    expect(found.items.map(({ reference, state, agency, endedOn, isLate }) => [reference, state, agency?.code, endedOn, isLate])).toEqual([
      [taken[0], 'NEW', 'NMB', null, false], [taken[1], 'TAKEN_UP', 'NMB', TODAY, false], [taken[2], 'NEW', 'NMB', null, true]]);
    expect(found.agencies).toEqual([expect.objectContaining({ agency: expect.objectContaining({ code: 'NMB' }) as unknown, waiting: 2, late: 1, takenUp: 1, handedOn: 0, closed: 0 })]);
    expect(JSON.stringify(found)).not.toMatch(new RegExp(`Pat Wren|0100 111|Call after|${household}`));
    expect((await passedOn.list(worker(south), 10, 0)).totalCount).toBe(1);
    expect((await passedOn.list(worker(north), 10, 0)).totalCount).toBe(0);
    expect(await told(passedOn.list(hub.as('HUB_ADMIN'), 10, 0))).toMatchObject({ code: 'FORBIDDEN' });
  });
});
