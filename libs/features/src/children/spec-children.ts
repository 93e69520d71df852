import type { ChildFacts } from '@hub/domain/children/facts';
import { addMonths } from '@hub/domain/dates/day-count';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { systemClock } from '@hub/platform/clock';
import { applyChildren } from './apply-children.queries';
import type { Town, World } from './spec-world';

export const TODAY = isoDate(systemClock.today());
export const ago = (months: number): IsoDate => addMonths(TODAY, -months);

/** A child with authority to place, as a file tells of one. */
export const facts = (externalId: string, over: Partial<ChildFacts> = {}): ChildFacts => ({
  externalId, firstName: 'Canary', lastName: 'Sparrow', dateOfBirth: ago(30), sex: 'F', ethnicity: 'WBRI', enteredCareOn: ago(14), admDecidedOn: ago(8),
  placementOrderOn: ago(6), needs: { attachment: 2, neglectOrAbuse: 1 }, contact: 1, heritage: ['WBRI'], ...over,
});

/** Brings a child whose family finding is active; answers the unit's reference. */
export async function activeUnit(world: World, town: Town, externalId: string, over: Partial<ChildFacts> = {}): Promise<string> {
  const finder = town.as('FAMILY_FINDER');
  const [row] = await world.run(finder, 'imports.apply', (tx) => applyChildren(tx, world.vault, finder, [facts(externalId, { familyFinding: 'ACTIVE', ...over })], TODAY));
  const found = await world.sql<{ reference: string }>('select u.reference from hub.unit u join hub.child c on c.unit_id = u.id where c.id = $1', [row?.id]);
  return found[0]?.reference ?? '';
}

/** What a refusal says. */
export function told(promise: Promise<unknown>): Promise<unknown> {
  return promise.then(() => 'no error', ({ code, message, details }) => ({ code, message, details }));
}
