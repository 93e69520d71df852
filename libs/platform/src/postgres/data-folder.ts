import { randomBytes } from 'node:crypto';
import { chownSync, closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainError } from '../plain-error';
import { FOLDER, onLeash, type Runner } from './runner';

export const MAJOR_VERSION = '18';

export interface Places {
  readonly data: string;
  readonly password: string;
  readonly log: string;
}

const LOG_LIMIT = 5_000_000;

export function placesUnder(dataDir: string): Places {
  return { data: join(dataDir, 'postgres'), password: join(dataDir, 'postgres.password'), log: join(dataDir, 'postgres.log') };
}

export function makeFolder(dataDir: string): void {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    const probe = join(dataDir, `.probe-${process.pid}`);
    writeFileSync(probe, '');
    rmSync(probe);
  } catch (error) {
    throw new PlainError(`The data folder ${dataDir} cannot be written to (${(error as NodeJS.ErrnoException).code ?? 'unknown'}).`);
  }
}

export function openLog(places: Places): number {
  const size = statSync(places.log, { throwIfNoEntry: false })?.size ?? 0;
  return openSync(places.log, size > LOG_LIMIT ? 'w' : 'a', 0o600);
}

/** Makes the database files if there are none yet, under another name first, so that a start that was cut short leaves nothing half-made. */
export async function ensureInitialised(places: Places, runner: Runner, log: number, durable: boolean): Promise<string> {
  if (existsSync(places.data) && readdirSync(places.data).length > 0) return existingPassword(places);
  const unfinished = `${places.data}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  rmSync(places.data, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  runner.own(unfinished);
  const password = randomBytes(24).toString('base64url');
  writeFileSync(places.password, `${password}\n`, { mode: 0o600 });
  await initdb(unfinished, password, runner, { log, durable });
  renameSync(unfinished, places.data);
  return password;
}

function existingPassword(places: Places): string {
  const bad = (what: string) => new PlainError(`The data folder is broken: ${what}. Put a copy back, or move ${places.data} away to begin anew.`);
  const version = join(places.data, 'PG_VERSION');
  if (!existsSync(version)) throw bad(`${places.data} holds no PostgreSQL database`);
  const found = readFileSync(version, 'utf8').trim();
  if (found !== MAJOR_VERSION) throw bad(`${places.data} was made by PostgreSQL ${found.slice(0, 10)}, and this hub brings ${MAJOR_VERSION}`);
  const password = existsSync(places.password) ? readFileSync(places.password, 'utf8').trim() : '';
  if (password === '') throw bad(`${places.password} is missing or empty`);
  return password;
}

async function initdb(folder: string, password: string, runner: Runner, { log, durable }: { log: number; durable: boolean }): Promise<void> {
  const secret = mkdtempSync(join(tmpdir(), 'hub-initdb-'));
  const file = join(secret, 'password');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  const args = ['-D', FOLDER, '-U', 'postgres', `--pwfile=${file}`, '-A', 'scram-sha-256', '--locale=C.UTF-8', '--locale-provider=builtin', '--encoding=UTF8', '--no-instructions'];
  const launch = runner.command('initdb', durable ? args : [...args, '--no-sync'], folder);
  if (launch.uid !== undefined) for (const place of [secret, file]) chownSync(place, launch.uid, launch.gid ?? launch.uid);
  try {
    const child = onLeash(launch, log);
    const code = await new Promise<number | null>((resolve) => child.once('exit', resolve));
    if (code !== 0) throw new PlainError(`The database files could not be made under ${folder.replace(/\.new$/, '')}: see postgres.log beside it.`);
  } finally {
    rmSync(secret, { recursive: true, force: true });
  }
}

/** The last complaint of PostgreSQL in its log, without its time stamp. */
export function lastComplaint(places: Places): string {
  const lines = existsSync(places.log) ? readFileSync(places.log, 'utf8').slice(-20_000).split('\n') : [];
  const complaint = lines.filter((line) => /(FATAL|PANIC|could not|error)/i.test(line)).at(-1) ?? '';
  return complaint.replace(/^.*?(FATAL|PANIC|LOG):\s*/, '').trim();
}

export function closeQuietly(descriptor: number): void {
  try {
    closeSync(descriptor);
  } catch {
    // It was closed with the process that had it.
  }
}
