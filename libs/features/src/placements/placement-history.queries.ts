import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Side } from '@hub/domain/links/states';
import type { CorrectionEvent, RecordedDeed } from '@hub/domain/placements/corrections';
import type { PlacementEvent } from '@hub/domain/placements/events';
import type { PlacementState } from '@hub/domain/placements/states';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';

/** What a row of history can be of: a step, the decision that opened the placement, another worker, or what was put right of an earlier row. */
export type PlacementDeed = PlacementEvent | CorrectionEvent | 'OPENED' | 'HANDED_OVER';

export interface NewDeed {
  readonly placementId: string;
  readonly version: number;
  readonly event: PlacementDeed;
  readonly side: Side;
  readonly childId: string | null;
  readonly code: string | null;
  /** Read by both agencies; sealed with a share of its own, which goes with any record that it is about. */
  readonly words: string | null;
  readonly from: PlacementState | null;
  readonly to: PlacementState;
  /** Of a correction the day that is right. */
  readonly onDate: IsoDate;
  /** The version that it is about. */
  readonly corrects?: number;
}

const TABLE = 'placement_event';

export async function insertDeed(tx: Tx, vault: Vault, actor: Pick<Actor, 'userId' | 'agencyId'>, deed: NewDeed): Promise<void> {
  const [id, words] = [randomUUID(), deed.words?.trim() || null];
  const shareIds = words === null ? [] : [id];
  const sealed = vault.sealTexts({ agencyId: actor.agencyId, table: TABLE, rowId: id, shareIds }, { words });
  await rows(tx, `
    insert into hub.placement_event (id, placement_id, version, agency_id, side, event, child_id, code, from_state, to_state, on_date, actor_id, share_ids, wrapped_key, words, corrects)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11::date, $12, $13::uuid[], $14, $15, $16)`,
  [id, deed.placementId, deed.version, actor.agencyId, deed.side, deed.event, deed.childId, deed.code, deed.from, deed.to, deed.onDate, actor.userId, shareIds, sealed.wrapped_key, sealed.words, deed.corrects ?? null]);
}

export interface Deed extends RecordedDeed {
  readonly placementId: string;
  readonly event: PlacementDeed;
  readonly side: Side;
  readonly childId: string | null;
  readonly from: PlacementState | null;
  readonly to: PlacementState;
  readonly at: Date;
  readonly actorId: string;
}

const DEED = `placement_id as "placementId", version, event, side, child_id as "childId", code, from_state as "from", to_state as "to", on_date as "onDate", corrects, at, actor_id as "actorId"`;

/** What was done, without the words: enough for clocks and lists. */
export function deedsOf(tx: Tx, placementIds: readonly string[]): Promise<Deed[]> {
  return rows(tx, `select ${DEED} from hub.placement_event where placement_id = any($1::uuid[]) order by placement_id, version`, [placementIds]);
}

const MOST = 500;

/** One placement's history with its words; null where they went with a record that they were about. */
export async function historyOf(tx: Tx, vault: Vault, placementId: string): Promise<(Deed & { readonly words: string | null })[]> {
  const found = await rows<Deed & { id: string; agencyId: string; shareIds: string[]; wrapped_key: Buffer | null; words: Buffer | null }>(tx, `
    select ${DEED}, id, agency_id as "agencyId", share_ids as "shareIds", wrapped_key, words from hub.placement_event where placement_id = $1::uuid order by version limit ${MOST}`, [placementId]);
  return found.map(({ id, agencyId, shareIds, wrapped_key, words, ...deed }) => ({ ...deed, ...vault.openTexts({ agencyId, table: TABLE, rowId: id, shareIds }, { wrapped_key, words }) }));
}
