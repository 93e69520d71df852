import { randomUUID } from 'node:crypto';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { shareIdsOf } from '../disclosure/subjects.queries';
import type { ItemRow } from './items.queries';

/** Why the panel recommends, what it advises beside it, why the decision maker decides, and what was wrong with what was recorded of them. */
export type TextPart = 'REASONS' | 'ADVICE' | 'DECISION' | 'CORRECTION';

/** Sealed with the shares of the own agency's records that they are about; the other side's are not the writer's to destroy. */
export async function insertPanelText(tx: Tx, vault: Vault, item: ItemRow, part: TextPart, words: string): Promise<void> {
  const { agencyId } = item;
  const shareIds = [...(item.unitId === null ? [] : await shareIdsOf(tx, vault, 'UNIT', item.unitId)), ...(item.householdAgencyId === agencyId ? [item.householdId] : [])];
  const id = randomUUID();
  const sealed = vault.sealTexts({ agencyId, table: 'panel_text', rowId: id, shareIds }, { words });
  await rows(tx, 'insert into hub.panel_text (id, item_id, agency_id, part, version, share_ids, wrapped_key, words) values ($1, $2, $3, $4, $5, $6::uuid[], $7, $8)', [id, item.id, agencyId, part, item.version + 1, shareIds, sealed.wrapped_key, sealed.words]);
}

export interface PanelTexts {
  /** Of each part the newest. */
  readonly newest: Readonly<Record<TextPart, string | null>>;
  /** What was wrong, by the item's version that put it right. */
  readonly corrections: ReadonlyMap<number, string | null>;
}

/** The own agency's words about an item; nobody else reads them. A part is null where nothing was written, or where it went with a record. */
export async function panelTexts(tx: Tx, vault: Vault, itemId: string): Promise<PanelTexts> {
  const found = await rows<{ id: string; agencyId: string; part: TextPart; version: number; shareIds: string[]; wrapped_key: Buffer; words: Buffer }>(tx, `
    select id, agency_id as "agencyId", part, version, share_ids as "shareIds", wrapped_key, words from hub.panel_text where item_id = $1::uuid order by version`, [itemId]);
  const opened = found.map(({ id, agencyId, part, version, shareIds, wrapped_key, words }) => ({ part, version, said: vault.openTexts({ agencyId, table: 'panel_text', rowId: id, shareIds }, { wrapped_key, words }).words }));
  return {
    newest: { REASONS: null, ADVICE: null, DECISION: null, CORRECTION: null, ...Object.fromEntries(opened.map(({ part, said }) => [part, said])) },
    corrections: new Map(opened.filter(({ part }) => part === 'CORRECTION').map(({ version, said }) => [version, said])),
  };
}
