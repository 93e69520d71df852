import type { HouseholdFacts } from '@hub/domain/adopters/facts';
import type { ChildFacts } from '@hub/domain/children/facts';
import { addMonths } from '@hub/domain/dates/day-count';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { systemClock } from '@hub/platform/clock';
import type { Town, World } from '../../../../test/harness/world';
import { applyHouseholds } from '../adopters/apply-households.queries';
import { loadHouseholds } from '../adopters/household-records.queries';
import { applyChildren } from '../children/apply-children.queries';
import { loadChildren } from '../children/child-records.queries';

/** For specs alone: children and households of a council, and what is read of them. */
export const today = isoDate(systemClock.today());
export const ago = (months: number): IsoDate => addMonths(today, -months);

export const childFacts = (externalId: string, over: Partial<ChildFacts> = {}): ChildFacts => ({
  externalId, firstName: `First ${externalId}`, lastName: 'Sparrow', address: '1 Quiet Lane', birthFamily: 'Mother', notes: 'Notes', dateOfBirth: ago(30), sex: 'F', ethnicity: 'WBRI',
  enteredCareOn: ago(14), admDecidedOn: ago(8), placementOrderOn: ago(6), needs: { attachment: 2 }, contact: 1, ...over,
});

export const householdFacts = (familyExternalId: string, over: Partial<HouseholdFacts> = {}): HouseholdFacts => ({
  familyExternalId, names: 'Robin and Sam Reed', address: '2 Mill Street', phone: '01632 960000', email: 'reed@example.test', enquiryOn: ago(20), roiOn: ago(18), stage1StartedOn: ago(17),
  stage1EndedOn: ago(14), stage2StartedOn: ago(13), approvedOn: ago(4), maxChildren: 2, ageMinMonths: 0, ageMaxMonths: 96, adults: [{ externalId: `${familyExternalId}-1`, firstName: 'Robin', lastName: 'Reed' }],
  ...over,
});

export interface Kept {
  readonly id: string;
  readonly reference: string;
}

export async function addChildren(world: World, town: Town, facts: readonly ChildFacts[]): Promise<Kept[]> {
  const actor = town.as('FAMILY_FINDER');
  const applied = await world.run(actor, 'imports.apply', (tx) => applyChildren(tx, world.vault, actor, facts, today));
  return applied.map(({ id, reference }) => ({ id: id ?? '', reference: reference ?? '' }));
}

export async function addHouseholds(world: World, town: Town, facts: readonly HouseholdFacts[]): Promise<Kept[]> {
  const actor = town.as('APPROVING_MANAGER');
  const applied = await world.run(actor, 'imports.apply', (tx) => applyHouseholds(tx, world.vault, actor, facts, today));
  return applied.map(({ id, reference }) => ({ id: id ?? '', reference: reference ?? '' }));
}

export async function nameOfChild(world: World, town: Town, { reference }: Pick<Kept, 'reference'>): Promise<string | null | undefined> {
  const found = await world.run(town.as('CHILDS_WORKER'), 'children.viewIdentity', (tx) => loadChildren(tx, world.vault, 'c.reference', [reference]));
  return found[0]?.details.identity.firstName;
}

export async function namesOfHousehold(world: World, town: Town, { reference }: Pick<Kept, 'reference'>): Promise<string | null | undefined> {
  const found = await world.run(town.as('ADOPTERS_WORKER'), 'adopters.viewIdentity', (tx) => loadHouseholds(tx, world.vault, 'h.reference', [reference]));
  return found[0]?.details.identity.names;
}
