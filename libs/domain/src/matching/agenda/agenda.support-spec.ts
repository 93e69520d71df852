import * as fc from 'fast-check';
import type { AgendaPair, AgendaRequest } from './request';

/** A request with no pins, no groups and room for everything, but for what differs. */
export function requestOf(units: AgendaRequest['units'], changes: Partial<AgendaRequest> = {}): AgendaRequest {
  return { units, siblings: [], limits: { firstLinkBonus: 1, perUnit: 5, perHousehold: 3 }, maxLinks: null, pinned: [], ruledOut: [], ...changes };
}

/** A unit whose candidates are given as household and rank. */
export function unitOf(unit: string, priority: number, candidates: Readonly<Record<string, number>>): AgendaRequest['units'][number] {
  return { unit, priority, candidates: Object.entries(candidates).map(([household, rank]) => ({ household, rank })) };
}

const rank = fc.oneof(fc.constantFrom(0, 50, 75, 100), fc.integer({ min: 0, max: 1000 }).map((tenths) => tenths / 10));
const priority = fc.constantFrom(1, 1.25, 1.5, 2);
// By UTF-16 units and by code points these stand in different orders.
const unitIds = ['U', '\u{1F3E0}', '\uFFFD', 'u', 'V'];

/** Small requests, with ties, tight limits, and pins that often contradict each other. At most 10 pairs: 1,024 agendas. */
export const smallRequest: fc.Arbitrary<AgendaRequest> = fc
  .record({
    priorities: fc.array(priority, { minLength: 3, maxLength: 5 }),
    pairs: fc.uniqueArray(fc.tuple(fc.nat(4), fc.nat(3), rank), { minLength: 6, maxLength: 10, selector: ([unit, household]) => `${unit}:${household}` }),
    perUnit: fc.integer({ min: 1, max: 3 }),
    perHousehold: fc.integer({ min: 1, max: 3 }),
    firstLinkBonus: fc.constantFrom(0, 0.3, 1),
    maxLinks: fc.option(fc.integer({ min: 1, max: 6 })),
    pins: fc.array(fc.nat(7), { maxLength: 3 }),
    ruledOut: fc.array(fc.nat(7), { maxLength: 2 }),
    left: fc.array(fc.nat(3), { maxLength: 2 }),
    householdsLeft: fc.array(fc.nat(3), { maxLength: 2 }),
    plans: fc.constantFrom<number[][][]>([], [[[0], [1, 2]]], [[[0], [1, 2], [1, 3]]], [[[0], [1]], [[2], [3, 4]]], [[[0, 1], [2]], [[3], [4]]]),
  })
  .map(({ priorities, pairs, pins, ruledOut, plans, maxLinks, left, householdsLeft, ...limits }) => {
    const ids = unitIds.slice(0, priorities.length);
    const known = pairs.filter(([unit]) => unit < ids.length);
    const named = (at: number): AgendaPair[] => known.slice(at, at + 1).map(([unit, household]) => ({ unit: ids[unit] as string, household: `H${household}` }));
    return {
      units: ids.map((unit, at) => ({
        unit,
        priority: priorities[at] as number,
        ...(left[at] !== undefined && { places: left[at] }),
        candidates: known.filter(([of]) => of === at).map(([, household, of]) => ({ household: `H${household}`, rank: of })),
      })),
      siblings: plans.map((of, group) => ({ group: `G${group}`, plans: of.map((plan) => plan.flatMap((unit) => ids[unit] ?? [])) })),
      limits,
      householdPlaces: new Map(householdsLeft.map((places, at) => [`H${at}`, places])),
      maxLinks,
      pinned: pins.flatMap(named),
      ruledOut: ruledOut.flatMap(named),
    };
  });

/** All pairs of a request, ruled out or not. */
export function pairsOf({ units }: AgendaRequest): readonly (AgendaPair & { readonly gain: number })[] {
  return units.flatMap(({ unit, priority: of, candidates }) => candidates.map(({ household, rank: points }) => ({ unit, household, gain: (of * points) / 100 })));
}

/** Whether a set of links keeps every limit, pin, ruling-out and plan; written from matching's statement, not from the programme. */
export function isAllowed(links: readonly AgendaPair[], { units, limits, householdPlaces, maxLinks, pinned, ruledOut, siblings }: AgendaRequest): boolean {
  const keeps = (keyOf: (link: AgendaPair) => string, most: (key: string) => number): boolean => {
    const counts = new Map<string, number>();
    for (const link of links) counts.set(keyOf(link), (counts.get(keyOf(link)) ?? 0) + 1);
    return [...counts].every(([key, count]) => count <= most(key));
  };
  const has = (pair: AgendaPair): boolean => links.some(({ unit, household }) => unit === pair.unit && household === pair.household);
  return (
    keeps(({ unit }) => unit, (key) => Math.min(limits.perUnit, units.find(({ unit }) => unit === key)?.places ?? 9)) &&
    keeps(({ household }) => household, (key) => Math.min(limits.perHousehold, householdPlaces?.get(key) ?? 9)) &&
    (maxLinks === null || links.length <= maxLinks) && pinned.every(has) && !ruledOut.some(has) &&
    siblings.every(({ plans }) => {
      const linked = links.map(({ unit }) => unit).filter((unit) => plans.some((plan) => plan.includes(unit)));
      return linked.length === 0 || plans.some((plan) => linked.every((unit) => plan.includes(unit)));
    })
  );
}

/** The worth of some links: sum priority * R / 100 * x + firstLinkBonus * sum priority * y. */
export function worthOf(links: readonly AgendaPair[], request: AgendaRequest): number {
  const has = ({ unit, household }: AgendaPair): boolean => links.some((link) => link.unit === unit && link.household === household);
  const gains = pairsOf(request).filter(has).reduce((sum, { gain }) => sum + gain, 0);
  const linked = request.units.filter(({ unit }) => links.some((link) => link.unit === unit));
  return gains + request.limits.firstLinkBonus * linked.reduce((sum, unit) => sum + unit.priority, 0);
}

/** The best worth over every set of pairs, one by one; `null` where none is allowed. */
export function exhaustiveBest(request: AgendaRequest): number | null {
  const pairs = pairsOf(request);
  let best: number | null = null;
  for (let set = 0; set < 2 ** pairs.length; set += 1) {
    const links = pairs.filter((_, at) => Math.floor(set / 2 ** at) % 2 === 1);
    if (isAllowed(links, request)) best = Math.max(best ?? 0, worthOf(links, request));
  }
  return best;
}
