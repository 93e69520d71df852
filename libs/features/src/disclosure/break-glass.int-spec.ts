import type { Actor } from '@hub/domain/access/actor';
import { row } from '@hub/database/tx';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { systemClock } from '@hub/platform/clock';
import { LogService } from '../audit/log.service';
import { NoticesService } from '../audit/notices.service';
import { openMatchingWorld, type MatchingWorld } from '../matching/spec-matching';
import { BarsService } from './bars.service';
import { BreakGlassService, type OpeningRequest } from './break-glass.service';
import { openingRequest } from './safeguard-inputs';

const REASON = 'The child was brought to our clinic and nobody can reach the council.';

let database: TestDatabase;
let world: MatchingWorld;
let glass: BreakGlassService;
let request: OpeningRequest;
const officer = (): Actor => world.north.second('DATA_PROTECTION_OFFICER');
const stranger = (): Actor => world.south.as('ADOPTERS_WORKER');

beforeEach(async () => {
  database = await freshDatabase();
  world = await openMatchingWorld(database);
  glass = new BreakGlassService(world.uow, world.vault, { breakGlassMinutes: 60 });
  request = { subjectType: 'UNIT', subject: world.unit, reason: REASON };
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

const told = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'no error', ({ code }) => code);

describe('break-glass', () => {
  it('AZ-11: without reason is refused, and notifies within one minute', async () => {
    for (const reason of ['', '   ', 'because', undefined]) expect(openingRequest.safeParse({ ...request, reason }).success).toBe(false);
    expect(openingRequest.safeParse(request).success).toBe(true);
    expect(await glass.toReview(officer())).toEqual([]);
    const opening = await glass.open(stranger(), request);
    const [told] = await glass.toReview(officer());
    expect(told).toMatchObject({ id: opening.id, subject: world.unit, reason: REASON, openedBy: { id: stranger().userId }, openerAgency: { code: 'SVC' }, reviewedAt: null, isLive: true });
    expect((told?.until.getTime() ?? 0) - (told?.openedAt.getTime() ?? 0)).toBe(60 * 60_000);
    expect(Math.abs(Date.now() - (told?.openedAt.getTime() ?? 0))).toBeLessThan(60_000);
    const [log] = await world.sql<object>(`select purpose, reason, fields, subject_reference as subject, stage, outcome, subject_agency_id = $1 as custodian from audit.access where action = 'disclosure.breakGlass'`, [world.north.id]);
    expect(log).toEqual({ purpose: 'BREAK_GLASS', reason: opening.id, fields: ['people.dateOfBirth', 'people.firstName'], subject: world.unit, stage: 'OWN', outcome: 'ALLOWED', custodian: true });
    // The log names the opening; who reads the log of either agency reads the reason there, and nobody else.
    const reasons = async (actor: Actor) => (await new LogService(world.uow, systemClock, world.vault).accesses(actor, { action: 'disclosure.breakGlass' }, { first: 9, after: null })).items.map(({ reason }) => reason);
    expect([await reasons(officer()), await reasons(world.south.second('DATA_PROTECTION_OFFICER'))]).toEqual([[REASON], [REASON]]);
    const notices = await new NoticesService(world.uow).unread(officer());
    expect(notices).toMatchObject([{ kind: 'BREAK_GLASS', subject: world.unit, agency: { code: 'SVC' } }]);
  });

  it('opens the least: a child’s names, date of birth and worker; a household’s names; and nothing else of the identity', async () => {
    await world.workers.assign(world.north.as('CHILDS_WORKER'), world.unit, world.north.as().userId);
    const { identity } = await glass.open(stranger(), request);
    const [born] = (await world.units.view(world.north.as('CHILDS_WORKER'), world.unit)).record?.children ?? [];
    expect(identity).toEqual({
      people: [{ firstName: 'Canary', lastName: null, dateOfBirth: born?.dateOfBirth }], household: null, contactName: 'Robin Tester', contactEmail: expect.stringContaining('@'),
    });
    const household = await glass.open(world.north.as('FAMILY_FINDER'), { ...request, subjectType: 'HOUSEHOLD', subject: world.family });
    expect(household.identity).toEqual({ people: [{ firstName: null, lastName: null, dateOfBirth: null }], household: null, contactName: null, contactEmail: null });
    const tables = 'select exists (select from hub.child_identity) or exists (select from hub.household_identity) or exists (select from hub.adult_identity) as met';
    expect(await world.run(stranger(), 'disclosure.breakGlass', (tx) => row(tx, tables))).toEqual({ met: false });
  });

  it('is over with its time, is the opener’s alone, and follows agreement and bar', async () => {
    const { id } = await glass.open(stranger(), { ...request, minutes: 5 });
    expect((await glass.find(stranger(), id))?.identity?.people).toHaveLength(1);
    expect(await glass.find(world.south.second('ADOPTERS_WORKER'), id)).toBeNull();
    await world.sql(`update hub.break_glass set opened_at = now() - interval '6 minutes', until = now() - interval '1 minute'`);
    expect(await glass.find(stranger(), id)).toMatchObject({ isLive: false, identity: null });
    expect(await told(glass.open(stranger(), { ...request, minutes: 61 }))).toBe('INVALID_INPUT');
    const again = await glass.open(stranger(), request);
    const [{ email = '' } = {}] = await world.sql<{ email: string }>('select email from hub.app_user where id = $1', [stranger().userId]);
    const bars = new BarsService(world.uow, world.vault);
    const { id: bar } = await bars.bar(world.north.second('APPROVING_MANAGER'), { subjectType: 'UNIT', subject: world.unit, email, reason: REASON });
    expect(await glass.find(stranger(), again.id)).toBeNull();
    expect(await told(glass.open(stranger(), request))).toBe('NOT_FOUND');
    await bars.lift(world.north.second('APPROVING_MANAGER'), bar, REASON);
    expect((await glass.find(stranger(), again.id))?.identity).not.toBeNull();
    await world.sql('update hub.agreement set ends_on = hub.today()');
    expect((await glass.find(stranger(), again.id))?.identity).toBeNull();
    expect(await told(glass.open(stranger(), request))).toBe('NOT_FOUND');
  });

  it('is for people who answer for a case and have no other way to it', async () => {
    expect(await told(glass.open(world.north.as('CHILDS_WORKER'), request))).toBe('GUARD_FAILED');
    expect(await told(glass.open(world.north.as('ADOPTERS_WORKER'), request))).toBe('no error');
    expect(await told(glass.open(stranger(), { ...request, subject: 'ZZZZZZ' }))).toBe('NOT_FOUND');
    const hub = await world.town('HUB', 'HUB');
    for (const actor of [hub.as('HUB_ADMIN'), hub.as('HUB_COORDINATOR'), world.south.as('ANALYST', 'AGENCY_ADMIN', 'DATA_PROTECTION_OFFICER')]) {
      expect(await told(glass.open(actor, request))).toBe('FORBIDDEN');
    }
  });

  it('is reviewed with a note by an officer of the record’s agency, and never by who opened it', async () => {
    const { id } = await glass.open(stranger(), request);
    expect(await told(glass.review(world.south.second('DATA_PROTECTION_OFFICER'), id, REASON))).toBe('NOT_FOUND');
    expect(await glass.review(officer(), id, 'A true emergency; the worker was told by telephone.')).toMatchObject({ reviewedBy: { id: officer().userId }, reviewNote: 'A true emergency; the worker was told by telephone.' });
    expect(await glass.toReview(officer())).toEqual([]);
    expect((await glass.list(officer())).map((opening) => opening.id)).toEqual([id]);
    expect(await told(glass.review(officer(), id, REASON))).toBe('GUARD_FAILED');
    const own = await glass.open(world.north.as('ADOPTERS_WORKER'), request);
    expect(await told(glass.review(world.north.as('DATA_PROTECTION_OFFICER'), own.id, REASON))).toBe('SAME_PERSON');
    const dump = JSON.stringify(await world.sql('select b::text as b from hub.break_glass b union all select e::text from audit.event e union all select a::text from audit.access a'));
    for (const secret of ['Canary', 'clinic', 'telephone']) expect(dump).not.toContain(secret);
  });
});
