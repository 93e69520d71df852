import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { Vault } from '@hub/database/crypto/vault';
import { affected, row, rows, type Tx } from '@hub/database/tx';
import { shareIdsOf } from '../disclosure/subjects.queries';

export interface PairIds {
  readonly unitId: string;
  readonly unitAgencyId: string;
  readonly householdId: string;
  readonly householdAgencyId: string;
}

/** A pair by its references, as far as the actor may see both cards. */
export function findPair(tx: Tx, unit: string, household: string): Promise<PairIds | undefined> {
  return row<PairIds>(tx, `
    select k.unit_id as "unitId", k.agency_id as "unitAgencyId", h.household_id as "householdId", h.agency_id as "householdAgencyId"
    from hub.unit_card k cross join hub.household_card h where k.reference = $1 and h.reference = $2`, [unit, household]);
}

/** References of the households that anybody has ruled out for a unit by now; why is not told. */
export async function householdsRuledOut(tx: Tx, unitId: string): Promise<ReadonlySet<string>> {
  const found = await rows<{ reference: string }>(tx, `
    select h.reference from hub.ruled_out_pairs() p join hub.household_card h on h.household_id = p.household_id where p.unit_id = $1`, [unitId]);
  return new Set(found.map(({ reference }) => reference));
}

/** References of the units for which anybody has ruled a household out by now. */
export async function unitsRuledOut(tx: Tx, householdId: string): Promise<ReadonlySet<string>> {
  const found = await rows<{ reference: string }>(tx, `
    select k.reference from hub.ruled_out_pairs() p join hub.unit_card k on k.unit_id = p.unit_id where p.household_id = $1`, [householdId]);
  return new Set(found.map(({ reference }) => reference));
}

/** False where the own agency has ruled the pair out already. */
export async function insertRulingOut(tx: Tx, vault: Vault, { agencyId, userId }: Actor, pair: PairIds, reason: string): Promise<boolean> {
  const id = randomUUID();
  // About the agency's own side or sides: the other side's records are not its to destroy.
  const shareIds = [
    ...(pair.unitAgencyId === agencyId ? await shareIdsOf(tx, vault, 'UNIT', pair.unitId) : []), ...(pair.householdAgencyId === agencyId ? [pair.householdId] : []),
  ];
  const sealed = vault.sealTexts({ agencyId, table: 'ruled_out', rowId: id, shareIds }, { reason });
  return (await affected(tx, `
    insert into hub.ruled_out (id, agency_id, unit_id, household_id, unit_agency_id, household_agency_id, share_ids, wrapped_key, reason, ruled_by)
    values ($1, $2, $3, $4, $5, $6, $7::uuid[], $8, $9, $10) on conflict do nothing`,
  [id, agencyId, pair.unitId, pair.householdId, pair.unitAgencyId, pair.householdAgencyId, shareIds, sealed.wrapped_key, sealed.reason, userId])) === 1;
}

/** Lifts what the own agency ruled; false where it had not. */
export async function liftRulingOut(tx: Tx, actor: Actor, pair: PairIds): Promise<boolean> {
  return (await affected(tx, `
    update hub.ruled_out set lifted_at = now() where unit_id = $1 and household_id = $2 and agency_id = $3 and lifted_at is null`,
  [pair.unitId, pair.householdId, actor.agencyId])) > 0;
}
