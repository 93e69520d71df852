import { DomainError } from '../errors';

/** What is taken as a photo (trust.md UPL-1), the longest side of what is kept of it, in pixels, and what drawing it may cost. */
export const PHOTO_LIMITS = { bytes: 10 * 1024 * 1024, pixels: 50_000_000, side: 1_600, memoryBytes: 768 * 1024 * 1024, milliseconds: 20_000 } as const;

const JPEG = [0xff, 0xd8, 0xff];
const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
const [RIFF, WEBP, FTYP] = ['RIFF', 'WEBP', 'ftyp'].map((text) => [...text].map((letter) => letter.charCodeAt(0))) as [number[], number[], number[]];

const NOT_A_PHOTO = 'This is no JPEG, PNG or WebP picture, whatever its name says. Save the photo as a JPEG and choose that.';
const HEIC = 'This photo is of a kind that telephones keep for themselves (HEIC). Send it to yourself or save it as a JPEG, and choose that.';

/** Why a file is not even looked into; null where its size and its first bytes are those of a photo. */
export function photoRefusal(bytes: Uint8Array): DomainError | null {
  if (bytes.length > PHOTO_LIMITS.bytes) return new DomainError('LIMIT_EXCEEDED', 'The photo is larger than 10 MB. Save it smaller.');
  const has = (mark: readonly number[], at = 0): boolean => mark.every((byte, index) => bytes[at + index] === byte);
  if (has(JPEG) || has(PNG) || (has(RIFF) && has(WEBP, 8))) return null;
  return new DomainError('FILE_REFUSED', has(FTYP, 4) ? HEIC : NOT_A_PHOTO);
}
