import { ABSENCES, ITEM_KINDS, ITEM_STATUSES, MANNERS, OUTCOMES, RECIPIENTS, RECOMMENDATIONS } from '@hub/domain/panels/items';
import { MEMBER_ROLES } from '@hub/domain/panels/quorum';
import type { Option } from '../components/fields';
import type { Tone } from '../components/tag';
import { plain } from './plain';

const said = (table: Readonly<Record<string, string>>) => (code: string): string => table[code] ?? plain(code);
const options = (table: Readonly<Record<string, string>>): readonly Option[] => Object.entries(table).map(([value, label]) => ({ value, label }));

export const itemKindWords = said(ITEM_KINDS);
export const itemStatusWords = said(ITEM_STATUSES);
export const recommendationWords = said(RECOMMENDATIONS);
export const outcomeWords = said(OUTCOMES);
export const memberRoleWords = said(MEMBER_ROLES);
export const absenceWords = said(ABSENCES);
export const recipientWords = said(RECIPIENTS);
export const mannerWords = said(MANNERS);
export const panelAttendanceWords = said({ EXPECTED: 'Expected', PRESENT: 'Was there', ABSENT: 'Did not come' });
export const MEMBER_ROLE_OPTIONS = options(MEMBER_ROLES);
export const RECOMMENDATION_OPTIONS = options(RECOMMENDATIONS);
export const OUTCOME_OPTIONS = options(OUTCOMES);
export const ABSENCE_OPTIONS = options(ABSENCES);

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
