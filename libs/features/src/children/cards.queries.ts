import { familyFindingAfter } from '@hub/domain/children/family-finding';
import { toUnitCard, type UnitCard } from '@hub/domain/children/unit-card';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { loadUnits, type LoadedUnit, type WhichUnits } from './unit-facts.queries';

const BATCH = 1000;

const COLUMNS = ['reference', 'group_size', 'youngest_band', 'oldest_band', 'sex', 'needs', 'highest_need', 'early_permanence', 'region_band', 'waiting_band', 'listed', 'refreshed_on'];

const SAVE = `
  insert into hub.unit_card as k (unit_id, agency_id, ${COLUMNS.join(', ')})
  select r.unit_id, r.agency_id, ${COLUMNS.map((column) => `r.${column}`).join(', ')} from jsonb_to_recordset($1::jsonb) as r(unit_id uuid, agency_id uuid,
    reference text, group_size smallint, youngest_band text, oldest_band text, sex text, needs jsonb, highest_need smallint, early_permanence boolean,
    region_band text, waiting_band text, listed boolean, refreshed_on date)
  on conflict (unit_id) do update set ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
  where (${COLUMNS.map((column) => `k.${column}`).join(', ')}) is distinct from (${COLUMNS.map((column) => `excluded.${column}`).join(', ')})`;

/** Makes the cards of units anew from the facts. Every write path ends here, so that a card is never older than its record. */
export async function refreshCards(tx: Tx, vault: Vault, which: WhichUnits, today: IsoDate): Promise<number> {
  const units = await loadUnits(tx, vault, which);
  for (let at = 0; at < units.length; at += BATCH) {
    await rows(tx, SAVE, [JSON.stringify(units.slice(at, at + BATCH).map((unit) => cardRow(unit, today)))]);
  }
  return units.length;
}

function cardRow(unit: LoadedUnit, asAt: IsoDate): object {
  const card: UnitCard = toUnitCard({ ...unit, asAt });
  return {
    unit_id: unit.id, agency_id: unit.agencyId, reference: card.reference, group_size: card.groupSize, youngest_band: card.youngestBand, oldest_band: card.oldestBand,
    sex: card.sex, needs: Object.fromEntries(card.needs.map(({ key, level }) => [key, level])), highest_need: card.highestNeed,
    early_permanence: card.earlyPermanence, region_band: card.regionBand, waiting_band: card.waitingBand, listed: card.listed, refreshed_on: asAt,
  };
}

const FOLLOW = `
  update hub.unit u set family_finding = r.status, family_finding_reason = r.reason, family_finding_since = $2::date, version = u.version + 1
  from jsonb_to_recordset($1::jsonb) as r(id uuid, status text, reason text) where u.id = r.id`;

// A closed search ends what was shared for it; a paused one is hidden by its card and may come back.
const STOP_RELEASES = `
  update hub.profile_release r set withdrawn_at = now(), withdrawn_by = hub.actor(), withdrawal_reason = coalesce(u.family_finding_reason, 'Family finding closed')
  from hub.unit u
  where u.id = any($1::uuid[]) and u.family_finding = 'CLOSED' and r.subject_type = 'UNIT' and r.subject_id = u.id and r.withdrawn_at is null`;
const HIDE_PROFILES = `
  update hub.unit_profile p set live = false from hub.unit u
  where u.id = any($1::uuid[]) and u.id = p.unit_id and u.family_finding = 'CLOSED' and p.live`;

/**
 * What must be true after any change of the members or of family finding: a unit whose member was matched, placed or
 * adopted, or whose plan changed, leaves the pool at once; releases of a closed search end; the card follows.
 */
export async function settleUnits(tx: Tx, vault: Vault, unitIds: readonly string[], today: IsoDate): Promise<void> {
  const ids = [...new Set(unitIds)];
  if (ids.length === 0) return;
  const units = await loadUnits(tx, vault, { ids });
  const follow = units.flatMap(({ id, familyFinding, members }) => {
    const states = members.map(({ state, profile }) => ({ state, earlyPermanence: profile.earlyPermanence }));
    const after = familyFindingAfter(familyFinding, states);
    return after === null ? [] : [{ id, ...after }];
  });
  if (follow.length > 0) await rows(tx, FOLLOW, [JSON.stringify(follow), today]);
  await rows(tx, STOP_RELEASES, [ids]);
  await rows(tx, HIDE_PROFILES, [ids]);
  await refreshCards(tx, vault, { ids }, today);
}
