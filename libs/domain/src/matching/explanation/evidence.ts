import { AGE_BANDS } from '../../children/bands';
import { compareCodePoints } from '../code-points';
import { bandThresholds, capBand, naturalBand } from '../bands';
import { isStretch } from '../fits';
import { pairOf } from '../match-pool';
import type { MatchRun } from '../match-pool';
import type { Policy } from '../policy';
import { levelOf } from '../pool';
import type { Contact, Household } from '../pool';
import type { Pair, PreparedHousehold, PreparedUnit } from '../prepared';
import { unitPriority } from '../priority';
import { compareTallies } from '../tally';
import type { RankTally } from '../tally';
import { toTwentieths } from '../twentieths';
import type { SoftCriterion } from '../soft-criteria';
import type { CriterionName } from '../result';
import { letterOf, packFit, packLevels } from './codes';
import { gapsOf } from './gaps';

/** What of a household another agency may see before S2 (product.md), once for all pairs of a run. */
export interface HouseholdEvidence {
  readonly household: string;
  readonly offers: string;
  readonly contact: Contact | null;
  readonly ages: readonly [min: number, max: number] | null;
  /** In how many units' lists of this run the household stands; counted while the run goes on. */
  onShortlists: number;
}

/** A listed household: its fits by criterion. */
export interface ListedEvidence {
  readonly offer: HouseholdEvidence;
  /** Hard rules that cannot be judged yet, packed. */
  readonly unknowns: string;
  readonly fits: string;
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
  /** Criteria of which the unit's side is not recorded. */
  readonly gaps: readonly CriterionName[];
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

/** A run with what the evidence says of each household, in the run's order. */
export interface EvidenceRun {
  readonly run: MatchRun;
  readonly offers: readonly HouseholdEvidence[];
}

/** By household id. Runs that share these count the shortlists of a household together. */
export type Offers = ReadonlyMap<string, HouseholdEvidence>;

export function offersOf(households: readonly Household[], policy: Policy): Offers {
  return new Map(households.map((household) => [household.id, {
    household: household.id,
    offers: packLevels(policy.needs.map((key) => levelOf(household.accepts, key))),
    contact: household.contact ?? null,
    ages: household.ageMonths ? ([household.ageMonths.min, household.ageMonths.max] as const) : null,
    onShortlists: 0,
  }]));
}

/** `offers` where several runs count together, one for each agency's partners. */
export function startEvidence(run: MatchRun, offers: Offers = offersOf(run.pool.households, run.rules.policy)): EvidenceRun {
  return { run, offers: run.households.map(({ household }) => offers.get(household.id) as HouseholdEvidence) };
}

/** Judges one unit against every household of the run and keeps the evidence. */
export function findUnit({ run, offers }: EvidenceRun, unit: PreparedUnit): UnitFinding {
  const ranked: Ranked[] = [];
  const blocked: BlockedEvidence[] = [];
  let ruledOut = 0;
  for (const [at, offer] of offers.entries()) {
    const pair = pairOf(run, unit, run.households[at] as PreparedHousehold);
    if (pair.ruledOut) ruledOut += 1;
    const { blockers, unknowns } = judge(run, pair);
    if (blockers === '') ranked.push(rank(run, pair, offer, unknowns));
    else blocked.push({ household: offer.household, blockers, unknowns });
  }
  for (const { evidence } of ranked) evidence.offer.onShortlists += 1;
  const eligible = ranked.filter(({ evidence }) => evidence.unknowns === '').length;
  const { policy } = run.rules;
  return {
    unit: unit.unit.id, eligible, conditional: ranked.length - eligible, blocked: blocked.length, ruledOut,
    priority: unitPriority(unit.unit, eligible, run.pool.asAt, policy),
    evidence: {
      version: 1, size: unit.ages.length, ages: [bandOf(unit.youngest), bandOf(unit.oldest)],
      needs: packLevels(policy.needs.map((key) => levelOf(unit.unit.needs, key))),
      essential: unit.unit.essential ?? [], contact: unit.unit.contact ?? null, gaps: gapsOf(unit),
      listed: ranked.sort(compareRanked).map(({ evidence }) => evidence), blocked,
    },
  };
}

// Letters are joined, and no list is made: a region has some 90,000 pairs, nearly all with nothing to note.
function judge({ rules: { rules } }: MatchRun, pair: Pair): { readonly blockers: string; readonly unknowns: string } {
  let blockers = '';
  let unknowns = '';
  for (let at = 0; at < rules.length; at += 1) {
    const outcome = rules[at]?.judge(pair);
    if (outcome === 'fail') blockers += letterOf(at);
    else if (outcome === 'unknown') unknowns += letterOf(at);
  }
  return { blockers, unknowns };
}

// One pass sums the rank and packs the fits; nothing is made per criterion.
function rank({ rules }: MatchRun, pair: Pair, offer: HouseholdEvidence, unknowns: string): Ranked {
  const { policy, criteria } = rules;
  const unknownFit = toTwentieths(policy.unknownFit);
  const letters = new Array<number>(criteria.length);
  let [weight, knownWeight, expected] = [0, 0, 0];
  for (let at = 0; at < criteria.length; at += 1) {
    const criterion = criteria[at] as SoftCriterion;
    const fit = criterion.judge(pair);
    letters[at] = packFit(fit);
    if (fit === 'notApplicable') continue;
    weight += criterion.weight;
    expected += criterion.weight * (fit === 'unknown' ? unknownFit : fit);
    if (fit !== 'unknown') knownWeight += criterion.weight;
  }
  const { unit } = pair.unit;
  const compromises = (unit.essential ?? []).filter((key) => policy.needs.includes(key) &&
    isStretch(levelOf(unit.needs, key), levelOf(pair.household.household.accepts, key), policy.maxNeedGap)).length;
  return {
    weight, knownWeight, expected, band: capBand(naturalBand(expected, bandThresholds(policy.bands, weight)), compromises),
    evidence: { offer, unknowns, fits: String.fromCharCode(...letters) },
  };
}

function compareRanked(a: Ranked, b: Ranked): number {
  return (
    Number(b.evidence.unknowns === '') - Number(a.evidence.unknowns === '') ||
    a.band - b.band ||
    compareTallies(a, b) ||
    compareCodePoints(a.evidence.offer.household, b.evidence.offer.household)
  );
}

function bandOf(months: number): string {
  return AGE_BANDS[Math.min(Math.floor(months / 24), AGE_BANDS.length - 1)] as string;
}
