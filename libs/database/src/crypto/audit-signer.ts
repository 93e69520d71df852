import { createPrivateKey, createPublicKey, generateKeyPairSync, randomBytes, sign, verify, type KeyObject } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

interface SigningKeys {
  readonly version: 1;
  /** The last one signs; all of them verify (trust.md SEC-2). */
  readonly keys: readonly { readonly id: string; readonly privateKey: string }[];
}

export interface Signature {
  readonly key: string;
  /** Ed25519, base64. */
  readonly value: string;
}

/** Signs the heads of the access log with a key of its own, which no other part of the hub uses. */
export class AuditSigner {
  private constructor(private readonly keys: readonly { readonly id: string; readonly privateKey: KeyObject }[]) {}

  /** Opens the key file, or makes one. It must be readable by its owner alone. */
  static open(path: string): AuditSigner {
    if (!existsSync(path)) make(path);
    if (process.platform !== 'win32' && (statSync(path).mode & 0o077) !== 0) throw new Error(`The key file ${path} is readable by others than its owner: chmod 600`);
    try {
      const { keys } = JSON.parse(readFileSync(path, 'utf8')) as SigningKeys;
      return new AuditSigner(keys.map(({ id, privateKey }) => ({ id, privateKey: createPrivateKey({ key: Buffer.from(privateKey, 'base64'), format: 'der', type: 'pkcs8' }) })));
    } catch {
      throw new Error(`The key file ${path} is damaged; restore it from its backup`);
    }
  }

  sign(text: string): Signature {
    const key = this.keys.at(-1);
    if (!key) throw new Error('The key file of the audit heads holds no key');
    return { key: key.id, value: sign(null, Buffer.from(text, 'utf8'), key.privateKey).toString('base64') };
  }

  verify(text: string, { key, value }: Signature): boolean {
    const known = this.keys.find(({ id }) => id === key);
    return known !== undefined && verify(null, Buffer.from(text, 'utf8'), createPublicKey(known.privateKey), Buffer.from(value, 'base64'));
  }
}

function make(path: string): void {
  const { privateKey } = generateKeyPairSync('ed25519');
  const content: SigningKeys = { version: 1, keys: [{ id: randomBytes(4).toString('hex'), privateKey: privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64') }] };
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    writeFileSync(path, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600, flag: 'wx' });
  } catch (error) {
    // Another process made it a moment ago.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
