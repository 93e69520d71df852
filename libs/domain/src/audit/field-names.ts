const DEEPEST = 2;
const MOST = 200;

/**
 * The names of what an answer holds, as `about` or `children.firstName`, sorted: what the access log keeps instead of the
 * values (trust.md AUD-1). What holds nothing was not shown. Ids that never leave the hub are left out.
 */
export function fieldNames(answer: unknown): string[] {
  return [...new Set(namesIn(answer, '', 1))].sort().slice(0, MOST);
}

function namesIn(value: unknown, path: string, depth: number): string[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap((one) => namesIn(one, path, depth));
  const isLeaf = typeof value !== 'object' || value instanceof Date || depth > DEEPEST;
  if (isLeaf) return path === '' ? [] : [path];
  return Object.entries(value).flatMap(([name, inner]) => (isInner(name) ? [] : namesIn(inner, path === '' ? name : `${path}.${name}`, depth + 1)));
}

const isInner = (name: string): boolean => name === 'position' || name === 'id' || /[a-z]Id$/.test(name) && name !== 'externalId' && name !== 'familyId';
