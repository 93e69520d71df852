import type { HouseholdFacts } from '@hub/domain/adopters/facts';
import type { ChildFacts } from '@hub/domain/children/facts';
import { addDays, addMonths } from '@hub/domain/dates/day-count';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { generatePool } from '@hub/domain/matching/generate-pool';
import type { Household, Unit } from '@hub/domain/matching/pool';
import { applyHouseholds } from '@hub/features/adopters/apply-households.queries';
import { applyChildren } from '@hub/features/children/apply-children.queries';
import type { Town, World } from '../../test/harness/world';
import { systemClock } from '@hub/platform/clock';

export interface Size {
  readonly units: number;
  readonly households: number;
}

const VOLUNTARY: readonly string[] = ['VA1', 'VA2'];

/** A synthetic region of that size, brought in as files bring it; answers its agencies, first the council that searches. */
export async function fillRegion(world: World, { units, households }: Size): Promise<readonly Town[]> {
  const asAt = isoDate(systemClock.today());
  const pool = generatePool({ seed: 11, units, households, asAt });
  const codes = [...new Set([...pool.units, ...pool.households].map(({ agency }) => agency))].sort();
  const towns = new Map<string, Town>();
  for (const code of codes) towns.set(code, await world.town(code, VOLUNTARY.includes(code) ? 'VOLUNTARY' : 'COUNCIL'));
  await world.agree(...towns.values());
  for (const town of towns.values()) {
    const worker = town.as('APPROVING_MANAGER');
    const homes = pool.households.filter(({ agency }) => agency === town.code).map((household) => householdFacts(household, asAt));
    await world.run(worker, 'imports.apply', (tx) => applyHouseholds(tx, world.vault, worker, homes, asAt));
    // A voluntary agency has no children of its own, and the generator does not know: another council takes them.
    const host = town.kind === 'COUNCIL' ? town : towns.get(codes[0] ?? '');
    const children = pool.units.filter(({ agency }) => agency === town.code).flatMap((unit) => childrenOf(unit));
    const manager = host?.as('APPROVING_MANAGER') ?? worker;
    await world.run(manager, 'imports.apply', (tx) => applyChildren(tx, world.vault, manager, children, asAt));
  }
  await world.sql('analyze');
  return [...towns.values()];
}

function childrenOf(unit: Unit): ChildFacts[] {
  return unit.members.map(({ dateOfBirth, sex }, at) => ({
    externalId: `${unit.id}-${at}`, dateOfBirth, sex: sex ?? 'U', enteredCareOn: addDays(unit.waitingSince, -200), admDecidedOn: unit.waitingSince,
    waitingSince: unit.waitingSince, needs: unit.needs ?? {}, essential: unit.essential ?? [], earlyPermanence: unit.earlyPermanence ?? null,
    contact: unit.contact ?? null, heritage: unit.heritage ?? null, languages: unit.languages ?? null, religion: unit.religion ?? null,
    petsRisk: unit.petsRisk ?? null, familyFinding: 'ACTIVE', ...(unit.members.length > 1 ? { siblingGroup: unit.id, siblingPlan: 'TOGETHER' as const } : {}),
  }));
}

function householdFacts({ id, available, ...home }: Household, asAt: IsoDate): HouseholdFacts {
  const approved = available !== null && available !== undefined;
  return {
    familyExternalId: id, enquiryOn: addMonths(asAt, -14), stage2StartedOn: addMonths(asAt, -5), approvedOn: approved ? addMonths(asAt, -1) : null,
    provisionalPanelOn: approved ? null : addMonths(asAt, 1), availability: available === false ? 'NOT_AVAILABLE' : approved ? 'AVAILABLE' : null,
    shareConsent: home.shareConsent ?? null, maxChildren: home.maxChildren ?? null, ageMinMonths: home.ageMonths?.min ?? null, ageMaxMonths: home.ageMonths?.max ?? null,
    sexPreference: home.sex ?? null, accepts: home.accepts ?? {}, earlyPermanence: home.earlyPermanence ?? null, contact: home.contact ?? null,
    heritage: home.heritage ?? null, languages: home.languages ?? null, religion: home.religion ?? null, pets: home.pets ?? null, smokers: home.smokers ?? null,
  };
}
