import { andThen, checked, listOf, must, number, record, text, whole } from './checks';
import type { Check, Checked, Problem } from './checks';
import { DEFAULT_POLICY } from './default-policy';
import { MOST_RULES } from './explanation/standings';
import { hardRules } from './hard-rules';
import type { DistanceBand, Policy } from './policy';
import { isFit } from './twentieths';

// Each need is a rule, beside those that every policy has.
const MOST_NEEDS = MOST_RULES - hardRules({ ...DEFAULT_POLICY, needs: [] }).length;
// With so few needs this keeps every product of two ranks' terms an exact whole number.
const LARGEST_WEIGHT = 10_000;

const fit = must('a multiple of 1/20 from 0 to 1', isFit);
const weight = whole(0, LARGEST_WEIGHT);
const aboveZero = must('a number above 0', (value) => Number.isFinite(value) && (value as number) > 0);

const bands: Check = andThen(record({ A: number(0, 100), B: number(0, 100), C: number(0, 100) }), (value, place) => {
  const { A, B, C } = value as Policy['bands'];
  return A >= B && B >= C ? [] : [{ place, message: 'Order the limits so that A is at least B and B at least C.' }];
});

const distanceBand: Check = andThen(listOf(() => [], 2), (value, place) => {
  const [km, bandFit] = value as readonly unknown[];
  return [...number(0)(km, `${place}[0]`), ...fit(bandFit, `${place}[1]`)];
});

const distanceBands: Check = andThen(listOf(distanceBand), (value, place) => {
  const limits = (value as readonly DistanceBand[]).map(([km]) => km);
  return limits.flatMap((km, at): readonly Problem[] => {
    const before = limits[at - 1];
    if (before === undefined || before < km) return [];
    return [{ place: `${place}[${at}][0]`, message: `${km} km must lie beyond the band before it (${before} km).` }];
  });
});

const weights: Check = andThen(
  record({
    need: weight,
    age: weight,
    sex: weight,
    contact: weight,
    distance: weight,
    heritage: weight,
    language: weight,
    religion: weight,
    childrenAtHome: weight,
    pets: weight,
    smoking: weight,
  }),
  (value, place) => {
    const { age, distance } = value as Policy['weights'];
    if (age + distance > 0) return [];
    // These two alone apply to every pair; without them a pair could have nothing to be ranked by.
    return [{ place, message: 'Give age or distance a weight above 0: only these two apply to every pair.' }];
  },
);

const needs: Check = andThen(listOf(text), (value, place) => {
  const keys = value as readonly string[];
  const repeated = keys.flatMap((key, at): readonly Problem[] =>
    keys.indexOf(key) === at ? [] : [{ place: `${place}[${at}]`, message: `"${key}" stands here twice; remove one.` }],
  );
  const tooMany = { place, message: `Give at most ${MOST_NEEDS} needs; there are ${keys.length}.` };
  return keys.length > MOST_NEEDS ? [...repeated, tooMany] : repeated;
});

const policy = record({
  id: text,
  version: whole(0),
  unknownFit: fit,
  stretchFit: fit,
  ageStretchMonths: whole(0),
  maxNeedGap: whole(0, 3),
  bands,
  distanceBandsKm: distanceBands,
  siblingGapMonths: whole(0),
  smokeFreeUnderMonths: whole(0),
  weights,
  needs,
  priority: record({ waiting: number(0), scarcity: number(0), waitingDays: aboveZero, scarcityEligible: aboveZero }),
  agenda: record({ firstLinkBonus: number(0), perUnit: whole(1), perHousehold: whole(1) }),
});

/** The document as a policy, or every problem with it and its place. */
export function validatePolicy(document: unknown): Checked<Policy> {
  return checked<Policy>(document, policy);
}
