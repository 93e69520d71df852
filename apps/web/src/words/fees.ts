import { PLANS, PROVIDERS, type Plan, type Provider } from '@hub/domain/fees/fee-table';
import { BASES, TERMS, type Basis, type Terms } from '@hub/domain/fees/inter-agency';
import { TRIGGERS, type Trigger } from '@hub/domain/fees/instalments';
import { ITEM_EVENTS, ITEM_STATES, type ItemEvent, type ItemState, type RecordedEvent } from '@hub/domain/fees/item-events';
import { poundsWords } from '@hub/domain/fees/money';
import type { Tone } from '../components/tag';
import { dayWords } from './dates';
import { count } from './plain';

export { poundsWords };
export const planWords = (plan: string): string => PLANS[plan as Plan] ?? plan;
export const providerWords = (provider: string): string => PROVIDERS[provider as Provider] ?? provider;
export const basisWords = (basis: string): string => BASES[basis as Basis] ?? basis;
export const termsWords = (terms: string): string => TERMS[terms as Terms] ?? terms;
export const stateWords = (state: string): string => ITEM_STATES[state as ItemState] ?? state;
export const eventWords = (event: string): string => ITEM_EVENTS[event as ItemEvent] ?? event;
export const feeSideWords = (side: string): string => (side === 'PAYER' ? 'To pay' : 'To be paid');
export const childrenWords = (children: number): string => count(children, 'child', 'children');

/** What a sum is for; of a month, which. */
export const sumWords = ({ trigger, number }: { readonly trigger: string; readonly number: number }): string => (trigger === 'MONTHLY' ? `Month ${number} after the first year without an order` : TRIGGERS[trigger as Trigger] ?? trigger);

export const stateTone = (state: string, disputedBy?: string | null): Tone => (disputedBy ? 'red' : state === 'PAID' ? 'green' : state === 'WAIVED' ? 'grey' : state === 'INVOICED' ? 'blue' : 'amber');

/** Between two days of moving in, either of which may be open. */
export function spanWords({ from, until }: { readonly from?: string | null; readonly until?: string | null }): string {
  if (!from) return `Up to ${until ? dayWords(until) : 'now'}`;
  return until ? `${dayWords(from)} to ${dayWords(until)}` : `From ${dayWords(from)}`;
}

/** What the button says; the history says the same as done. */
export const STEP_WORDS: Readonly<Record<RecordedEvent, string>> = { INVOICED: 'Record the invoice', PAID: 'Record a payment', DISPUTED: 'Dispute it', SETTLED: 'Record that the dispute is settled', WAIVED: 'Waive what is outstanding' };

const FIELDS: Readonly<Record<string, string>> = { state: 'Stands as', paid: 'Paid', disputedBy: 'Disputed by', invoiceNumber: 'Invoice', lastOn: 'Last recorded for' };
export const feeFieldWords = (field: string): string => FIELDS[field] ?? field;
export function feeValueWords(field: string, value: string | null | undefined): string {
  if (!value) return 'none';
  if (field === 'state') return stateWords(value);
  if (field === 'disputedBy') return value === 'PAYER' ? 'who pays' : 'who is paid';
  return field === 'lastOn' ? dayWords(value) : value;
}
