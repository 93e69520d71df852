import { DELAYS } from '@hub/domain/drift/delays';
import { z } from 'zod';
import { agencyCode } from '../agencies/inputs';

const delay = z.enum(DELAYS).nullish();
export const driftFilter = z.strictObject({ agency: agencyCode.nullish(), mover: z.union([agencyCode, z.literal('NOBODY')]).nullish(), delay }).nullish().transform((filter) => filter ?? {});
export const workFilter = z.strictObject({
  mine: z.boolean().nullish(), worker: z.union([z.uuid('This is not the id of a user.'), z.literal('NONE')]).nullish(), move: z.enum(['OURS', 'THEIRS', 'NOBODY']).nullish(), delay,
}).nullish().transform((filter) => filter ?? {});
const days = z.int().min(1, 'One day at least.').max(365, 'A year at most.');
export const driftLimits = z.strictObject({ slowDays: days, stuckDays: days, withoutLinkDays: days, reviewDays: days });
