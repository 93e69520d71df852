import * as fc from 'fast-check';
import * as arbitrary from './arbitrary.support-spec';
import { DEFAULT_POLICY } from './default-policy';
import { HOUSEHOLD, UNIT, allNeeds, explained, poolOf } from './example.support-spec';
import { explainPair } from './explain-pair';
import type { PairExplanation } from './explain-pair';
import { matchPool } from './match-pool';
import type { Policy } from './policy';
import { levelOf } from './pool';
import type { Household, Level, Pool, Unit } from './pool';
import { prepareUnit } from './prepared';
import type { RuleName } from './result';

const RUNS = { numRuns: 300 };

interface Sample {
  readonly policy: Policy;
  readonly pool: Pool;
  readonly unit: Unit;
  readonly household: Household;
}

const sample: fc.Arbitrary<Sample> = arbitrary.policyAndPool.chain(({ policy, pool }) =>
  fc.record({
    policy: fc.constant(policy),
    pool: fc.constant(pool),
    unit: fc.constantFrom(...pool.units),
    household: fc.constantFrom(...pool.households),
  }),
);

const explain = ({ unit, household, pool, policy }: Sample): PairExplanation => explainPair(unit, household, pool, policy);
const rankOrder = { blocked: 0, conditional: 1, eligible: 2 } as const;

describe('properties of every pool', () => {
  it('1: raising a recorded acceptance never lowers the rank nor removes eligibility', () => {
    fc.assert(
      fc.property(sample, fc.nat(), arbitrary.level, (pair, pick, raised) => {
        const key = pair.policy.needs[pick % pair.policy.needs.length]!;
        const recorded = levelOf(pair.household.accepts, key);
        fc.pre(recorded !== null && recorded < raised);
        const household = { ...pair.household, accepts: { ...pair.household.accepts, [key]: raised } };
        const [before, after] = [explain(pair), explain({ ...pair, household })];
        expect(after.rank).toBeGreaterThanOrEqual(before.rank);
        expect(rankOrder[after.status]).toBeGreaterThanOrEqual(rankOrder[before.status]);
      }),
      RUNS,
    );
  });

  it('2: permuting units or households changes nothing in any unit’s result', () => {
    const shuffled = arbitrary.policyAndPool.chain(({ policy, pool }) =>
      fc.record({
        policy: fc.constant(policy),
        pool: fc.constant(pool),
        units: fc.shuffledSubarray([...pool.units], { minLength: pool.units.length }),
        households: fc.shuffledSubarray([...pool.households], { minLength: pool.households.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ policy, pool, units, households }) => {
        const before = matchPool(pool, policy, { blocked: true });
        const after = matchPool({ ...pool, units, households }, policy, { blocked: true });
        for (const result of before) {
          const same = after.find(({ unit }) => unit === result.unit);
          // The list of the blocked alone stands in the pool's order.
          const byId = [...households].map(({ id }) => result.blockedHouseholds?.find(({ household }) => household === id));
          expect(same).toEqual({ ...result, blockedHouseholds: byId.filter((entry) => entry !== undefined) });
        }
      }),
      RUNS,
    );
  });

  it('3: contributions sum to the rank', () => {
    fc.assert(
      fc.property(sample, (pair) => {
        const { rank, contributions } = explain(pair);
        expect(Math.abs(contributions.reduce((sum, { points }) => sum + points, 0) - rank)).toBeLessThan(1e-9);
      }),
      RUNS,
    );
  });

  it('4: the rank lies in its interval, and recording an unknown moves it to a place inside the earlier one', () => {
    const value = { level: arbitrary.level, point: arbitrary.point, sex: fc.constantFrom('F' as const, 'M' as const), truth: fc.boolean() };
    const recording = (household: Household, unit: Unit, keys: readonly string[]): fc.Arbitrary<Partial<Sample>> => {
      const ofHousehold: readonly (readonly [keyof Household, fc.Arbitrary<unknown>])[] = [
        ['ageMonths', arbitrary.ageRange], ['sex', fc.constantFrom('any', 'F', 'M')], ['contact', value.level],
        ['point', value.point], ['heritage', arbitrary.heritage], ['languages', arbitrary.languages],
        ['religion', arbitrary.religion], ['childrenAtHome', arbitrary.atHome], ['pets', value.truth], ['smokers', value.truth],
        ['available', value.truth], ['shareConsent', value.truth], ['maxChildren', fc.nat(4)], ['area', fc.constant('LE1')],
      ];
      const ofUnit: readonly (readonly [keyof Unit, fc.Arbitrary<unknown>])[] = [
        ['contact', value.level], ['point', value.point], ['heritage', arbitrary.heritage],
        ['languages', arbitrary.languages], ['religion', arbitrary.religion], ['petsRisk', value.truth],
      ];
      const changes = [
        ...ofHousehold.filter(([key]) => household[key] == null).map(([key, values]) => values.map((set) => ({ household: { ...household, [key]: set } }))),
        ...ofUnit.filter(([key]) => unit[key] == null).map(([key, values]) => values.map((set) => ({ unit: { ...unit, [key]: set } }))),
        ...keys.filter((key) => levelOf(household.accepts, key) === null).map((key) => value.level.map((set) => ({ household: { ...household, accepts: { ...household.accepts, [key]: set } } }))),
        ...keys.filter((key) => levelOf(unit.needs, key) === null).map((key) => value.level.map((set) => ({ unit: { ...unit, needs: { ...unit.needs, [key]: set } } }))),
        ...unit.members.flatMap((member, at) => (member.sex == null ? [value.sex.map((sex) => ({ unit: { ...unit, members: unit.members.with(at, { ...member, sex }) } }))] : [])),
      ];
      return changes.length === 0 ? fc.constant({}) : fc.oneof(...changes);
    };
    const recorded = sample.chain((pair) =>
      recording(pair.household, pair.unit, pair.policy.needs).map((change) => ({ pair, changed: { ...pair, ...change } })),
    );
    fc.assert(
      fc.property(recorded, ({ pair, changed }) => {
        const [before, after] = [explain(pair), explain(changed)];
        for (const { low, rank, high } of [before, after]) {
          expect(low).toBeLessThanOrEqual(rank);
          expect(rank).toBeLessThanOrEqual(high);
        }
        expect(after.rank).toBeGreaterThanOrEqual(before.low - 1e-9);
        expect(after.rank).toBeLessThanOrEqual(before.high + 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  it('5: clearing exactly the blockers lists a blocked pair, clearing a proper subset does not', () => {
    fc.assert(
      fc.property(sample, fc.array(fc.boolean(), { minLength: 11, maxLength: 11 }), (pair, kept) => {
        const { blockers } = explain(pair);
        fc.pre(blockers.length > 0);
        const all = blockers.reduce(clear, pair);
        expect(explain(all)).toMatchObject({ blockers: [], status: expect.stringMatching(/eligible|conditional/) });
        const left = blockers.filter((_, at) => kept[at]);
        const cleared = blockers.filter((rule) => !left.includes(rule));
        expect(explain(cleared.reduce(clear, pair)).blockers).toEqual(left);
      }),
      RUNS,
    );
  });

  it('6: the same pool, policy and date give the same bytes', () => {
    fc.assert(
      fc.property(arbitrary.policyAndPool, ({ policy, pool }) => {
        const again = structuredClone(pool);
        expect(JSON.stringify(matchPool(again, policy, { blocked: true }))).toBe(JSON.stringify(matchPool(pool, policy, { blocked: true })));
      }),
      { numRuns: 100 },
    );
  });

  it('7: a unit with all needs recorded as 0 can reach 100; a household without room is never listed', () => {
    expect(explained({ unit: { needs: allNeeds(0) } }).rank).toBe(100);
    fc.assert(
      fc.property(sample, (pair) => {
        const needs = Object.fromEntries(pair.policy.needs.map((key) => [key, 0 as Level]));
        const { score, coverage } = explain({ ...pair, unit: { ...pair.unit, needs }, household: perfectFor(pair) });
        // A policy may give no weight to what is known of the two, and then nothing is: S is null.
        expect(score).toBe(coverage > 0 ? 100 : null);
        const full = { ...pair.household, maxChildren: 0 };
        const [result] = matchPool({ ...pair.pool, units: [pair.unit], households: [full] }, pair.policy);
        expect(result).toMatchObject({ blocked: 1, candidates: [] });
      }),
      RUNS,
    );
  });
});

// Changes only what the rule reads on the household's side, or lifts the ruling-out.
function clear(pair: Sample, rule: RuleName): Sample {
  const { unit, pool } = pair;
  const withHousehold = (change: Partial<Household>): Sample => ({ ...pair, household: { ...pair.household, ...change } });
  const { youngest, oldest } = prepareUnit(unit, pool.asAt);
  if (rule === 'notRuledOut') return { ...pair, pool: { ...pool, vetoes: [] } };
  if (rule === 'groupSize') return withHousehold({ maxChildren: unit.members.length });
  if (rule === 'area') return withHousehold({ area: 'ZE1' });
  if (rule === 'age') return withHousehold({ ageMonths: { min: youngest, max: oldest } });
  if (rule.startsWith('need:')) {
    const key = rule.slice('need:'.length);
    return withHousehold({ accepts: { ...pair.household.accepts, [key]: 3 } });
  }
  return withHousehold({ [rule]: true });
}

// All that a household can be to a unit; what the unit has not recorded stays unknown, which the score leaves out.
function perfectFor({ unit, pool, policy }: Sample): Household {
  const { youngest, oldest } = prepareUnit(unit, pool.asAt);
  return {
    ...HOUSEHOLD,
    agency: unit.agency,
    maxChildren: unit.members.length,
    ageMonths: { min: youngest, max: oldest },
    accepts: Object.fromEntries(policy.needs.map((key) => [key, 0 as Level])),
    point: unit.point,
    contact: 3,
    heritage: unit.heritage,
    languages: unit.languages,
    religion: unit.religion,
  };
}

describe('faults seen in other matchers', () => {
  it('does not list full homes', () => {
    const full = [{ ...HOUSEHOLD, id: 'no-room', maxChildren: 0 }, { ...HOUSEHOLD, id: 'matched', available: false }];
    expect(matchPool(poolOf([UNIT], full), DEFAULT_POLICY)[0]).toMatchObject({ blocked: 2, candidates: [] });
  });

  it('does not score missing data as a perfect fit', () => {
    const known = explained({ unit: { needs: allNeeds(1) } });
    const missing = explained({ unit: { needs: allNeeds(1) }, household: { accepts: null } });
    expect(missing.rank).toBeLessThan(known.rank);
    expect(missing.coverage).toBeLessThan(1);
    expect(missing.contributions.filter(({ fit }) => fit === null)).toHaveLength(DEFAULT_POLICY.needs.length);
  });

  it('can recommend a child without extra needs', () => {
    expect(explained({ unit: { needs: allNeeds(0) } })).toMatchObject({ status: 'eligible', band: 'A', rank: 100 });
  });

  it('measures distance', () => {
    const near = explained({}).rank;
    const far = explained({ household: { point: { lat: 50.4, lon: -4.1 } } }).rank;
    const farther = explained({ household: { point: { lat: 57.1, lon: -2.1 } } }).rank;
    expect([near > far, far > farther]).toEqual([true, true]);
  });

  it('scores a pair the same whoever else is in the pool', () => {
    const poor = { ...HOUSEHOLD, id: 'poor', ageMonths: { min: 48, max: 60 }, smokers: true };
    const [alone] = matchPool(poolOf([UNIT], [poor]), DEFAULT_POLICY);
    const [among] = matchPool(poolOf([UNIT], [poor, HOUSEHOLD, { ...HOUSEHOLD, id: 'H2' }]), DEFAULT_POLICY);
    expect(alone?.candidates[0]?.band).not.toBe('A');
    expect(among?.candidates.find(({ household }) => household === 'poor')).toEqual(alone?.candidates[0]);
  });

  it('asks nobody for anything per candidate: it answers at once, from what it was given and left unchanged', () => {
    const pool = deepFrozen(poolOf([UNIT], [HOUSEHOLD]));
    expect(matchPool(pool, deepFrozen(structuredClone(DEFAULT_POLICY)))).toBeInstanceOf(Array);
  });
});

function deepFrozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(Object.freeze(value)).forEach(deepFrozen);
  return value;
}
