import { IS_SEALED } from '@hub/database/seal-audit';
import { row, rows, type Tx } from '@hub/database/tx';
import type { Head, Link } from './chain-check';

export interface ChainHead extends Head {
  readonly agencyId: string;
  /** `null`: rows that belong to no agency. */
  readonly code: string | null;
}

/** All chains there are: those with a head, and any that has lost it. */
export function chainHeads(tx: Tx): Promise<ChainHead[]> {
  return rows(tx, `
    select c.agency_id as "agencyId", a.code, coalesce(h.seq, 0) as seq, coalesce(h.hash, decode(repeat('00', 32), 'hex')) as hash
    from (select agency_id from audit.chain_head union select agency_id from audit.chain union select agency_id from audit.boundary) c
    left join audit.chain_head h on h.agency_id = c.agency_id
    left join hub.agency a on a.id = c.agency_id
    order by a.code nulls last`);
}

/** The heads alone, as they are written out. */
export function writtenHeads(tx: Tx): Promise<ChainHead[]> {
  return rows(tx, `
    select h.agency_id as "agencyId", a.code, h.seq, h.hash from audit.chain_head h left join hub.agency a on a.id = h.agency_id order by a.code nulls last`);
}

// Written out here and not asked of the database's own function, which whoever changes rows could change too.
const canonical = (table: 'access' | 'event'): string => `
  (select (select jsonb_object_agg(f.key, f.value) from jsonb_each(to_jsonb(r)) f where f.value <> 'null'::jsonb)::text
   from audit.${table} r where r.id = c.row_id)`;

/** Links after `after`, with the rows they stand for. Instants are written in UTC. */
export async function chainLinks(tx: Tx, agencyId: string, after: number, limit: number): Promise<Link[]> {
  await rows(tx, `select set_config('timezone', 'UTC', true)`);
  return rows(tx, `
    select c.seq, c.kind, c.row_id as "rowId", c.hash, case c.kind when 'access' then ${canonical('access')} else ${canonical('event')} end as content
    from audit.chain c where c.agency_id = $1::uuid and c.seq > $2 order by c.seq limit $3`, [agencyId, after, limit]);
}

/** Is the log out of everybody's reach? */
export async function isSealed(tx: Tx): Promise<boolean> {
  return (await row<{ sealed: boolean }>(tx, IS_SEALED))?.sealed === true;
}

/** The first row of the log that is in no chain. */
export function unchained(tx: Tx): Promise<{ kind: 'access' | 'event'; id: number }[]> {
  return rows(tx, `
    (select 'access' as kind, a.id from audit.access a where not exists (select from audit.chain c where c.kind = 'access' and c.row_id = a.id) order by a.id limit 1)
    union all
    (select 'event', e.id from audit.event e where not exists (select from audit.chain c where c.kind = 'event' and c.row_id = e.id) order by e.id limit 1)`);
}
