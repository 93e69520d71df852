import type { AbsenceReason } from '@hub/domain/panels/items';
import { rows, type Tx } from '@hub/database/tx';

export interface AbsenceRow {
  readonly itemId: string;
  readonly memberId: string;
  readonly displayName: string;
  readonly reason: AbsenceReason;
}

/** Who left the room for these items. */
export function absencesOf(tx: Tx, itemIds: readonly string[]): Promise<AbsenceRow[]> {
  return rows(tx, `
    select b.item_id as "itemId", b.member_id as "memberId", m.display_name as "displayName", b.reason from hub.panel_absence b join hub.panel_member m on m.id = b.member_id
    where b.item_id = any($1::uuid[]) order by m.display_name`, [itemIds]);
}
