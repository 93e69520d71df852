import { isoDate } from '@hub/domain/dates/iso-date';
import { firstDay, lastDay, monthsOf, type Month } from '@hub/domain/performance/periods';
import type { World } from '../../test/harness/world';

/** A figure in the numbers that everybody is told of a council, whichever engine reckoned it. */
export type Numbers = readonly [n: number, numerator: number];

interface Line {
  readonly code: string;
  readonly at: number;
  readonly n: number;
  readonly days: string | null;
}

// What people write who have a database of cases and no roll-up (domain.md 3.2, A1).
const A1 = `
  select a.code, p.at::int, count(c.id)::int as n, sum(c.placed_on - c.entered_care_on) as days
  from unnest($1::date[], $2::date[]) with ordinality p (first, last, at) cross join hub.agency a
  left join hub.child c on c.agency_id = a.id and c.adopted_on between p.first and p.last and c.placed_on <= c.adopted_on and c.entered_care_on is not null
  where a.kind = 'COUNCIL' group by a.code, p.at`;

/** A1 of every council for the twelve months that end with each of some months, from the children. */
export async function a1BySql(world: World, to: readonly Month[]): Promise<ReadonlyMap<string, Numbers>> {
  const found = await world.sql<Line>(A1, [to.map((end) => firstDay(monthsOf('ROLLING_12', end)[0] ?? end)), to.map(lastDay)]);
  return new Map(found.map(({ code, at, n, days }) => [`${code} ${isoDate(lastDay(to[at - 1] as Month))}`, [n, Number(days ?? 0)] as const]));
}
