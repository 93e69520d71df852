import * as fc from 'fast-check';
import { isoDate } from '../dates/iso-date';
import { DEFAULT_POLICY } from './default-policy';
import type { Policy } from './policy';
import type { Household, Level, Levels, Pool, Unit } from './pool';

// Few values each, so that agreements, ties and limits are common, and the gaps of real records: null and absent.
const missing = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 5 });
const agency = fc.constantFrom('ALD', 'BRA');
const area = fc.constantFrom('LE1', 'LE2', 'LE3');
export const level = fc.constantFrom<Level>(0, 1, 2, 3);
export const point = fc.record({ lat: fc.constantFrom(51, 51.3, 52, 54.5), lon: fc.constantFrom(-1.5, -0.2, 1) });
export const heritage = fc.subarray(['WBRI', 'MWBC', 'AIND']);
export const languages = fc.subarray(['en', 'pl', 'gu']);
export const religion = fc.constantFrom('none', 'christian', 'hindu');
export const atHome = fc.array(fc.constantFrom(12, 36, 48, 96), { maxLength: 2 });
export const ageRange = fc.tuple(fc.nat(72), fc.nat(72)).map(([a, b]) => ({ min: Math.min(a, b), max: Math.max(a, b) }));
const birth = fc
  .tuple(fc.integer({ min: 2020, max: 2026 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
  .map(([year, month, day]) => isoDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`));

const levels = (keys: readonly string[], high: Level): fc.Arbitrary<Levels> =>
  fc
    .tuple(...keys.map(() => fc.option(level.map((at) => Math.min(at, high) as Level), { freq: 6, nil: null })))
    .map((values) => Object.fromEntries(keys.map((key, at) => [key, values[at]])));

export const unitRecord = (keys: readonly string[]): fc.Arbitrary<Omit<Unit, 'id'>> =>
  fc.record(
    {
      agency,
      members: fc.array(fc.record({ dateOfBirth: birth, sex: missing(fc.constantFrom('F', 'M')) }), { minLength: 1, maxLength: 3 }),
      needs: levels(keys, 3),
      essential: missing(fc.subarray([...keys])),
      earlyPermanence: missing(fc.boolean()),
      avoidAreas: missing(fc.uniqueArray(area, { maxLength: 2 })),
      point: missing(point),
      contact: missing(level),
      heritage: missing(heritage),
      languages: missing(languages),
      religion: missing(religion),
      petsRisk: missing(fc.boolean()),
      waitingSince: birth,
    },
    { requiredKeys: ['agency', 'members', 'waitingSince'] },
  );

export const householdRecord = (keys: readonly string[]): fc.Arbitrary<Omit<Household, 'id'>> =>
  fc.record(
    {
      agency,
      available: fc.constantFrom(true, true, true, false, null),
      shareConsent: fc.constantFrom(true, true, true, false, null),
      ageMonths: missing(ageRange),
      maxChildren: missing(fc.integer({ min: 0, max: 4 })),
      sex: missing(fc.constantFrom('any', 'F', 'M')),
      accepts: levels(keys, 3),
      earlyPermanence: missing(fc.boolean()),
      area: missing(area),
      point: missing(point),
      contact: missing(level),
      heritage: missing(heritage),
      languages: missing(languages),
      religion: missing(religion),
      childrenAtHome: missing(atHome),
      pets: missing(fc.boolean()),
      smokers: missing(fc.boolean()),
    },
    { requiredKeys: ['agency'] },
  );

const fit = fc.integer({ min: 0, max: 20 }).map((twentieths) => twentieths / 20);
const weight = fc.integer({ min: 0, max: 9 });

/** A policy with a few needs and other constants than the default. */
export const policy: fc.Arbitrary<Policy> = fc
  .record({
    unknownFit: fit,
    stretchFit: fit,
    ageStretchMonths: fc.constantFrom(0, 6, 12),
    maxNeedGap: fc.constantFrom(0, 1, 2),
    limits: fc.tuple(fc.nat(100), fc.nat(100), fc.nat(100)),
    siblingGapMonths: fc.constantFrom(0, 24),
    weights: fc.tuple(weight, weight, weight, weight, weight),
    needs: fc.subarray(['attachment', 'healthCondition', 'prenatalAlcohol', 'constructor'], { minLength: 1 }),
  })
  .map(({ limits, weights: [need, age, sex, contact, heritageWeight], ...rest }) => {
    const [A, B, C] = [...limits].sort((a, b) => b - a) as [number, number, number];
    const weights = { ...DEFAULT_POLICY.weights, need, age, sex, contact, heritage: heritageWeight };
    return { ...DEFAULT_POLICY, ...rest, bands: { A, B, C }, weights };
  });

// By UTF-16 units the second would come before the third, by code point it comes after.
const ID_STEMS = ['h', '\u{1F3E0}', '\uFFFD', 'H'];

/** A pool in which several households are copies of one another but for their ids. */
export function poolFor(keys: readonly string[]): fc.Arbitrary<Pool> {
  return fc
    .record({
      units: fc.array(unitRecord(keys), { minLength: 1, maxLength: 4 }),
      kinds: fc.array(householdRecord(keys), { minLength: 1, maxLength: 8 }),
      copies: fc.array(fc.nat(), { minLength: 1, maxLength: 24 }),
      vetoes: fc.array(fc.tuple(fc.nat(3), fc.nat(23)), { maxLength: 4 }),
    })
    .map(({ units, kinds, copies, vetoes }) => ({
      asAt: isoDate('2026-11-01'),
      units: units.map((unit, at) => ({ id: `U${at}`, ...unit })),
      households: copies.map((kind, at) => ({ id: householdId(at), ...kinds[kind % kinds.length]! })),
      vetoes: vetoes.map(([unit, household]) => ({ unit: `U${unit}`, household: householdId(household), reason: 'no' })),
    }));
}

/** A policy with a pool that has its needs. */
export const policyAndPool: fc.Arbitrary<{ readonly policy: Policy; readonly pool: Pool }> = policy.chain((chosen) =>
  poolFor(chosen.needs).map((pool) => ({ policy: chosen, pool })),
);

function householdId(at: number): string {
  return `${ID_STEMS[at % ID_STEMS.length]}${Math.floor(at / ID_STEMS.length)}`;
}
