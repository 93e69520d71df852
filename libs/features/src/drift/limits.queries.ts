import { DEFAULT_LIMITS, type DriftLimits } from '@hub/domain/drift/delays';
import { rows, type Tx } from '@hub/database/tx';

/** What holds for the agency: its own, else the region's, else the hub's as it comes. */
export async function limitsOf(tx: Tx, agencyId: string): Promise<DriftLimits> {
  return (await limitsByAgency(tx, [agencyId])).get(agencyId) ?? DEFAULT_LIMITS;
}

/** The same for several agencies, each named once in the answer. */
export async function limitsByAgency(tx: Tx, agencyIds: readonly string[]): Promise<ReadonlyMap<string, DriftLimits>> {
  const found = await rows<DriftLimits & { agencyId: string }>(tx, `
    select a.id as "agencyId", l.slow_days as "slowDays", l.stuck_days as "stuckDays", l.without_link_days as "withoutLinkDays", l.review_days as "reviewDays"
    from (select distinct unnest($1::uuid[]) as id) a cross join lateral hub.drift_limits(a.id) l where l.slow_days is not null`, [agencyIds]);
  const set = new Map(found.map(({ agencyId, ...limits }) => [agencyId, limits]));
  return new Map(agencyIds.map((id) => [id, set.get(id) ?? DEFAULT_LIMITS]));
}

export async function saveLimits(tx: Tx, agencyId: string, { slowDays, stuckDays, withoutLinkDays, reviewDays }: DriftLimits): Promise<void> {
  await rows(tx, `
    insert into hub.drift_limit (agency_id, slow_days, stuck_days, without_link_days, review_days) values ($1, $2, $3, $4, $5)
    on conflict (agency_id) do update set slow_days = excluded.slow_days, stuck_days = excluded.stuck_days, without_link_days = excluded.without_link_days, review_days = excluded.review_days`,
  [agencyId, slowDays, stuckDays, withoutLinkDays, reviewDays]);
}
