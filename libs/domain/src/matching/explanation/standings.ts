import type { MatchRun } from '../match-pool';
import type { PreparedUnit } from '../prepared';
import type { RuleName } from '../result';
import type { Alike } from './alike';
import { letterOf } from './codes';

/** By the run's households: which rules fail and which cannot be judged yet, a bit for each rule. */
export interface Standings {
  readonly fails: Float64Array;
  readonly unknowns: Float64Array;
  readonly ruledOut: number;
}

/** Bits of a number that stay exact. `validatePolicy` refuses a policy with more rules. */
export const MOST_RULES = 53;

/** Every rule is asked once for each kind of household (`Alike`); what follows reads tables, rule by rule. */
export function judgeStandings(run: MatchRun, alike: readonly Alike[], unit: PreparedUnit): Standings {
  const { rules } = run.rules;
  if (rules.length > MOST_RULES) throw new RangeError(`Evidence holds at most ${MOST_RULES} rules.`);
  const fails = new Float64Array(run.households.length);
  const unknowns = new Float64Array(run.households.length);
  rules.forEach(({ judge }, place) => {
    const { classOf, first } = alike[place] as Alike;
    const outcomes = first.map((household) => judge({ unit, household, ruledOut: false }));
    // A rule that every household passes changes nothing.
    for (const [outcome, bits] of [['fail', fails], ['unknown', unknowns]] as const) {
      if (outcomes.includes(outcome)) addBit(bits, classOf, outcomes.map((found) => (found === outcome ? 2 ** place : 0)));
    }
  });
  return { fails, unknowns, ruledOut: addRulings(run, unit, fails) };
}

function addBit(bits: Float64Array, classOf: Uint32Array, bitOf: readonly number[]): void {
  for (let at = 0; at < bits.length; at += 1) bits[at] = (bits[at] as number) + (bitOf[classOf[at] as number] as number);
}

// Ruling-out belongs to the pair and not to a kind of household, so it passed above.
function addRulings({ rules, households, isRuledOut }: MatchRun, { unit }: PreparedUnit, fails: Float64Array): number {
  const bit = 2 ** rules.rules.findIndex(({ rule }) => rule === ('notRuledOut' satisfies RuleName));
  let ruledOut = 0;
  for (let at = 0; at < fails.length; at += 1) {
    if (!isRuledOut(unit.id, households[at]?.household.id ?? '')) continue;
    fails[at] = (fails[at] as number) + bit;
    ruledOut += 1;
  }
  return ruledOut;
}

/** The letters of a set of rules. A region has few different sets, so each is spelt once. */
export function speller(): (bits: number) => string {
  const known = new Map<number, string>([[0, '']]);
  return (bits) => {
    const found = known.get(bits);
    if (found !== undefined) return found;
    const letters = [...bits.toString(2)].reverse().map((bit, place) => (bit === '1' ? letterOf(place) : '')).join('');
    known.set(bits, letters);
    return letters;
  };
}
