import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import { applyChildren } from '../children/apply-children.queries';
import { CHILD, HOUSEHOLD, openMatchingWorld, TODAY, type MatchingWorld } from './spec-matching';
import { SuggestionsService } from './suggestions.service';

let database: TestDatabase;
let world: MatchingWorld;
let service: SuggestionsService;

beforeEach(async () => {
  database = await freshDatabase();
  world = await openMatchingWorld(database);
  service = new SuggestionsService(world.uow);
});

afterEach(async () => {
  await world.close();
  await database.drop();
});

const worker = () => world.south.as('ADOPTERS_WORKER');
const shown = (run: string | null = null) => service.suggestions(worker(), world.family, run);

async function look(): Promise<string> {
  const { id, reference } = await world.matching.start(worker(), 'HOUSEHOLD', world.family);
  await world.matching.execute(id);
  return reference;
}

async function bringChild(externalId: string, over: object): Promise<string> {
  const finder = world.north.as('FAMILY_FINDER');
  const [applied] = await world.run(finder, 'imports.apply', (tx) => applyChildren(tx, world.vault, finder, [{ ...CHILD, externalId, ...over }], TODAY));
  const [unit] = await world.sql<{ reference: string }>('select u.reference from hub.unit u join hub.child c on c.unit_id = u.id where c.id = $1', [applied?.id]);
  return unit?.reference ?? '';
}

describe('whom a run about a household suggests', () => {
  it('is nobody before a run, then the same numbers and reasons as on the child’s side', async () => {
    expect(await shown()).toBeNull();
    const run = await look();
    const found = await shown();
    expect(found).toMatchObject({ run: { reference: run, scope: 'HOUSEHOLD', subject: world.family }, eligible: 1, conditional: 0, blocked: 0, ruledOut: 0 });
    await world.runToTheEnd();
    const [onTheirSide] = (await world.shortlists.shortlist(world.north.as('FAMILY_FINDER'), world.unit, null))?.candidates ?? [];
    const { band, rank, low, high, stretches, contributions } = onTheirSide ?? {};
    expect(found?.units).toMatchObject([{ unit: { reference: world.unit, isOwn: false }, position: 1, band, rank, low, high, stretches, contributions }]);

    const ours = await world.shortlists.explain(worker(), world.unit, world.family, run);
    const theirs = await world.shortlists.explain(world.north.as('FAMILY_FINDER'), world.unit, world.family, null);
    expect(ours).toMatchObject({ run: { reference: run }, summary: theirs?.summary, rules: theirs?.rules, candidate: { rank, contributions } });
    expect(ours?.candidate?.contributions.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(rank ?? 0, 6);
    expect(JSON.stringify([found, ours])).not.toMatch(/Canary|QZ9|QA1|"C1"/);
  });

  it('is read by the household’s agency alone', async () => {
    const run = await look();
    for (const stranger of [world.north.as('FAMILY_FINDER', 'ADOPTERS_WORKER'), (await world.town('EAS')).as('ADOPTERS_WORKER')]) {
      expect(await service.suggestions(stranger, world.family, run)).toBeNull();
      expect(await world.shortlists.explain(stranger, world.unit, world.family, run)).toBeNull();
    }
  });

  it('says nothing of early permanence to an agency without a household approved for it, not even a count (trap 28)', async () => {
    await bringChild('C2', { earlyPermanence: true });
    await world.bringHousehold(world.south, { ...HOUSEHOLD, earlyPermanence: null });
    const run = await look();
    expect(await shown()).toMatchObject({ eligible: 1, conditional: 0, blocked: 0, units: [{ unit: { reference: world.unit } }] });
    expect(await world.runs.results(worker(), run, 10, 0)).toMatchObject({ totalCount: 1 });
    expect(await world.runs.find(worker(), run)).toMatchObject({ units: 1, households: 1 });
    await world.bringHousehold(world.south, { ...HOUSEHOLD, earlyPermanence: false });
    await look();
    expect(await shown()).toMatchObject({ eligible: 1, conditional: 0, blocked: 0 });
    await world.bringHousehold(world.south, { ...HOUSEHOLD, earlyPermanence: true });
    await look();
    expect(await shown()).toMatchObject({ eligible: 2, conditional: 0, blocked: 0 });
  });

  it('drops a pair that either side rules out, at once, and counts a child that a rule blocks', async () => {
    await bringChild('C3', { avoidAreas: ['QB1'] });
    await look();
    expect(await shown()).toMatchObject({ eligible: 1, blocked: 1, ruledOut: 0 });
    await world.rulingOut.ruleOut(world.north.as('FAMILY_FINDER'), world.unit, world.family, 'Birth family lives close by');
    expect(await shown()).toMatchObject({ eligible: 0, blocked: 2, ruledOut: 1, units: [] });
    expect(await world.shortlists.explain(worker(), world.unit, world.family, null)).toMatchObject({ status: 'blocked', blockers: [{ rule: 'notRuledOut' }] });
    await look();
    expect(await shown()).toMatchObject({ eligible: 0, blocked: 2, ruledOut: 1, units: [] });
  });
});
