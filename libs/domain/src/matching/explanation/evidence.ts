import { AGE_BANDS } from '../../children/bands';
import { compareCodePoints } from '../code-points';
import { bandThresholds, capBand, naturalBand } from '../bands';
import { isStretch } from '../fits';
import { pairOf } from '../match-pool';
import type { MatchRun } from '../match-pool';
import { levelOf } from '../pool';
import type { Contact } from '../pool';
import type { Pair, PreparedUnit } from '../prepared';
import { unitPriority } from '../priority';
import { compareTallies } from '../tally';
import type { RankTally } from '../tally';
import { toTwentieths } from '../twentieths';
import { packFit, packLevels, packNames } from './codes';

/** A listed household: fits by criterion and what another agency may see before S2 (product.md). */
export interface ListedEvidence {
  readonly household: string;
  /** Hard rules that cannot be judged yet, packed. */
  readonly unknowns: string;
  readonly fits: string;
  readonly offers: string;
  readonly contact: Contact | null;
  readonly ages: readonly [min: number, max: number] | null;
  /** In how many units' lists of this run the household stands. */
  onShortlists: number;
}

export interface BlockedEvidence {
  readonly household: string;
  readonly blockers: string;
  readonly unknowns: string;
}

/**
 * What a run keeps of one unit: enough to show every reason again, and nothing above stage S0. No date of birth,
 * no kilometre, no area, no reason of people.
 */
export interface UnitEvidence {
  readonly version: 1;
  readonly size: number;
  readonly ages: readonly [youngest: string, oldest: string];
  readonly needs: string;
  readonly essential: readonly string[];
  readonly contact: Contact | null;
  /** Best first, in exactly the order of `matchPool`. */
  readonly listed: readonly ListedEvidence[];
  readonly blocked: readonly BlockedEvidence[];
}

export interface UnitFinding {
  readonly unit: string;
  readonly eligible: number;
  readonly conditional: number;
  readonly blocked: number;
  readonly ruledOut: number;
  readonly priority: number;
  readonly evidence: UnitEvidence;
}

interface Ranked extends RankTally {
  readonly evidence: ListedEvidence;
  readonly band: number;
}

/** Judges one unit against every household of the run and keeps the evidence. */
export function findUnit(run: MatchRun, unit: PreparedUnit): UnitFinding {
  const ranked: Ranked[] = [];
  const blocked: BlockedEvidence[] = [];
  const names = run.rules.rules.map(({ rule }) => rule);
  for (const household of run.households) {
    const pair = pairOf(run, unit, household);
    const { blockers, unknowns } = judge(run, pair);
    const packed = packNames(unknowns, names);
    if (blockers.length > 0) blocked.push({ household: household.household.id, blockers: packNames(blockers, names), unknowns: packed });
    else ranked.push(rank(run, pair, packed));
  }
  const eligible = ranked.filter(({ evidence }) => evidence.unknowns === '').length;
  const { policy } = run.rules;
  return {
    unit: unit.unit.id, eligible, conditional: ranked.length - eligible, blocked: blocked.length,
    ruledOut: run.households.filter(({ household }) => run.isRuledOut(unit.unit.id, household.id)).length,
    priority: unitPriority(unit.unit, eligible, run.pool.asAt, policy),
    evidence: {
      version: 1, size: unit.ages.length, ages: [bandOf(unit.youngest), bandOf(unit.oldest)],
      needs: packLevels(policy.needs.map((key) => levelOf(unit.unit.needs, key))),
      essential: unit.unit.essential ?? [], contact: unit.unit.contact ?? null,
      listed: ranked.sort(compareRanked).map(({ evidence }) => evidence), blocked,
    },
  };
}

/** Fills in on how many lists of the run each household stands. */
export function countShortlists(findings: readonly UnitFinding[]): void {
  const counts = new Map<string, number>();
  const listed = findings.flatMap(({ evidence }) => evidence.listed);
  for (const { household } of listed) counts.set(household, (counts.get(household) ?? 0) + 1);
  for (const evidence of listed) evidence.onShortlists = counts.get(evidence.household) ?? 0;
}

function judge(run: MatchRun, pair: Pair): { blockers: string[]; unknowns: string[] } {
  const blockers: string[] = [];
  const unknowns: string[] = [];
  for (const { rule, judge: judgeRule } of run.rules.rules) {
    const outcome = judgeRule(pair);
    if (outcome === 'fail') blockers.push(rule);
    else if (outcome === 'unknown') unknowns.push(rule);
  }
  return { blockers, unknowns };
}

// One pass sums the rank and packs the fits: a region has some 25,000 listed pairs, and no object is made per criterion.
function rank({ rules }: MatchRun, pair: Pair, unknowns: string): Ranked {
  const { policy } = rules;
  const unknownFit = toTwentieths(policy.unknownFit);
  let [weight, knownWeight, expected, fits] = [0, 0, 0, ''];
  for (const criterion of rules.criteria) {
    const fit = criterion.judge(pair);
    fits += packFit(fit);
    if (fit === 'notApplicable') continue;
    weight += criterion.weight;
    expected += criterion.weight * (fit === 'unknown' ? unknownFit : fit);
    if (fit !== 'unknown') knownWeight += criterion.weight;
  }
  const { household } = pair.household;
  const offers = policy.needs.map((key) => levelOf(household.accepts, key));
  const essential = pair.unit.unit.essential ?? [];
  const stretches = policy.needs.filter((key, at) => essential.includes(key) && isStretch(levelOf(pair.unit.unit.needs, key), offers[at] ?? null, policy.maxNeedGap));
  return {
    weight, knownWeight, expected, band: capBand(naturalBand(expected, bandThresholds(policy.bands, weight)), stretches.length),
    evidence: {
      household: household.id, unknowns, fits, offers: packLevels(offers), contact: household.contact ?? null,
      ages: household.ageMonths ? [household.ageMonths.min, household.ageMonths.max] : null, onShortlists: 0,
    },
  };
}

function compareRanked(a: Ranked, b: Ranked): number {
  return (
    Number(b.evidence.unknowns === '') - Number(a.evidence.unknowns === '') ||
    a.band - b.band ||
    compareTallies(a, b) ||
    compareCodePoints(a.evidence.household, b.evidence.household)
  );
}

function bandOf(months: number): string {
  return AGE_BANDS[Math.min(Math.floor(months / 24), AGE_BANDS.length - 1)] as string;
}
