import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { PlainError } from '../plain-error';

const pidFile = (data: string) => join(data, 'postmaster.pid');

const linesOf = (data: string) => (existsSync(pidFile(data)) ? readFileSync(pidFile(data), 'utf8').split('\n') : []);

/** PostgreSQL writes its state into the eighth line of its pid file. */
export const isReady = (data: string, pidOf?: number) => {
  const lines = linesOf(data);
  return lines[7]?.trim() === 'ready' && (pidOf === undefined || Number(lines[3]) === pidOf);
};

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function commandOf(pid: number): { parent: number; command: string } {
  const { stdout } = spawnSync('ps', ['-o', 'ppid=,args=', '-p', String(pid)], { encoding: 'utf8' });
  if (typeof stdout === 'string' && stdout.trim() !== '') return { parent: Number.parseInt(stdout, 10), command: stdout };
  return fromProc(pid);
}

/** Small machines have no `ps`. */
function fromProc(pid: number): { parent: number; command: string } {
  try {
    const command = readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return { parent: Number(/^PPid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0), command };
  } catch {
    return { parent: 0, command: '' };
  }
}

const isPostgres = (pid: number) => /postgres/.test(commandOf(pid).command);
const isHeld = (pid: number) => /leash\.js/.test(commandOf(commandOf(pid).parent).command);

/**
 * Clears the way for a start: a pid file whose process is gone or is something else by now is stale; a PostgreSQL that lost its keeper
 * is ended; one that a living hub holds gets a moment (that hub may be closing) and then the start is refused.
 */
export async function clearTheWay(data: string): Promise<void> {
  for (let waited = 0; ; waited += 100) {
    const pid = Math.abs(Number.parseInt(linesOf(data)[0] ?? '', 10));
    if (!Number.isInteger(pid) || pid === 0) return;
    if (!isAlive(pid)) return;
    if (pid === process.pid || !isPostgres(pid)) {
      // The number belongs to another program now; PostgreSQL itself could not tell and would refuse to start.
      rmSync(pidFile(data), { force: true });
      return;
    }
    if (waited >= 15_000) throw new PlainError(`The data folder is in use: process ${pid} does not end.`);
    if (!isHeld(pid)) process.kill(pid, 'SIGINT');
    else if (waited >= 3_000) throw new PlainError(`The data folder is in use by another hub (its database is process ${pid}).`);
    await pause(100);
  }
}
