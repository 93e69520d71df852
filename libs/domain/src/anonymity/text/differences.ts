/** A stretch of a text that stayed, went or came. */
export interface Stretch {
  readonly kind: 'SAME' | 'REMOVED' | 'ADDED';
  readonly text: string;
}

const PIECES = /\S+\s*|\s+/g;
/** Beyond it the comparison would take too long; the texts are shown whole. */
const MOST_PIECES = 4000;

/** What became of one text in another, word by word. All SAME and REMOVED together are the first text, all SAME and ADDED the second. */
export function differencesBetween(before: string, after: string): Stretch[] {
  const [a, b] = [before.match(PIECES) ?? [], after.match(PIECES) ?? []];
  if (a.length > MOST_PIECES || b.length > MOST_PIECES) return stretches([{ kind: 'REMOVED', text: before }, { kind: 'ADDED', text: after }]);
  const common = longestCommon(a, b);
  const found: Stretch[] = [];
  for (let i = 0, j = 0; i < a.length || j < b.length;) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      found.push({ kind: 'SAME', text: a[i] as string });
      i += 1;
      j += 1;
    } else if (j >= b.length || (i < a.length && lengthAt(common, i + 1, j, b.length) >= lengthAt(common, i, j + 1, b.length))) {
      found.push({ kind: 'REMOVED', text: a[i] as string });
      i += 1;
    } else {
      found.push({ kind: 'ADDED', text: b[j] as string });
      j += 1;
    }
  }
  return stretches(found);
}

/** Length of the longest common run of pieces from (i, j) on, as one table. */
function longestCommon(a: readonly string[], b: readonly string[]): Uint16Array {
  const width = b.length + 1;
  const table = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    for (let j = b.length - 1; j >= 0; j -= 1) {
      table[i * width + j] = a[i] === b[j] ? (table[(i + 1) * width + j + 1] as number) + 1 : Math.max(table[(i + 1) * width + j] as number, table[i * width + j + 1] as number);
    }
  }
  return table;
}

const lengthAt = (table: Uint16Array, i: number, j: number, columns: number): number => table[i * (columns + 1) + j] ?? 0;

/** Neighbours of one kind as one. */
function stretches(pieces: readonly Stretch[]): Stretch[] {
  const joined: { kind: Stretch['kind']; text: string }[] = [];
  for (const { kind, text } of pieces) {
    const last = joined.at(-1);
    if (text === '') continue;
    if (last?.kind === kind) last.text += text;
    else joined.push({ kind, text });
  }
  return joined;
}
