import { ABSENCES, ITEM_KINDS, ITEM_STATUSES, MANNERS, OUTCOMES, RECIPIENTS, RECOMMENDATIONS } from '@hub/domain/panels/items';
import { MEMBER_ROLES } from '@hub/domain/panels/quorum';
import type { Tone } from '../components/tag';
import { optionsOf, plain } from './plain';

const said = (table: Readonly<Record<string, string>>) => (code: string): string => table[code] ?? plain(code);
export const itemKindWords = said(ITEM_KINDS);
export const itemStatusWords = said(ITEM_STATUSES);
export const recommendationWords = said(RECOMMENDATIONS);
export const outcomeWords = said(OUTCOMES);
export const memberRoleWords = said(MEMBER_ROLES);
export const absenceWords = said(ABSENCES);
export const recipientWords = said(RECIPIENTS);
export const mannerWords = said(MANNERS);
export const panelAttendanceWords = said({ EXPECTED: 'Expected', PRESENT: 'Was there', ABSENT: 'Did not come' });
export const MEMBER_ROLE_OPTIONS = optionsOf(MEMBER_ROLES);
export const RECOMMENDATION_OPTIONS = optionsOf(RECOMMENDATIONS);
export const OUTCOME_OPTIONS = optionsOf(OUTCOMES);
export const ABSENCE_OPTIONS = optionsOf(ABSENCES);

interface Standing {
  readonly status: string;
  readonly recommendation: string | null;
  readonly outcome: string | null;
}

/** Where an item stands, in a word or two. */
export function standingWords({ status, recommendation, outcome }: Standing): string {
  if (outcome) return outcomeWords(outcome);
  return recommendation ? recommendationWords(recommendation) : itemStatusWords(status);
}

export function standingTone({ status, recommendation, outcome }: Standing): Tone {
  if (outcome) return outcome === 'APPROVED' ? 'green' : 'grey';
  if (recommendation) return recommendation === 'RECOMMENDED' ? 'blue' : 'amber';
  return status === 'CONFIRMED' ? 'blue' : status === 'PROVISIONAL' ? 'amber' : 'grey';
}

/** What an item is about, by references. */
export const caseWords = ({ unitReference, householdReference }: { readonly unitReference: string | null; readonly householdReference: string }): string =>
  (unitReference ? `${unitReference} with family ${householdReference}` : `Family ${householdReference}`);
