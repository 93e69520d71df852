import { councilCuts, type Cuts } from './cuts';
import type { Definition } from './indicator';
import type { Month } from './periods';
import { regionCuts } from './region-cuts';
import { BALANCE, relationOf } from './relations';
import { countsOf, populationOf, type Counts } from './safe-counts';
import type { Block } from './shown';
import { standingCells } from './standing-cells';
import { followedBy, pooled, type Tally } from './tally';

/** Of each council, by its code, what each month holds of each indicator, by its code. */
export type CouncilMonths = ReadonlyMap<string, ReadonlyMap<Month, Readonly<Record<string, Tally>>>>;

/** What a block needs of a definition. `parts`: what the indicator is made of; of a time only flows are published. */
export type Published = Pick<Definition, 'code' | 'unit'> & { readonly parts: readonly Block['part'][] };

/**
 * What everybody in the region may know of these councils and of all of them together (agency null), in months without a gap: nothing in it, and nothing that can be
 * reckoned from it by whoever knows one council in full, tells of one to five children (domain.md 6.1; docs/adr/0032). `former` are the blocks that were shown before:
 * their runs are kept wherever they are still safe, since what has been seen cannot be taken back.
 */
export function blocksOf(councils: CouncilMonths, definitions: readonly Published[], former: readonly Block[] = []): readonly Block[] {
  const months = monthsBetween(councils);
  const history: History = { agencies: [...councils.keys()].sort(), months, councils, definitions: new Map(definitions.map((one) => [one.code, one])), former };
  const found: Found = new Map();
  return definitions.flatMap(({ code, unit, parts }) => [
    ...(parts.includes('FLOW') ? flowBlocks(history, code, flows(history, found, code)) : []),
    ...(parts.includes('STANDING') && unit !== 'days' ? standingBlocks(history, code, standing(history, found, code)) : []),
  ]);
}

interface History {
  readonly agencies: readonly string[];
  readonly months: readonly Month[];
  readonly councils: CouncilMonths;
  readonly definitions: ReadonlyMap<string, Published>;
  readonly former: readonly Block[];
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
  const { months, agencies } = history;
  const related = relatives(history, 'FLOW', code).map((other) => flows(history, found, other));
  const allowed = [...agencies, null].map((_, series) => [true, ...months].map((_month, node) => node > 0 && isAllowed(series, node) && related.every((cuts) => cuts[series]?.[node] ?? false)));
  const former = [...agencies, null].map((agency) => formerCuts(history, code, agency));
  const counts = countsOfAll(history, 'FLOW', code);
  const cuts = counts.map((one, series) => councilCuts({ counts: one, months, isAllowed: allowed[series] ?? [], former: former[series] ?? [] }));
  return [...cuts, regionCuts({ councils: counts, months, cuts, isAllowed: allowed[agencies.length] ?? [], former })];
}

function standing(history: History, found: Found, code: string): readonly Cuts[] {
  const key = `STANDING ${code}`;
  const related = relatives(history, 'STANDING', code).map((other) => standing(history, found, other));
  const allowed = [...history.agencies, null].map((_, series) => [false, ...history.months.map((_month, at) => related.every((cells) => cells[series]?.[at + 1] ?? false))]);
  const cells = found.get(key) ?? standingCells(countsOfAll(history, 'STANDING', code), allowed);
  found.set(key, cells);
  return cells;
}

const has = ({ definitions }: History, part: Block['part'], code: string): boolean => definitions.get(code)?.parts.includes(part) ?? false;

function relatives(history: History, part: Block['part'], code: string): readonly string[] {
  const { within, along } = relationOf(part, code);
  return [...within, ...along].filter((other) => has(history, part, other));
}

function countsOfAll(history: History, part: Block['part'], code: string): readonly Counts[] {
  const within = relationOf(part, code).within.filter((other) => has(history, part, other));
  const unitOf = (one: string): Definition['unit'] => history.definitions.get(one)?.unit ?? 'children';
  return history.agencies.map((agency) => {
    const others = within.map((other) => talliesOf(history, agency, other).map((tally) => populationOf(unitOf(other), part, tally)));
    return countsOf(unitOf(code), part, talliesOf(history, agency, code), others);
  });
}

const talliesOf = ({ councils, months }: History, agency: string, code: string): readonly Tally[] => months.map((month) => councils.get(agency)?.get(month)?.[code] ?? {});

function formerCuts({ months, former }: History, code: string, agency: string | null): readonly boolean[] {
  const runs = former.filter((block) => block.part === 'FLOW' && block.code === code && block.agency === agency);
  const ends = new Set(runs.flatMap(({ from, to }) => [months.indexOf(from), months.indexOf(to) + 1]));
  return [true, ...months].map((_, node) => node > 0 && ends.has(node));
}

function flowBlocks(history: History, code: string, cuts: readonly Cuts[]): readonly Block[] {
  const { agencies, months } = history;
  return [...agencies, null].flatMap((agency, series) => {
    const nodes = (cuts[series] ?? []).flatMap((isCut, node) => (isCut ? [node] : []));
    return nodes.slice(1).flatMap((node, at): readonly Block[] => {
      const start = nodes[at] ?? 0;
      if (!months.slice(start, node).every((month) => isThere(history, agency, month))) return [];
      const { days = [], of = 0, among = 0 } = (agency === null ? agencies : [agency])
        .map((one) => talliesOf(history, one, code).slice(start, node).reduce(followedBy, {})).reduce(pooled, {});
      return [{ agency, code, part: 'FLOW', from: months[start] as Month, to: months[node - 1] as Month, tally: { days, of, among } }];
    });
  });
}

function standingBlocks(history: History, code: string, cells: readonly Cuts[]): readonly Block[] {
  const { agencies, months } = history;
  return [...agencies, null].flatMap((agency, series) => months.flatMap((month, at): readonly Block[] => {
    if (!(cells[series]?.[at + 1] ?? false) || !isThere(history, agency, month)) return [];
    const { of = 0, among = 0 } = (agency === null ? agencies : [agency]).map((one) => talliesOf(history, one, code)[at] ?? {}).reduce(pooled, {}).atEnd ?? {};
    return [{ agency, code, part: 'STANDING', from: month, to: month, tally: { atEnd: { of, among } } }];
  }));
}

/** A month of which a council has told nothing is not one in which nothing happened. */
const isThere = ({ councils }: History, agency: string | null, month: Month): boolean => agency === null || (councils.get(agency)?.has(month) ?? false);

function monthsBetween(councils: CouncilMonths): readonly Month[] {
  return [...new Set([...councils.values()].flatMap((months) => [...months.keys()]))].sort();
}
