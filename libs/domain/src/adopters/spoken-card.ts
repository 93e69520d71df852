import { SEX_PREFERENCE_WORDS } from './words';

const PREFERENCES: Readonly<Record<string, string>> = SEX_PREFERENCE_WORDS;
const YEAR = 12;

/** Whole months as years and months, the way approvals are spoken of. */
function monthsWords(months: number): string {
  const [years, rest] = [Math.floor(months / YEAR), months % YEAR];
  if (years === 0) return `${rest} ${rest === 1 ? 'month' : 'months'}`;
  return rest === 0 ? String(years) : `${years} years ${rest} months`;
}

/** Of an approval, in months: 0 to 7 years; 2 years 6 months to 5 years. */
export function rangeWords(from: number | null | undefined, to: number | null | undefined): string | null {
  if (from == null || to == null) return null;
  return `${from === 0 ? '0' : monthsWords(from)} to ${monthsWords(to)}${to >= YEAR && to % YEAR === 0 ? ' years' : ''}`;
}

export const roomWords = (max: number | null | undefined): string | null => (max == null ? null : max === 1 ? 'one child' : `up to ${max} children`);

export const preferenceWords = (sex: string | null | undefined): string | null => (sex == null ? null : (PREFERENCES[sex] ?? sex));
