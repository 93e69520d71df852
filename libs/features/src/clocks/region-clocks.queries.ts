import type { ClockCode } from '@hub/domain/clocks/rules';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { rows, type Tx } from '@hub/database/tx';
import { countsOf, type ClockCounts, type ClockItem } from './clock-items';

/** How one agency's clocks of one rule stand. */
export interface ClockCount extends ClockCounts {
  readonly agencyId: string;
  readonly code: ClockCode;
  /** Of those that are overdue; null where none is. */
  readonly longestDays: number | null;
}

/** Under `notices.remind`: what the region's coordinators read until the next round. */
export async function keepCounts(tx: Tx, items: readonly ClockItem[], today: IsoDate): Promise<void> {
  await rows(tx, 'delete from hub.clock_count');
  await rows(tx, `
    insert into hub.clock_count (agency_id, code, overdue, soon, running, paused, longest_days, counted_on)
    select n."agencyId", n.code, n.overdue, n.soon, n.running, n.paused, n."longestDays", $2::date
    from jsonb_to_recordset($1::jsonb) n ("agencyId" uuid, code text, overdue integer, soon integer, running integer, paused integer, "longestDays" integer)`, [JSON.stringify(countedOf(items)), today]);
}

function countedOf(items: readonly ClockItem[]): ClockCount[] {
  const by = new Map<string, [ClockItem, ...ClockItem[]]>();
  for (const item of items) {
    const key = `${item.agencyId} ${item.clock.code}`;
    const same = by.get(key);
    if (same) same.push(item);
    else by.set(key, [item]);
  }
  return [...by.values()].map((same) => {
    const days = same.flatMap(({ clock }) => clock.daysOver ?? []);
    return { agencyId: same[0].agencyId, code: same[0].clock.code, ...countsOf(same), longestDays: days.length === 0 ? null : Math.max(...days) };
  });
}

/** Of every agency that shares with the viewer's, as the last round counted. */
export function regionCounts(tx: Tx): Promise<(ClockCount & { readonly countedOn: IsoDate })[]> {
  return rows(tx, 'select agency_id as "agencyId", code, overdue, soon, running, paused, longest_days as "longestDays", counted_on as "countedOn" from hub.clock_count');
}
