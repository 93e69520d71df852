import { HOUSEHOLD_KIND_WORDS, SEX_PREFERENCE_WORDS, STAGE_WORDS } from '@hub/domain/adopters/words';
import { AGE_BAND_WORDS, HERITAGE_WORDS, SEX_WORDS, WAITING_WORDS, WIDE_AGE_WORDS } from '@hub/domain/children/words';
import { monthsWords } from './dates';
import { count, plain } from './plain';

const wordsOf = (table: Readonly<Record<string, string>>) => (code: string): string =>
  table[code] ?? (/^[A-Z][A-Z0-9_]+$/.test(code) ? plain(code) : code);

export const sexWords = wordsOf(SEX_WORDS);
export const ageBandWords = wordsOf({ ...AGE_BAND_WORDS, ...WIDE_AGE_WORDS });
/** One band or two, as the hub joins them: "2-3 and 6-7". */
export const ageBandsWords = (bands: string): string => bands.split(' and ').map(ageBandWords).join(' and ');
export const waitingWords = wordsOf(WAITING_WORDS);
export const heritageGroupWords = wordsOf(HERITAGE_WORDS);
export const regionWords = wordsOf({});

/** None: the guard does not show them, because too few of the region would look like it. */
export const heritageGroupsWords = (groups: readonly string[]): string => (groups.length === 0 ? 'Not shown' : groups.map(heritageGroupWords).join(', '));

interface CardGroup { readonly groupSize: number; readonly groupOpen: boolean; readonly sex: string; readonly youngestBand: string; readonly oldestBand: string }

/** Who is looked for, at S0: Girl, 2 to 3 years; or Group of 2, girls and boys, under 2 years and 4 to 5 years. */
export function groupWords({ groupSize, groupOpen, sex, youngestBand, oldestBand }: CardGroup): string {
  const ages = youngestBand === oldestBand ? ageBandWords(youngestBand) : `${ageBandWords(youngestBand)} and ${ageBandWords(oldestBand)}`;
  if (groupSize === 1) return `${groupOpen ? 'Child or sibling group' : /^(U|UNKNOWN|NOT_SHOWN)$/.test(sex) ? 'Child' : sexWords(sex)}, ${ages}`;
  const members = { F: 'girls', M: 'boys', MIXED: 'girls and boys', NOT_SHOWN: 'sex not shown' }[sex] ?? 'sex not recorded for all';
  return `Group of ${groupSize}${groupOpen ? ' or more' : ''}, ${members}, ${ages}`;
}

export function rangeWords(from: number | null | undefined, to: number | null | undefined): string | null {
  if (from === null || from === undefined || to === null || to === undefined) return null;
  return `${from === 0 ? '0' : monthsWords(from)} to ${monthsWords(to)}${to >= 12 && to % 12 === 0 ? ' years' : ''}`;
}

export const roomWords = (max: number | null | undefined): string | null => (max === null || max === undefined ? null : max === 1 ? 'one child' : `up to ${max} children`);

export const preferenceWords = (sex: string | null | undefined): string | null =>
  (sex === null || sex === undefined ? null : wordsOf(SEX_PREFERENCE_WORDS)(sex));

export const yesNoWords = (value: boolean | null | undefined): string | null => (value === null || value === undefined ? null : value ? 'Yes' : 'No');

export const householdKindWords = wordsOf(HOUSEHOLD_KIND_WORDS);
export const HOUSEHOLD_KINDS = Object.entries(HOUSEHOLD_KIND_WORDS).map(([value, label]) => ({ value, label }));

export const householdStageWords = wordsOf(STAGE_WORDS);

export const ETHNICITIES: readonly (readonly [code: string, words: string])[] = [
  ['WBRI', 'White British'], ['WIRI', 'White Irish'], ['WIRT', 'Traveller of Irish heritage'], ['WOTH', 'Any other White background'],
  ['WROM', 'Gypsy or Roma'], ['MWBC', 'White and Black Caribbean'], ['MWBA', 'White and Black African'], ['MWAS', 'White and Asian'],
  ['MOTH', 'Any other Mixed background'], ['AIND', 'Indian'], ['APKN', 'Pakistani'], ['ABAN', 'Bangladeshi'], ['AOTH', 'Any other Asian background'],
  ['BCRB', 'Caribbean'], ['BAFR', 'African'], ['BOTH', 'Any other Black background'], ['CHNE', 'Chinese'], ['OOTH', 'Any other ethnic group'],
  ['REFU', 'Refused'], ['NOBT', 'Not yet obtained'],
];

const ETHNICITY = new Map(ETHNICITIES);
const LANGUAGES = new Intl.DisplayNames(['en-GB'], { type: 'language', fallback: 'code' });

export const ethnicityWords = (code: string): string => ETHNICITY.get(code) ?? plain(code);

export function languageWords(code: string): string {
  try { return LANGUAGES.of(code) ?? code; } catch { return code; }
}

/** Of stage S2: 3 years and 5 months. */
export function exactAgeWords({ ageYears, ageMonths }: { readonly ageYears: number | null; readonly ageMonths: number | null }): string | null {
  if (ageYears === null || ageMonths === null) return null;
  return [ageYears > 0 && count(ageYears, 'year', 'years'), (ageMonths > 0 || ageYears === 0) && count(ageMonths, 'month', 'months')].filter(Boolean).join(' and ');
}
