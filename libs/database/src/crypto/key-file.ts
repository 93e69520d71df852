import { createHash, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { PlainError } from '@hub/platform/plain-error';
import { looksRandom } from '@hub/platform/random-key';
import { assertPrivate, writeWhole } from './durable-file';
import type { AgencyKey, KeyPurpose } from './key-store';

const KEY_BYTES = 32;

interface KeptKey {
  readonly version: number;
  readonly key: string;
  readonly made: string;
}

export interface AgencyEntry {
  /** The share file that belongs to these keys, in hex: another one would not open a single record. */
  readonly shares: string;
  /** Oldest first, never empty. */
  readonly keys: readonly KeptKey[];
}

export interface KeyFile {
  readonly version: 2;
  readonly purposes: Readonly<Record<KeyPurpose, string>>;
  readonly agencies: Readonly<Record<string, AgencyEntry>>;
}

interface FirstKeyFile {
  readonly version: 1;
  readonly blindIndexKey: string;
  readonly agencies: Readonly<Record<string, string>>;
}

export const newKey = (): string => randomBytes(KEY_BYTES).toString('base64');
export const newShareId = (): string => randomBytes(16).toString('hex');
export const newKeptKey = (version: number): KeptKey => ({ version, key: newKey(), made: new Date().toISOString().slice(0, 10) });

export function newKeyFile(): KeyFile {
  return { version: 2, purposes: { BLIND_INDEX: newKey(), AUDIT_SIGNING: newKey() }, agencies: {} };
}

export function decodeKey(text: string): Buffer {
  return Buffer.from(text, 'base64');
}

export function agencyKey({ version, key: text, made }: KeptKey): AgencyKey {
  const key = decodeKey(text);
  return { version, key, made, id: createHash('sha256').update('adoption-hub|key-id|').update(key).digest().subarray(0, 8) };
}

export function writeKeyFile(path: string, content: KeyFile): void {
  writeWhole(path, `${JSON.stringify(content, null, 2)}\n`);
}

export function readKeyFile(path: string): KeyFile | FirstKeyFile {
  assertPrivate(path);
  let content: Partial<KeyFile> | Partial<FirstKeyFile>;
  try {
    content = JSON.parse(readFileSync(path, 'utf8')) as Partial<KeyFile> | Partial<FirstKeyFile>;
  } catch {
    throw new PlainError(`The key file ${path} is damaged; put its copy back.`);
  }
  if (!isKnown(content)) throw new PlainError(`The key file ${path} is of an unknown kind; put its copy back.`);
  assertKeys(path, content.version === 1
    ? [content.blindIndexKey, ...Object.values(content.agencies)]
    : [...Object.values(content.purposes), ...Object.values(content.agencies).flatMap(({ keys }) => keys.map(({ key }) => key))]);
  return content;
}

function isKnown(content: Partial<KeyFile> | Partial<FirstKeyFile>): content is KeyFile | FirstKeyFile {
  if (typeof content.agencies !== 'object') return false;
  if (content.version === 1) return typeof content.blindIndexKey === 'string';
  return content.version === 2 && typeof content.purposes?.BLIND_INDEX === 'string' && typeof content.purposes.AUDIT_SIGNING === 'string'
    && Object.values(content.agencies).every((entry) => typeof entry.shares === 'string' && entry.keys.length > 0);
}

function assertKeys(path: string, keys: readonly string[]): void {
  if (!keys.every((key) => decodeKey(key).length === KEY_BYTES && looksRandom(decodeKey(key)))) {
    throw new PlainError(`The key file ${path} holds a key that is short, a sample or a sentence. Each must be ${KEY_BYTES} random bytes; put the copy back, or remove the file of a hub that holds no data yet.`);
  }
  if (new Set(keys).size !== keys.length) throw new PlainError(`The key file ${path} holds one key twice. Each purpose and each agency needs its own.`);
}

/** Brings a file of the first kind forward, once. The file as it was stays beside it, with the ending .v1. */
export function bringForward(path: string, { blindIndexKey, agencies }: FirstKeyFile): KeyFile {
  const copy = `${path}.v1`;
  if (!existsSync(copy)) writeWhole(copy, readFileSync(path));
  const entries = Object.entries(agencies).map(([id, key]): [string, AgencyEntry] => [id, { shares: newShareId(), keys: [{ ...newKeptKey(1), key }] }]);
  return { version: 2, purposes: { BLIND_INDEX: blindIndexKey, AUDIT_SIGNING: newKey() }, agencies: Object.fromEntries(entries) };
}
