import { HOUSEHOLD_KIND_WORDS, STAGE_WORDS } from '@hub/domain/adopters/words';
import { AGE_BAND_WORDS, SEX_WORDS, WAITING_WORDS, WIDE_AGE_WORDS } from '@hub/domain/children/words';
import { distanceBandWords } from '@hub/domain/matching/shown-distance';
import { optionsOf, plain, upperFirst } from './plain';

const wordsOf = (table: Readonly<Record<string, string>>) => (code: string): string =>
  table[code] ?? (/^[A-Z][A-Z0-9_]+$/.test(code) ? plain(code) : code);

export const sexWords = wordsOf(SEX_WORDS);
export const ageBandWords = wordsOf({ ...AGE_BAND_WORDS, ...WIDE_AGE_WORDS });
/** One band or two, as the hub joins them: "2-3 and 6-7". */
export const ageBandsWords = (bands: string): string => bands.split(' and ').map(ageBandWords).join(' and ');
export const waitingWords = wordsOf(WAITING_WORDS);
/** A band of distance; nothing where the search asked for none. */
export const distanceWords = (band: string | null | undefined): string => (band ? upperFirst(distanceBandWords(band)) : '');
export const regionWords = wordsOf({});

export const yesNoWords = (value: boolean | null | undefined): string | null => (value === null || value === undefined ? null : value ? 'Yes' : 'No');

export const householdKindWords = wordsOf(HOUSEHOLD_KIND_WORDS);
export const HOUSEHOLD_KINDS = optionsOf(HOUSEHOLD_KIND_WORDS);

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
