import fc from 'fast-check';
import { DEFAULT_POLICY } from '@hub/domain/matching/default-policy';
import { distanceBandWords } from '@hub/domain/matching/shown-distance';
import { freshDatabase, type TestDatabase } from '../../../../test/harness/database';
import type { HouseholdFilter } from '../adopters/household-search.queries';
import { applyChildren } from '../children/apply-children.queries';
import type { UnitFilter } from '../children/unit-search.queries';
import { CHILD, HOUSEHOLD, openMatchingWorld, TODAY, type MatchingWorld } from './spec-matching';
import { SuggestionsService } from './suggestions.service';

/* How far families are from an own child, in the search: what the run told already, and nothing beside it (docs/adr/0022). */

/** Invented districts on a line to the north, with their places; one degree of latitude is some 111 km. */
const PLACES: readonly (readonly [district: string, lat: number])[] = Array.from({ length: 24 }, (_, at) => [`QA${at + 1}`, 50 + at * 0.15]);
const FAMILIES = 40;
const HOMES = ['QA1', 'QA8', 'QA16'];

let database: TestDatabase;
let world: MatchingWorld;
const units: string[] = [];

beforeAll(async () => {
  database = await freshDatabase();
  world = await openMatchingWorld(database);
  for (const [district, lat] of PLACES) await world.sql('insert into hub.place (outcode, lat, lon) values ($1, $2, -1)', [district, lat]);
  const finder = world.north.as('FAMILY_FINDER');
  for (const [at, homeArea] of HOMES.entries()) {
    const [made] = await world.run(finder, 'imports.apply', (tx) => applyChildren(tx, world.vault, finder, [{ ...CHILD, externalId: `N${at}`, homeArea, avoidAreas: null }], TODAY));
    const [unit] = await world.sql<{ reference: string }>('select u.reference from hub.unit u join hub.child c on c.unit_id = u.id where c.id = $1', [made?.id]);
    units.push(unit?.reference ?? '');
  }
  for (let at = 0; at < FAMILIES; at += 1) {
    // Some have no place, some no room recorded, and some are kept off every list by their approved ages.
    await world.bringHousehold(at % 5 === 0 ? world.north : world.south, {
      ...HOUSEHOLD, familyExternalId: `X${at}`, area: at % 7 === 6 ? null : (PLACES[(at * 11) % PLACES.length]?.[0] ?? null), maxChildren: at % 6 === 5 ? null : 1 + (at % 3), earlyPermanence: at % 4 === 0 ? null : at % 2 === 0,
      ...(at % 9 === 8 && { ageMinMonths: 100, ageMaxMonths: 140 }), adults: [{ externalId: `XA${at}`, gender: 'F' }],
    });
  }
});
afterAll(async () => {
  await world.close();
  await database.drop();
});

const finder = () => world.north.as('FAMILY_FINDER');
const search = (filter: HouseholdFilter) => world.households.search(finder(), { filter, first: 100, after: null });
const bandsNear = async (nearUnit: string): Promise<Map<string, string>> => new Map((await search({ nearUnit })).items.map(({ reference, distanceBand }) => [reference, distanceBand ?? '']));
/** What the page of a shortlist says of each family's distance; nothing where it says none. */
async function evidence(unit: string): Promise<Map<string, string>> {
  const list = await world.shortlists.shortlist(finder(), unit, null);
  return new Map((list?.candidates ?? []).flatMap(({ household, contributions }) => {
    const distance = contributions.find(({ criterion }) => criterion === 'distance');
    return distance?.fit == null ? [] : [[household.reference, distance.householdValue ?? '']];
  }));
}

describe('distance in the search for families', () => {
  it('is not known of anybody before a run looked', async () => {
    expect([...new Set((await bandsNear(units[0] ?? '')).values())]).toEqual(['NOT_KNOWN']);
  });

  it('ANON-1: is the band that the evidence of the newest run tells, and not known where it tells none', async () => {
    await world.runToTheEnd();
    for (const unit of units) {
      const [near, told] = [await bandsNear(unit), await evidence(unit)];
      expect(near.size).toBeGreaterThan(30);
      expect(told.size).toBeGreaterThan(20);
      for (const [reference, band] of near) expect([reference, distanceBandWords(band)]).toEqual([reference, told.get(reference) ?? 'not known']);
      expect(new Set(near.values()).size).toBeGreaterThan(3);
    }
  });

  it('narrows nobody’s district beyond what the shortlists told: an attacker with every unit and every filter learns nothing more', async () => {
    const km = (a: number, b: number): number => Math.abs(a - b) * 111.195;
    const limits = DEFAULT_POLICY.distanceBandsKm.map(([limit]) => limit);
    const wordsFor = (distance: number): string => {
      const at = limits.findIndex((limit) => distance <= limit);
      return at === -1 ? `over ${limits.at(-1)} km` : at === 0 ? `up to ${limits[0]} km` : `${limits[at - 1]} to ${limits[at]} km`;
    };
    const latOf = new Map(PLACES);
    const left = (answers: readonly (string | undefined)[]): string[] =>
      PLACES.filter(([, lat]) => answers.every((answer, at) => answer === undefined || answer === wordsFor(km(lat, latOf.get(HOMES[at] ?? '') ?? 0)))).map(([district]) => district);
    const near = await Promise.all(units.map(bandsNear));
    const told: Map<string, string>[] = [];
    for (const unit of units) told.push(await evidence(unit));
    for (const reference of near[0]?.keys() ?? []) {
      const bySearch = left(near.map((bands) => { const band = bands.get(reference); return band === undefined || band === 'NOT_KNOWN' ? undefined : distanceBandWords(band); }));
      const byEvidence = left(told.map((bands) => bands.get(reference)));
      expect([reference, bySearch]).toEqual([reference, byEvidence]);
      expect(bySearch.length).toBeGreaterThan(0);
    }
  });

  it('stays as it is when the child’s own area is moved: nobody asks from elsewhere without a run', async () => {
    const [unit = ''] = units;
    const before = await bandsNear(unit);
    const view = await world.units.view(finder(), unit);
    const [child] = view.record?.children ?? [];
    await world.children.correct(finder(), { child: child?.reference ?? '', version: child?.version ?? 0, facts: { homeArea: 'QA24' } });
    expect(await bandsNear(unit)).toEqual(before);
    await world.runToTheEnd();
    expect(await bandsNear(unit)).not.toEqual(before);
  });

  it('is answered for own cases alone, in the words of one that does not exist, and is in the log under the child', async () => {
    const told = (work: Promise<unknown>) => work.then(() => null, ({ code, message }: { code: string; message: string }) => `${code} ${message}`);
    const nowhere = await told(search({ nearUnit: 'ZZZZZZ' }));
    expect(nowhere).toBe('NOT_FOUND No such unit.');
    expect(await told(world.households.search(world.south.as('FAMILY_FINDER'), { filter: { nearUnit: units[0] }, first: 10, after: null }))).toBe(nowhere);
    expect(await told(world.units.search(finder(), { filter: { nearHousehold: world.family }, sort: 'WAITING', first: 10, after: null }))).toBe('NOT_FOUND No such household.');
    expect(await world.sql(`select distinct subject_type, subject_reference from audit.access where action = 'adopters.search' and outcome = 'ALLOWED' and subject_reference = $1`, [units[1]]))
      .toEqual([{ subject_type: 'UNIT', subject_reference: units[1] }]);
  });
});

describe('distance in the search for children', () => {
  it('is what the family’s own run suggests with', async () => {
    const worker = world.south.as('ADOPTERS_WORKER');
    const { id } = await world.matching.start(worker, 'HOUSEHOLD', world.family);
    await world.matching.execute(id);
    const suggested = await new SuggestionsService(world.uow).suggestions(worker, world.family, null);
    const told = new Map((suggested?.units ?? []).map(({ unit, contributions }) => {
      const distance = contributions.find(({ criterion }) => criterion === 'distance');
      return [unit.reference, distance?.fit == null ? 'not known' : distance.householdValue];
    }));
    const near = await world.units.search(worker, { filter: { nearHousehold: world.family }, sort: 'WAITING', first: 100, after: null });
    expect(near.items.length).toBeGreaterThan(2);
    for (const { reference, distanceBand } of near.items) expect([reference, distanceBandWords(distanceBand ?? '')]).toEqual([reference, told.get(reference) ?? 'not known']);
  });
});

const some = <T>(...values: readonly T[]): fc.Arbitrary<T[] | undefined> => fc.option(fc.uniqueArray(fc.constantFrom(...values), { minLength: 1, maxLength: 3 }), { nil: undefined });
const maybe = <T>(...values: readonly T[]): fc.Arbitrary<T | undefined> => fc.option(fc.constantFrom(...values), { nil: undefined });
const BANDS = ['0-40', '40-80', '80-160', '160-320', '320+', 'NOT_KNOWN'] as const;

describe('facet counts', () => {
  it('of families equal what each choice finds, over random filters with and without a distance', async () => {
    const filters = fc.record({
      stages: some('APPROVED', 'STAGE_TWO'), regionBands: some('North', 'South'), earlyPermanence: maybe(true, false), maxChildrenAtLeast: maybe(1, 2, 3), forAgeMonths: maybe(30, 120), own: maybe(true, false),
      near: fc.option(fc.record({ nearUnit: fc.nat(2), distanceBands: some(...BANDS) }), { nil: undefined }),
    });
    await fc.assert(fc.asyncProperty(filters, async ({ near, ...rest }) => {
      const filter: HouseholdFilter = { ...rest, ...(near && { nearUnit: units[near.nearUnit], distanceBands: near.distanceBands }) };
      const { items, totalCount, facets } = await search(filter);
      expect(items).toHaveLength(totalCount);
      expect(facets.map(({ name }) => name).includes('distanceBands')).toBe(near !== undefined);
      const total = async (over: HouseholdFilter): Promise<number> => (await search({ ...filter, ...over })).totalCount;
      for (const { name, counts } of facets) {
        const choose = (value: string): HouseholdFilter | null =>
          name === 'maxChildren' ? null : name === 'earlyPermanence' ? (value === 'NOT_RECORDED' ? null : { earlyPermanence: value === 'true' }) : { [name]: [value] };
        for (const { value, count } of counts) { const over = choose(value); if (over) expect([name, value, await total(over)]).toEqual([name, value, count]); }
        if (name === 'maxChildren') for (const least of [1, 2, 3]) expect(await total({ maxChildrenAtLeast: least })).toBe(counts.reduce((sum, { value, count }) => (Number(value) >= least ? sum + count : sum), 0));
      }
    }), { numRuns: 25 });
  }, 120_000);

  it('of children equal what each choice finds, over random filters with and without a distance', async () => {
    const worker = world.south.as('ADOPTERS_WORKER');
    const find = (filter: UnitFilter) => world.units.search(worker, { filter, sort: 'REFERENCE', first: 100, after: null });
    const filters = fc.record({
      ageBands: some('0-1', '2-3', '4-5'), sex: some('F', 'M', 'UNKNOWN'), groupSizes: some(1, 2), regionBands: some('North', 'South'), earlyPermanence: maybe(true, false), own: maybe(true, false),
      needs: fc.option(fc.record({ key: fc.constantFrom('attachment', 'sexualAbuse'), atMost: fc.nat(3) }).map((need) => [need]), { nil: undefined }),
      near: fc.option(fc.record({ distanceBands: some(...BANDS) }), { nil: undefined }),
    });
    await fc.assert(fc.asyncProperty(filters, async ({ near, ...rest }) => {
      const filter: UnitFilter = { ...rest, ...(near && { nearHousehold: world.family, distanceBands: near.distanceBands }) };
      const { items, totalCount, facets } = await find(filter);
      expect(items).toHaveLength(totalCount);
      for (const { name, counts } of facets) for (const { value, count } of counts) {
        const over: UnitFilter = name === 'earlyPermanence' ? { earlyPermanence: value === 'true' } : name === 'groupSizes' ? { groupSizes: [Number(value)] } : { [name]: [value] };
        expect([name, value, (await find({ ...filter, ...over })).totalCount]).toEqual([name, value, count]);
      }
    }), { numRuns: 25 });
  }, 120_000);
});
