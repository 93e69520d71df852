import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { ItemKind } from '@hub/domain/panels/items';
import { rows, type Tx } from '@hub/database/tx';
import type { Addressee } from '../audit/notices.queries';
import type { DueReminder } from '../work/reminders.queries';

interface LateRow {
  readonly item: string;
  readonly agencyId: string;
  readonly workerId: string | null;
  readonly kind: ItemKind;
  readonly papersDueOn: IsoDate;
}

/** Under `notices.remind`: of a panel ahead whose papers are not in after their day, once for that day, the case's worker; where it has none who is still here, all who do that work. */
export async function paperReminders(tx: Tx, today: IsoDate): Promise<DueReminder[]> {
  const found = await rows<LateRow>(tx, `
    select d.reference as item, d.agency_id as "agencyId", w.id as "workerId", d.kind, d.papers_due_on as "papersDueOn"
    from hub.panel_item_days() d left join hub.app_user w on w.id = d.worker_id and w.status = 'ACTIVE'
    where d.status in ('PROVISIONAL', 'CONFIRMED') and d.papers_in_on is null and d.papers_due_on < $1::date and d.meets_on >= $1::date`, [today]);
  return found.map(({ item, agencyId, workerId, kind, papersDueOn }) => {
    const to: Addressee = workerId === null ? { agencyId, role: kind === 'MATCH' ? 'FAMILY_FINDER' : 'ADOPTERS_WORKER' } : { agencyId, userId: workerId };
    return { kind: 'PAPERS_LATE', subject: { type: 'PANEL_ITEM', reference: item }, to: [to], due: { on: papersDueOn, days: 0 } };
  });
}
