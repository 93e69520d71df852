import { isInPool } from '@hub/domain/children/unit-card';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { DEFAULT_POLICY } from '@hub/domain/matching/default-policy';
import { sufficiencyOf, type SufficiencyDimension, type SufficiencyRow } from '@hub/domain/performance/sufficiency';
import type { ShownSufficiencyRow } from '@hub/domain/performance/sufficiency-shown';
import type { Vault } from '@hub/database/crypto/vault';
import { row, rows, type Tx } from '@hub/database/tx';
import { loadOfferings } from '../adopters/pool-households.queries';
import { unitForRun } from '../children/pool.queries';
import { loadUnits } from '../children/unit-facts.queries';

export interface SufficiencyCount extends ShownSufficiencyRow {
  /** Null: the region's. */
  readonly agencyId: string | null;
  readonly notRecorded: number | null;
  readonly countedOn: IsoDate;
}

/** Under `performance.reckon`: the rows of each member that looks after children or approves adopters, by its id. */
export async function countByAgency(tx: Tx, vault: Vault, today: IsoDate): Promise<ReadonlyMap<string, readonly SufficiencyRow[]>> {
  const members = await rows<{ id: string }>(tx, `
    select a.id from hub.agency a where a.kind in ('COUNCIL', 'VOLUNTARY')
      and exists (select from hub.membership m where m.agency_id = a.id and m.starts_on <= $1 and (m.ends_on is null or m.ends_on > $1)) order by a.code`, [today]);
  const units = (await loadUnits(tx, vault, 'ACTIVE')).filter(isInPool);
  const offerings = await loadOfferings(tx, today);
  return new Map(members.map(({ id }) => {
    const [waiting, families] = [units.filter(({ agencyId }) => agencyId === id), offerings.filter(({ agencyId }) => agencyId === id)];
    return [id, sufficiencyOf(waiting.map((unit) => unitForRun(unit, today)), families, today, DEFAULT_POLICY)];
  }));
}

/** The day of the region's rows; undefined before there are any. */
export const regionCountedOn = async (tx: Tx): Promise<IsoDate | undefined> => (await row<{ day: IsoDate }>(tx, 'select counted_on as day from hub.sufficiency_count where agency_id is null limit 1'))?.day;

/** Instead of what stood there of the region (null) or of the agencies. */
export async function keepCounts(tx: Tx, of: 'REGION' | 'AGENCIES', counts: readonly (Omit<SufficiencyCount, 'countedOn'>)[], today: IsoDate): Promise<void> {
  await rows(tx, `delete from hub.sufficiency_count where (agency_id is null) = $1`, [of === 'REGION']);
  await rows(tx, `
    insert into hub.sufficiency_count (agency_id, dimension, value, place, children, units, available, pipeline, not_recorded, counted_on)
    select n."agencyId", n.dimension, n.value, n.place, n.children, n.units, n.available, n.pipeline, n."notRecorded", $2::date
    from jsonb_to_recordset($1::jsonb) n ("agencyId" uuid, dimension text, value text, place smallint, children integer, units integer, available integer, pipeline integer, "notRecorded" integer)`,
  [JSON.stringify(counts.map((count, place) => ({ ...count, place }))), today]);
}

/** The own agency's and the region's, in the order in which they are shown. */
export function countsSeen(tx: Tx): Promise<(SufficiencyCount & { readonly dimension: SufficiencyDimension })[]> {
  return rows(tx, `select agency_id as "agencyId", dimension, value, children, units, available, pipeline, not_recorded as "notRecorded", counted_on as "countedOn" from hub.sufficiency_count
    where agency_id is null or agency_id = (select hub.own_agency()) order by agency_id nulls last, place`);
}
