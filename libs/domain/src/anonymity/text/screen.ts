import type { Finding } from './finding';
import { fold } from './fold';
import { findIdentifiers } from './identifiers';
import { KnownNames, type KnownName } from './known-names';
import { findNamesAtLarge } from './names-at-large';
import { tokensOf } from './tokens';
import { findTraitsTold, type Told } from './traits-told';

export interface ScreenedFor {
  readonly known: readonly KnownName[];
  /** What the guard shows of the child; of adopters nothing is withheld. */
  readonly shown: Told | null;
}

/**
 * Where a text tells more than other agencies may read (trust.md ANON-3), in its order and without overlaps. It changes nothing and misses
 * something: people read every text.
 */
export function screen(text: string, { known, shown }: ScreenedFor): Finding[] {
  const folded = fold(text);
  const tokens = tokensOf(text, folded);
  return withoutOverlaps(text, [
    ...new KnownNames(known).find(tokens), ...findIdentifiers(text, folded), ...(shown ? findTraitsTold(tokens, shown) : []), ...findNamesAtLarge(tokens),
  ]);
}

/** The earlier finder wins, then the longer finding; what is left of a finding beside the winner is dropped with it unless it reaches further. */
function withoutOverlaps(text: string, findings: readonly Finding[]): Finding[] {
  const kept: Finding[] = [];
  const order = (one: Finding): number => (one.certain ? 0 : 1);
  for (const one of [...findings].sort((a, b) => order(a) - order(b) || b.to - b.from - (a.to - a.from))) {
    kept.push(...outside(one, kept).map((part) => trimmed(text, part)).filter(({ from, to }) => to - from > 1));
  }
  return kept.sort((a, b) => a.from - b.from);
}

/** The parts of a finding that no other covers: of "Mrs Canary Smith", with Canary known, the title and the surname. */
function outside(one: Finding, kept: readonly Finding[]): Finding[] {
  return kept.reduce<Finding[]>((parts, other) => parts.flatMap((part) => {
    if (other.to <= part.from || part.to <= other.from) return [part];
    return [{ ...part, to: other.from }, { ...part, from: other.to }].filter(({ from, to }) => from < to);
  }), [one]);
}

function trimmed(text: string, part: Finding): Finding {
  const inner = text.slice(part.from, part.to);
  return { ...part, from: part.from + (inner.length - inner.trimStart().length), to: part.to - (inner.length - inner.trimEnd().length) };
}

/** The text as the software suggests it. Spans as `screen` gave them for this very text. */
export function suggest(text: string, findings: readonly Finding[]): string {
  return findings.reduceRight((changed, { from, to, replacement }) => {
    const isFirst = /(^|[.!?]\s)$/.test(changed.slice(0, from));
    const written = isFirst ? replacement.charAt(0).toUpperCase() + replacement.slice(1) : replacement;
    return changed.slice(0, from) + written + changed.slice(to);
  }, text);
}
