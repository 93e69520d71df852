import type { IsoDate } from '../dates/iso-date';
import { conflict, invalid, type DomainError } from '../errors';
import { isSum, poundsWords, type Pence } from './money';

/** How a sum that fell due stands. */
export const ITEM_STATES = { DUE: 'Due, not invoiced', INVOICED: 'Invoiced', PAID: 'Paid', WAIVED: 'Waived' } as const;
export type ItemState = keyof typeof ITEM_STATES;

/** PAYER: the child's agency. PAYEE: the adopters' agency (domain.md 5.7). Adopters never pay. */
export type FeeSide = 'PAYER' | 'PAYEE';

/** What people record about such a sum. FELL_DUE is the hub's own. */
export const ITEM_EVENTS = { FELL_DUE: 'Fell due', INVOICED: 'Invoiced', PAID: 'Paid', DISPUTED: 'Disputed', SETTLED: 'Dispute settled', WAIVED: 'Waived' } as const;
export type ItemEvent = keyof typeof ITEM_EVENTS;
export type RecordedEvent = Exclude<ItemEvent, 'FELL_DUE'>;

export interface ItemStanding {
  readonly state: ItemState;
  readonly amount: Pence;
  readonly paid: Pence;
  readonly disputedBy: FeeSide | null;
}

/** What somebody records: `sum` of a payment, `invoiceNumber` of an invoice, `words` of a dispute or a waiver. */
export interface Recording {
  readonly event: RecordedEvent;
  readonly by: FeeSide;
  readonly onDate: IsoDate;
  readonly sum: Pence | null;
  readonly invoiceNumber: string | null;
  readonly words: string | null;
}

const BY: Readonly<Record<RecordedEvent, readonly FeeSide[]>> = { INVOICED: ['PAYEE'], PAID: ['PAYER'], DISPUTED: ['PAYER', 'PAYEE'], SETTLED: ['PAYER', 'PAYEE'], WAIVED: ['PAYEE'] };
const FROM: Readonly<Record<RecordedEvent, readonly ItemState[]>> = { INVOICED: ['DUE'], PAID: ['INVOICED'], DISPUTED: ['DUE', 'INVOICED'], SETTLED: ['DUE', 'INVOICED'], WAIVED: ['DUE', 'INVOICED'] };

/** What is still to be paid. */
export const outstandingOf = ({ state, amount, paid }: Pick<ItemStanding, 'state' | 'amount' | 'paid'>): Pence => (state === 'WAIVED' ? 0 : amount - paid);

/** What a side may record of a sum as it stands. */
export const eventsOpen = (item: ItemStanding, by: FeeSide): RecordedEvent[] =>
  (Object.keys(BY) as RecordedEvent[]).filter((event) => BY[event].includes(by) && FROM[event].includes(item.state) && disputeAllows(item, event, by));

// Who disputes a sum says when that is settled; meanwhile it may be invoiced and paid all the same.
const disputeAllows = ({ disputedBy }: ItemStanding, event: RecordedEvent, by: FeeSide): boolean =>
  event === 'DISPUTED' ? disputedBy === null : event === 'SETTLED' ? disputedBy === by : true;

/** How the sum stands after it, else the refusal. */
export function nextItem(item: ItemStanding, recording: Recording, today: IsoDate): ItemStanding | DomainError {
  const { event, by, sum } = recording;
  if (!eventsOpen(item, by).includes(event)) return conflict('GUARD_FAILED', `Your agency cannot record this: the sum stands as “${ITEM_STATES[item.state]}”.`);
  const refusal = incomplete(item, recording, today);
  if (refusal) return refusal;
  if (event === 'INVOICED') return { ...item, state: 'INVOICED' };
  if (event === 'DISPUTED') return { ...item, disputedBy: by };
  if (event === 'SETTLED') return { ...item, disputedBy: null };
  if (event === 'WAIVED') return { ...item, state: 'WAIVED', disputedBy: null };
  const paid = item.paid + (sum ?? 0);
  return paid === item.amount ? { ...item, paid, state: 'PAID', disputedBy: null } : { ...item, paid };
}

function incomplete(item: ItemStanding, { event, onDate, sum, invoiceNumber, words }: Recording, today: IsoDate): DomainError | null {
  const left = outstandingOf(item);
  const issues = [
    onDate > today && { path: 'onDate', message: 'The day lies in the future.' },
    event === 'INVOICED' && !invoiceNumber?.trim() && { path: 'invoiceNumber', message: 'Give the number of the invoice.' },
    event === 'PAID' && (sum === null || !isSum(sum) || sum > left) && { path: 'sum', message: `Give a sum up to what is outstanding, ${poundsWords(left)}.` },
    (event === 'DISPUTED' || event === 'WAIVED') && !words?.trim() && { path: 'words', message: 'Say why.' },
  ].filter((issue) => issue !== false);
  return issues.length === 0 ? null : invalid(issues);
}

/** An event as it is kept. */
export interface KeptEvent {
  readonly event: ItemEvent;
  readonly side: FeeSide | null;
  readonly onDate: IsoDate;
  readonly sum: Pence | null;
  readonly invoiceNumber: string | null;
}

/** A sum as people compare two versions of it. */
export interface FoldedItem extends ItemStanding {
  readonly invoiceNumber: string | null;
  readonly lastOn: IsoDate | null;
}

/** How a sum stands after events, in their order. */
export function foldItem(amount: Pence, events: readonly KeptEvent[]): FoldedItem {
  const start: FoldedItem = { state: 'DUE', amount, paid: 0, disputedBy: null, invoiceNumber: null, lastOn: null };
  return events.reduce<FoldedItem>((item, { event, side, onDate, sum, invoiceNumber }) => {
    const paid = item.paid + (event === 'PAID' ? (sum ?? 0) : 0);
    const isOver = event === 'WAIVED' || paid === amount;
    return {
      amount, paid, lastOn: onDate, invoiceNumber: invoiceNumber ?? item.invoiceNumber,
      state: event === 'WAIVED' ? 'WAIVED' : paid === amount ? 'PAID' : event === 'INVOICED' ? 'INVOICED' : item.state,
      disputedBy: isOver || event === 'SETTLED' ? null : event === 'DISPUTED' ? side : item.disputedBy,
    };
  }, start);
}

const COMPARED = ['state', 'paid', 'disputedBy', 'invoiceNumber', 'lastOn'] as const;

/** Field by field, what changed between two versions (trust.md REL-5); money in pounds. */
export function itemDifferences(seen: FoldedItem, now: FoldedItem): { readonly field: string; readonly seen: string | null; readonly now: string | null }[] {
  const said = (item: FoldedItem, field: (typeof COMPARED)[number]): string | null => (field === 'paid' ? poundsWords(item.paid) : item[field]);
  return COMPARED.flatMap((field) => (seen[field] === now[field] ? [] : [{ field, seen: said(seen, field), now: said(now, field) }]));
}
