import { DomainError } from '../../errors';
import type { ErrorCode } from '../../errors';
import { pairTest } from '../pair-test';
import { householdPlacesOf, placesOf } from './places';
import type { AgendaPair, AgendaRequest } from './request';

/**
 * Throws where the pins leave no agenda at all: `CONFLICT` where they contradict each other or what may be chosen,
 * `LIMIT_EXCEEDED` where there are too many; `details.pairs` are the pins at fault. Pins that pass can all be kept together.
 */
export function checkPins(request: AgendaRequest): void {
  const isPinned = pairTest(request.pinned);
  const pins = request.units.flatMap(({ unit, candidates }) =>
    candidates.filter(({ household }) => isPinned(unit, household)).map(({ household }) => ({ unit, household })),
  );
  refuse('CONFLICT', 'A pair is both pinned and ruled out. Take one of the two back.', request.pinned.filter(isIn(request.ruledOut)));
  const others = request.pinned.filter((pair) => !isIn(pins)(pair));
  refuse('CONFLICT', 'A pinned pair is not among those to choose from: a rule blocks it, or the two were not compared. Take the pin back.', others);
  checkLimits(pins, request);
  checkPlans(pins, request);
}

function checkLimits(pins: readonly AgendaPair[], request: AgendaRequest): void {
  const { units, maxLinks } = request;
  const places = new Map(units.map((unit) => [unit.unit, placesOf(request, unit)]));
  refuse('LIMIT_EXCEEDED', 'More families are pinned for one child or group than it has room for. Take some of the pins back.', crowd(pins, ({ unit }) => unit, (unit) => places.get(unit) ?? 0));
  refuse('LIMIT_EXCEEDED', 'One family is pinned for more children or groups than it has room for. Take some of the pins back.', crowd(pins, ({ household }) => household, (household) => householdPlacesOf(request, household)));
  if (maxLinks === null || pins.length <= maxLinks) return;
  refuse('LIMIT_EXCEEDED', `The meeting has room for ${maxLinks} of the ${pins.length} pins. Take some back or make room.`, pins);
}

function checkPlans(pins: readonly AgendaPair[], { siblings }: AgendaRequest): void {
  for (const { plans } of siblings) {
    const ofGroup = pins.filter(({ unit }) => plans.some((plan) => plan.includes(unit)));
    if (plans.length > 0 && plans.every((plan) => !ofGroup.every(({ unit }) => plan.includes(unit)))) {
      refuse('CONFLICT', 'Siblings are pinned both together and apart. Keep the pins of one plan.', ofGroup);
    }
  }
}

// The pairs of the first that stands in more of them than it may.
function crowd(pins: readonly AgendaPair[], keyOf: (pair: AgendaPair) => string, mostOf: (key: string) => number): readonly AgendaPair[] {
  const byKey = new Map<string, AgendaPair[]>();
  for (const pair of pins) byKey.set(keyOf(pair), [...(byKey.get(keyOf(pair)) ?? []), pair]);
  return [...byKey].find(([key, pairs]) => pairs.length > mostOf(key))?.[1] ?? [];
}

function isIn(pairs: readonly AgendaPair[]): (pair: AgendaPair) => boolean {
  const test = pairTest(pairs);
  return ({ unit, household }) => test(unit, household);
}

function refuse(code: ErrorCode, message: string, pairs: readonly AgendaPair[]): void {
  if (pairs.length > 0) throw new DomainError(code, message, { pairs: pairs.map(({ unit, household }) => ({ unit, household })) });
}
