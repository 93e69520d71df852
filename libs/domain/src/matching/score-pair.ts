import { BANDS, bandThresholds, capBand, naturalBand } from './bands';
import { isStretch } from './fits';
import type { Fit } from './fits';
import { levelOf } from './pool';
import type { Pair } from './prepared';
import type { Contribution, PairScore, RuleName } from './result';
import type { Rulebook } from './rulebook';
import type { SoftCriterion } from './soft-criteria';
import { numbersOf, tally } from './tally';
import type { Tally } from './tally';
import { LARGEST_FIT, toTwentieths } from './twentieths';

/** What the hard rules find about a pair: no blockers and no unknowns is eligible, no blockers is listed. */
export interface Standing {
  readonly blockers: readonly RuleName[];
  readonly unknowns: readonly RuleName[];
}

/** A pair's place in the order, before anything is written out for people. */
export interface Placing {
  readonly tally: Tally;
  /** Place in `BANDS`, the compromise cap applied. */
  readonly band: number;
}

/** Judges a pair by all hard rules. */
export function judgePair(pair: Pair, { rules }: Rulebook): Standing {
  const blockers: RuleName[] = [];
  const unknowns: RuleName[] = [];
  for (const { rule, judge } of rules) {
    const outcome = judge(pair);
    if (outcome === 'fail') blockers.push(rule);
    else if (outcome === 'unknown') unknowns.push(rule);
  }
  return { blockers, unknowns };
}

/** Rank and band of a pair. */
export function placePair(pair: Pair, rules: Rulebook): Placing {
  const { policy } = rules;
  const findings = rules.criteria.map(({ weight, judge }) => ({ weight, fit: judge(pair) }));
  const sums = tally(findings, toTwentieths(policy.unknownFit));
  const essential = pair.unit.unit.essential ?? [];
  const essentialStretches = stretchesOf(pair, rules).filter((key) => essential.includes(key)).length;
  const natural = naturalBand(sums.expected, bandThresholds(policy.bands, sums.weight));
  return { tally: sums, band: capBand(natural, essentialStretches) };
}

/** The pair's numbers with the contributions that explain them; contributions sum to the rank. */
export function scorePair(pair: Pair, rules: Rulebook): PairScore {
  const { tally: sums, band } = placePair(pair, rules);
  return {
    ...numbersOf(sums),
    band: BANDS[band] ?? 'D',
    stretches: stretchesOf(pair, rules),
    contributions: rules.criteria.flatMap((criterion) =>
      contributionOf(criterion, criterion.judge(pair), { unknownFit: rules.policy.unknownFit, weight: sums.weight }),
    ),
  };
}

function stretchesOf({ unit, household }: Pair, { policy }: Rulebook): readonly string[] {
  return policy.needs.filter((key) =>
    isStretch(levelOf(unit.unit.needs, key), levelOf(household.household.accepts, key), policy.maxNeedGap),
  );
}

function contributionOf(
  { criterion, weight }: SoftCriterion,
  fit: Fit,
  total: { readonly unknownFit: number; readonly weight: number },
): readonly Contribution[] {
  if (fit === 'notApplicable') return [];
  const known = fit === 'unknown' ? null : fit / LARGEST_FIT;
  const twentieths = fit === 'unknown' ? toTwentieths(total.unknownFit) : fit;
  return [{ criterion, weight, fit: known, points: (5 * weight * twentieths) / total.weight }];
}
