import type { IsoDate } from '@hub/domain/dates/iso-date';
import { affected, row, type Tx } from '@hub/database/tx';

/** False where the own agency has no such search. */
export async function reviewSearch(tx: Tx, reference: string, today: IsoDate): Promise<boolean> {
  return (await affected(tx, `
    update hub.unit set search_reviewed_on = $2::date where reference = $1 and agency_id = (select hub.own_agency()) and family_finding in ('ACTIVE', 'PAUSED')`, [reference, today])) > 0;
}

/** The worker of an own search, as far as they are still here. */
export function searchToRaise(tx: Tx, reference: string): Promise<{ workerId: string | null } | undefined> {
  return row(tx, `
    select w.id as "workerId" from hub.unit u left join hub.app_user w on w.id = u.named_worker_id and w.status = 'ACTIVE'
    where u.reference = $1 and u.agency_id = (select hub.own_agency()) and u.family_finding in ('ACTIVE', 'PAUSED')`, [reference]);
}
