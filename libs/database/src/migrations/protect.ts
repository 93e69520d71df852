/*
 * The shapes of row-level security, as SQL text (docs/adr/0002). Earlier migrations read this file too:
 * add to it, never change what a function here returns.
 */

/** trust.md RLS-10: an array built once per query; a function called per row took 784 ms for 200,000 rows. */
export const OWN = 'agency_id = any(array(select hub.visible_agencies()))';
export const PARTNER = 'agency_id = any(array(select hub.partner_agencies()))';
export const ANY_CONTEXT = '(select hub.has_context())';

/** True while the unit of work runs one of these actions; evaluated once per query. */
export const acting = (...actions: string[]): string => `(select hub.acting(${actions.map((name) => `'${name}'`).join(', ')}))`;

export type Command = 'all' | 'select' | 'insert' | 'update' | 'delete';

export interface Policy {
  readonly name: string;
  readonly on: Command;
  readonly when: string;
  readonly to?: 'hub_app' | 'hub_owner';
}

/** `own`: the agency's rows. */
export const own = (on: Command = 'all'): Policy => ({ name: `own_${on}`, on, when: OWN });
/** What the matching run reads of every agency. */
export const forRun: Policy = { name: 'run', on: 'select', when: acting('matching.execute') };
/** What the nightly refresh of the cards reads of every agency. */
export const forCards: Policy = { name: 'cards', on: 'select', when: acting('cards.refresh') };
/** What security definer functions, which act as the owner, need: FORCE binds the owner too. */
export const forOwner = (on: Command = 'select'): Policy => ({ name: `owner_${on}`, on, when: 'true', to: 'hub_owner' });

function policySql(table: string, { name, on, when, to = 'hub_app' }: Policy): string {
  const using = on === 'insert' ? '' : ` using (${when})`;
  const check = on === 'select' || on === 'delete' ? '' : ` with check (${when})`;
  return `create policy ${name} on ${table} for ${on} to ${to}${using}${check};`;
}

export interface Protection {
  readonly policies: readonly Policy[];
  /** Privileges of hub_app; a policy without a privilege opens nothing. */
  readonly grant: string;
  /** Columns whose change alone is not worth an audit event. */
  readonly quiet?: readonly string[];
  /** One event per statement rather than per row: derived or technical rows. */
  readonly bulk?: boolean;
}

/** Everything a table needs before anybody may meet it. */
export function protect(table: string, { policies, grant, quiet = [], bulk = false }: Protection): string {
  const watch = bulk ? `select audit.watch_bulk('${table}');` : `select audit.watch('${table}', array[${quiet.map((c) => `'${c}'`).join(', ')}]::text[]);`;
  return [
    `alter table ${table} enable row level security;`,
    `alter table ${table} force row level security;`,
    ...policies.map((policy) => policySql(table, policy)),
    `grant ${grant} on ${table} to hub_app;`,
    `select hub.keep_touched('${table}');`,
    watch,
  ].join('\n');
}

/** What a bar hides, by what a column names: the function that answers from which ones the viewer is barred. */
const BARRED = { UNIT: 'barred_units', CHILD: 'barred_children', HOUSEHOLD: 'barred_households', ADULT: 'barred_adults', SUBJECT: 'barred_subjects', REFERENCE: 'barred_references', LINK: 'barred_links', DOCUMENT: 'barred_documents' } as const;

/**
 * Rows of a case from which the viewer is barred are not there, whatever another policy opens (trust.md AZ-10). Every table
 * with a key of a unit, child or household needs it; `columns`: each such key, and of what.
 */
export function unbarred(table: string, columns: Readonly<Record<string, keyof typeof BARRED>>): string {
  const when = Object.entries(columns).map(([column, of]) => `(${column} is null or ${column} <> all(array(select hub.${BARRED[of]}())))`).join(' and ');
  return `create policy unbarred on ${table} as restrictive for all to hub_app using (${when});`;
}
