import { LINK_EVENTS, type LinkEvent } from '@hub/domain/links/events';
import { EXITS } from '@hub/domain/links/states';
import { linkStateWords } from '@hub/domain/links/words';
import type { Tone } from '../components/tag';
import { plain } from './plain';

export { agreementWords, linkStateWords, seesWords, sideWords, turnWords } from '@hub/domain/links/words';

export const linkTone = (state: string): Tone => ((EXITS as readonly string[]).includes(state) ? (state === 'ADOPTED' ? 'green' : 'grey') : /^(PANEL_BOOKED|PANEL_RECOMMENDED|MATCHED)$/.test(state) ? 'green' : 'blue');

/** What the button says; the history says the same as done. */
const BUTTONS: Partial<Record<LinkEvent, string>> = {
  INTEREST_EXPRESSED: 'Express interest', SHORTLISTED: 'Shortlist this pair', EXPLORING_AGREED: 'Agree to explore', CPR_SHARED: 'Record that the permanence report was shared', VISITED: 'Record that the adopters were met',
  APR_DRAFTED: 'Record that the placement report is drafted', DECLINED_BY_CHILD_AGENCY: 'Decline for the child', DECLINED_BY_ADOPTERS: 'Decline for the adopters',
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
