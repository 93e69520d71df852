import { row, type Tx } from '@hub/database/tx';
import { peopleByIds, type Person } from '../agencies/users.queries';

export type CaseType = 'UNIT' | 'HOUSEHOLD';

/** A record of the own agency, as the tables name it. */
export interface OwnCase {
  readonly type: CaseType;
  readonly id: string;
  readonly reference: string;
}

/** The own agency's unit or household, as far as the actor may know of it. */
export function findOwnCase(tx: Tx, type: CaseType, reference: string): Promise<OwnCase | undefined> {
  const table = type === 'UNIT' ? 'hub.unit' : 'hub.household';
  return row(tx, `select '${type}' as type, id, reference from ${table} where reference = $1 and agency_id = (select hub.own_agency())`, [reference]);
}

/** The same where nothing says which of the two it is. */
export async function findAnyOwnCase(tx: Tx, reference: string): Promise<OwnCase | undefined> {
  return (await findOwnCase(tx, 'UNIT', reference)) ?? findOwnCase(tx, 'HOUSEHOLD', reference);
}

/** Colleagues' names by id; whoever is not to be found has left, and is said to have. */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<(id: string) => Person> {
  const wanted = [...new Set(ids.filter((id) => id !== null))];
  const people = new Map((wanted.length === 0 ? [] : await peopleByIds(tx, wanted)).map((person) => [person.id, person]));
  return (id) => people.get(id) ?? { id, displayName: 'Somebody who left' };
}
