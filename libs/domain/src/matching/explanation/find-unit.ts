import { AGE_BANDS } from '../../children/bands';
import { BANDS, bandThresholds, capBand, naturalBand } from '../bands';
import { compareCodePoints } from '../code-points';
import { isStretch } from '../fits';
import type { MatchRun } from '../match-pool';
import { levelOf } from '../pool';
import type { PreparedHousehold, PreparedUnit } from '../prepared';
import type { Band } from '../result';
import { unitPriority } from '../priority';
import { findAlike, type AlikeHouseholds } from './alike';
import { packLevels } from './codes';
import { packOffers, placeText, type PackedEvidence } from './evidence';
import { gapsOf } from './gaps';
import { judgeStandings, speller, type Standings } from './standings';
import { weighUnit } from './weigh-unit';

/** What a run found for one unit. */
export interface UnitFinding {
  readonly unit: string;
  readonly eligible: number;
  readonly conditional: number;
  readonly blocked: number;
  readonly ruledOut: number;
  readonly priority: number;
  /** The band of the first on the list; null where nobody is listed. */
  readonly best: Band | null;
  readonly evidence: PackedEvidence;
}

/** On how many lists each household stands, by its id; runs that share it count together. */
export type ShortlistCounts = Map<string, number>;

/** A run made ready for evidence. */
export interface EvidenceRun {
  readonly run: MatchRun;
  readonly alike: AlikeHouseholds;
  readonly counts: ShortlistCounts;
  readonly spell: (bits: number) => string;
  /** The places of the households, as the evidence writes them. */
  readonly places: readonly string[];
}

/** `counts` where several runs, one for each agency's partners, count together. */
export function startEvidence(run: MatchRun, counts: ShortlistCounts = new Map()): EvidenceRun {
  return { run, alike: findAlike(run.households, run.rules), counts, spell: speller(), places: run.households.map((_, at) => placeText(at)) };
}

/** Judges one unit by the rules against every household, weighs what is listed, orders it, counts the lists and writes the evidence. */
export function findUnit(evidenceRun: EvidenceRun, unit: PreparedUnit): UnitFinding {
  const { run, alike, counts } = evidenceRun;
  const standings = judgeStandings(run, alike.rules, unit);
  const places = placesOf(standings.fails);
  for (const place of places) {
    const { id } = (run.households[place] as PreparedHousehold).household;
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  const { order, eligible, best, lineOf } = rankListed(evidenceRun, unit, places, standings.unknowns);
  const blocked = blockedLines(evidenceRun, standings);
  return {
    unit: unit.unit.id, eligible, conditional: places.length - eligible, blocked: blocked.length, ruledOut: standings.ruledOut,
    priority: unitPriority(unit.unit, eligible, run.pool.asAt, run.rules.policy), best,
    evidence: { ...factsOf(run, unit), listed: order.map(lineOf).join('\n'), blocked: blocked.join('\n') },
  };
}

/** Places of the households that no rule blocks. */
function placesOf(fails: Float64Array): Uint32Array {
  const places = new Uint32Array(fails.length);
  let listed = 0;
  for (let at = 0; at < fails.length; at += 1) if (fails[at] === 0) places[listed++] = at;
  return places.subarray(0, listed);
}

interface RankedList {
  readonly order: number[];
  readonly eligible: number;
  readonly best: Band | null;
  readonly lineOf: (listed: number) => string;
}

const CONDITIONAL = 4;

// Columns and an order of places, no object for each pair: a region lists some 25,000 of them.
function rankListed(evidenceRun: EvidenceRun, unit: PreparedUnit, places: Uint32Array, unknowns: Float64Array): RankedList {
  const { run, alike, spell, places: texts } = evidenceRun;
  const weights = weighUnit(run, alike.criteria, unit, places);
  const { weight, knownWeight, expected } = weights;
  const householdAt = (at: number): PreparedHousehold => run.households[places[at] as number] as PreparedHousehold;
  const bandOf = bander(run, unit);
  // Eligible before conditional, then the band.
  const groups = new Uint8Array(places.length);
  const order: number[] = [];
  let eligible = 0;
  for (let at = 0; at < places.length; at += 1) {
    const isEligible = unknowns[places[at] as number] === 0;
    if (isEligible) eligible += 1;
    groups[at] = (isEligible ? 0 : CONDITIONAL) + bandOf(householdAt(at), expected[at] as number, weight[at] as number);
    order.push(at);
  }
  const column = (values: Float64Array, at: number): number => values[at] as number;
  const compare = (a: number, b: number): number =>
    (groups[a] as number) - (groups[b] as number) ||
    column(expected, b) * column(weight, a) - column(expected, a) * column(weight, b) ||
    column(knownWeight, b) * column(weight, a) - column(knownWeight, a) * column(weight, b) ||
    compareCodePoints(householdAt(a).household.id, householdAt(b).household.id);
  order.sort(compare);
  const [first] = order;
  return {
    order, eligible, best: first === undefined ? null : (BANDS[(groups[first] as number) % CONDITIONAL] ?? null),
    lineOf: (at) => `${texts[places[at] as number]}|${spell(unknowns[places[at] as number] as number)}|${weights.fits(at)}`,
  };
}

function blockedLines({ places, spell }: EvidenceRun, { fails, unknowns }: Standings): string[] {
  const lines: string[] = [];
  for (let at = 0; at < fails.length; at += 1) {
    if (fails[at] !== 0) lines.push(`${places[at]}|${spell(fails[at] as number)}|${spell(unknowns[at] as number)}`);
  }
  return lines;
}

function factsOf({ rules: { policy } }: MatchRun, prepared: PreparedUnit): Omit<PackedEvidence, 'listed' | 'blocked'> {
  const { unit, ages, youngest, oldest } = prepared;
  return {
    version: 2, size: ages.length, ages: [ageBand(youngest), ageBand(oldest)], needs: packLevels(policy.needs.map((key) => levelOf(unit.needs, key))),
    essential: unit.essential ?? [], contact: unit.contact ?? null, gaps: gapsOf(prepared),
  };
}

/** What the run tells of each household, in the run's order; once every unit has been found, so that each list is counted. */
export function offersOf({ run, counts }: EvidenceRun): string {
  const { needs } = run.rules.policy;
  return packOffers(run.households.map(({ household: { id, accepts, contact, ageMonths } }) => ({
    household: id, offers: packLevels(needs.map((key) => levelOf(accepts, key))), contact: contact ?? null,
    ages: ageMonths ? [ageMonths.min, ageMonths.max] : null, onShortlists: counts.get(id) ?? 0,
  })));
}

/** The band of a household, capped by its compromises on needs that the unit marks essential. */
function bander({ rules: { policy } }: MatchRun, { unit }: PreparedUnit): (household: PreparedHousehold, expected: number, weight: number) => number {
  const essential = (unit.essential ?? []).flatMap((key) => (policy.needs.includes(key) ? [{ key, need: levelOf(unit.needs, key) }] : []));
  const thresholds = new Map<number, ReturnType<typeof bandThresholds>>();
  return ({ household }, expected, weight) => {
    const limits = thresholds.get(weight) ?? bandThresholds(policy.bands, weight);
    thresholds.set(weight, limits);
    const band = naturalBand(expected, limits);
    if (essential.length === 0) return band;
    return capBand(band, essential.filter(({ key, need }) => isStretch(need, levelOf(household.accepts, key), policy.maxNeedGap)).length);
  };
}

function ageBand(months: number): string {
  return AGE_BANDS[Math.min(Math.floor(months / 24), AGE_BANDS.length - 1)] as string;
}
