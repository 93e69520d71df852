import type { Actor } from '@hub/domain/access/actor';
import type { Target, TargetEntry } from '@hub/domain/performance/targets';
import { affected, row, rows, type Tx } from '@hub/database/tx';

/** A target that somebody entered. */
export interface EnteredTarget extends Target {
  readonly id: string;
  readonly at: Date;
  /** Of the viewer's agency, which may withdraw it. */
  readonly isOurs: boolean;
}

const MOST = 5_000;

/** All that were entered and not withdrawn, the latest first. */
export function enteredTargets(tx: Tx, actor: Actor): Promise<EnteredTarget[]> {
  return rows(tx, `
    select t.id, t.code, case a.kind when 'HUB' then 'RAA' else 'COUNCIL' end as scope, case a.kind when 'HUB' then null else a.code end as agency, t.value::float8 as value, null as months,
      t.starts_on as "from", t.ends_on as until, t.source, t.note, t.at, t.agency_id::text = $1 as "isOurs"
    from hub.performance_target t join hub.agency a on a.id = t.agency_id where t.withdrawn_at is null order by t.at desc, t.id limit ${MOST}`, [actor.agencyId]);
}

export async function insertTarget(tx: Tx, actor: Actor, { code, value, from, until, source, note }: TargetEntry): Promise<void> {
  await row(tx, 'insert into hub.performance_target (agency_id, code, value, starts_on, ends_on, source, note, entered_by) values ($1, $2, $3, $4::date, $5::date, $6, $7, $8)',
    [actor.agencyId, code, value, from, until, source.trim(), note, actor.userId]);
}

/** False where the own agency has no such target, or has withdrawn it before. */
export const withdrawTarget = async (tx: Tx, id: string): Promise<boolean> =>
  (await affected(tx, 'update hub.performance_target set withdrawn_at = clock_timestamp() where id = $1 and withdrawn_at is null', [id])) === 1;
