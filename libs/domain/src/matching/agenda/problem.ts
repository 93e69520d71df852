import { compareCodePoints } from '../code-points';
import { pairTest } from '../pair-test';
import { checkPins } from './check-pins';
import { checkSiblings } from './check-siblings';
import { householdPlacesOf, placesOf } from './places';
import type { AgendaRequest, AgendaUnit } from './request';

/** A pair that can be chosen. */
export interface AgendaLink {
  /** Place in the problem's links. */
  readonly at: number;
  /** Places in the problem's units and households. */
  readonly unit: number;
  readonly household: number;
  readonly rank: number;
  /** What the link adds to the objective: priority * rank / 100. */
  readonly gain: number;
  readonly pinned: boolean;
}

export interface ProblemUnit {
  readonly unit: string;
  readonly priority: number;
  /** What the unit's first link adds beyond its gain: firstLinkBonus * priority. */
  readonly bonus: number;
  /** The most links that it may have. */
  readonly places: number;
  /** Place in the problem's groups of the one whose plans name the unit. */
  readonly group: number | null;
  /** In the order of the households. */
  readonly links: readonly AgendaLink[];
}

export interface ProblemGroup {
  readonly group: string;
  /** Each a list of places in the problem's units. */
  readonly plans: readonly (readonly number[])[];
}

/**
 * A checked request in canonical order: units, households and groups by id. Two requests that differ in order alone give the
 * same problem, so that all that is made from it is the same to the byte. Ruled-out pairs are left out: they are 0.
 */
export interface AgendaProblem {
  readonly units: readonly ProblemUnit[];
  readonly households: readonly string[];
  readonly links: readonly AgendaLink[];
  readonly groups: readonly ProblemGroup[];
  /** The most links that each household may have, in their order. */
  readonly householdPlaces: readonly number[];
  /** `Infinity` where nobody said. */
  readonly maxLinks: number;
}

/** Makes the problem of a request. Throws a `DomainError` for pins that contradict each other, a limit or what is ruled out. */
export function agendaProblem(request: AgendaRequest): AgendaProblem {
  checkSiblings(request);
  checkPins(request);
  const { limits, maxLinks } = request;
  const wanted = [...request.units].sort((a, b) => compareCodePoints(a.unit, b.unit));
  const households = [...new Set(wanted.flatMap(({ candidates }) => candidates.map(({ household }) => household)))].sort(compareCodePoints);
  const siblings = [...request.siblings].sort((a, b) => compareCodePoints(a.group, b.group));
  const groupOf = new Map(siblings.flatMap(({ plans }, at) => plans.flat().map((unit) => [unit, at])));
  const linksOf = linkMaker(request, households);
  const units = wanted.map((unit, at) => ({
    unit: unit.unit,
    priority: unit.priority,
    bonus: limits.firstLinkBonus * unit.priority,
    places: placesOf(request, unit),
    group: groupOf.get(unit.unit) ?? null,
    links: linksOf(unit, at),
  }));
  const places = new Map(units.map(({ unit }, at) => [unit, at]));
  const groups = siblings.map(({ group, plans }) => ({ group, plans: plans.map((plan) => plan.map((unit) => places.get(unit) as number)) }));
  return {
    units,
    households,
    links: units.flatMap(({ links }) => links),
    groups,
    householdPlaces: households.map((household) => householdPlacesOf(request, household)),
    maxLinks: maxLinks ?? Infinity,
  };
}

// Numbers the links through all units, in the order in which it is called.
function linkMaker({ pinned, ruledOut }: AgendaRequest, households: readonly string[]) {
  const places = new Map(households.map((household, at) => [household, at]));
  const isPinned = pairTest(pinned);
  const isRuledOut = pairTest(ruledOut);
  let next = 0;
  return ({ unit, priority, candidates }: AgendaUnit, at: number): readonly AgendaLink[] =>
    candidates
      .filter(({ household }) => !isRuledOut(unit, household))
      .map(({ household, rank }) => ({ place: places.get(household) as number, rank, pinned: isPinned(unit, household) }))
      .sort((a, b) => a.place - b.place)
      .map(({ place, rank, pinned: isKept }) => ({
        at: next++, unit: at, household: place, rank, gain: (priority * rank) / 100, pinned: isKept,
      }));
}
