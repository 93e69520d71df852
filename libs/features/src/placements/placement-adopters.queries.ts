import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import type { LinkRow } from '../links/links.queries';

const TABLE = 'placement_adopters';

/** The first names of the family of a match, sealed for its placement with the family's own share. Nothing where none is recorded, or its record was destroyed. */
export async function insertAdopters(tx: Tx, vault: Vault, placementId: string, { id: linkId, householdId, adoptersAgencyId: agencyId }: Pick<LinkRow, 'id' | 'householdId' | 'adoptersAgencyId'>): Promise<void> {
  const adults = await rows<{ adult_id: string; agency_id: string; identity_key: Buffer; first_name: Buffer }>(tx, 'select * from hub.matched_adults($1::uuid)', [linkId]);
  const names = adults.filter(({ adult_id: rowId }) => !vault.isDestroyed({ agencyId, rowId }))
    .flatMap(({ adult_id: rowId, identity_key: wrapped_key, first_name }) => vault.openRecord(agencyId, 'adult_identity', rowId, { wrapped_key, first_name }).first_name ?? []);
  if (names.length === 0 || vault.isDestroyed({ agencyId, rowId: householdId })) return;
  const { wrapped_key, first_names } = vault.sealTexts({ agencyId, table: TABLE, rowId: placementId, shareIds: [householdId] }, { first_names: JSON.stringify(names) });
  await rows(tx, 'insert into hub.placement_adopters (placement_id, agency_id, household_id, share_ids, wrapped_key, first_names) values ($1, $2, $3, $4::uuid[], $5, $6)', [placementId, agencyId, householdId, [householdId], wrapped_key, first_names]);
}

/** What both agencies call the adopters of each placement by; none where none was recorded, or it was destroyed since. */
export async function adoptersOf(tx: Tx, vault: Vault, placementIds: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await rows<{ rowId: string; agencyId: string; shareIds: string[]; wrapped_key: Buffer; first_names: Buffer }>(tx, `
    select placement_id as "rowId", agency_id as "agencyId", share_ids as "shareIds", wrapped_key, first_names from hub.placement_adopters where placement_id = any($1::uuid[])`, [placementIds]);
  return new Map(found.map(({ rowId, agencyId, shareIds, wrapped_key, first_names: sealed }) => {
    const { first_names } = vault.openTexts({ agencyId, table: TABLE, rowId, shareIds }, { wrapped_key, first_names: sealed });
    return [rowId, first_names === null ? [] : (JSON.parse(first_names) as string[])];
  }));
}
