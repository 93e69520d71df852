import type { Agreement, LinkFacts } from './events';
import type { Parties } from './sides';
import { EXPLORED_STATES, isExit, otherSide, SIDES, type LinkState, type Side } from './states';

/** What a side is waited for. APPROVE: its second person, for the agreement that its worker gave. */
export type Awaited = 'INTEREST' | 'ANSWER' | 'AGREEMENT' | 'APPROVAL' | 'NEXT_STEP' | 'PANEL' | 'DECISION' | 'PLACEMENT';

export interface Turn {
  readonly side: Side;
  readonly awaited: Awaited;
}

type Standing = Pick<LinkFacts, 'interestBy' | 'agreements'>;

/**
 * Who acts next: derived from where the link stands, never stored. From EXPLORING on it is the child's agency, unless a side's
 * agreement is over. Of another agency one knows only whether its agreement lives.
 */
export function whoActs(state: LinkState, { interestBy, agreements }: Standing): readonly Turn[] {
  if (isExit(state)) return [];
  if (state === 'SUGGESTED') return SIDES.map((side) => ({ side, awaited: 'INTEREST' }));
  if (state === 'EXPRESSED_INTEREST') return [{ side: otherSide(interestBy ?? 'CHILD'), awaited: 'ANSWER' }];
  if (state === 'PANEL_RECOMMENDED') return [{ side: 'CHILD', awaited: 'DECISION' }];
  if (state === 'MATCHED') return [{ side: 'CHILD', awaited: 'PLACEMENT' }];
  const missing = SIDES.flatMap((side) => missingOf(side, agreements[side]));
  if (missing.length > 0) return missing;
  if (state === 'PANEL_BOOKED') return [{ side: 'CHILD', awaited: 'PANEL' }];
  return EXPLORED_STATES.includes(state) ? [{ side: 'CHILD', awaited: 'NEXT_STEP' }] : [];
}

/** A link as the viewer knows it. */
export interface LinkPlace extends Parties {
  readonly state: LinkState;
  readonly interestBy: Side | null;
  readonly childAgreement: Agreement;
  readonly adoptersAgreement: Agreement;
}

export const turnsOf = ({ state, interestBy, childAgreement, adoptersAgreement }: LinkPlace): readonly Turn[] =>
  whoActs(state, { interestBy, agreements: { CHILD: childAgreement, ADOPTERS: adoptersAgreement } });

/** Whether this agency is among those that act next. */
export function waitsFor(agencyId: string, link: LinkPlace): boolean {
  return turnsOf(link).some(({ side }) => (side === 'CHILD' ? link.childAgencyId : link.adoptersAgencyId) === agencyId);
}

function missingOf(side: Side, agreement: Agreement): Turn[] {
  if (agreement === 'LIVE') return [];
  return [{ side, awaited: agreement === 'ASKED' ? 'APPROVAL' : 'AGREEMENT' }];
}
