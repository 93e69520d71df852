import type { HouseholdDetails } from '../adopters/merge';
import type { ChildDetails } from '../children/merge';

/** Did something change that a release of the child's unit was decided on: its text, what a stranger could know, or a name to screen for? What S2 alone shows is none of it. */
export function underlyingChanged(before: ChildDetails, after: ChildDetails): boolean {
  const of = ({ about, identity, dateOfBirth, sex, ethnicity, profile: { heritage, contact } }: ChildDetails): string =>
    JSON.stringify([about, { ...identity, healthSummary: null }, dateOfBirth, sex, ethnicity, heritage, contact]);
  return of(before) !== of(after);
}

/** The same of a household. */
export function householdUnderlyingChanged(before: HouseholdDetails, after: HouseholdDetails): boolean {
  const of = ({ about, experience, identity, adults, kind, heritage }: HouseholdDetails): string => JSON.stringify([about, experience, { ...identity, reportSummary: null }, adults, kind, heritage]);
  return of(before) !== of(after);
}
