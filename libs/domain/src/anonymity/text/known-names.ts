import type { Finding } from './finding';
import { fold } from './fold';
import { COMMON_WORDS, TITLES } from './lists/common-words';
import { nicknamesOf } from './nicknames';
import type { Token } from './tokens';
import { withoutDigits } from './tokens';

/** A name or an identifier that the record holds. */
export interface KnownName {
  readonly text: string;
  /** CHILD: of a child of the unit; ADULT: of adopters; OTHER: family, carers, workers, schools, identifiers. */
  readonly of: 'CHILD' | 'ADULT' | 'OTHER';
}

const REPLACEMENT: Readonly<Record<KnownName['of'], string>> = { CHILD: 'the child', ADULT: 'the adopter', OTHER: '[name]' };

/** Words of a name that name nobody: "Sam and Alex", "St Mary's Primary School". */
const JOINING = new Set(['and', 'the', 'of', 'or', 'at', 'in', 'on', 'for', 'with', 'to', 'his', 'her', 'their', 'mother', 'father', 'mum', 'dad', 'brother', 'sister', 'aunt', 'uncle', 'birth', 'carer', 'foster',
  'school', 'primary', 'nursery', 'academy', 'road', 'street', 'lane', 'flat', 'house', 'st', 'worker', 'social', 'team', 'number', 'no']);

const SHORTEST = 2;
const MOST_JOINED = 3;

interface Sought {
  readonly word: string;
  readonly of: KnownName['of'];
}

/** Every spelling that stands for a known name, by folded word. */
export class KnownNames {
  private readonly exact = new Map<string, KnownName['of']>();
  private readonly near: Sought[] = [];

  constructor(known: readonly KnownName[]) {
    for (const { text, of } of known) {
      for (const word of fold(text).text.split(/[^\p{L}\p{N}'-]+/u)) this.add(word, of);
    }
  }

  private add(written: string, of: KnownName['of']): void {
    const parts = written.split(/['-]/);
    for (const word of new Set([parts.join(''), ...parts])) {
      if (word.length < SHORTEST || JOINING.has(word) || TITLES.has(word)) continue;
      for (const spelling of nicknamesOf(word)) if (!this.exact.has(spelling)) this.exact.set(spelling, of);
      // "The Smiths", "the Marshes"
      for (const plural of [`${word}s`, `${word}es`]) this.exact.set(plural, of);
      if (/^\p{L}{3,}$/u.test(word)) this.near.push({ word, of });
    }
  }

  /** Whose name these tokens together are, if anybody's. */
  private match(word: string, isCapital: boolean): { of: KnownName['of']; certain: boolean } | null {
    const plain = withoutDigits(word);
    const of = this.exact.get(word) ?? this.exact.get(plain);
    if (of !== undefined) return { of, certain: isCapital || !COMMON_WORDS.has(word) };
    if (COMMON_WORDS.has(plain)) return null;
    // A capital counts more: of three letters, one wrong is another word as often as not.
    const near = this.near.find((name) => (isCapital || name.word.length > 3) && isNear(name.word, plain));
    return near ? { of: near.of, certain: isCapital } : null;
  }

  find(tokens: readonly Token[]): Finding[] {
    const found: Finding[] = [];
    for (const [at, token] of tokens.entries()) {
      const joined = this.joinedAt(tokens, at);
      if (joined) found.push(joined);
      const single = this.match(token.word, token.isCapital) ?? token.parts.map((part) => (part.length < SHORTEST ? null : this.match(part, token.isCapital))).find((one) => one !== null);
      if (single) found.push({ from: token.from, to: token.to, kind: 'KNOWN_NAME', replacement: REPLACEMENT[single.of], certain: single.certain });
    }
    return found;
  }

  /** A name written in several words: "Mary Jane" for Mary-Jane, "O Marsh" for O'Marsh, "CH 00417". */
  private joinedAt(tokens: readonly Token[], at: number): Finding | null {
    for (let count = MOST_JOINED; count > 1; count -= 1) {
      const run = tokens.slice(at, at + count);
      if (run.length < count || run.slice(1).some(({ gap }) => !/^[\s'./-]{1,3}$/.test(gap))) continue;
      const word = run.map((one) => one.word).join('');
      const of = this.exact.get(word) ?? this.exact.get(withoutDigits(word));
      if (of === undefined) continue;
      return { from: tokens[at]?.from ?? 0, to: run.at(-1)?.to ?? 0, kind: 'KNOWN_NAME', replacement: REPLACEMENT[of], certain: true };
    }
    return null;
  }
}

/** One slip of the pen apart: a letter more, less, other, or two swapped; from nine letters on two slips. */
function isNear(name: string, word: string): boolean {
  const allowed = name.length >= 9 ? 2 : 1;
  if (Math.abs(name.length - word.length) > allowed) return false;
  return slips(name, word) <= allowed;
}

/** Optimal string alignment: insertions, deletions, substitutions, swaps of neighbours. */
function slips(a: string, b: string): number {
  const rows: number[][] = [Array.from({ length: b.length + 1 }, (_, j) => j)];
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      const swap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? (rows[i - 2]?.[j - 2] ?? 99) + 1 : 99;
      row.push(Math.min((rows[i - 1]?.[j] ?? 99) + 1, (row[j - 1] ?? 99) + 1, (rows[i - 1]?.[j - 1] ?? 99) + same, swap));
    }
    rows.push(row);
  }
  return rows[a.length]?.[b.length] ?? 99;
}
