import type { IsoDate } from '@hub/domain/dates/iso-date';
import { rows, type Tx } from '@hub/database/tx';

export interface NewEvent {
  readonly agencyId: string;
  readonly event: string;
  readonly onDate: IsoDate;
  readonly reason: string | null;
  readonly recordedBy: string;
}

export async function insertChildEvent(tx: Tx, { agencyId, childId, event, onDate, reason, recordedBy }: NewEvent & { readonly childId: string }): Promise<void> {
  await rows(tx, 'insert into hub.child_event (agency_id, child_id, event, on_date, reason, recorded_by) values ($1, $2, $3, $4, $5, $6)',
    [agencyId, childId, event, onDate, reason, recordedBy]);
}
