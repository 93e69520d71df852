import { z } from 'zod';
import type { PhotoAddress, PhotoOf } from './photos.queries';

const NOTHING = 'There is nothing here.';

/** Of an address: `unit/7F3K2Q/X4D9BM`, in parts. */
export const photoAddress = z
  .object({ kind: z.enum(['unit', 'household'], NOTHING), subject: z.string(), photo: z.string() })
  .transform(({ kind, subject, photo }): PhotoAddress => ({ subjectType: kind === 'unit' ? 'UNIT' : 'HOUSEHOLD', subject, photo }));

/** Of an address: whose photo is put or removed. */
export const photoOf = z.enum(['child', 'household'], NOTHING).transform((of): PhotoOf => (of === 'child' ? 'CHILD' : 'HOUSEHOLD'));
