import type { Fit } from '../fits';
import type { MatchRun } from '../match-pool';
import type { PreparedUnit } from '../prepared';
import { toTwentieths } from '../twentieths';
import type { Alike } from './alike';
import { needOf, NOT_APPLICABLE_CODE, packFit } from './codes';

/** The sums of the households that a unit lists, in the order in which they were given, as columns. */
export interface Weights {
  readonly weight: Float64Array;
  readonly knownWeight: Float64Array;
  readonly expected: Float64Array;
  /** The packed fits of one household, but for those of needs: both levels are kept, and the policy tells the fit. */
  fits(at: number): string;
}

/** Characters that are turned into text at once; far below what a call may have as arguments. */
const CHUNK = 4096;

/** Weighs one unit with those households of the run, criterion by criterion. Each is asked once for each kind of household (`Alike`). */
export function weighUnit(run: MatchRun, alike: readonly Alike[], unit: PreparedUnit, places: Uint32Array): Weights {
  const { criteria, policy } = run.rules;
  const sums = { weight: new Float64Array(places.length), knownWeight: new Float64Array(places.length), expected: new Float64Array(places.length) };
  const kept = criteria.filter(({ criterion }) => needOf(criterion) === null);
  const letters = new Uint16Array(places.length * kept.length).fill(NOT_APPLICABLE_CODE);
  const unknownFit = toTwentieths(policy.unknownFit);
  criteria.forEach((criterion, place) => {
    const { judge, weight } = criterion;
    const { classOf, first } = alike[place] as Alike;
    const fits = first.map((household) => judge({ unit, household, ruledOut: false }));
    if (fits.every((fit) => fit === 'notApplicable')) return;
    const kinds = { classOf, places };
    addColumn(sums.weight, kinds, fits.map((fit) => (fit === 'notApplicable' ? 0 : weight)));
    addColumn(sums.knownWeight, kinds, fits.map((fit) => (typeof fit === 'number' ? weight : 0)));
    addColumn(sums.expected, kinds, fits.map((fit) => weight * countedFit(fit, unknownFit)));
    const keptPlace = kept.indexOf(criterion);
    if (keptPlace !== -1) writeLetters(letters, kinds, fits.map(packFit), keptPlace, kept.length);
  });
  const text = textOf(letters);
  return {
    ...sums,
    fits: (at) => text.slice(at * kept.length, (at + 1) * kept.length),
  };
}

/** Of which kind each of the listed households is. */
interface Kinds {
  readonly classOf: Uint32Array;
  readonly places: Uint32Array;
}

// Plain loops over tables of numbers: they run some half a million times for a region.
function addColumn(column: Float64Array, { classOf, places }: Kinds, amounts: readonly number[]): void {
  for (let at = 0; at < places.length; at += 1) column[at] = (column[at] as number) + (amounts[classOf[places[at] as number] as number] as number);
}

function writeLetters(letters: Uint16Array, { classOf, places }: Kinds, codes: readonly number[], from: number, step: number): void {
  for (let at = 0; at < places.length; at += 1) letters[from + at * step] = codes[classOf[places[at] as number] as number] as number;
}

function countedFit(fit: Fit, unknownFit: number): number {
  if (fit === 'notApplicable') return 0;
  return fit === 'unknown' ? unknownFit : fit;
}

// One long text and slices of it: a call per household would take longer than the weighing.
function textOf(codes: Uint16Array): string {
  const parts: string[] = [];
  for (let from = 0; from < codes.length; from += CHUNK) parts.push(String.fromCharCode.apply(null, codes.subarray(from, from + CHUNK) as unknown as number[]));
  return parts.join('');
}
