import { inflateRawSync } from 'node:zlib';
import { runMatching } from '@hub/queue/jobs';
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

describe('a run whose facts cannot be read', () => {
  it('ends as failed after its last attempt, and stores nothing', async () => {
    const { id, reference } = await world.matching.start(world.north.as('FAMILY_FINDER'), 'REGION', null);
    await world.sql(`update hub.child_birth set wrapped_key = '\\x00'`);
    for (let attempt = 1; attempt <= runMatching.attempts; attempt += 1) {
      const before = await world.runs.find(world.north.as('FAMILY_FINDER'), reference);
      expect(['QUEUED', 'RUNNING']).toContain(before?.status);
      await expect(world.matching.execute(id)).rejects.toThrow();
    }
    const ended = await world.runs.find(world.north.as('FAMILY_FINDER'), reference);
    expect(ended?.status).toBe('FAILED');
    expect(ended?.errorCode).toBeTruthy();
    expect(await world.sql('select count(*)::int as n from hub.matching_result')).toEqual([{ n: 0 }]);
  });
});
