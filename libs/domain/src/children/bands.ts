import { addMonths, ageInMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';

/** Whole years of age, in twos; an unborn child is in the first. */
export const AGE_BANDS = ['0-1', '2-3', '4-5', '6-7', '8+'] as const;
export type AgeBand = (typeof AGE_BANDS)[number];

export const WAITING_BANDS = ['UNDER_3M', '3_6M', '6_12M', '12_18M', 'OVER_18M'] as const;
export type WaitingBand = (typeof WAITING_BANDS)[number];

export const HERITAGE_GROUPS = ['WHITE', 'MIXED', 'ASIAN', 'BLACK', 'OTHER', 'NOT_KNOWN'] as const;
export type HeritageGroup = (typeof HERITAGE_GROUPS)[number];

/** S0 and S1 show bands, never points (trust.md ANON-1). The age is that of the day it is looked at (domain.md trap 25). */
export function ageBand(dateOfBirth: IsoDate, asAt: IsoDate): AgeBand {
  const twos = Math.floor(ageInMonths(dateOfBirth, asAt) / 24);
  return AGE_BANDS[Math.min(twos, AGE_BANDS.length - 1)] ?? '8+';
}

/** Calendar months waited; a band begins on the day its months are complete. */
export function waitingBand(waitingSince: IsoDate, asAt: IsoDate): WaitingBand {
  const waited = (months: number): boolean => asAt >= addMonths(waitingSince, months);
  if (waited(18)) return 'OVER_18M';
  if (waited(12)) return '12_18M';
  if (waited(6)) return '6_12M';
  return waited(3) ? '3_6M' : 'UNDER_3M';
}

// Broad groups of the 2021 census, which counts Chinese as Asian. REFU and NOBT are no category (domain.md trap 26).
const GROUP_OF: Readonly<Record<string, HeritageGroup>> = {
  WBRI: 'WHITE', WIRI: 'WHITE', WIRT: 'WHITE', WOTH: 'WHITE', WROM: 'WHITE',
  MWBC: 'MIXED', MWBA: 'MIXED', MWAS: 'MIXED', MOTH: 'MIXED',
  AIND: 'ASIAN', APKN: 'ASIAN', ABAN: 'ASIAN', AOTH: 'ASIAN', CHNE: 'ASIAN',
  BCRB: 'BLACK', BAFR: 'BLACK', BOTH: 'BLACK',
  OOTH: 'OTHER',
};

/** The broad groups of a list of ethnicity codes, in the groups' order. */
export function heritageGroups(codes: readonly string[] | null): readonly HeritageGroup[] {
  const found = new Set((codes ?? []).map((code) => (Object.hasOwn(GROUP_OF, code) ? GROUP_OF[code] : 'NOT_KNOWN')));
  if (found.size > 1) found.delete('NOT_KNOWN');
  return found.size === 0 ? ['NOT_KNOWN'] : HERITAGE_GROUPS.filter((group) => found.has(group));
}
