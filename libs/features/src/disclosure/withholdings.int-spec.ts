import type { Actor } from '@hub/domain/access/actor';
import { addDays } from '@hub/domain/dates/day-count';
import { systemClock } from '@hub/platform/clock';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { openMatchingWorld, TODAY, type MatchingWorld } from '../matching/spec-matching';
import { WithholdingsService, type WithholdingRequest } from './withholdings.service';

let database: TestDatabase;
let world: MatchingWorld;
let withholdings: WithholdingsService;
let child: string;
const worker = (): Actor => world.north.as('CHILDS_WORKER', 'APPROVING_MANAGER');
const manager = (): Actor => world.north.second('APPROVING_MANAGER');
const told = (work: Promise<unknown>): Promise<unknown> => work.then(() => 'no error', ({ code }) => code);
const request = (over: Partial<WithholdingRequest> = {}): WithholdingRequest => ({
  child, withWhom: 'Grandfather Heron', what: 'Where the child lives', reason: 'Sharing it would put the foster carers at risk, more than it would help.', decidedOn: addDays(TODAY, -2), ...over,
});

beforeEach(async () => {
  database = await freshDatabase();
  world = await openMatchingWorld(database);
  withholdings = new WithholdingsService(world.uow, world.vault, systemClock);
  child = (await world.units.view(worker(), world.unit)).record?.children[0]?.reference ?? '';
});
afterEach(async () => {
  await world.close();
  await database.drop();
});

describe('a decision not to share', () => {
  it('is made by one person, approved by a second of the same council, and then stands in the child’s timeline', async () => {
    const steps = async () => (await world.units.view(worker(), world.unit)).record?.children[0]?.journey.filter(({ event }) => event === 'NOT_SHARED').map(({ onDate, label, reason }) => [onDate, label, reason]);
    const { id } = await withholdings.record(worker(), request());
    expect(await steps()).toEqual([]);
    expect(await told(withholdings.settle(worker(), id, 'APPROVED'))).toBe('SAME_PERSON');
    expect(await told(withholdings.settle(world.south.as('APPROVING_MANAGER'), id, 'APPROVED'))).toBe('NOT_FOUND');
    expect((await withholdings.toSettle(manager())).map((one) => one.id)).toEqual([id]);
    expect(await withholdings.toSettle(worker())).toEqual([]);
    await withholdings.settle(manager(), id, 'APPROVED');
    expect(await told(withholdings.settle(manager(), id, 'DECLINED'))).toBe('GUARD_FAILED');
    expect(await steps()).toEqual([[addDays(TODAY, -2), 'Decided not to share information', null]]);
    expect(await withholdings.list(worker(), child)).toMatchObject([{ id, child, unit: world.unit, withWhom: 'Grandfather Heron', outcome: 'APPROVED', decidedBy: { id: worker().userId }, settledBy: { id: manager().userId } }]);
    const dump = JSON.stringify(await world.sql('select w::text as w from hub.withholding w union all select e::text from audit.event e'));
    for (const secret of ['Heron', 'lives', 'foster carers']) expect(dump).not.toContain(secret);
  });

  it('that was declined stays in the record and out of the timeline', async () => {
    const { id } = await withholdings.record(worker(), request());
    await withholdings.settle(manager(), id, 'DECLINED');
    expect((await world.units.view(worker(), world.unit)).record?.children[0]?.journey.map(({ event }) => event)).not.toContain('NOT_SHARED');
    expect(await withholdings.list(worker(), child)).toMatchObject([{ id, outcome: 'DECLINED' }]);
  });

  it('is the council’s own: nobody else records, reads or finds it', async () => {
    await withholdings.record(worker(), request());
    expect(await told(withholdings.list(world.south.as('FAMILY_FINDER'), child))).toBe('NOT_FOUND');
    expect(await told(withholdings.record(world.south.as('CHILDS_WORKER'), request()))).toBe('NOT_FOUND');
    expect(await told(withholdings.record(world.north.as('ADOPTERS_WORKER'), request()))).toBe('FORBIDDEN');
    expect(await told(withholdings.record(worker(), request({ decidedOn: addDays(TODAY, 1) })))).toBe('INVALID_INPUT');
  });
});
