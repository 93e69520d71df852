import type { TextPlace, Vault } from '@hub/database/crypto/vault';
import { row, type Tx } from '@hub/database/tx';

/** Read where the text of a grant went with a record that it was about. */
export const DESTROYED_TEXT = '(destroyed)';

/** What opens the texts of a grant. */
export interface GrantKey {
  readonly agencyId: string;
  readonly shareIds: readonly string[];
  readonly wrapped_key: Buffer;
}

/** Of `r`. */
export const GRANT_KEY = 'r.agency_id as "agencyId", r.share_ids as "shareIds", r.wrapped_key';

export const placeOfGrant = (id: string, { agencyId, shareIds }: Pick<GrantKey, 'agencyId' | 'shareIds'>): TextPlace => ({ agencyId, table: 'disclosure_grant', rowId: id, shareIds });

export async function grantKey(tx: Tx, id: string): Promise<GrantKey> {
  const found = await row<GrantKey>(tx, `select ${GRANT_KEY} from hub.disclosure_grant r where r.id = $1::uuid`, [id]);
  if (!found) throw new Error('The grant is not there any more.');
  return found;
}

/** What is said of a grant after it was asked for. */
export async function sealInGrant(tx: Tx, vault: Vault, id: string, column: 'override_reason' | 'withdrawal_reason', text: string | null): Promise<Buffer | null> {
  if (text === null) return null;
  const key = await grantKey(tx, id);
  return vault.addTexts(placeOfGrant(id, key), key.wrapped_key, { [column]: text })[column] ?? null;
}
