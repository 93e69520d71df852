/** What a selection holds: children or groups, or households. */
export const SELECTION_OF = ['UNIT', 'HOUSEHOLD'] as const;
export type SelectionOf = (typeof SELECTION_OF)[number];

/** What people do to a selection, as its history keeps it. */
export const SELECTION_CHANGES = ['CREATED', 'KEPT', 'NOTED', 'MOVED', 'REMOVED', 'ENDED'] as const;
export type SelectionChangeKind = (typeof SELECTION_CHANGES)[number];

/** More would be no selection any more. */
export const MOST_ENTRIES = 50;

/** More would not stand side by side on a page. */
export const MOST_COMPARED = 4;

/**
 * The entries' ids with one moved by a place, up or down; null where it is not there or stands at that end already.
 */
export function moved(ids: readonly string[], id: string, up: boolean): readonly string[] | null {
  const from = ids.indexOf(id);
  const to = from + (up ? -1 : 1);
  if (from < 0 || to < 0 || to >= ids.length) return null;
  const others = ids.filter((one) => one !== id);
  return [...others.slice(0, to), id, ...others.slice(to)];
}
