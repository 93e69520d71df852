import { addDays, addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { DEFAULT_POLICY } from './default-policy';
import { generatePlace } from './generate-places';
import type { Contact, Household, Level, Member, Pool, Unit, Veto } from './pool';
import { randomSource } from './random';
import type { RandomSource } from './random';

/** What to generate. The same request gives the same pool. */
export interface PoolRequest {
  readonly seed: number;
  readonly units: number;
  readonly households: number;
  readonly asAt: IsoDate;
}

const AGENCIES = ['ALD', 'BRA', 'CAL', 'DEN', 'ELM', 'FER', 'GLE', 'HAR', 'VA1', 'VA2'] as const;
const SIZES = weighted([[1, 75], [2, 18], [3, 5], [4, 2]] as const);
const NEED_LEVELS = weighted<Level | null>([[0, 56], [1, 22], [2, 11], [3, 4], [null, 7]]);
const ACCEPTED_LEVELS = weighted<Level | null>([[0, 10], [1, 34], [2, 32], [3, 17], [null, 7]]);
const CONTACTS = weighted<Contact | null>([[0, 10], [1, 55], [2, 20], [3, 8], [null, 7]]);
const HERITAGES = weighted([['WBRI', 60], ['WOTH', 8], ['MWBC', 8], ['BCRB', 5], ['BAFR', 5], ['AIND', 7], ['APKN', 7]] as const);
const LANGUAGES = weighted([['en', 86], ['pl', 4], ['gu', 4], ['ur', 3], ['ro', 3]] as const);
const RELIGIONS = weighted<string | null>([['none', 50], ['christian', 26], ['muslim', 8], ['hindu', 4], ['sikh', 2], [null, 10]]);

/** A synthetic pool with a plausible spread, gaps in the records included. Nobody in it exists. */
export function generatePool({ seed, units, households, asAt }: PoolRequest): Pool {
  const random = randomSource(seed);
  const list = <T>(length: number, make: (at: number) => T): readonly T[] => Array.from({ length }, (_, at) => make(at));
  const pool = {
    asAt,
    units: list(units, (at) => generateUnit(`U${at + 1}`, asAt, random)),
    households: list(households, (at) => generateHousehold(`H${at + 1}`, random)),
  };
  return { ...pool, vetoes: generateVetoes(pool.units, pool.households, random) };
}

function generateUnit(id: string, asAt: IsoDate, random: RandomSource): Unit {
  const size = random.pick(SIZES);
  const place = generatePlace(random);
  const needs = generateLevels(NEED_LEVELS, random);
  const heavy = DEFAULT_POLICY.needs.filter((key) => (needs[key] ?? 0) >= 2);
  return {
    id,
    agency: random.pick(AGENCIES),
    members: Array.from({ length: size }, () => generateMember(asAt, random)),
    needs,
    essential: heavy.filter(() => random.chance(0.5)),
    earlyPermanence: random.chance(0.12),
    avoidAreas: random.chance(0.6) ? [place.area, generatePlace(random).area] : [],
    point: random.chance(0.95) ? place.point : null,
    contact: random.pick(CONTACTS),
    heritage: generateCodes(HERITAGES, 0.08, random),
    languages: generateCodes(LANGUAGES, 0.05, random),
    religion: random.pick(RELIGIONS),
    petsRisk: generateFact(0.08, random),
    waitingSince: addDays(asAt, -random.whole(0, 900)),
  };
}

// Younger children are commoner, and a few are not born yet.
function generateMember(asAt: IsoDate, random: RandomSource): Member {
  const ageMonths = Math.floor(random.next() * random.next() * 150) - 3;
  const dateOfBirth = addDays(addMonths(asAt, -ageMonths), -random.whole(0, 27));
  return { dateOfBirth, sex: random.chance(0.03) ? null : random.pick(['F', 'M']) };
}

function generateHousehold(id: string, random: RandomSource): Household {
  const place = generatePlace(random);
  const youngest = random.pick([0, 0, 0, 12, 24, 36]);
  return {
    id,
    agency: random.pick(AGENCIES),
    available: generateFact(0.75, random),
    shareConsent: generateFact(0.8, random),
    ageMonths: random.chance(0.95) ? { min: youngest, max: youngest + 12 * random.whole(2, 7) } : null,
    maxChildren: random.chance(0.95) ? random.pick([1, 1, 1, 1, 2, 2, 2, 3, 4]) : null,
    sex: random.pick(['any', 'any', 'any', 'any', 'any', 'any', 'F', 'M', null]),
    accepts: generateLevels(ACCEPTED_LEVELS, random),
    earlyPermanence: generateFact(0.35, random),
    area: random.chance(0.95) ? place.area : null,
    point: random.chance(0.95) ? place.point : null,
    contact: random.pick(CONTACTS),
    heritage: generateCodes(HERITAGES, 0.05, random),
    languages: generateCodes(LANGUAGES, 0.03, random),
    religion: random.pick(RELIGIONS),
    childrenAtHome: random.chance(0.95) ? generateAges(random) : null,
    pets: generateFact(0.4, random),
    smokers: generateFact(0.12, random),
  };
}

function generateLevels(levels: readonly (Level | null)[], random: RandomSource): Record<string, Level | null> {
  return Object.fromEntries(DEFAULT_POLICY.needs.map((key) => [key, random.pick(levels)]));
}

function generateCodes(codes: readonly string[], missing: number, random: RandomSource): readonly string[] | null {
  if (random.chance(missing)) return null;
  const count = random.chance(0.2) ? 2 : 1;
  return [...new Set(Array.from({ length: count }, () => random.pick(codes)))];
}

function generateAges(random: RandomSource): readonly number[] {
  const count = random.pick([0, 0, 0, 0, 0, 1, 1, 1, 2, 3]);
  return Array.from({ length: count }, () => random.whole(6, 200));
}

// One fact in twenty is not recorded.
function generateFact(probability: number, random: RandomSource): boolean | null {
  return random.chance(0.05) ? null : random.chance(probability);
}

function generateVetoes(units: readonly Unit[], households: readonly Household[], random: RandomSource): readonly Veto[] {
  if (households.length === 0) return [];
  return units
    .filter(() => random.chance(0.05))
    .map(({ id }) => ({ unit: id, household: random.pick(households).id, reason: 'ruled out at a meeting' }));
}

// A list in which each value stands as often as its weight, to be picked from.
function weighted<T>(shares: readonly (readonly [T, number])[]): readonly T[] {
  return shares.flatMap(([value, weight]) => Array.from({ length: weight }, () => value));
}
