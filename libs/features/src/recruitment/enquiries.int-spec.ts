import { addDays } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { fixedClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openWorld, type Town, type World } from '../../../../test/harness/world';
import { told } from '../children/spec-children';
import { EnquiriesService, type EnquiryRequest } from './enquiries.service';

// A Friday.
const TODAY = isoDate('2026-11-20');

let database: TestDatabase;
let world: World;
let north: Town;
let south: Town;
let stranger: Town;
let hub: Town;
let enquiries: EnquiriesService;

const worker = (town: Town) => town.as('ADOPTERS_WORKER');
const asked = (over: Partial<EnquiryRequest> = {}): EnquiryRequest =>
  ({ names: 'Pat Wren', phone: '0100 111', email: null, words: 'Call after six.', how: 'PHONE', receivedOn: TODAY, district: 'NM1', agency: null, ...over });
const waiting = async (town: Town) => (await enquiries.list(worker(town))).map(({ names }) => names);

beforeAll(async () => {
  database = await freshDatabase();
  world = await openWorld(database);
  [north, south, stranger, hub] = [await world.town('NMB'), await world.town('SVC'), await world.town('XYZ'), await world.town('HUB', 'HUB')];
  await world.agree(north, south, hub);
  enquiries = new EnquiriesService(world.uow, world.vault, fixedClock('2026-11-20T10:00:00Z'));
  await enquiries.route(north.as('APPROVING_MANAGER'), ['NM1', 'NM2']);
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
    expect(record).toMatchObject({ names: 'Pat Wren', area: 'NM1', enquiryOn: addDays(TODAY, -8), state: 'ENQUIRY', about: null });
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
    expect(await told(enquiries.route(south.as('APPROVING_MANAGER'), ['NM2', 'SV1']))).toMatchObject({ code: 'INVALID_INPUT' });
    await enquiries.route(south.as('APPROVING_MANAGER'), ['SV1']);
    expect((await enquiries.districts(worker(stranger))).map(({ district, agency }) => [district, agency?.code])).toEqual([['NM1', 'NMB'], ['NM2', 'NMB'], ['SV1', 'SVC']]);
    expect(await told(enquiries.route(worker(north), []))).toMatchObject({ code: 'FORBIDDEN' });
  });
});
