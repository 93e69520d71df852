import type { AgeBand, HeritageGroup } from '../children/bands';
import { AGE_BANDS, ageBand, heritageGroups } from '../children/bands';
import type { Sex } from '../children/codes';
import type { UnitSex } from '../children/unit-card';
import { unitSex } from '../children/unit-card';
import type { IsoDate } from '../dates/iso-date';

/** What a stranger could know of a child or a sibling group (trust.md ANON-2), in the finest form that is ever shown. */
export interface Traits {
  readonly youngest: AgeBand;
  readonly oldest: AgeBand;
  readonly sex: UnitSex;
  /** In the groups' order. */
  readonly heritage: readonly HeritageGroup[];
  readonly size: number;
  readonly region: string;
}

export interface TraitFacts {
  readonly regionBand: string;
  readonly members: readonly {
    readonly sex: Sex;
    readonly dateOfBirth: IsoDate | null;
    readonly heritage: readonly string[] | null;
    /** Of the return; counts where the profile says nothing of heritage. */
    readonly ethnicity: string | null;
  }[];
  readonly asAt: IsoDate;
}

/** `null` where a birth is not recorded: such a unit is neither shown nor counted. */
export function traitsOf({ regionBand, members, asAt }: TraitFacts): Traits | null {
  const ages = members.flatMap(({ dateOfBirth }) => (dateOfBirth === null ? [] : AGE_BANDS.indexOf(ageBand(dateOfBirth, asAt))));
  const [youngest, oldest] = [AGE_BANDS[Math.min(...ages)], AGE_BANDS[Math.max(...ages)]];
  if (ages.length < members.length || youngest === undefined || oldest === undefined) return null;
  const codes = members.flatMap(({ heritage, ethnicity }) => heritage ?? (ethnicity === null ? [] : [ethnicity]));
  return { youngest, oldest, sex: unitSex(members), heritage: heritageGroups(codes), size: members.length, region: regionBand };
}
