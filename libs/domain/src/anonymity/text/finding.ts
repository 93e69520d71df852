/**
 * What a text may tell that it must not. KNOWN_NAME and IDENTIFIER come from the record itself; NAME and PLACE are of people and places at
 * large; TRAIT gives away what the guard does not show of the child.
 */
export const FINDING_KINDS = [
  'KNOWN_NAME', 'NAME', 'PLACE', 'NHS_NUMBER', 'NI_NUMBER', 'POSTCODE', 'PHONE', 'EMAIL', 'WEB_ADDRESS', 'DATE', 'AGE', 'VEHICLE', 'COURT_NUMBER', 'NUMBER', 'TRAIT',
] as const;
export type FindingKind = (typeof FINDING_KINDS)[number];

/** Where a text tells too much: half-open, in UTF-16 units of the text as it stands. */
export interface Finding {
  readonly from: number;
  readonly to: number;
  readonly kind: FindingKind;
  /** What the software would write instead. A person decides. */
  readonly replacement: string;
  /** It cannot stay. What is not certain may be a harmless word; a person says so. */
  readonly certain: boolean;
}
