import { type Tx } from '@hub/database/tx';
import { Conditions } from '../children/search-sql';
import type { LogFilter } from './inputs';
import { filterConditions, pageOf, type PageFound, type PageWish } from './looks.queries';

/** A change to the own agency's rows: what was changed, never from what to what. */
export interface ChangeRow {
  readonly id: number;
  readonly at: Date;
  readonly person: string | null;
  readonly isSystem: boolean;
  readonly agencyCode: string | null;
  readonly agencyName: string | null;
  readonly action: string | null;
  readonly table: string;
  readonly operation: 'INSERT' | 'UPDATE' | 'DELETE';
  readonly fields: readonly string[];
  /** The reference of the unit, child or household that the row is of. */
  readonly subject: string | null;
}

const SELECT = `
  select l.id, l.at, u.display_name as person, (l.actor_id is null) as "isSystem", a.code as "agencyCode", a.name as "agencyName", l.action, l.table_name as "table", l.operation,
    coalesce((select array_agg(k order by k) from jsonb_object_keys(coalesce(l.after, l.before)) k), '{}') as fields, l.subject_reference as subject`;
const FROM = `
  from (
    select e.*, coalesce(un.reference, ch.reference, ho.reference) as subject_reference
    from audit.event e
    left join hub.unit un on e.table_name in ('unit', 'unit_card', 'unit_profile') and un.id::text = e.row_id
    left join hub.child ch on e.table_name in ('child', 'child_identity', 'child_birth', 'child_profile') and ch.id::text = e.row_id
    left join hub.household ho on e.table_name in ('household', 'household_identity', 'household_card', 'household_profile') and ho.id::text = e.row_id
  ) l
  left join hub.app_user u on u.id = l.actor_id left join hub.agency a on a.id = u.agency_id`;

export function searchChanges(tx: Tx, filter: LogFilter, page: PageWish): Promise<PageFound<ChangeRow>> {
  const c = new Conditions();
  // What a change was for is told by the look that it belongs to.
  filterConditions({ ...filter, purpose: null }, c);
  return pageOf(tx, { select: SELECT, from: FROM }, c, page);
}
