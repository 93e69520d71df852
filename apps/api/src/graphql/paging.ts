import { invalid } from '@hub/domain/errors';

/** trust.md LIM-3: no list is longer than this. */
export const MOST_PER_PAGE = 100;

export interface Edge<T> {
  readonly cursor: string;
  readonly node: T;
}

export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
  readonly totalCount: number;
}

/** What a service needs to find a page: how many rows, and the position after which they begin. */
export interface PageRequest {
  readonly first: number;
  readonly after: string | null;
}

/** The arguments `first` and `after`, checked: 1 to 100, and a cursor of ours. */
export function pageRequest(first: number, after?: string | null): PageRequest {
  if (!Number.isInteger(first) || first < 1 || first > MOST_PER_PAGE) {
    throw invalid([{ path: 'first', message: `Ask for 1 to ${MOST_PER_PAGE} at a time.` }]);
  }
  return { first, after: after === undefined || after === null ? null : decodeCursor(after) };
}

/** The same for lists whose cursor is a count of rows already seen. */
export function offsetRequest(first: number, after?: string | null): { limit: number; offset: number } {
  const page = pageRequest(first, after);
  const offset = page.after === null ? 0 : Number(page.after);
  if (!Number.isSafeInteger(offset) || offset < 0 || offset > 1_000_000) throw badCursor();
  return { limit: page.first, offset };
}

/** A connection of a service's page; `cursorOf` gives the position of a node, e.g. its sort key and reference. */
export function connection<T>(page: { items: readonly T[]; totalCount: number; hasNextPage: boolean }, cursorOf: (node: T, index: number) => string): Connection<T> {
  const edges = page.items.map((node, index) => ({ cursor: encodeCursor(cursorOf(node, index)), node }));
  return { edges, pageInfo: { hasNextPage: page.hasNextPage, endCursor: edges.at(-1)?.cursor ?? null }, totalCount: page.totalCount };
}

/** A connection of rows that were found with `offsetRequest`. */
export function offsetConnection<T>(items: readonly T[], totalCount: number, offset: number): Connection<T> {
  return connection({ items, totalCount, hasNextPage: offset + items.length < totalCount }, (_, index) => String(offset + index + 1));
}

/** One page of a list that is at hand as a whole. */
export function sliceConnection<T>(all: readonly T[], first: number, after: string | undefined): Connection<T> {
  const { limit, offset } = offsetRequest(first, after);
  return offsetConnection(all.slice(offset, offset + limit), all.length, offset);
}

// Cursors are opaque by contract: the mark at the front tells ours from a guess, and lets their form change.
const MARK = 'c1:';

export function encodeCursor(position: string): string {
  return Buffer.from(MARK + position, 'utf8').toString('base64url');
}

export function decodeCursor(cursor: string): string {
  const text = cursor.length <= 500 ? Buffer.from(cursor, 'base64url').toString('utf8') : '';
  if (!text.startsWith(MARK)) throw badCursor();
  return text.slice(MARK.length);
}

function badCursor(): Error {
  return invalid([{ path: 'after', message: 'This is not a cursor of this list.' }]);
}
