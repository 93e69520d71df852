import type { Client } from 'pg';
import type { Policy } from '@hub/domain/matching/policy';
import type { Pool } from '@hub/domain/matching/pool';
import { findingLine } from './checksum';
import { KNOWN, POINT, pairSums, ruleConditions } from './postgres-score';
import { loadPool } from './postgres-tables';
import { timed } from './timing';

interface FoundRow {
  readonly place: number;
  readonly eligible: string;
  readonly conditional: string;
  readonly household: string;
  readonly points: string;
  readonly weight: string;
}

/**
 * The same rules as one query over the cross join of units and households, in one session of the given client.
 * Loading is not timed. The lines are the findings in the pool's order, to be compared with the kernel's.
 */
export async function benchPostgres(
  client: Client,
  pool: Pool,
  policy: Policy,
  { top, runs }: { readonly top: number; readonly runs: number },
): Promise<{ readonly median_s: number; readonly lines: readonly string[] }> {
  // Sorts stay in memory: the rival is to show its best.
  await client.query("set work_mem = '512MB'");
  await loadPool(client, pool, policy);
  const text = matchQuery(policy, top);
  const { median_s, result } = await timed(runs, () => client.query<FoundRow>(text));
  await client.query('drop table unit, household, veto');
  return { median_s, lines: linesOf(pool, result.rows) };
}

// Ranks are compared as quotients of whole numbers below a thousand, which doubles tell apart exactly.
function matchQuery(policy: Policy, top: number): string {
  const { passes, unsure } = ruleConditions(policy);
  const { packed, stretches } = pairSums(policy);
  const { A, B, C } = policy.bands;
  return `
    with listed as materialized (
      select u.place, h.id as household, (${unsure}) as unsure, ${packed} as packed, ${stretches} as stretches
      from unit u cross join household h
      where ${passes}
    ), summed as (
      select *, packed / ${POINT} as points, packed / ${KNOWN} % ${KNOWN} as known, packed % ${KNOWN} as weight from listed
    ), banded as (
      select *, greatest(least(stretches, 2), case when 5 * points >= ${A} * weight then 0
        when 5 * points >= ${B} * weight then 1 when 5 * points >= ${C} * weight then 2 else 3 end) as band
      from summed
    ), ordered as (
      select *, row_number() over (partition by place order by unsure, band, points::float8 / weight desc,
          known::float8 / weight desc, household) as position,
        count(*) filter (where not unsure) over (partition by place) as eligible,
        count(*) filter (where unsure) over (partition by place) as conditional
      from banded
    )
    select place, eligible, conditional, household, points, weight from ordered
    where position <= ${top} order by place, position`;
}

function linesOf(pool: Pool, rows: readonly FoundRow[]): readonly string[] {
  const byPlace = new Map<number, FoundRow[]>();
  for (const row of rows) byPlace.set(row.place, [...(byPlace.get(row.place) ?? []), row]);
  return pool.units.map((unit, place) => {
    const found = byPlace.get(place) ?? [];
    const [eligible, conditional] = [Number(found[0]?.eligible ?? 0), Number(found[0]?.conditional ?? 0)];
    const best = found.map((row) => ({ household: row.household, points: Number(row.points), weight: Number(row.weight) }));
    const blocked = pool.households.length - eligible - conditional;
    return findingLine({ unit: unit.id, eligible, conditional, blocked, best });
  });
}
