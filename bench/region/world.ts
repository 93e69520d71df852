import { isoDate } from '@hub/domain/dates/iso-date';
import type { ChildFacts } from '@hub/domain/children/facts';
import type { HouseholdFacts } from '@hub/domain/adopters/facts';
import { drawSince, drawUnit } from '@hub/domain/demonstration/children';
import { drawHousehold } from '@hub/domain/demonstration/households';
import { DEMO_AGENCIES } from '@hub/domain/demonstration/region';
import { randomSource } from '@hub/domain/matching/random';
import { applyHouseholds } from '@hub/features/adopters/apply-households.queries';
import { applyChildren } from '@hub/features/children/apply-children.queries';
import type { Town, World } from '@hub/features/children/spec-world';
import { systemClock } from '@hub/platform/clock';

const ROLES = ['FAMILY_FINDER', 'ADOPTERS_WORKER', 'APPROVING_MANAGER'] as const;
const TODAY = isoDate(systemClock.today());

/** Councils with so many units whose search is active and so many available households between them, by the same writes as an import's. */
export async function settleRegion(world: World, units: number, households: number): Promise<Town> {
  const councils = DEMO_AGENCIES.filter(({ kind }) => kind === 'COUNCIL');
  const random = randomSource(11);
  const towns: Town[] = [];
  for (const [at, agency] of councils.entries()) {
    const town = await world.town(agency.code);
    towns.push(town);
    const share = (total: number): number => Math.floor(total / councils.length) + (at < total % councils.length ? 1 : 0);
    const children = Array.from({ length: share(units) }, (_, index) => drawUnit(agency, 'SEARCHING', drawSince('SEARCHING', random), { asAt: TODAY, number: index }, random).children)
      .flat().map((child): ChildFacts => ({ ...child, familyFinding: 'ACTIVE' }));
    const families = Array.from({ length: share(households) }, (_, index): HouseholdFacts => drawHousehold(agency, 'APPROVED', { asAt: TODAY, number: index }, random).facts);
    const actor = town.as(...ROLES);
    await world.run(actor, 'imports.apply', (tx) => applyChildren(tx, world.vault, actor, children, TODAY));
    await world.run(actor, 'imports.apply', (tx) => applyHouseholds(tx, world.vault, actor, families, TODAY));
  }
  await world.agree(...towns);
  await world.sql(`update hub.app_user set roles = $1`, [[...ROLES]]);
  return towns[0] as Town;
}
