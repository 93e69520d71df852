import { chmodSync, closeSync, fsyncSync, openSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from '@hub/platform/plain-error';

const LOCK_STALE_MS = 10_000;
const PAUSE_MS = 2;

/** Keys that others can read are no keys. Windows has no such bits. */
export function assertPrivate(path: string): void {
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new PlainError(`The key file ${path} is readable by others than its owner: chmod 600 it.`);
  }
}

/** Whole or not at all, and on the disk when this returns: a half-written key file would cost every identity. */
export function writeWhole(path: string, content: string | Buffer): void {
  const next = `${path}.new`;
  const file = openSync(next, 'w', 0o600);
  try {
    writeSync(file, Buffer.from(content));
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  chmodSync(next, 0o600);
  renameSync(next, path);
  syncFolder(dirname(path));
}

/** The new name of a file is safe once its folder is. Windows cannot open folders, and needs not. */
export function syncFolder(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** One process at a time; what is done under the lock takes milliseconds, so that waiting without giving way is no loss. */
export function withLock<T>(path: string, work: () => T): T {
  const lock = `${path}.lock`;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  while (!isTaken(lock)) {
    dropStale(lock);
    Atomics.wait(pause, 0, 0, PAUSE_MS);
  }
  try {
    return work();
  } finally {
    unlinkSync(lock);
  }
}

function isTaken(lock: string): boolean {
  try {
    closeSync(openSync(lock, 'wx', 0o600));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    return false;
  }
}

/** A process that died while it held the lock must not stop the others for ever. */
function dropStale(lock: string): void {
  try {
    if (Date.now() - statSync(lock).mtimeMs > LOCK_STALE_MS) unlinkSync(lock);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
}
