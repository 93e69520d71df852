import type { Actor } from '@hub/domain/access/actor';
import { DomainError } from '@hub/domain/errors';
import type { PlacementEvent } from '@hub/domain/placements/events';
import type { World } from './world';

interface Heard {
  /** What the panel recommended. */
  readonly item: string;
  readonly unit: string;
  readonly isPlaced: boolean;
}

/** The decision maker approves the match; and where the children may be placed, they move in today. */
export async function placeMatch({ services: { decisions, panels, placements } }: World, { decider, finder, adopters }: { readonly decider: Actor; readonly finder: Actor; readonly adopters: Actor }, { item, unit, isPlaced }: Heard): Promise<void> {
  const heard = await panels.item(decider, item);
  const decided = await decisions.decide(decider, { item, version: heard?.version ?? 0, outcome: 'APPROVED', reasons: 'I accept the panel’s recommendation for the reasons that it gave.' }).then(() => true, refused);
  if (!decided) return;
  const [found] = (await placements.list(finder, { unit }, 1, 0)).items;
  if (!found) throw new Error('An approved match without its placement.');
  const take = async (event: PlacementEvent, words: string | null, children: readonly number[] = []): Promise<void> => {
    const { version } = (await placements.find(finder, found.reference)) ?? { version: 0 };
    await placements.step(finder, { placement: found.reference, version, event, words, children });
  };
  await take('PLAN_AGREED', 'Ten days of introductions, each a little longer, and the foster carers help with bedtime.');
  if (!isPlaced) return;
  await take('INTRODUCTIONS_STARTED', null);
  const placed = await take('PLACED', null, found.children.map(({ number }) => number)).then(() => true, refused);
  if (!placed) return;
  const { version } = (await placements.find(adopters, found.reference)) ?? { version: 0 };
  await placements.step(adopters, { placement: found.reference, version, event: 'SUPPORT_PLANNED', words: 'Weekly calls in the first month, and a course on attachment.' });
}

/** A match that the records do not let stand waits for its decision, and children for whom there is no authority yet in introductions. */
function refused(error: unknown): false {
  if (error instanceof DomainError && error.code === 'GUARD_FAILED') return false;
  throw error;
}
