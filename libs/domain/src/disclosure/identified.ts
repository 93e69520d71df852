import type { KnownName } from '../anonymity/text/known-names';
import { screen } from '../anonymity/text/screen';
import { problemsOf } from '../anonymity/text/words';
import { ageInMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';

/** S2 of one child: what product.md lists, and neither surname, birth date nor address. */
export interface ChildIdentified {
  readonly firstName: string | null;
  /** Completed years, and completed months beyond them, on the day of the nightly round at the latest. */
  readonly ageYears: number | null;
  readonly ageMonths: number | null;
  readonly healthSummary: string | null;
  /** The reference of the photo, where two people decided to show it. */
  readonly photo: string | null;
}

/** S2 of a household. */
export interface HouseholdIdentified {
  readonly firstNames: readonly string[];
  readonly reportSummary: string | null;
  /** As of a child, and while the adopters agree to it. */
  readonly photo: string | null;
}

const YEAR = 12;

/** An age in completed months as people say it. */
export function spokenAge(months: number | null): Pick<ChildIdentified, 'ageYears' | 'ageMonths'> {
  return months === null ? { ageYears: null, ageMonths: null } : { ageYears: Math.floor(months / YEAR), ageMonths: months % YEAR };
}

/** Completed months on a day; null where the birth date is not recorded. */
export function monthsOfAge(dateOfBirth: IsoDate | null, asAt: IsoDate): number | null {
  return dateOfBirth === null ? null : ageInMonths(dateOfBirth, asAt);
}

/** Why a summary must not be shown at S2 as it stands: surnames and identifiers of the record, dates, addresses, numbers. The age is shown beside it. */
export function summaryRefusals(summary: string | null, known: readonly KnownName[]): readonly string[] {
  return summary === null ? [] : problemsOf(screen(summary, { known, shown: null }).filter(({ kind }) => kind !== 'AGE'));
}
