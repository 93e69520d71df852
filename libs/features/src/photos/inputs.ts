import { z } from 'zod';
import type { PhotoAddress, PhotoOf } from './photos.queries';

const NOTHING = 'There is nothing here.';

/** Of an address: `unit/7F3K2Q/X4D9BM`, in parts. */
export const photoAddress = z
  .object({ kind: z.enum(['unit', 'household'], NOTHING), subject: z.string(), photo: z.string() })
  .transform(({ kind, subject, photo }): PhotoAddress => ({ subjectType: kind === 'unit' ? 'UNIT' : 'HOUSEHOLD', subject, photo }));

/** Of the header `idempotency-key`: an address and a file have no other place for it. */
export const photoKey = z.string().regex(/^[A-Za-z0-9_-]{8,100}$/, 'A key is 8 to 100 letters, digits, hyphens and underscores.').nullish();

/** Of an address: whose photo is put or removed. */
export const photoOf = z.enum(['child', 'household'], NOTHING).transform((of): PhotoOf => (of === 'child' ? 'CHILD' : 'HOUSEHOLD'));
