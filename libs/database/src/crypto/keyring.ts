import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, statSync, unlinkSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

interface KeyFile {
  readonly version: 1;
  readonly blindIndexKey: string;
  readonly agencies: Readonly<Record<string, string>>;
}

const KEY_BYTES = 32;
const LOCK_STALE_MS = 10_000;

/**
 * One 256-bit key per agency and one for blind indexes, in a file outside the database (trust.md FLD-5).
 * Whoever loses the file loses every identity; whoever steals the database alone learns none.
 */
export class Keyring {
  private constructor(private readonly path: string, private held: KeyFile) {}

  /** Opens the file, or makes one. It must be readable by its owner alone. */
  static open(path: string): Keyring {
    if (!existsSync(path)) {
      mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
      withLock(path, () => {
        if (!existsSync(path)) write(path, { version: 1, blindIndexKey: newKey(), agencies: {} });
      });
    }
    return new Keyring(path, read(path));
  }

  /** The agency's key, made on first use. */
  ensure(agencyId: string): Buffer {
    const key = this.find(agencyId);
    if (key) return key;
    return withLock(this.path, () => {
      // Another process (the worker, the command) may have made it a moment ago.
      this.held = read(this.path);
      if (!this.held.agencies[agencyId]) {
        this.held = { ...this.held, agencies: { ...this.held.agencies, [agencyId]: newKey() } };
        write(this.path, this.held);
      }
      return decode(this.held.agencies[agencyId]);
    });
  }

  /** The agency's key if there is one; what was sealed under a lost key stays sealed. */
  find(agencyId: string): Buffer | undefined {
    if (!this.held.agencies[agencyId]) this.held = read(this.path);
    const key = this.held.agencies[agencyId];
    return key === undefined ? undefined : decode(key);
  }

  blindIndexKey(): Buffer {
    return decode(this.held.blindIndexKey);
  }
}

const newKey = (): string => randomBytes(KEY_BYTES).toString('base64');

function decode(text: string | undefined): Buffer {
  const key = Buffer.from(text ?? '', 'base64');
  if (key.length !== KEY_BYTES) throw new Error('The key file holds a key of the wrong length');
  return key;
}

function read(path: string): KeyFile {
  if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) {
    throw new Error(`The key file ${path} is readable by others than its owner: chmod 600`);
  }
  let content: Partial<KeyFile>;
  try {
    content = JSON.parse(readFileSync(path, 'utf8')) as Partial<KeyFile>;
  } catch {
    throw new Error(`The key file ${path} is damaged; restore it from its backup`);
  }
  if (content.version !== 1 || typeof content.blindIndexKey !== 'string' || typeof content.agencies !== 'object') {
    throw new Error(`The key file ${path} is of an unknown kind`);
  }
  return content as KeyFile;
}

/** Whole or not at all: a half-written key file would cost every identity. */
function write(path: string, content: KeyFile): void {
  const next = `${path}.new`;
  const file = openSync(next, 'w', 0o600);
  try {
    writeSync(file, `${JSON.stringify(content, null, 2)}\n`);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
  chmodSync(next, 0o600);
  renameSync(next, path);
}

/** Keys are made once per agency, so that waiting here without giving way is no loss. */
function withLock<T>(path: string, work: () => T): T {
  const lock = `${path}.lock`;
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (;;) {
    try {
      closeSync(openSync(lock, 'wx', 0o600));
      break;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      dropStale(lock);
      Atomics.wait(pause, 0, 0, 20);
    }
  }
  try {
    return work();
  } finally {
    unlinkSync(lock);
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
