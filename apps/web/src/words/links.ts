import { LINK_EVENTS, type LinkEvent } from '@hub/domain/links/events';
import type { Tone } from '../components/tag';
import { plain } from './plain';

const STATES: Readonly<Record<string, string>> = {
  SUGGESTED: 'Suggested', EXPRESSED_INTEREST: 'Interest expressed', SHORTLISTED: 'Shortlisted', EXPLORING: 'Exploring', CPR_SHARED: 'Permanence report shared', VISITED: 'Met the adopters',
  APR_DRAFTED: 'Placement report drafted', PANEL_BOOKED: 'Panel booked', DECLINED_BY_CHILD_AGENCY: 'Declined by the child’s agency', DECLINED_BY_ADOPTERS: 'Declined by the adopters',
  WITHDRAWN_CHILD_PLAN_CHANGED: 'Withdrawn: the child’s plan changed',
};
export const linkStateWords = (state: string): string => STATES[state] ?? plain(state);
export const linkTone = (state: string): Tone => (/^(DECLINED|WITHDRAWN)/.test(state) ? 'grey' : state === 'PANEL_BOOKED' ? 'green' : 'blue');

export const sideWords = (side: string): string => (side === 'CHILD' ? 'the child’s agency' : 'the adopters’ agency');

const AWAITED: Readonly<Record<string, string>> = {
  INTEREST: 'may express interest', ANSWER: 'answers the interest', AGREEMENT: 'agrees to explore, or declines', APPROVAL: 'has a second person approve its agreement', NEXT_STEP: 'takes the next step',
};

interface Turns {
  readonly turns: readonly { readonly side: string; readonly awaited: string }[];
  readonly parties: readonly { readonly side: string; readonly isOwn: boolean }[];
}

/** Who acts next, and with what. */
export function turnWords({ turns, parties }: Turns): string {
  if (turns.length === 0) return 'Nobody: the link has ended';
  const who = (side: string): string => (parties.some((party) => party.side === side && party.isOwn) ? 'your agency' : sideWords(side));
  return turns.map(({ side, awaited }) => `${who(side)} ${AWAITED[awaited] ?? plain(awaited).toLowerCase()}`).join('; ');
}

export const agreementWords = (agreement: string): string => ({ NONE: 'not given', ASKED: 'waits for a second person', LIVE: 'live', ENDED: 'over' }[agreement] ?? plain(agreement));

/** What the button says; the history says the same as done. */
const BUTTONS: Partial<Record<LinkEvent, string>> = {
  INTEREST_EXPRESSED: 'Express interest', SHORTLISTED: 'Shortlist this pair', EXPLORING_AGREED: 'Agree to explore', CPR_SHARED: 'Record that the permanence report was shared', VISITED: 'Record that the adopters were met',
  APR_DRAFTED: 'Record that the placement report is drafted', PANEL_BOOKED: 'Record the day of the panel', DECLINED_BY_CHILD_AGENCY: 'Decline for the child', DECLINED_BY_ADOPTERS: 'Decline for the adopters',
  WITHDRAWN_CHILD_PLAN_CHANGED: 'Withdraw: the child’s plan changed',
};
export const stepWords = (event: string): string => BUTTONS[event as LinkEvent] ?? plain(event);

const FIELDS: Readonly<Record<string, string>> = { state: 'Where it stands', lastStep: 'Latest step', lastStepOn: 'Day of that step', panelOn: 'Day of the panel', childWorker: 'Worker for the child', adoptersWorker: 'Worker for the adopters' };
export const linkFieldWords = (field: string): string => FIELDS[field] ?? plain(field);

export function linkValueWords(field: string, value: string | null): string {
  if (value === null) return 'none';
  if (field === 'state') return linkStateWords(value);
  return field === 'lastStep' && value in LINK_EVENTS ? LINK_EVENTS[value as LinkEvent].label : value;
}
