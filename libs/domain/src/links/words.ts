import type { Agreement } from './events';
import type { LinkState, Side } from './states';
import type { Awaited } from './who-acts';

const STATES: Readonly<Record<LinkState, string>> = {
  SUGGESTED: 'Suggested', EXPRESSED_INTEREST: 'Interest expressed', SHORTLISTED: 'Shortlisted', EXPLORING: 'Exploring', CPR_SHARED: 'Permanence report shared', VISITED: 'Met the adopters',
  APR_DRAFTED: 'Placement report drafted', PANEL_BOOKED: 'Panel booked', PANEL_RECOMMENDED: 'Heard by the panel', MATCHED: 'Matched', DECLINED_BY_CHILD_AGENCY: 'Declined by the child’s agency', DECLINED_BY_ADOPTERS: 'Declined by the adopters',
  WITHDRAWN_CHILD_PLAN_CHANGED: 'Withdrawn: the child’s plan changed', PANEL_NOT_RECOMMENDED: 'Not recommended by the panel', ADM_NOT_APPROVED: 'Not approved', INTRODUCTIONS_FAILED: 'Introductions failed',
  DISRUPTED: 'Disrupted', ADOPTED: 'Adopted',
};
const AWAITED: Readonly<Record<Awaited, string>> = {
  INTEREST: 'may express interest', ANSWER: 'answers the interest', AGREEMENT: 'agrees to explore, or declines', APPROVAL: 'has a second person approve its agreement', NEXT_STEP: 'takes the next step',
  PANEL: 'brings the match to the panel', DECISION: 'has its decision maker decide', PLACEMENT: 'plans the placement',
};
const AGREEMENTS: Readonly<Record<Agreement, string>> = { NONE: 'not given', ASKED: 'waits for a second person', LIVE: 'live', ENDED: 'over' };

/* Codes as text, as the API answers them, and in the same words on a page and on paper. */

export const linkStateWords = (state: string): string => STATES[state as LinkState] ?? state;
export const agreementWords = (agreement: string): string => AGREEMENTS[agreement as Agreement] ?? agreement;
export const sideWords = (side: string): string => ((side as Side) === 'CHILD' ? 'the child’s agency' : 'the adopters’ agency');

interface Turns {
  readonly turns: readonly { readonly side: string; readonly awaited: string }[];
  readonly parties: readonly { readonly side: string; readonly isOwn: boolean }[];
}

/** Who acts next, and with what. */
export function turnWords({ turns, parties }: Turns): string {
  if (turns.length === 0) return 'Nobody: the link has ended';
  const who = (side: string): string => (parties.some((party) => party.side === side && party.isOwn) ? 'your agency' : sideWords(side));
  return turns.map(({ side, awaited }) => `${who(side)} ${AWAITED[awaited as Awaited] ?? awaited}`).join('; ');
}

interface Sight {
  readonly isOpen: boolean;
  readonly parties: readonly { readonly side: string; readonly isOwn: boolean; readonly agreement: string }[];
}

/** What each side sees of the other now. */
export function seesWords({ parties, isOpen }: Sight): string {
  if (parties.every(({ isOwn }) => isOwn)) return 'Both sides are your agency: each sees the other’s record as its roles allow.';
  if (!isOpen) return 'What had been granted for this link is closed. Cards and released profiles stay as they are.';
  const live = parties.filter(({ agreement }) => agreement === 'LIVE');
  if (live.length === 2) return 'Each side sees first names, age and summary of the other (S2). Of the reports, the named worker of each side sees the versions that the other gives, from the sharing of the child’s permanence report on (S3).';
  const shownBy = live[0] ? sideWords(live[0].side) : null;
  return `Cards, and profiles where they are released. ${shownBy ? `${shownBy.charAt(0).toUpperCase()}${shownBy.slice(1)} has shown its record up to S2.` : 'Names are seen once both agree to explore.'}`;
}
