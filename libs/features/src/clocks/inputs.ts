import { CLOCK_STAGES } from '@hub/domain/clocks/rules';
import { CLOCK_STANDINGS } from '@hub/domain/clocks/standing';
import { z } from 'zod';
import { agencyCode } from '../agencies/inputs';

export const clockFilter = z.strictObject({
  mine: z.boolean().nullish(), worker: z.union([z.uuid('This is not the id of a user.'), z.literal('NONE')]).nullish(), standing: z.enum(CLOCK_STANDINGS).nullish(), stage: z.enum(CLOCK_STAGES).nullish(),
}).nullish().transform((filter) => filter ?? {});

export const agencyAsked = agencyCode.nullish().transform((code) => code ?? null);
