import { Client, escapeIdentifier, escapeLiteral } from 'pg';
import { APP, BACKUP, OWNER } from './roles';

export interface Provision {
  readonly superuserUrl: string;
  readonly database: string;
  readonly appPassword: string;
  readonly ownerPassword: string;
  readonly backupPassword: string;
}

export interface Provisioned {
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly backupUrl: string;
}

/** Roles are shared by the whole server, and two test runs may prepare theirs at once. */
const LOCK = '7205759403792792';

const RIGHTS: Readonly<Record<string, string>> = {
  [OWNER]: 'login nosuperuser nobypassrls nocreaterole nocreatedb',
  [APP]: 'login nosuperuser nobypassrls nocreaterole nocreatedb noinherit',
  [BACKUP]: 'login nosuperuser bypassrls nocreaterole nocreatedb',
};

/** The three roles and the database of a server that is the hub's own: the embedded one, or a test's. Idempotent. */
export async function provisionDatabase(wish: Provision): Promise<Provisioned> {
  const client = new Client({ connectionString: wish.superuserUrl });
  await client.connect();
  try {
    await client.query(`select pg_advisory_lock(${LOCK})`);
    await ensureRole(client, OWNER, wish.ownerPassword);
    await ensureRole(client, APP, wish.appPassword);
    await ensureRole(client, BACKUP, wish.backupPassword);
    await ensureDatabase(client, wish.database);
  } finally {
    await client.end();
  }
  return {
    appUrl: urlFor(wish, APP, wish.appPassword),
    ownerUrl: urlFor(wish, OWNER, wish.ownerPassword),
    backupUrl: urlFor(wish, BACKUP, wish.backupPassword),
  };
}

async function ensureRole(client: Client, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_catalog.pg_roles where rolname = $1', [role]);
  // The password must not reach the server's log if the statement fails.
  await client.query("set log_min_error_statement = 'panic'");
  await client.query(`${rowCount ? 'alter' : 'create'} role ${role} ${RIGHTS[role]} password ${escapeLiteral(password)}`);
}

async function ensureDatabase(client: Client, database: string): Promise<void> {
  const name = escapeIdentifier(database);
  const { rowCount } = await client.query('select from pg_catalog.pg_database where datname = $1', [database]);
  if (!rowCount) await client.query(`create database ${name} owner ${OWNER} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${APP}, ${BACKUP}`);
}

function urlFor({ superuserUrl, database }: Provision, role: string, password: string): string {
  const url = new URL(superuserUrl);
  url.username = role;
  url.password = encodeURIComponent(password);
  url.pathname = `/${encodeURIComponent(database)}`;
  return url.toString();
}
