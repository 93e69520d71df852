import { mkdtempSync, readdirSync, rmSync, statfsSync } from 'node:fs';
import { freemem, tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY = '/dev/shm';
const ENOUGH_BYTES = 4 * 1024 ** 3;
const PREFIX = 'hub-test-';

/**
 * A new folder for the throw-away PostgreSQL: in memory where there is plenty, because a run makes and drops some 800 databases of a
 * thousand files each, and on a busy disk that takes ten times as long. Elsewhere among the temporary files.
 */
export function newDatabaseFolder(): string {
  if (!hasRoom()) return mkdtempSync(join(tmpdir(), PREFIX));
  // What a run left behind that was killed would keep its memory.
  for (const name of readdirSync(MEMORY)) if (name.startsWith(PREFIX) && !isAlive(Number(name.split('-')[2]))) rmSync(join(MEMORY, name), { recursive: true, force: true });
  return mkdtempSync(join(MEMORY, `${PREFIX}${process.pid}-`));
}

function hasRoom(): boolean {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    return bavail * bsize > ENOUGH_BYTES && freemem() > ENOUGH_BYTES;
  } catch {
    return false;
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
