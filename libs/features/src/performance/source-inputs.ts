import { z } from 'zod';
import { agencyCode } from '../agencies/inputs';
import { day, idempotencyKey } from '../children/inputs';

const words = (most: number) => z.string().trim().max(most, `Use at most ${most} characters.`);
const orNull = <T>(value: T | null | undefined): T | null => value ?? null;

export const targetId = z.uuid('This is not an id of the hub.');
export const targetEntry = z.strictObject({
  code: z.string().regex(/^[A-Z0-9._]{2,40}$/, 'This is not the code of an indicator.'), value: z.number(), from: day, until: day.nullish().transform(orNull),
  source: words(300), note: words(300).min(1, 'Write something, or leave it out.').nullish().transform(orNull), idempotencyKey,
});
export const councilNumber = z.strictObject({ agency: agencyCode, council: z.string().regex(/^\d{3}$/, 'A council’s number has three digits.').nullish().transform(orNull) });
