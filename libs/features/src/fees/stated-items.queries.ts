import type { Actor } from '@hub/domain/access/actor';
import { daysOfQuarter, type Quarter } from '@hub/domain/dates/financial-year';
import type { Movement, StatedItem } from '@hub/domain/fees/statement';
import type { Tx } from '@hub/database/tx';
import { itemsFor } from './fee-view.queries';
import { eventsOfItems, itemsBetween } from './fees.queries';

/** Inside a unit of work of whoever may read the agency's sums. */
export async function statedItems(tx: Tx, actor: Actor, quarter: Quarter): Promise<StatedItem[]> {
  const { first, last } = daysOfQuarter(quarter);
  const items = await itemsFor(tx, actor, await itemsBetween(tx, first, last));
  const events = await eventsOfItems(tx, items.map(({ id }) => id));
  return items.map(({ id, placement, side, other, trigger, number, dueOn, amount, invoiceNumber, invoicedOn }) => ({
    placement, side, other: other?.code ?? '', trigger, number, dueOn, amount, invoiceNumber, invoicedOn,
    movements: events.flatMap(({ itemId, event, onDate, sum }): Movement[] => (itemId === id && sum !== null && (event === 'PAID' || event === 'WAIVED') ? [{ onDate, kind: event, sum }] : [])),
  }));
}
