import type { Actor } from '@hub/domain/access/actor';
import { addDays } from '@hub/domain/dates/day-count';
import { DomainError } from '@hub/domain/errors';
import { COUNCILS, staffOf, type World } from './world';

const UNIT_DAYS = 28;
const HOUSEHOLD_DAYS = 14;
const SEARCHES = 3;
const LONGER_DAYS = 53;

/** One council searches alone at first: three of its children are kept, one of them for longer. */
export async function searchAlone(world: World): Promise<void> {
  const { services: { localSearch, units }, today } = world;
  const council = COUNCILS[1];
  const { finder, manager } = council ? staffOf(world, council) : { finder: undefined, manager: undefined };
  if (!finder || !manager) return;
  await localSearch.setPolicy(manager, { startsOn: today, unitDays: UNIT_DAYS, householdDays: HOUSEHOLD_DAYS });
  const kept = await beginSearches(world, finder);
  const longest = kept[0];
  const record = longest ? (await units.view(finder, longest)).record : null;
  if (longest && record) await localSearch.keep(manager, { subjectType: 'UNIT', reference: longest, version: record.version, on: addDays(today, LONGER_DAYS), reason: 'Two of our own couples are being visited first' });
}

/** Of units for which nobody is sought yet, the first that may be. */
async function beginSearches({ services: { units, workers }, today }: World, finder: Actor): Promise<string[]> {
  const begun: string[] = [];
  const { items } = await units.search(finder, { filter: { own: true }, sort: 'REFERENCE', first: 200, after: null });
  for (const { reference } of items) {
    if (begun.length === SEARCHES) break;
    const { record } = await units.view(finder, reference);
    if (record?.familyFinding !== 'NOT_STARTED') continue;
    const started = await units.changeFamilyFinding(finder, { unit: reference, version: record.version, to: 'ACTIVE', onDate: today }).catch(notYet);
    if (!started) continue;
    await workers.assign(finder, reference, finder.userId);
    begun.push(reference);
  }
  return begun;
}

/** Adoption is not the decision yet. */
function notYet(error: unknown): null {
  if (error instanceof DomainError && error.code === 'GUARD_FAILED') return null;
  throw error;
}
