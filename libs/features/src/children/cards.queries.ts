import { familyFindingAfter } from '@hub/domain/children/family-finding';
import { toShownCard } from '@hub/domain/anonymity/shown-card';
import { combineMembers } from '@hub/domain/children/members';
import { NEED_KEYS } from '@hub/domain/children/words';
import { levelOf } from '@hub/domain/matching/pool';
import { isInPool, toUnitCard, unitSex } from '@hub/domain/children/unit-card';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { openGuard, saveTraits, unitTraits } from '../anonymity/guard.queries';
import { renewUnits, type Guarded } from '../anonymity/renew.queries';
import { withdrawOfSettled } from '../disclosure/grants.queries';
import { closeLinksOfUnits } from '../links/close-links.queries';
import { loadUnits, type LoadedUnit, type WhichUnits } from './unit-facts.queries';

const BATCH = 1000;

const COLUMNS = ['reference', 'group_size', 'group_open', 'generalisation', 'youngest_band', 'oldest_band', 'sex', 'needs', 'needs_up_to', 'highest_need', 'early_permanence', 'region_band', 'waiting_band', 'listed', 'refreshed_on'];

const SAVE = `
  insert into hub.unit_card as k (unit_id, agency_id, ${COLUMNS.join(', ')})
  select r.unit_id, r.agency_id, ${COLUMNS.map((column) => `r.${column}`).join(', ')} from jsonb_to_recordset($1::jsonb) as r(unit_id uuid, agency_id uuid,
    reference text, group_size smallint, group_open boolean, generalisation smallint, youngest_band text, oldest_band text, sex text, needs jsonb, needs_up_to jsonb, highest_need smallint, early_permanence boolean,
    region_band text, waiting_band text, listed boolean, refreshed_on date)
  on conflict (unit_id) do update set ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
  where (${COLUMNS.map((column) => `k.${column}`).join(', ')}) is distinct from (${COLUMNS.map((column) => `excluded.${column}`).join(', ')})`;

/**
 * Makes the cards of units anew from the facts, as general as the guard asks. Every write path ends here, so that a card is never older than
 * its record.
 */
export async function refreshCards(tx: Tx, vault: Vault, which: WhichUnits, today: IsoDate): Promise<number> {
  const units = await loadUnits(tx, vault, which);
  if (units.length === 0) return 0;
  await saveTraits(tx, units, today);
  const pool = units.filter(isInPool);
  // Nobody else sees what is out of the pool, so its cards need no counts of the region.
  const guarded = pool.length === 0 ? new Map<string, Guarded>() : await renewUnits(tx, vault, await openGuard(tx), pool, today);
  const cards = units.map((unit) => cardRow(unit, guarded.get(unit.id) ?? asRecorded(unit, today), today));
  for (let at = 0; at < cards.length; at += BATCH) await rows(tx, SAVE, [JSON.stringify(cards.slice(at, at + BATCH))]);
  return units.length;
}

/** What is out of the pool its own council alone sees, as recorded. */
function asRecorded(unit: LoadedUnit, asAt: IsoDate): Guarded {
  const traits = unitTraits(unit, asAt) ?? { youngest: '0-1', oldest: '0-1', sex: unitSex(unit.members), heritage: ['NOT_KNOWN'], size: unit.members.length, region: unit.regionBand };
  const { needs } = combineMembers(unit.members);
  return { traits, level: 0, ranges: NEED_KEYS.map((key) => ({ key, level: levelOf(needs, key), upTo: levelOf(needs, key) })) };
}

function cardRow(unit: LoadedUnit, { traits, level, ranges }: Guarded, asAt: IsoDate): object {
  const card = toShownCard(toUnitCard({ ...unit, asAt }), traits, level, ranges);
  return {
    unit_id: unit.id, agency_id: unit.agencyId, reference: card.reference, group_size: card.groupSize, group_open: card.groupOpen, generalisation: level,
    youngest_band: card.youngestBand, oldest_band: card.oldestBand, sex: card.sex, needs: Object.fromEntries(card.needs.map(({ key, level: from }) => [key, from])),
    needs_up_to: Object.fromEntries(card.needs.flatMap(({ key, upTo }) => (upTo == null ? [] : [[key, upTo]]))), highest_need: card.highestNeed,
    early_permanence: card.earlyPermanence, region_band: card.regionBand, waiting_band: card.waitingBand, listed: card.listed, refreshed_on: asAt,
  };
}

const FOLLOW = `
  update hub.unit u set family_finding = r.status, family_finding_cause = r.cause, family_finding_reason = null, wrapped_key = null, share_ids = '{}',
    version = u.version + 1, family_finding_since = greatest(u.family_finding_since, coalesce(r.since, $2::date))
  from jsonb_to_recordset($1::jsonb) as r(id uuid, status text, cause text, since date) where u.id = r.id`;

/**
 * What must be true after any change of the members or of family finding: a unit whose member was matched, placed or
 * adopted, or whose plan changed, leaves the pool at once; links and grants of a closed search end; the card follows.
 */
export async function settleUnits(tx: Tx, vault: Vault, unitIds: readonly string[], today: IsoDate): Promise<void> {
  const ids = [...new Set(unitIds)];
  if (ids.length === 0) return;
  const units = await loadUnits(tx, vault, { ids });
  const follow = units.flatMap(({ id, familyFinding, members }) => {
    const states = members.map(({ state, profile, leftSearchOn }) => ({ state, earlyPermanence: profile.earlyPermanence, leftSearchOn }));
    const after = familyFindingAfter(familyFinding, states);
    return after === null ? [] : [{ id, ...after }];
  });
  if (follow.length > 0) await rows(tx, FOLLOW, [JSON.stringify(follow), today]);
  // A paused search is hidden by its card and may come back; a closed one ends what was granted.
  await closeLinksOfUnits(tx, vault, ids, today);
  await withdrawOfSettled(tx, ids);
  await refreshCards(tx, vault, { ids }, today);
}
