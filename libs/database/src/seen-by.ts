import { rows, type Tx } from './tx';

/** Another agency, and the one person of it where a grant names them. */
export interface Viewer {
  readonly agencyId: string;
  readonly userId: string | null;
}

/**
 * Runs the work as another agency meets the asker's records: the same policies answer, no copy of them (docs/adr/0010). Only in the
 * actions that hub.is_seen_by_another() names does it take effect. In there no row is the own any more, so nothing is written and
 * no record of that agency is met. `assume` runs before, as oneself: what would be if it were so.
 * All of it is rolled back at the end, whatever happened, and with it the other's eyes: only the answer is left.
 */
export async function seenBy<T>(tx: Tx, { agencyId, userId }: Viewer, assume: () => Promise<void>, work: () => Promise<T>): Promise<T> {
  await rows(tx, 'savepoint seen_by');
  try {
    await assume();
    await rows(tx, 'select hub.see_as($1::uuid, $2::uuid)', [agencyId, userId]);
    return await work();
  } finally {
    await rows(tx, 'rollback to savepoint seen_by');
  }
}
