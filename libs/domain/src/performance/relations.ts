import type { Block } from './shown';

/** How one indicator's children lie among another's: whoever knows both numbers knows the difference. */
export interface Relation {
  /** Whose children it is a part of: what it leaves out of them is a number of children too. It is cut only where they are. */
  readonly within: readonly string[];
  /** Cut only where these are, as they could be reckoned from it. */
  readonly along: readonly string[];
}

const relation = (within: readonly string[], along: readonly string[] = []): Relation => ({ within, along });

/**
 * Nearly the same children, those who were adopted, each with the dates that it needs: each is cut only where all before it are, or the cuts of two would make runs of neither. Who is left out for want
 * of a date is a matter of records and no secret, unless the same days stand twice (A2, STAGE.PO_M); who is left out because there was no placement order, or is in besides because a plan was changed after a
 * placement, is one.
 */
const ADOPTED: readonly (readonly [code: string, ...wholes: readonly string[]])[] = [
  ['A1'], ['STAGE.P_AO'], ['STAGE.EC_ADM'], ['STAGE.M_P'], ['A3', 'A1'], ['A2', 'A1'], ['STAGE.ADM_PO', 'A1'], ['STAGE.PO_M', 'A1', 'A2'],
];

const FLOWS: Readonly<Record<string, Relation>> = {
  ...Object.fromEntries(ADOPTED.map(([code, ...wholes], at) => [code, relation(wholes, ['CHAT.ADOPTED', ...ADOPTED.slice(0, at).map(([before]) => before)])])),
  A4: relation([], ['CHAT.ADOPTED']), A6: relation([], ['CHAT.ADOPTED']), A7: relation(['CHAT.ADOPTED']),
  'ADOPTERS.S2_4M': relation(['ADOPTERS.APPROVALS']),
};

const STANDS: Readonly<Record<string, Relation>> = {
  A3: relation([], ['A9']),
};

/** Times of which a share is told elsewhere: their spread could tell it. */
export const SPREAD_BOUND_BY: ReadonlyMap<string, string> = new Map([['A1', 'A3']]);

const NONE = relation([]);

export const relationOf = (part: Block['part'], code: string): Relation => (part === 'FLOW' ? FLOWS : STANDS)[code] ?? NONE;

/**
 * Who waits at the end, placed or not, is who waited before, and the new decisions, less those who were adopted and whose decision was reversed: from three of them follows the fourth.
 * Who waits is known where those placed are shown (A3), as those not placed are too.
 * The reversals, which are fewest, are shown where the other three are, and there only; where they may not be, new decisions are not shown.
 */
export const BALANCE = { standing: 'A3', inflow: 'A15', outflow: 'CHAT.ADOPTED', rest: 'CHAT.REVERSED' } as const;
