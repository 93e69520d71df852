import { TAKEN_STEPS } from '@hub/domain/links/events';
import { LINK_STATES, SIDES } from '@hub/domain/links/states';
import { z } from 'zod';
import { day, idempotencyKey, reference } from '../children/inputs';

export const linkReference = z.string().regex(/^L-[0-9A-Z]{6}$/, 'This is not the reference of a link.');
const side = z.enum(SIDES).nullish();
const version = z.int().min(1);

export const interestRequest = z.strictObject({ unit: reference, household: reference, idempotencyKey });
export const stepRequest = z.strictObject({
  link: linkReference, version, event: z.enum(TAKEN_STEPS), onDate: day.nullish(), side, reason: z.string().max(40).nullish(),
  words: z.string().trim().max(2_000, 'Use at most 2000 characters.').nullish(), ruleOut: z.boolean().nullish(), idempotencyKey,
});
export const handoverRequest = z.strictObject({ link: linkReference, version, userId: z.uuid('This is not the id of a user.'), side, idempotencyKey });
export const messageRequest = z.strictObject({ link: linkReference, body: z.string().trim().min(1, 'Write something.').max(2_000, 'Use at most 2000 characters.'), side, idempotencyKey });
export const linkFilter = z.strictObject({
  mine: z.boolean().nullish(), states: z.array(z.enum(LINK_STATES)).max(LINK_STATES.length).nullish(), move: z.enum(['OURS', 'THEIRS']).nullish(), unit: reference.nullish(), household: reference.nullish(),
}).nullish().transform((filter) => filter ?? {});
const cap = z.int().min(1, 'One at least.').max(50, 'Fifty at most.');
export const linkCaps = z.strictObject({ perUnit: cap, perHousehold: cap });
