import { UnusableFile } from './read-document';

/** The record of the pool with an id. Throws `UnusableFile`. */
export function named<T extends { readonly id: string }>(what: string, id: string, records: readonly T[]): T {
  const found = records.find((record) => record.id === id);
  if (found === undefined) throw new UnusableFile(`The pool has no ${what} with the id "${id}".`);
  return found;
}
