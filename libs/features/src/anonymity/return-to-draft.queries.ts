import type { GrantCause } from '@hub/domain/disclosure/grant';
import { affected, rows, type Tx } from '@hub/database/tx';

const RETURN = `
  update hub.disclosure_grant set returned_at = now(), returned_cause = $2
  where subject_id = any($1::uuid[]) and stage = 'S1' and withdrawn_at is null and returned_at is null and (approved_at is null or expires_on > hub.today())`;

/**
 * What two people decided about is not there any more: the release is a draft again, and what it showed is gone with this
 * transaction (trust.md ANON-4). `ids`: units or households.
 */
export async function returnToDraft(tx: Tx, ids: readonly string[], cause: GrantCause): Promise<void> {
  if (ids.length === 0 || (await affected(tx, RETURN, [ids, cause])) === 0) return;
  await rows(tx, 'update hub.unit_profile set live = false where unit_id = any($1::uuid[]) and live', [ids]);
  await rows(tx, 'update hub.household_profile set live = false where household_id = any($1::uuid[]) and live', [ids]);
}
