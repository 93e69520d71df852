import { definitionOf } from '@hub/domain/performance/definitions';

export const SOURCE_WORDS: Readonly<Record<string, string>> = { HUB: 'The hub’s own records', ANNEX_A: 'Annex A', SSDA903: 'Children looked after return (SSDA903)' };
/** For the heads of columns. */
export const SHORT_SOURCES: Readonly<Record<string, string>> = { HUB: 'Hub', ANNEX_A: 'Annex A', SSDA903: 'SSDA903' };
export const sourceWords = (source: string): string => SOURCE_WORDS[source] ?? source;

interface FigureParts { readonly value?: number | null; readonly numerator?: number | null; readonly denominator?: number | null; readonly n: number }

/** A figure with what it was reckoned from: `489 days (4 children)`, `50% (2 of 4)`. */
export function sourceFigureWords(code: string, { value, numerator, denominator, n }: FigureParts): string {
  if (value === null || value === undefined) return 'no children';
  const unit = definitionOf(code)?.unit;
  if (unit === 'percent') return `${Math.round(value)}% (${numerator} of ${denominator})`;
  return unit === 'days' ? `${Math.round(value)} days (${n} ${n === 1 ? 'child' : 'children'})` : String(value);
}
