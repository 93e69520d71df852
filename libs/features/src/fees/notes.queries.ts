import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';

/** Words about a fee, of either agency. */
export interface FeeNote {
  readonly agencyId: string;
  readonly authorId: string;
  /** Of the event that it explains. */
  readonly itemId: string | null;
  readonly version: number | null;
  /** Null where it went with a record that it was about. */
  readonly words: string | null;
  readonly at: Date;
}

export interface NewNote {
  readonly placementId: string;
  readonly words: string;
  readonly of?: { readonly itemId: string; readonly version: number };
}

const TABLE = 'fee_note';
const MOST = 200;

/** Sealed by the agency that writes it, with the shares of its own records of the placement: the other's are not the writer's to destroy. */
export async function insertNote(tx: Tx, vault: Vault, actor: Actor, { placementId, words, of }: NewNote): Promise<void> {
  const about = await rows<{ rowId: string; agencyId: string }>(tx, `
    select c.child_id as "rowId", c.agency_id as "agencyId" from hub.placement_child c where c.placement_id = $1::uuid and c.agency_id = (select hub.own_agency())
    union all select p.household_id, p.household_agency_id from hub.placement p where p.id = $1::uuid and p.household_agency_id = (select hub.own_agency())`, [placementId]);
  const [id, shareIds] = [randomUUID(), about.filter((record) => !vault.isDestroyed(record)).map(({ rowId }) => rowId)];
  const sealed = vault.sealTexts({ agencyId: actor.agencyId, table: TABLE, rowId: id, shareIds }, { words });
  await rows(tx, `insert into hub.fee_note (id, placement_id, item_id, version, agency_id, author_id, share_ids, wrapped_key, words) values ($1, $2, $3, $4, $5, $6, $7::uuid[], $8, $9)`,
    [id, placementId, of?.itemId ?? null, of?.version ?? null, actor.agencyId, actor.userId, shareIds, sealed.wrapped_key, sealed.words]);
}

/** Of both agencies, the earliest first. */
export async function notesOf(tx: Tx, vault: Vault, placementId: string): Promise<FeeNote[]> {
  const found = await rows<Omit<FeeNote, 'words'> & { id: string; shareIds: string[]; wrapped_key: Buffer; words: Buffer }>(tx, `
    select id, agency_id as "agencyId", author_id as "authorId", item_id as "itemId", version, at, share_ids as "shareIds", wrapped_key, words from hub.fee_note where placement_id = $1::uuid order by at limit ${MOST}`, [placementId]);
  return found.map(({ id, shareIds, wrapped_key, words, ...note }) => ({ ...note, ...vault.openTexts({ agencyId: note.agencyId, table: TABLE, rowId: id, shareIds }, { wrapped_key, words }) }));
}
