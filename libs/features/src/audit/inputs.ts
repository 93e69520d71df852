import { looksLikeReference } from '@hub/domain/access/reference';
import { PURPOSES } from '@hub/domain/audit/purposes';
import { isIsoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { z } from 'zod';
import { agencyCode } from '../agencies/inputs';

const day = z.custom<IsoDate>(isIsoDate, 'Give a day as YYYY-MM-DD.');
const reference = z.string().refine(looksLikeReference, 'This is not a reference of the hub.');

/** `person`: a part of the name. `from` and `until`: days in England, both included. */
export const logFilter = z.strictObject({
  person: z.string().trim().max(100).nullish(),
  agency: agencyCode.nullish(),
  from: day.nullish(),
  until: day.nullish(),
  purpose: z.enum(PURPOSES, 'This is not a purpose.').nullish(),
  action: z.string().regex(/^[a-zA-Z.]{2,60}$/, 'This is not an action.').nullish(),
  reference: reference.nullish(),
}).nullish().transform((filter) => filter ?? {});
export type LogFilter = z.output<typeof logFilter>;

export const lookedAt = z.strictObject({ type: z.enum(['UNIT', 'HOUSEHOLD']), reference });
export type LookedAt = z.output<typeof lookedAt>;
