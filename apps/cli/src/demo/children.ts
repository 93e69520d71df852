import type { Actor } from '@hub/domain/access/actor';
import { CONSIDERED_WAYS, drawConsidered } from '@hub/domain/demonstration/considered';
import type { DemoAgency } from '@hub/domain/demonstration/region';
import { openFamilyFinding } from './family-finding';
import { loadMatches } from './files';
import { recordSteps } from './child-steps';
import { ownUnits, type OwnUnit } from './own-units';
import { releaseUnits } from './releases';
import { chanceFor, dayBetween, staffOf, type World } from './world';

/** What a council's own people do with its children. Answers the units that are in the pool. */
export async function loadChildrenOf(world: World, agency: DemoAgency): Promise<readonly string[]> {
  const { finder, manager } = staffOf(world, agency);
  if (!finder) return [];
  await enterLookedAfter(world, agency, finder);
  const random = chanceFor(world, agency, 'children');
  const open = await ownUnits(world, agency, finder);
  const active = await openFamilyFinding(world, finder, open, random);
  await loadMatches(world, agency);
  for (const [at, unit] of open.entries()) await recordSteps(world, finder, unit, at, random);
  await releaseUnits(world, { finder, manager }, active, random);
  return active.map(({ reference }: OwnUnit) => reference);
}

/** Looked after children for whom nothing is decided yet are in no list: the council's worker enters them. */
async function enterLookedAfter(world: World, agency: DemoAgency, finder: Actor): Promise<void> {
  const { services: { children, units }, today } = world;
  const random = chanceFor(world, agency, 'considered');
  for (const [number, way] of CONSIDERED_WAYS.entries()) {
    const facts = drawConsidered(agency, { number, asAt: today }, random);
    const reference = await children.create(finder, { facts });
    let onDate = facts.enteredCareOn ?? today;
    for (const event of way) {
      onDate = dayBetween(onDate, today, random);
      const child = (await units.view(finder, reference)).record?.children[0];
      if (child) await children.recordEvent(finder, { subject: child.reference, version: child.version, event, onDate });
    }
    // Early permanence is the one search that may begin before the decision.
    if (facts.earlyPermanence !== true) continue;
    const { record } = await units.view(finder, reference);
    await units.changeFamilyFinding(finder, { unit: reference, version: record?.version ?? 1, to: 'ACTIVE', onDate: today });
  }
}
