import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const VERSION = 1;
const IV_BYTES = 12;
const TAG_BYTES = 16;
const HEAD = 1 + IV_BYTES + TAG_BYTES;

/** The ciphertext is not what was sealed here: altered, moved from another row, or under another key. */
export class UnsealError extends Error {
  override readonly name = 'UnsealError';

  constructor() {
    super('A sealed value could not be opened');
  }
}

/** AES-256-GCM: version, IV, tag, ciphertext. `place` is bound to it without being stored. */
export function seal(key: Buffer, place: string, plaintext: Buffer): Buffer {
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  cipher.setAAD(Buffer.from(place, 'utf8'));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), iv, cipher.getAuthTag(), body]);
}

export function unseal(key: Buffer, place: string, sealed: Buffer): Buffer {
  if (sealed.length < HEAD || sealed[0] !== VERSION) throw new UnsealError();
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(1, 1 + IV_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(place, 'utf8'));
  decipher.setAuthTag(sealed.subarray(1 + IV_BYTES, HEAD));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(HEAD)), decipher.final()]);
  } catch {
    throw new UnsealError();
  }
}
