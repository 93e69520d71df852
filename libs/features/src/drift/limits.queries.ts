import { DEFAULT_LIMITS, type DriftLimits } from '@hub/domain/drift/delays';
import { row, rows, type Tx } from '@hub/database/tx';

/** What holds for the agency: its own, else the region's, else the hub's as it comes. */
export async function limitsOf(tx: Tx, agencyId: string): Promise<DriftLimits> {
  const found = await row<{ [K in keyof DriftLimits]: number | null }>(tx, `
    select slow_days as "slowDays", stuck_days as "stuckDays", without_link_days as "withoutLinkDays", review_days as "reviewDays" from hub.drift_limits($1::uuid)`, [agencyId]);
  return found?.slowDays == null ? DEFAULT_LIMITS : (found as DriftLimits);
}

export async function saveLimits(tx: Tx, agencyId: string, { slowDays, stuckDays, withoutLinkDays, reviewDays }: DriftLimits): Promise<void> {
  await rows(tx, `
    insert into hub.drift_limit (agency_id, slow_days, stuck_days, without_link_days, review_days) values ($1, $2, $3, $4, $5)
    on conflict (agency_id) do update set slow_days = excluded.slow_days, stuck_days = excluded.stuck_days, without_link_days = excluded.without_link_days, review_days = excluded.review_days`,
  [agencyId, slowDays, stuckDays, withoutLinkDays, reviewDays]);
}
