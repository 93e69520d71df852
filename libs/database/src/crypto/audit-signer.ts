import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

export interface Signature {
  /** Which key: the first bytes of the hash of its public half. */
  readonly key: string;
  /** Ed25519, base64. */
  readonly value: string;
}

/** RFC 8410: what stands before the 32 bytes of an Ed25519 private key in PKCS #8. */
const PKCS8_ED25519 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** Signs the heads of the access log with the key store's key for that, which no other part of the hub uses (trust.md SEC-2). */
export class AuditSigner {
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  private readonly id: string;

  /** `seed`: 256 bits. */
  constructor(seed: Buffer) {
    this.privateKey = createPrivateKey({ key: Buffer.concat([PKCS8_ED25519, seed]), format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.privateKey);
    this.id = createHash('sha256').update(this.publicKey.export({ format: 'der', type: 'spki' })).digest('hex').slice(0, 16);
  }

  sign(text: string): Signature {
    return { key: this.id, value: sign(null, Buffer.from(text, 'utf8'), this.privateKey).toString('base64') };
  }

  verify(text: string, { key, value }: Signature): boolean {
    return key === this.id && verify(null, Buffer.from(text, 'utf8'), this.publicKey, Buffer.from(value, 'base64'));
  }
}
