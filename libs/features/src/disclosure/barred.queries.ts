import type { Problem } from '@hub/domain/children/facts';
import { rows, type Tx } from '@hub/database/tx';

/**
 * References of the children, units and households from which the actor is barred: only to leave them out of what was packed
 * or counted before anybody asked who reads it. Row-level security sees to all that lies in rows.
 */
export async function barredReferences(tx: Tx): Promise<ReadonlySet<string>> {
  return new Set((await rows<{ reference: string }>(tx, 'select r as reference from hub.barred_references() r')).map(({ reference }) => reference));
}

/** The same, and those that other agencies keep to themselves: for what was packed or counted before anybody asked who reads it. */
export async function hiddenReferences(tx: Tx): Promise<ReadonlySet<string>> {
  return new Set((await rows<{ reference: string }>(tx, 'select r as reference from hub.hidden_references() r')).map(({ reference }) => reference));
}

/** How many units that a run counts the actor must not know of. */
export async function barredUnitsIn(tx: Tx, runId: string): Promise<number> {
  return (await rows<{ units: number }>(tx, 'select units from hub.hidden_in_run($1::uuid)', [runId]))[0]?.units ?? 0;
}

/** The blind indexes under which a file names a case from which the actor is barred. */
export async function barredKeys(tx: Tx): Promise<ReadonlySet<string>> {
  return new Set((await rows<{ key: string }>(tx, 'select k as key from hub.barred_keys() k')).map(({ key }) => key));
}

/**
 * A list's row that names a case from which its bearer is barred. Nothing is compared with the record, and the words are no
 * others than for a row that cannot be taken at all (docs/adr/0008).
 */
export const notTaken = (field: string): Problem => ({ severity: 'ERROR', field, code: 'NOT_TAKEN', message: 'The hub cannot take this row. Ask your administrator.' });
