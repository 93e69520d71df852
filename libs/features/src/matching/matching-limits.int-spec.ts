import { inflateRawSync } from 'node:zlib';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { HOUSEHOLD, openMatchingWorld, type MatchingWorld } from './spec-matching';

let database: TestDatabase;
let world: MatchingWorld;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openMatchingWorld(database);
});

afterEach(async () => {
  await world.close();
  await database.drop();
});

const shown = () => world.shortlists.shortlist(world.north.as('FAMILY_FINDER'), world.unit, null);

describe('what a run compares', () => {
  it('is what the two agencies share today, so that not even a count tells of others', async () => {
    const { north, south } = world;
    const east = await world.town('EAS', 'VOLUNTARY');
    const stranger = await world.bringHousehold(east, { ...HOUSEHOLD, familyExternalId: 'F3', adults: [{ externalId: 'A3', gender: 'F' }] });
    await world.runToTheEnd();
    expect(await shown()).toMatchObject({ eligible: 1, conditional: 0, blocked: 1 });
    const [stored] = await world.sql<{ evidence: Buffer }>('select evidence from hub.matching_result');
    expect(inflateRawSync(stored?.evidence ?? Buffer.alloc(0)).toString()).not.toContain(stranger);

    const end = await world.agree(north, south, east);
    await world.runToTheEnd();
    expect(await shown()).toMatchObject({ eligible: 2, conditional: 0, blocked: 1 });
    // The agreement ends: what a past run found of that household is no longer shown, though it was found.
    await end();
    expect((await shown())?.candidates.map(({ household }) => household.reference)).toEqual([world.family]);
  });

  it('leaves the same bytes for the same facts and policy', async () => {
    const left = async (): Promise<unknown> => {
      const reference = await world.runToTheEnd();
      return world.sql('select r.data_hash, s.subject_id, s.priority, s.evidence from hub.matching_result s join hub.matching_run r on r.id = s.run_id where r.reference = $1', [reference]);
    };
    expect(await left()).toEqual(await left());
  });
});

describe('who may ask', () => {
  it.each([
    ['ADOPTERS_WORKER', 'REGION'], ['ADOPTERS_WORKER', 'UNIT'], ['FAMILY_FINDER', 'HOUSEHOLD'], ['CHILDS_WORKER', 'REGION'],
  ] as const)('%s asks for no run of scope %s', async (role, scope) => {
    const subject = scope === 'UNIT' ? world.unit : scope === 'HOUSEHOLD' ? world.ownFamily : null;
    await expect(world.matching.start(world.north.as(role), scope, subject)).rejects.toMatchObject({ code: 'FORBIDDEN' });
  });

  it('an agency that has left asks no more, and what it had asked for is not done', async () => {
    const { north, south } = world;
    const asked = await world.matching.start(north.as('FAMILY_FINDER'), 'REGION', null);
    await world.sql('update hub.membership set ends_on = hub.today() where agency_id = $1', [north.id]);
    await world.matching.execute(asked.id);
    expect(await world.runs.find(north.as('FAMILY_FINDER'), asked.reference)).toMatchObject({ status: 'FAILED', errorCode: 'FORBIDDEN' });
    await expect(world.matching.start(north.as('FAMILY_FINDER'), 'REGION', null)).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(world.matching.start(south.as('FAMILY_FINDER'), 'REGION', null)).resolves.toMatchObject({ status: 'QUEUED' });
  });

  it('a run about one unit is its own agency\'s alone', async () => {
    const { north, south } = world;
    const { id, reference } = await world.matching.start(north.as('FAMILY_FINDER'), 'UNIT', world.unit);
    await world.matching.execute(id);
    expect(await world.runs.find(north.as('FAMILY_FINDER'), reference)).toMatchObject({ status: 'DONE', subject: world.unit, units: 1 });
    expect(await world.runs.find(south.as('FAMILY_FINDER'), reference)).toBeNull();
    expect(await world.runs.results(south.as('FAMILY_FINDER'), reference, 10, 0)).toEqual({ items: [], totalCount: 0 });
    await expect(world.matching.cancel(south.as('FAMILY_FINDER'), reference)).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('a pair ruled out after the run', () => {
  it('leaves the list at once, for the side that did not rule too, and nobody is told why', async () => {
    const { north, south } = world;
    await world.runToTheEnd();
    await world.rulingOut.ruleOut(south.as('ADOPTERS_WORKER'), world.unit, world.family, 'Canary reason');
    expect(await shown()).toMatchObject({ eligible: 0, blocked: 2, ruledOut: 1, candidates: [] });
    const pair = await world.shortlists.explain(north.as('FAMILY_FINDER'), world.unit, world.family, null);
    expect(pair).toMatchObject({ status: 'blocked', candidate: null, blockers: [{ rule: 'notRuledOut' }] });
    expect(JSON.stringify(pair)).not.toContain('Canary reason');
  });
});

describe('whom a run is about', () => {
  const finder = () => world.north.as('FAMILY_FINDER');
  const worker = () => world.south.as('ADOPTERS_WORKER');
  const setFinding = async (status: string) => {
    await world.sql('update hub.unit set family_finding = $1', [status]);
    await world.sql('update hub.unit_card set listed = $1', [status === 'ACTIVE']);
  };

  it.each([['PAUSED', /is paused\. Start it again/], ['CLOSED', /is closed\. Open it again/], ['NOT_STARTED', /has not started\. Start it/]])('a unit whose family finding is %s is refused, with what to do', async (status, words) => {
    await setFinding(status);
    await expect(world.matching.start(finder(), 'UNIT', world.unit)).rejects.toMatchObject({ code: 'NOT_IN_POOL', message: expect.stringMatching(words) as string });
    expect(await world.sql('select count(*)::int as n from hub.matching_run')).toEqual([{ n: 0 }]);
    await setFinding('ACTIVE');
    await expect(world.matching.start(finder(), 'UNIT', world.unit)).resolves.toMatchObject({ status: 'QUEUED' });
  });

  it('a household that is not available is refused, with what to do', async () => {
    await world.bringHousehold(world.south, { familyExternalId: 'F1', availability: 'NOT_AVAILABLE' });
    await expect(world.matching.start(worker(), 'HOUSEHOLD', world.family)).rejects.toMatchObject({ code: 'NOT_IN_POOL', message: expect.stringMatching(/not available.*Correct their record/) as string });
  });

  it('a subject that leaves the pool before the run begins ends it with that reason, and with no result', async () => {
    const unitRun = await world.matching.start(finder(), 'UNIT', world.unit);
    const householdRun = await world.matching.start(worker(), 'HOUSEHOLD', world.family);
    await setFinding('PAUSED');
    await world.bringHousehold(world.south, { familyExternalId: 'F1', availability: 'NOT_AVAILABLE' });
    await world.matching.execute(unitRun.id);
    await world.matching.execute(householdRun.id);
    expect(await world.runs.find(finder(), unitRun.reference)).toMatchObject({ status: 'FAILED', errorCode: 'NOT_IN_POOL', subject: world.unit });
    expect(await world.runs.find(worker(), householdRun.reference)).toMatchObject({ status: 'FAILED', errorCode: 'NOT_IN_POOL', subject: world.family });
    expect(await world.sql('select count(*)::int as n from hub.matching_result')).toEqual([{ n: 0 }]);
  });

  it('may find nobody: a unit without any available household has a result all the same', async () => {
    await world.sql(`update hub.household set availability = 'NOT_AVAILABLE'`);
    const { id, reference } = await world.matching.start(finder(), 'UNIT', world.unit);
    await world.matching.execute(id);
    expect(await world.runs.find(finder(), reference)).toMatchObject({ status: 'DONE', units: 1, households: 0 });
  });
});

describe('a run that is given up', () => {
  const look = (reference: string) => world.runs.find(world.north.as('FAMILY_FINDER'), reference);
  const start = () => world.matching.start(world.north.as('FAMILY_FINDER'), 'REGION', null);

  it('goes on until then, then ends as failed with the reason, stores nothing, and can be started again', async () => {
    const { id, reference } = await start();
    const [birth] = await world.sql<{ wrapped_key: Buffer }>('select wrapped_key from hub.child_birth');
    await world.sql(`update hub.child_birth set wrapped_key = '\\x00'`);
    await expect(world.matching.execute(id)).rejects.toThrow();
    expect(await look(reference)).toMatchObject({ status: 'RUNNING', errorCode: null });
    await world.matching.giveUp(id, 'WORKER_LOST');
    expect(await look(reference)).toMatchObject({ status: 'FAILED', errorCode: 'WORKER_LOST', step: null });
    expect((await look(reference))?.finishedAt).toBeInstanceOf(Date);
    await world.sql('update hub.child_birth set wrapped_key = $1', [birth?.wrapped_key]);
    await world.matching.execute(id);
    expect(await world.sql('select count(*)::int as n from hub.matching_result')).toEqual([{ n: 0 }]);
    expect(await look(await world.runToTheEnd())).toMatchObject({ status: 'DONE' });
  });

  it('stays done, or cancelled, where it had ended', async () => {
    const done = await start();
    await world.matching.execute(done.id);
    const cancelled = await start();
    await world.matching.cancel(world.north.as('FAMILY_FINDER'), cancelled.reference);
    for (const { id } of [done, cancelled]) await world.matching.giveUp(id, 'WORKER_LOST');
    expect([(await look(done.reference))?.status, (await look(cancelled.reference))?.status]).toEqual(['DONE', 'CANCELLED']);
  });
});
