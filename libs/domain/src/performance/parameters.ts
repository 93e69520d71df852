/** Of A3: whose share is asked (domain.md 3.2; `placedOnly` as ChAT words it, `adoptedPlusWaiting` as the scorecard is read). */
export const A3_POPULATIONS = ['placedOnly', 'adoptedOnly', 'adoptedPlusWaiting'] as const;
export type A3Population = (typeof A3_POPULATIONS)[number];

export interface ChildParameters {
  readonly a3Population: A3Population;
  /** Calendar months within which a child should have moved in. */
  readonly a3Months: number;
  /** A child who still waits, not yet longer than that: counted as within it, or left out. */
  readonly openBelowThreshold: 'met' | 'excluded';
}

export const CHAT_PARAMETERS: ChildParameters = { a3Population: 'placedOnly', a3Months: 14, openBelowThreshold: 'met' };
