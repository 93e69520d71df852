import { inflateRawSync } from 'node:zlib';
import { SYSTEM_ACTOR } from '@hub/domain/access/actor';
import { DEFAULT_POLICY } from '@hub/domain/matching/default-policy';
import { matchPool } from '@hub/domain/matching/match-pool';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { loadPool } from '../children/pool.queries';
import { CHILD, openMatchingWorld, TODAY, type MatchingWorld } from './spec-matching';

let database: TestDatabase;
let world: MatchingWorld;
let { north, south, matching, runs, shortlists, rulingOut, unit, family, ownFamily, bringHousehold, runToTheEnd } = {} as MatchingWorld;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openMatchingWorld(database);
  ({ north, south, matching, runs, shortlists, rulingOut, unit, family, ownFamily, bringHousehold, runToTheEnd } = world);
});

afterEach(async () => {
  await world.close();
  await database.drop();
});

describe('a run', () => {
  it('ends in a shortlist whose numbers are those of the rules', async () => {
    await runToTheEnd();
    const shortlist = await shortlists.shortlist(north.as('FAMILY_FINDER'), unit, null);
    expect(shortlist).toMatchObject({ eligible: 1, conditional: 0, blocked: 1, ruledOut: 0, run: { status: 'DONE', progress: 100, units: 1, households: 2 } });
    const { pool } = await world.run(SYSTEM_ACTOR, 'matching.execute', (tx) => loadPool(tx, world.vault, { scope: 'REGION', subjectId: null, asAt: TODAY }));
    const [expected] = matchPool(pool, DEFAULT_POLICY, { blocked: true });
    expect(shortlist?.candidates.map(({ household: { reference }, rank, band, low, high }) => ({ household: reference, rank, band, low, high })))
      .toEqual(expected?.candidates.map(({ household: reference, rank, band, low, high }) => ({ household: reference, rank, band, low, high })));
    // One stretch on an essential need caps the band at B (matching.md, the numbers).
    expect(shortlist?.candidates[0]).toMatchObject({ band: 'B', stretches: ['attachment'] });
    expect(shortlist?.blockedHouseholds.map(({ household: { reference }, blockers }) => [reference, blockers])).toEqual([[ownFamily, [{ rule: 'area', label: 'Outside the areas to avoid' }]]]);
  });

  it('does nothing more when it is executed again', async () => {
    const { id, reference } = await matching.start(north.as('FAMILY_FINDER'), 'REGION', null);
    await matching.execute(id);
    const first = await runs.find(north.as('FAMILY_FINDER'), reference);
    await matching.execute(id);
    expect(await runs.find(north.as('FAMILY_FINDER'), reference)).toEqual(first);
    expect(await world.sql('select count(*)::int as n from hub.matching_result')).toEqual([{ n: 1 }]);
  });

  it('stores once when two workers take it at the same time', async () => {
    const { id } = await matching.start(north.as('FAMILY_FINDER'), 'REGION', null);
    await Promise.all([matching.execute(id), matching.execute(id), matching.execute(id)]);
    expect(await world.sql('select count(*)::int as n from hub.matching_result')).toEqual([{ n: 1 }]);
    expect(await world.sql('select status from hub.matching_run')).toEqual([{ status: 'DONE' }]);
  });

  it('can be cancelled, and then stores nothing', async () => {
    const { id, reference } = await matching.start(north.as('FAMILY_FINDER'), 'REGION', null);
    await matching.cancel(north.as('FAMILY_FINDER'), reference);
    await matching.execute(id);
    expect(await runs.find(north.as('FAMILY_FINDER'), reference)).toMatchObject({ status: 'CANCELLED' });
    await expect(matching.cancel(north.as('FAMILY_FINDER'), reference)).rejects.toMatchObject({ code: 'GUARD_FAILED' });
    expect(await world.sql('select count(*)::int as n from hub.matching_result')).toEqual([{ n: 0 }]);
  });

  it('AZ-8: a job queued by a user who then loses access fails closed', async () => {
    const { id, reference } = await matching.start(north.as('FAMILY_FINDER'), 'REGION', null);
    await matching.execute(id);
    const asker = north.as('FAMILY_FINDER').userId;
    const second = await matching.start(north.as('FAMILY_FINDER'), 'REGION', null);
    await world.sql(`update hub.app_user set status = 'DISABLED' where id = $1`, [asker]);
    await matching.execute(second.id);
    expect(await runs.find(north.second('FAMILY_FINDER'), second.reference)).toMatchObject({ status: 'FAILED', errorCode: 'FORBIDDEN' });
    expect(await runs.find(north.second('FAMILY_FINDER'), reference)).toMatchObject({ status: 'DONE' });
  });

  it('has the same hash for the same facts, and another when a fact changes', async () => {
    const hashOf = async (): Promise<unknown> => (await runs.find(north.as('FAMILY_FINDER'), await runToTheEnd()))?.dataHash;
    const first = await hashOf();
    expect(await hashOf()).toBe(first);
    await bringHousehold(south, { familyExternalId: 'F1', maxChildren: 2 });
    expect(await hashOf()).not.toBe(first);
  });

  it('about one household answers its own agency with the units that would list it', async () => {
    const { id, reference } = await matching.start(south.as('ADOPTERS_WORKER'), 'HOUSEHOLD', family);
    await matching.execute(id);
    const results = await runs.results(south.as('ADOPTERS_WORKER'), reference, 10, 0);
    expect(results.items.map(({ unit: { reference: shown }, eligible, best }) => ({ shown, eligible, best }))).toEqual([{ shown: unit, eligible: 1, best: 'B' }]);
  });
});

describe('what stays closed', () => {
  it('keeps results from another agency, and answers it as if there were none', async () => {
    await runToTheEnd();
    expect(await shortlists.shortlist(south.as('FAMILY_FINDER'), unit, null)).toBeNull();
    expect(await shortlists.shortlist(south.as('FAMILY_FINDER'), 'ZZZZZZ', null)).toBeNull();
  });

  it('starts no run about a unit of another agency', async () => {
    await expect(matching.start(south.as('FAMILY_FINDER'), 'UNIT', unit)).rejects.toMatchObject({ code: 'NOT_FOUND' });
    await expect(matching.start(south.as('FAMILY_FINDER'), 'UNIT', 'ZZZZZZ')).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('packs no date of birth, no area and no name', async () => {
    await runToTheEnd();
    const stored = await world.sql<{ evidence: Buffer }>('select evidence from hub.matching_result union all select evidence from hub.matching_offers');
    const text = stored.map(({ evidence }) => inflateRawSync(evidence).toString()).join();
    expect(text).toContain(family);
    expect(text).not.toMatch(/Canary|QZ9|QA1|QB1|C1"|F1"/);
    expect(text).not.toContain(CHILD.dateOfBirth);
  });
});

describe('a pair that people ruled out', () => {
  it('stays out of later runs, until the same agency lifts it', async () => {
    await rulingOut.ruleOut(north.as('FAMILY_FINDER'), unit, family, 'Birth family lives close by');
    await expect(rulingOut.ruleOut(north.as('FAMILY_FINDER'), unit, family, 'Again')).rejects.toMatchObject({ code: 'CONFLICT' });
    await runToTheEnd();
    const explanation = await shortlists.explain(north.as('FAMILY_FINDER'), unit, family, null);
    expect(explanation).toMatchObject({ status: 'blocked', candidate: null, blockers: [{ rule: 'notRuledOut' }] });
    await expect(rulingOut.lift(south.as('ADOPTERS_WORKER'), unit, family)).rejects.toMatchObject({ code: 'CONFLICT' });
    await rulingOut.lift(north.as('FAMILY_FINDER'), unit, family);
    await runToTheEnd();
    expect(await shortlists.explain(north.as('FAMILY_FINDER'), unit, family, null)).toMatchObject({ status: 'eligible', onShortlists: 1 });
  });

  it('is no business of a third agency, and needs a reason', async () => {
    const east = await world.town('EAS');
    await world.agree(north, south, east);
    await expect(rulingOut.ruleOut(east.as('FAMILY_FINDER'), unit, family, 'Reason')).rejects.toMatchObject({ code: 'FORBIDDEN' });
    await expect(rulingOut.ruleOut(north.as('FAMILY_FINDER'), unit, family, '  ')).rejects.toMatchObject({ code: 'INVALID_INPUT' });
  });
});
