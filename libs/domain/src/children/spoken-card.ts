import { AGE_BAND_WORDS, HERITAGE_WORDS, SEX_WORDS, WIDE_AGE_WORDS } from './words';

const AGES: Readonly<Record<string, string>> = { ...AGE_BAND_WORDS, ...WIDE_AGE_WORDS };
const SEXES: Readonly<Record<string, string>> = SEX_WORDS;
const HERITAGES: Readonly<Record<string, string>> = HERITAGE_WORDS;
const MEMBERS: Readonly<Record<string, string>> = { F: 'girls', M: 'boys', MIXED: 'girls and boys', NOT_SHOWN: 'sex not shown' };

export interface SpokenUnit {
  readonly groupSize: number;
  /** The group has so many members or more. */
  readonly groupOpen: boolean;
  readonly sex: string;
  readonly youngestBand: string;
  readonly oldestBand: string;
}

/** Who is looked for, at S0: Girl, 2 to 3 years; or Group of 2, girls and boys, under 2 years and 4 to 5 years. */
export function groupWords({ groupSize, groupOpen, sex, youngestBand, oldestBand }: SpokenUnit): string {
  const ages = [...new Set([youngestBand, oldestBand])].map((band) => AGES[band] ?? band).join(' and ');
  if (groupSize === 1) return `${groupOpen ? 'Child or sibling group' : /^(U|UNKNOWN|NOT_SHOWN)$/.test(sex) ? 'Child' : (SEXES[sex] ?? 'Child')}, ${ages}`;
  return `Group of ${groupSize}${groupOpen ? ' or more' : ''}, ${MEMBERS[sex] ?? 'sex not recorded for all'}, ${ages}`;
}

/** None: the guard does not show them, because too few of the region would look like it. */
export const heritageGroupsWords = (groups: readonly string[]): string => (groups.length === 0 ? 'Not shown' : groups.map((group) => HERITAGES[group] ?? group).join(', '));

const count = (number: number, unit: string): string => `${number} ${unit}${number === 1 ? '' : 's'}`;

/** Of stage S2: 3 years and 5 months. */
export function exactAgeWords({ ageYears, ageMonths }: { readonly ageYears: number | null; readonly ageMonths: number | null }): string | null {
  if (ageYears === null || ageMonths === null) return null;
  return [ageYears > 0 && count(ageYears, 'year'), (ageMonths > 0 || ageYears === 0) && count(ageMonths, 'month')].filter(Boolean).join(' and ');
}
