/** Words in a run. Fewer are a turn of phrase or a heading, and more would miss what was edited a little. */
export const RUN_WORDS = 8;
/** Of all runs so many in a hundred are compared; which ones, their hashes say. */
export const KEPT_PERCENT = 25;
/** From so many shared runs, and such a share of the text, people are asked to look: less is what every report of an agency says. */
const LEAST_RUNS = 4;
const LEAST_PERCENT = 3;

/** The text as words: what case, marks and line breaks cannot change. */
export const wordsIn = (text: string): string[] => text.normalize('NFKC').toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? [];

/** Each run of words of a text once. A text shorter than a run has none. */
export function runsOf(text: string): ReadonlySet<string> {
  const words = wordsIn(text);
  const runs = new Set<string>();
  for (let at = 0; at + RUN_WORDS <= words.length; at += 1) runs.add(words.slice(at, at + RUN_WORDS).join(' '));
  return runs;
}

/** How much of a text stands in another, in per cent of its own runs; null where it is too little to ask anybody. */
export function copiedPercent(shared: number, own: number): number | null {
  if (own === 0 || shared < LEAST_RUNS) return null;
  const percent = Math.round((100 * shared) / own);
  return percent < LEAST_PERCENT ? null : Math.min(100, percent);
}

/** A text to look for names in, made once for all of them: its words with a space on either side, without the `'s` of what is theirs. */
export const plainText = (text: string): string => ` ${wordsIn(text).map((word) => word.replace(/['’]s$/, '')).join(' ')} `;

/** Whether a name stands in a plain text as words of its own, one after the other. Example: `names(plainText('Ann Lee came'), 'Lee')`. */
export function names(plain: string, name: string): boolean {
  const sought = plainText(name);
  return sought.trim() !== '' && plain.includes(sought);
}
