import { flowBlocks, standingBlocks } from './block-rows';
import { councilCuts, type Cuts } from './cuts';
import type { Former } from './former';
import { countsOfAll, formerCuts, has, historyOf, relatives, type CouncilMonths, type History, type Published } from './history';
import { BOUND_BY_LEAVING, leavingCounts } from './leaving';
import { regionCuts } from './region-cuts';
import { BALANCE, SPREAD_BOUND_BY } from './relations';
import type { Counts } from './safe-counts';
import type { Block } from './shown';
import { standingCells } from './standing-cells';

/**
 * What everybody in the region may know of these councils and of all of them together (agency null), in months without a gap: nothing in it, and nothing that can be
 * reckoned from it by whoever knows one council in full, tells of one to five children (domain.md 6.1; docs/adr/0032). `former` is what was shown before:
 * its runs are kept wherever they are still safe, since what has been seen cannot be taken back.
 */
export function blocksOf(councils: CouncilMonths, definitions: readonly Published[], former: Former = { agencies: [], blocks: [] }): readonly Block[] {
  const history = historyOf(councils, definitions, former);
  const found: Found = new Map();
  return definitions.flatMap(({ code, unit, parts }) => [
    ...(parts.includes('FLOW') ? flowBlocks(history, code, flows(history, found, code), flows(history, found, SPREAD_BOUND_BY.get(code) ?? code)) : []),
    ...(parts.includes('STANDING') && unit !== 'days' ? standingBlocks(history, code, standing(history, found, code)) : []),
  ]);
}

/** Cuts by part and code: of each council, and of the region last. */
type Found = Map<string, readonly Cuts[]>;
type IsAllowed = (series: number, node: number) => boolean;

function flows(history: History, found: Found, code: string): readonly Cuts[] {
  const isBalanced = [BALANCE.inflow, BALANCE.rest].some((one) => one === code) && has(history, 'STANDING', BALANCE.standing) && [BALANCE.inflow, BALANCE.outflow, BALANCE.rest].every((one) => has(history, 'FLOW', one));
  const key = `FLOW ${code}`;
  if (!found.has(key)) {
    if (isBalanced) balance(history, found);
    else found.set(key, reckonFlows(history, found, code, () => true));
  }
  return found.get(key) ?? [];
}

/** New decisions and reversals together: wherever decisions, adoptions and those who wait are shown, so are reversals, or else decisions are not. */
function balance(history: History, found: Found): void {
  const [outflow, stand] = [flows(history, found, BALANCE.outflow), standing(history, found, BALANCE.standing)];
  const banned = new Set<string>();
  for (;;) {
    const inflow = reckonFlows(history, found, BALANCE.inflow, (series, node) => !banned.has(`${series} ${node}`));
    const areShown: IsAllowed = (series, node) => [inflow, outflow, stand].every((one) => one[series]?.[node] ?? false);
    const rest = reckonFlows(history, found, BALANCE.rest, areShown);
    const before = banned.size;
    const areKnown: IsAllowed = (series, node) => [inflow, outflow, stand].every((one) => isKnown(one, series, node));
    rest.forEach((cuts, series) => cuts.forEach((isCut, node) => {
      if (isCut || !areKnown(series, node)) return;
      for (const one of series === history.agencies.length ? rest.keys() : [series]) banned.add(`${one} ${node}`);
    }));
    if (banned.size > before) continue;
    found.set(`FLOW ${BALANCE.inflow}`, inflow).set(`FLOW ${BALANCE.rest}`, rest);
    return;
  }
}

/** The region's is known too where every council's is, or every other's to the one that knows its own. */
function isKnown(cuts: readonly Cuts[], series: number, node: number): boolean {
  const lacking = cuts.filter((one, council) => council < cuts.length - 1 && !(one[node] ?? false)).length;
  return (cuts[series]?.[node] ?? false) || (series === cuts.length - 1 && lacking <= 1);
}

function reckonFlows(history: History, found: Found, code: string, isAllowed: IsAllowed): readonly Cuts[] {
  const related = relatives(history, 'FLOW', code).map((other) => flows(history, found, other));
  const allowed: IsAllowed = (series, node) => isAllowed(series, node) && related.every((cuts) => cuts[series]?.[node] ?? false);
  return cutsOfAll(history, countsOfAll(history, 'FLOW', code), (agency) => formerCuts(history, 'FLOW', code, agency), allowed);
}

/** Of each council, and of the region last. */
function cutsOfAll(history: History, counts: readonly Counts[], formerOf: (agency: string | null) => readonly boolean[], isAllowed: IsAllowed): readonly Cuts[] {
  const { agencies, months, changes, settled } = history;
  const former = [...agencies, null].map(formerOf);
  const allowed = former.map((before, series) => [true, ...months].map((_month, node) => node > 0 && isAllowed(series, node) && mayBeDivided(history, before, series, node)));
  const cuts = counts.map((one, series) => councilCuts({ counts: one, months, isAllowed: allowed[series] ?? [], former: former[series] ?? [] }));
  const fixed = agencies.map((agency, series) => (changes.joined.has(agency) ? (cuts[series] ?? []) : (former[series] ?? [])));
  const mayCut = [...cuts.filter((_, series) => changes.joined.has(agencies[series] ?? '') || changes.recounted.has(agencies[series] ?? '')), ...changes.left.map(formerOf)];
  const ofRegion = (allowed[agencies.length] ?? []).map((isOne, node) => isOne && (node > settled || mayCut.every((one) => one[node] ?? false)));
  return [...cuts, regionCuts({ councils: counts, months, cuts, isAllowed: ofRegion, former: [...fixed, former[agencies.length] ?? []] })];
}

/** In months that were shown of another region only where they were already, but for whoever has joined since. */
const mayBeDivided = ({ agencies, changes, settled }: History, before: readonly boolean[], series: number, node: number): boolean =>
  node > settled || (before[node] ?? false) || changes.joined.has(agencies[series] ?? '');

function standing(history: History, found: Found, code: string): readonly Cuts[] {
  const key = `STANDING ${code}`;
  if (!found.has(key)) found.set(key, reckonStanding(history, found, code));
  return found.get(key) ?? [];
}

function reckonStanding(history: History, found: Found, code: string): readonly Cuts[] {
  const related = relatives(history, 'STANDING', code).map((other) => standing(history, found, other));
  const bounds = BOUND_BY_LEAVING.includes(code) ? [...related, leaving(history, found)] : related;
  const formerOf = (agency: string | null): readonly boolean[] => formerCuts(history, 'STANDING', code, agency);
  const allowed = [...history.agencies, null].map((agency, series) => {
    const before = formerOf(agency);
    return [false, ...history.months.map((_month, at) => bounds.every((cells) => cells[series]?.[at + 1] ?? false) && mayBeDivided(history, before, series, at + 1))];
  });
  return withoutUnknownChanges(history, standingCells(countsOfAll(history, 'STANDING', code), allowed), formerOf);
}

/** The region's cell is left out where it was shown of another region and one by whom they differ is not shown. */
function withoutUnknownChanges({ agencies, changes, settled }: History, cells: readonly Cuts[], formerOf: (agency: string | null) => readonly boolean[]): readonly Cuts[] {
  const changed = [
    ...cells.filter((_, series) => changes.joined.has(agencies[series] ?? '') || changes.recounted.has(agencies[series] ?? '')), ...[...changes.recounted, ...changes.left].map(formerOf),
  ];
  return cells.map((one, series) => (series < agencies.length ? one : one.map((isShown, node) => isShown && (node > settled || changed.every((shown) => shown[node] ?? false)))));
}

/** Where those who wait to be placed may be shown: nobody is told who left, but whatever two such ends tell of it is made of runs between these cuts. */
function leaving(history: History, found: Found): readonly Cuts[] {
  const cuts = found.get('LEAVING') ?? cutsOfAll(history, leavingCounts(history), (agency) => formerCuts(history, 'STANDING', 'A9', agency), () => true);
  found.set('LEAVING', cuts);
  return cuts;
}
