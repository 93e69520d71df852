import { DEFINITIONS } from './definitions';
import type { Definition } from './indicator';

/*
 * Of these and no others everybody may know. How many waited before, came and went gives how many there are afterwards, so that of three numbers the fourth can be
 * reckoned: of adopters and of moving in, flows are told and no standing numbers, or those neither. Of children who wait two numbers stand, those not placed and those
 * placed (A9, A3), and only where nobody can be reckoned to have gone from the one to the other (leaving.ts); with the others, all of them and those with an order,
 * tables of two by two would have a last cell. Limits that lie one within the other (four months, five) would give away who lies between, and one time reckoned in two ways
 * (A1, A10) whose differ. Each agency sees all of its own.
 */
const OWN_ALONE: ReadonlySet<string> = new Set([
  'A5', 'A10', 'A14', 'CHAT.TOTAL', 'CHAT.WAITING', 'CHAT.WAITING_PO',
  'A11', 'A13', 'PLACED', 'PLACED.12M', 'PLACED.EARLY', 'PLACED.INTER', 'PLACED.SIBLINGS', 'DISRUPTED', 'LATE.BOOK', 'LATE.LETTER', 'ADOPTERS.ENQUIRIES', 'ADOPTERS.S1_STARTS', 'ADOPTERS.S2_STARTS', 'ADOPTERS.MATCHED', 'ADOPTERS.LEFT',
  'ADOPTERS.S1_DAYS', 'ADOPTERS.S1_3M', 'ADOPTERS.S2_DAYS', 'ADOPTERS.S2_5M', 'ADOPTERS.S2_6M', 'ADOPTERS.S2_LAWFUL', 'ADOPTERS.WHOLE_DAYS', 'ADOPTERS.WHOLE_6M', 'ADOPTERS.WHOLE_8M', 'ADOPTERS.MATCH_DAYS', 'ADOPTERS.MATCH_3M',
  'PIPELINE.ENQUIRY', 'PIPELINE.S1', 'PIPELINE.GAP', 'PIPELINE.S2',
]);

/** Indicators that agencies can compare; the others are each agency's own. */
export const PUBLISHED: readonly Definition[] = DEFINITIONS.filter(({ code }) => !OWN_ALONE.has(code));
