import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { rows, type Tx } from '@hub/database/tx';

/** For how many days new records stay with their own agency, from a day on. */
export interface LocalSearchPolicy {
  readonly startsOn: IsoDate;
  readonly unitDays: number;
  readonly householdDays: number;
  /** The hub's default, for agencies without a policy of their own. */
  readonly isRegional: boolean;
}

/** The own agency's policies and the region's, the latest first. */
export function policies(tx: Tx): Promise<LocalSearchPolicy[]> {
  return rows(tx, `
    select p.starts_on as "startsOn", p.unit_days as "unitDays", p.household_days as "householdDays", a.kind = 'HUB' as "isRegional"
    from hub.local_search_policy p join hub.agency a on a.id = p.agency_id order by p.starts_on desc, a.kind = 'HUB' limit 100`);
}

export async function savePolicy(tx: Tx, actor: Actor, { startsOn, unitDays, householdDays }: Omit<LocalSearchPolicy, 'isRegional'>): Promise<void> {
  await rows(tx, `
    insert into hub.local_search_policy (agency_id, starts_on, unit_days, household_days, set_by) values ($1, $2::date, $3, $4, $5)
    on conflict (agency_id, starts_on) do update set unit_days = excluded.unit_days, household_days = excluded.household_days, set_by = excluded.set_by`,
  [actor.agencyId, startsOn, unitDays, householdDays, actor.userId]);
}
