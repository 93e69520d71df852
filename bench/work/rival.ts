import type { DataSource } from 'typeorm';
import type { Statement } from '../../test/harness/statements';

/** What the rival goes without, beside row-level security: the access log, and asking who is signed in. */
const SAFETY = /hub\.note_access\(|hub\.session_actor\(/;

const OWN = 'p.agency_id = hub.own_agency()';
const SHOWN = `${OWN} or p.listed`;
const MINE = 'p.agency_id = hub.own_agency() and (p.user_id = hub.actor() or p.role = any(array(select hub.own_roles())))';

/** What row-level security would let through, where the statement itself does not say it. */
const POLICIES: readonly (readonly [table: string, rows: string])[] = [
  ['hub.link l', 'hub.own_agency() in (p.agency_id, p.household_agency_id)'],
  ['hub.link_reason where', 'p.agency_id = hub.own_agency()'],
  ['hub.disclosure_grant r', 'p.agency_id = hub.own_agency()'],
  ['hub.notice where', MINE],
  ['hub.child c', OWN],
  ['hub.household h', OWN],
  // Cards of links, whose child or family may be listed no more. A search says for itself which cards it asks for.
  ['hub.unit_card k where k.unit_id', SHOWN],
  ['hub.household_card k where k.household_id', SHOWN],
  ['hub.panel_item i', `${OWN} or p.household_agency_id = hub.own_agency()`],
  ['hub.placement p', `${OWN} or p.household_agency_id = hub.own_agency()`],
  ['hub.fee_item i', `${OWN} or p.payee_agency_id = hub.own_agency()`],
];

export interface Plain extends Pick<Statement, 'text' | 'values'> {
  /** The rows that the hub read, in whatever order. */
  readonly expected: string;
}

/** The statements of one request, as a service without row-level security and log would send them. */
export function plainly(statements: readonly Statement[]): Plain[] {
  return statements.filter(({ text }) => !SAFETY.test(text)).map(({ text, values, rows }) => ({ text: POLICIES.reduce(narrowed, text), values, expected: inOrder(rows) }));
}

/** All of them in one transaction of a superuser, whom no policy binds; throws where a row differs. */
export async function ask(superuser: DataSource, statements: readonly Plain[]): Promise<void> {
  await superuser.query('begin');
  for (const { text, values, expected } of statements) {
    const found = inOrder(((await superuser.query(text, [...values])) as unknown[]).map((row) => JSON.stringify(row)));
    if (found !== expected) throw new Error(`Without row-level security the answer is another: ${text.slice(0, 300)}`);
  }
  await superuser.query('commit');
}

const inOrder = (rows: readonly string[]): string => [...rows].sort().join();

function narrowed(text: string, [table, rows]: (typeof POLICIES)[number]): string {
  const [name = '', ...after] = table.split(' ');
  return text.replaceAll(table, `(select * from ${name} p where ${rows}) ${after[0] === 'where' ? 'k ' : ''}${after.join(' ')}`);
}
