import { DomainError } from '@hub/domain/errors';
import { rows, type Tx } from '@hub/database/tx';
import type { ItemRow } from './items.queries';

const staleOf = (what: string, seen: number, now: number, differences: readonly object[]): DomainError =>
  new DomainError('STALE_VERSION', `Somebody else has changed this ${what} since you opened it. Compare both versions, then decide again.`, { seenVersion: seen, currentVersion: now, differences });

/** A panel or an entry of the central list changed: what was seen and what is there now. */
export const stale = (what: 'panel' | 'entry', seen: number, now: number): DomainError => staleOf(what, seen, now, [{ field: 'version', seen: String(seen), now: String(now) }]);

const FIELDS = ['lastStep', 'status', 'panel', 'slot'] as const;
type ItemVersion = Readonly<Record<(typeof FIELDS)[number], string>> & { readonly version: number };

/** For who came second: what the item was when they read it, and what it is now, field by field (trust.md REL-5). */
export async function staleItem(tx: Tx, { id, version }: Pick<ItemRow, 'id' | 'version'>, seen: number): Promise<DomainError> {
  const found = await rows<ItemVersion>(tx, `
    select e.version, e.event as "lastStep", e.status, p.reference as panel, e.slot::text as slot from hub.panel_item_event e join hub.panel p on p.id = e.panel_id
    where e.item_id = $1::uuid and e.version in ($2, (select max(n.version) from hub.panel_item_event n where n.item_id = $1::uuid)) order by e.version`, [id, seen]);
  const [before, now] = [found.find((one) => one.version === seen), found.at(-1)];
  const differences = before && now ? FIELDS.flatMap((field) => (before[field] === now[field] ? [] : [{ field, seen: before[field], now: now[field] }])) : [];
  return staleOf('item', seen, now?.version ?? version, differences);
}
