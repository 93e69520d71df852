import { newReference } from '@hub/platform/reference';
import { rows, type Tx } from './tx';

/**
 * `count` references that no child, group or family of any agency has; the next ones of `draw`, in its order, without those that are taken.
 * Two transactions at once can still draw the same: the second meets the unique key and is told BUSY.
 */
export async function drawReferences(tx: Tx, count: number, draw: () => string = newReference): Promise<readonly string[]> {
  const free = new Set<string>();
  while (free.size < count) {
    const drawn = Array.from({ length: count - free.size }, () => draw());
    const taken = new Set((await rows<{ reference: string }>(tx, 'select hub.taken_references($1::text[]) as reference', [drawn])).map(({ reference }) => reference));
    for (const reference of drawn) if (!taken.has(reference)) free.add(reference);
  }
  return [...free];
}
