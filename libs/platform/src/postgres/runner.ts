import { fork, spawnSync, type ChildProcess } from 'node:child_process';
import { chownSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../project-root';
import { installedBinaries, reachableBinaries } from './binaries';

/**
 * How PostgreSQL is run. It refuses to run as root, so root runs it
 * - in a user namespace, where root's own files stay readable although root's power is gone; or, where those are switched off,
 * - as an unprivileged user who gets the data folder as an open file descriptor, because the folders above it may be closed to him.
 */
export interface Runner {
  readonly way: 'plain' | 'namespace' | 'other-user';
  command(program: 'initdb' | 'postgres', args: readonly string[], folder: string): Launch;
  /** Gives the folder and all within it to whoever PostgreSQL runs as. */
  own(place: string): void;
}

export interface Launch {
  readonly command: string;
  readonly args: readonly string[];
  readonly uid?: number;
  readonly gid?: number;
  readonly folder?: string;
}

/** Where the command finds the data folder, written in its arguments. */
export const FOLDER = '{folder}';
const placed = (args: readonly string[], folder: string) => args.map((arg) => (arg === FOLDER ? folder : arg));

export function chooseRunner(avoid: readonly Runner['way'][] = []): Runner {
  if (process.getuid?.() !== 0) return plainRunner(installedBinaries());
  const { uid, gid } = unprivilegedUser();
  const native = installedBinaries();
  const namespace = ['-U', `--map-user=${uid}`, `--map-group=${gid}`];
  const works = spawnSync('unshare', [...namespace, join(native, 'bin', 'postgres'), '--version'], { stdio: 'ignore' }).status === 0;
  if (works && !avoid.includes('namespace')) return namespaceRunner(native, namespace);
  return otherUserRunner(reachableBinaries(native, uid, gid), uid, gid);
}

const plainRunner = (native: string): Runner => ({
  way: 'plain',
  command: (program, args, folder) => ({ command: join(native, 'bin', program), args: placed(args, folder) }),
  own: () => undefined,
});

const namespaceRunner = (native: string, namespace: readonly string[]): Runner => ({
  way: 'namespace',
  command: (program, args, folder) => ({ command: 'unshare', args: [...namespace, join(native, 'bin', program), ...placed(args, folder)] }),
  own: (place) => giveTo(place, 0, 0),
});

const otherUserRunner = (native: string, uid: number, gid: number): Runner => ({
  way: 'other-user',
  command: (program, args, folder) => {
    const byDescriptor = process.platform === 'linux';
    const seen = byDescriptor ? '/proc/self/fd/3' : folder;
    return { command: join(native, 'bin', program), args: placed(args, seen), uid, gid, ...(byDescriptor ? { folder } : {}) };
  },
  own: (place) => giveTo(place, uid, gid),
});

/** `nobody` by choice; failing that, any user but root. PostgreSQL insists that its user has a name in /etc/passwd. */
function unprivilegedUser(): { uid: number; gid: number } {
  const users = readFileSync('/etc/passwd', 'utf8').split('\n').map((line) => line.split(':')).filter((part) => Number(part[2]) > 0);
  const chosen = users.find(([name]) => name === 'nobody') ?? users[0];
  return { uid: Number(chosen?.[2] ?? 65_534), gid: Number(chosen?.[3] ?? 65_534) };
}

function giveTo(place: string, uid: number, gid: number): void {
  const stat = lstatSync(place);
  if (stat.uid === uid && stat.gid === gid) return;
  chownSync(place, uid, gid);
  if (stat.isDirectory()) for (const name of readdirSync(place)) giveTo(join(place, name), uid, gid);
}

/** Starts a command that ends when this process ends, however it ends. Its output goes to the open log file. */
export function onLeash(launch: Launch, log: number): ChildProcess {
  const order = { ...launch, signal: 'SIGINT', patience: 10_000 };
  // A session of its own: Ctrl-C in the terminal must reach the hub first and its database last.
  return fork(join(projectRoot(), 'bin', 'leash.js'), [JSON.stringify(order)], { detached: true, execArgv: [], stdio: ['ignore', log, log, 'ipc'] });
}
