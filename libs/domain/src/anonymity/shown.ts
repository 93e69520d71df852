import type { AgeBand, HeritageGroup } from '../children/bands';
import { AGE_BANDS } from '../children/bands';
import type { UnitSex } from '../children/unit-card';

export const NOT_SHOWN = 'NOT_SHOWN';
/** Instead of the part of the region. */
export const IN_THE_REGION = 'In the region';

/** Age bands as a card shows them, youngest first: two years, four years where two would tell too much, or none. */
export const SHOWN_AGE_BANDS = ['ANY', '0-1', '0-3', '2-3', '4-5', '4-7', '6-7', '8+'] as const;
export type ShownAgeBand = (typeof SHOWN_AGE_BANDS)[number];

const WIDE: Readonly<Record<AgeBand, ShownAgeBand>> = { '0-1': '0-3', '2-3': '0-3', '4-5': '4-7', '6-7': '4-7', '8+': '8+' };

export const widerAge = (band: ShownAgeBand): ShownAgeBand => (band in WIDE ? WIDE[band as AgeBand] : band);

/** The bands that a card may show of a child in the band: what a search for it must find. */
export const showing = (band: AgeBand): readonly ShownAgeBand[] => [...new Set<ShownAgeBand>([band, WIDE[band], 'ANY'])];

export const SHOWN_AS: readonly (readonly [band: AgeBand, shown: readonly ShownAgeBand[]])[] = AGE_BANDS.map((band) => [band, showing(band)]);

/** The traits as far as S0 and S1 together show them. */
export interface ShownTraits {
  readonly youngest: ShownAgeBand;
  readonly oldest: ShownAgeBand;
  readonly sex: UnitSex | typeof NOT_SHOWN;
  /** `null`: not shown. */
  readonly heritage: readonly HeritageGroup[] | null;
  readonly size: number;
  /** The group has `size` members or more. */
  readonly sizeOpen: boolean;
  readonly region: string;
}

/** Two units with the same key cannot be told apart by what is shown of them. */
export function keyOf({ youngest, oldest, sex, heritage, size, sizeOpen, region }: ShownTraits): string {
  return JSON.stringify([youngest, oldest, sex, heritage, size, sizeOpen, region]);
}
