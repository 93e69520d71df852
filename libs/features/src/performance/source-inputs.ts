import { SOURCE_KINDS } from '@hub/domain/performance/source';
import { z } from 'zod';
import { agencyCode } from '../agencies/inputs';
import { day, idempotencyKey } from '../children/inputs';

const words = (most: number) => z.string().trim().max(most, `Use at most ${most} characters.`);
const orNull = <T>(value: T | null | undefined): T | null => value ?? null;

export const hubId = z.uuid('This is not an id of the hub.');
export const targetEntry = z.strictObject({
  code: z.string().regex(/^[A-Z0-9._]{2,40}$/, 'This is not the code of an indicator.'), value: z.number(), from: day, until: day.nullish().transform(orNull),
  source: words(300), note: words(300).min(1, 'Write something, or leave it out.').nullish().transform(orNull), idempotencyKey,
});
export const councilNumber = z.strictObject({ agency: agencyCode, council: z.string().regex(/^\d{3}$/, 'A council’s number has three digits.').nullish().transform(orNull) });

export const publicationName = words(200).min(1, 'Give it a name.');
export const sourceKind = z.enum(SOURCE_KINDS);

/** More than a return has. */
const MOST_FILES = 12;

/** What is uploaded, before its bytes: of each file its name, which is not kept, and its size in bytes. */
export const returnUpload = z.strictObject({
  source: z.enum(['ANNEX_A', 'SSDA903']), year: z.int().min(2010, 'Give a year from 2010 on.').max(2100, 'Give a year up to 2100.').nullish().transform(orNull), asAt: day.nullish().transform(orNull),
  files: z.array(z.strictObject({ name: z.string().min(1).max(300), size: z.int().min(1, 'One of the files is empty.') })).min(1, 'Choose a file.').max(MOST_FILES, `At most ${MOST_FILES} files at once.`),
});
export type ReturnUpload = z.infer<typeof returnUpload>;
