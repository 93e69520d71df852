import { DOCUMENT_KIND_NAMES, REVIEW_OUTCOMES, type DocumentKind, type DocumentSubject, type ReviewOutcome } from '@hub/domain/documents/kinds';
import { z } from 'zod';
import { idempotencyKey, reference } from '../children/inputs';
import { linkReference } from '../links/inputs';

const NOTHING = 'There is nothing here.';
const text = z.string().trim().max(500, 'Use at most 500 characters.');

export const documentReference = z.string().regex(/^D-[0-9A-Z]{6}$/, 'This is not the reference of a document.');

/** Of an address: what a document is about. */
export const documentSubject = z.enum(['child', 'unit', 'household', 'link'], NOTHING).transform((kind) => kind.toUpperCase() as DocumentSubject);
export const versionNumber = z.string().regex(/^[1-9][0-9]{0,3}$/, NOTHING).transform(Number);

/** What travels beside the bytes of a new document, and of a further version. */
export const newDocument = z.strictObject({ kind: z.enum(DOCUMENT_KIND_NAMES as [DocumentKind, ...DocumentKind[]]), title: text.nullish(), idempotencyKey });
export const newVersion = z.strictObject({ version: z.int().min(1), title: text.nullish(), why: text, idempotencyKey });

export const reviewRequest = z.strictObject({
  document: documentReference, number: z.int().min(1), outcome: z.enum(Object.keys(REVIEW_OUTCOMES) as [ReviewOutcome, ...ReviewOutcome[]]),
  words: z.string().trim().max(4_000, 'Use at most 4000 characters.').nullish(), idempotencyKey,
});
export const judgementRequest = z.strictObject({ document: documentReference, number: z.int().min(1), other: z.union([documentReference, reference]), judgement: z.enum(['IN_ORDER', 'TO_CHANGE']) });
export const giftRequest = z.strictObject({ document: documentReference, number: z.int().min(1), link: linkReference });
