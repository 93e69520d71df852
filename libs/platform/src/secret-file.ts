import { hkdfSync, randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { PlainError } from './plain-error';
import { looksRandom } from './random-key';

const BYTES = 32;

/** What the server's secret is used for: each use has a key of its own, drawn from the one secret. */
export type SecretUse = 'csrf' | 'cursor' | 'throttle';

/** Makes the secret file when there is none; `hub start` and tests do, the served processes only read it. */
export function ensureSecretFile(file: string): void {
  if (existsSync(file)) return;
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  writeFileSync(file, `${JSON.stringify({ secret: randomBytes(BYTES).toString('base64') })}\n`, { mode: 0o600, flag: 'wx' });
}

/** Reads the secret; refuses one that is missing, short, or open to other users of the machine (trust.md SEC-1). */
export function readSecretFile(file: string): (use: SecretUse) => Buffer {
  if (!existsSync(file)) throw new PlainError(`The secret file ${file} is missing: hub start makes it, or set HUB_SECRET_FILE.`);
  if (process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0) throw new PlainError(`The secret file ${file} can be read by other users: chmod 600 it.`);
  const secret = Buffer.from(secretIn(file), 'base64');
  if (!looksRandom(secret)) throw new PlainError(`The secret file ${file} must hold {"secret": "…"} with ${BYTES} random bytes in base64; what it holds is short, a sample or a sentence.`);
  return (use) => Buffer.from(hkdfSync('sha256', secret, Buffer.alloc(0), `adoption-hub|${use}`, BYTES));
}

function secretIn(file: string): string {
  try {
    const { secret } = JSON.parse(readFileSync(file, 'utf8')) as { secret?: unknown };
    return typeof secret === 'string' ? secret : '';
  } catch {
    return '';
  }
}
