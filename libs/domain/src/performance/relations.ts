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
 * of a date is a matter of records and no secret; who is left out because there was no placement order, or is in besides because a plan was changed after a placement, is one.
 */
const ADOPTED: readonly (readonly [code: string, whole: string | null])[] = [
  ['A1', null], ['A10', 'A1'], ['STAGE.P_AO', null], ['STAGE.EC_ADM', null], ['STAGE.M_P', null], ['A3', 'A1'], ['A2', 'A1'], ['STAGE.ADM_PO', 'A1'], ['STAGE.PO_M', 'A1'],
];

const FLOWS: Readonly<Record<string, Relation>> = {
  ...Object.fromEntries(ADOPTED.map(([code, whole], at) => [code, relation(whole === null ? [] : [whole], ['CHAT.ADOPTED', ...ADOPTED.slice(0, at).map(([before]) => before)])])),
  A4: relation([], ['CHAT.ADOPTED']), A6: relation([], ['CHAT.ADOPTED']), A7: relation(['CHAT.ADOPTED']), 'CHAT.TOTAL': relation(['CHAT.ADOPTED', 'CHAT.REVERSED', 'A3']), A5: relation(['CHAT.TOTAL']),
  'ADOPTERS.S2_4M': relation(['ADOPTERS.APPROVALS']),
};

const STANDS: Readonly<Record<string, Relation>> = {
  'CHAT.WAITING_PO': relation(['CHAT.WAITING']), A9: relation(['CHAT.WAITING']), A14: relation(['A9', 'CHAT.WAITING_PO']), A3: relation(['CHAT.WAITING'], ['A9']),
  'CHAT.TOTAL': relation(['CHAT.WAITING']), A5: relation(['CHAT.WAITING']),
};

const NONE = relation([]);

export const relationOf = (part: Block['part'], code: string): Relation => (part === 'FLOW' ? FLOWS : STANDS)[code] ?? NONE;

/**
 * Who waits at the end is who waited before, and the new decisions, less those who were adopted and whose decision was reversed: from three of them follows the fourth.
 * The reversals, which are fewest, are shown where the other three are, and there only; where they may not be, new decisions are not shown.
 */
export const BALANCE = { standing: 'CHAT.WAITING', inflow: 'A15', outflow: 'CHAT.ADOPTED', rest: 'CHAT.REVERSED' } as const;
