import { randomUUID } from 'node:crypto';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { shareIdsOf } from '../disclosure/subjects.queries';
import type { ItemRow } from './items.queries';

/** Why the panel recommends, what it advises beside it, and why the decision maker decides. */
export type TextPart = 'REASONS' | 'ADVICE' | 'DECISION';

/** Sealed with the shares of the own agency's records that they are about; the other side's are not the writer's to destroy. */
export async function insertPanelText(tx: Tx, vault: Vault, item: ItemRow, part: TextPart, words: string): Promise<void> {
  const { agencyId } = item;
  const shareIds = [...(item.unitId === null ? [] : await shareIdsOf(tx, vault, 'UNIT', item.unitId)), ...(item.householdAgencyId === agencyId ? [item.householdId] : [])];
  const id = randomUUID();
  const sealed = vault.sealTexts({ agencyId, table: 'panel_text', rowId: id, shareIds }, { words });
  await rows(tx, 'insert into hub.panel_text (id, item_id, agency_id, part, share_ids, wrapped_key, words) values ($1, $2, $3, $4, $5::uuid[], $6, $7)', [id, item.id, agencyId, part, shareIds, sealed.wrapped_key, sealed.words]);
}

/** The own agency's words about an item; nobody else reads them. A part is null where nothing was written, or where it went with a record. */
export async function panelTexts(tx: Tx, vault: Vault, itemId: string): Promise<Readonly<Record<TextPart, string | null>>> {
  const found = await rows<{ id: string; agencyId: string; part: TextPart; shareIds: string[]; wrapped_key: Buffer; words: Buffer }>(tx, `
    select id, agency_id as "agencyId", part, share_ids as "shareIds", wrapped_key, words from hub.panel_text where item_id = $1::uuid`, [itemId]);
  const opened = found.map(({ id, agencyId, part, shareIds, wrapped_key, words }) => [part, vault.openTexts({ agencyId, table: 'panel_text', rowId: id, shareIds }, { wrapped_key, words }).words] as const);
  return { REASONS: null, ADVICE: null, DECISION: null, ...Object.fromEntries(opened) };
}
