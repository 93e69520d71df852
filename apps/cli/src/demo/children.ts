import type { Actor } from '@hub/domain/access/actor';
import type { ChildEvent } from '@hub/domain/children/events';
import { addDays, daysBetween } from '@hub/domain/dates/day-count';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { drawConsidered } from '@hub/domain/demonstration/considered';
import type { DemoAgency } from '@hub/domain/demonstration/region';
import type { RandomSource } from '@hub/domain/matching/random';
import { openFamilyFinding } from './family-finding';
import { ownUnits, type OwnUnit } from './own-units';
import { releaseUnits } from './releases';
import { chanceFor, dayBetween, staffOf, type World } from './world';

const CONSIDERED = 3;
/** Children wait ten weeks after the placement before anybody may apply for the order. */
const BEFORE_APPLYING = 75;

/** What a council's own people do with its children. Answers the units that are in the pool. */
export async function loadChildrenOf(world: World, agency: DemoAgency): Promise<readonly string[]> {
  const { finder, manager } = staffOf(world, agency);
  if (!finder) return [];
  await considerChildren(world, agency, finder);
  const random = chanceFor(world, agency, 'children');
  const units = await ownUnits(world, agency, finder);
  for (const [at, unit] of units.entries()) await recordNext(world, finder, unit, at, random);
  const active = await openFamilyFinding(world, finder, units, random);
  await releaseUnits(world, { finder, manager }, active, random);
  return active.map(({ reference }) => reference);
}

/** Children for whom adoption is only considered are in no list: the council's worker enters them. */
async function considerChildren(world: World, agency: DemoAgency, finder: Actor): Promise<void> {
  const { services: { children, units }, today } = world;
  const random = chanceFor(world, agency, 'considered');
  for (let number = 0; number < CONSIDERED; number += 1) {
    const facts = drawConsidered(agency, { number, asAt: today }, random);
    const reference = await children.create(finder, { facts });
    const { record } = await units.view(finder, reference);
    const child = record?.children[0];
    if (!child) continue;
    const onDate = dayBetween(facts.enteredCareOn ?? today, today, random);
    await children.recordEvent(finder, { subject: child.reference, version: child.version, event: 'ADOPTION_CONSIDERED', onDate });
    // Early permanence is the one search that may begin before the decision.
    if (facts.earlyPermanence !== true) continue;
    const { record: now } = await units.view(finder, reference);
    await units.changeFamilyFinding(finder, { unit: reference, version: now?.version ?? 1, to: 'ACTIVE', onDate: today });
  }
}

/** Steps that no list carries: introductions, the application for the order, an open link. */
async function recordNext({ services: { children }, today }: World, finder: Actor, unit: OwnUnit, at: number, random: RandomSource): Promise<void> {
  const step = nextStep(unit, at, today);
  if (!step) return;
  const onDate = dayBetween(step.from, today, random);
  for (const { reference, version } of unit.record.children) await children.recordEvent(finder, { subject: reference, version, event: step.event, onDate });
}

function nextStep({ drawn: { stage, children } }: OwnUnit, at: number, today: IsoDate): { event: ChildEvent; from: IsoDate } | null {
  const { matchedOn, placedOn } = children[0] ?? {};
  if (stage === 'MATCHED' && matchedOn && at % 2 === 0) return { event: 'INTRODUCTIONS_STARTED', from: matchedOn };
  if (stage === 'PLACED' && placedOn && daysBetween(placedOn, today) > BEFORE_APPLYING && at % 2 === 0) return { event: 'AO_APPLIED', from: addDays(placedOn, BEFORE_APPLYING) };
  return stage === 'SEARCHING' && at % 12 === 5 ? { event: 'LINK_OPENED', from: addDays(today, -20) } : null;
}
