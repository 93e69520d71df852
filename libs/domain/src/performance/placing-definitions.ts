import type { Definition, Part } from './indicator';

const FLOW: readonly Part[] = ['FLOW'];
const STANDING: readonly Part[] = ['STANDING'];
const PLACED = 'Children who were placed for adoption in the period, each time that they were';

type Words = Omit<Definition, 'code' | 'version'>;
const share = (label: string, polarity: Words['polarity'], definition: string, more = ''): Words => ({ label, unit: 'percent', parts: FLOW, polarity, population: `${PLACED}${more}`, definition });
const late = (label: string, what: string): Words => ({
  label, unit: 'children', parts: STANDING, polarity: 'lower', population: 'Adopted children whose order was celebrated, at the end of the period', definition: `${what} not given within ten working days of the celebration.`,
});

const WORDS = {
  PLACED: { label: 'Children placed', unit: 'children', parts: FLOW, polarity: 'higher', population: PLACED, definition: 'Days on which children were placed for adoption.' },
  'PLACED.12M': share('Placed within 12 months of the decision', 'higher', 'Share placed no later than twelve calendar months after the decision.', ', with a decision'),
  'PLACED.EARLY': share('Placed with early-permanence carers', 'higher', 'Share whose adopters had fostered them in early permanence.'),
  'PLACED.INTER': share('Placed between agencies', 'none', 'Share whose adopters another agency approved, councils of one region left out.'),
  'PLACED.SIBLINGS': share('Placed with brothers or sisters', 'none', 'Share who were placed with at least one brother or sister on the same day. Children are counted, not groups.'),
  DISRUPTED: { label: 'Disruptions', unit: 'children', parts: FLOW, polarity: 'lower', population: 'Children placed for adoption', definition: 'Placements that ended before an order, by the day; children are counted.' },
  'LATE.BOOK': late('Life story books late', 'Complete life story book'),
  'LATE.LETTER': late('Later life letters late', 'Later life letter'),
} as const satisfies Readonly<Record<string, Words>>;

export type PlacingCode = keyof typeof WORDS;

/** Indicators of moving in and of what follows an order (domain.md 2.2, 3.2, 3.6, 3.7), in the order in which they are shown. */
export const PLACING_DEFINITIONS: readonly Definition[] = Object.entries(WORDS).map(([code, words]) => ({ code, version: 1, ...words }));
