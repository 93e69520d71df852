/** What a text for other agencies must not hold, in words for the person who wrote it. */
const PATTERNS: readonly (readonly [RegExp, string])[] = [
  [/\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4}\b|\b\d{4}-\d{2}-\d{2}\b/, 'The text holds a date. Say "about two years ago" instead.'],
  [/\b[A-Z]{1,2}\d[0-9A-Z]?\s*\d[A-Z]{2}\b/i, 'The text holds a postcode.'],
  [/[^\s@]+@[^\s@]+\.[^\s@]+/, 'The text holds an e-mail address.'],
  [/https?:\/\/|\bwww\./i, 'The text holds a web address.'],
  [/(?:\+44|\b0)(?:[\s-]?\d){9,10}\b/, 'The text holds a telephone number.'],
  [/\b\d{3}[\s-]?\d{3}[\s-]?\d{4}\b/, 'The text holds a number like an NHS number.'],
];

const SHORTEST_NAME = 2;
/** "Sam and Alex" is two names; the word between them is none. */
const JOINING = new Set(['and', 'the', 'of', 'or', 'mr', 'mrs', 'ms']);

/**
 * Why a text must not be released as it stands: names and identifiers known from the record itself, and what
 * identifies by its shape (trust.md ANON-3). A second person still reads every text; this catches slips.
 */
export function screenText(text: string, known: readonly (string | null)[]): readonly string[] {
  const words = new Set(plain(text).split(' '));
  const names = known.flatMap((name) => plain(name ?? '').split(' ')).filter((name) => name.length >= SHORTEST_NAME && !JOINING.has(name));
  const named = names.some((name) => words.has(name)) ? ['The text holds a name or an identifier of the record.'] : [];
  return [...named, ...PATTERNS.filter(([pattern]) => pattern.test(text)).map(([, message]) => message)];
}

/** Without accents, zero-width characters, possessives and punctuation, in small letters. */
function plain(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036f\u200b-\u200d\u2060\ufeff]/g, '')
    .toLowerCase()
    .replace(/['\u2019]s\b/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
