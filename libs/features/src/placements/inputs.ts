import { PLACEMENT_EVENT_NAMES, type PlacementEvent } from '@hub/domain/placements/events';
import { PLACEMENT_STATES } from '@hub/domain/placements/states';
import { SIDES } from '@hub/domain/links/states';
import { z } from 'zod';
import { day, idempotencyKey, reference } from '../children/inputs';

export const placementReference = z.string().regex(/^PL-[0-9A-Z]{6}$/, 'This is not the reference of a placement.');
const side = z.enum(SIDES).nullish();
const version = z.int().min(1);

export const placementStepRequest = z.strictObject({
  placement: placementReference, version, event: z.enum(PLACEMENT_EVENT_NAMES as [PlacementEvent, ...PlacementEvent[]]), side, children: z.array(z.int().min(1).max(20)).max(20).nullish(), onDate: day.nullish(),
  code: z.string().max(40).nullish(), words: z.string().trim().max(4_000, 'Use at most 4000 characters.').nullish(), resumeSearch: z.boolean().nullish(), idempotencyKey,
});
export const placementHandoverRequest = z.strictObject({ placement: placementReference, version, userId: z.uuid('This is not the id of a user.'), side, idempotencyKey });
const why = z.string().trim().min(1, 'Say what was wrong, and why.').max(4_000, 'Use at most 4000 characters.');
export const placementCorrectionRequest = z.strictObject({ placement: placementReference, version, of: version, strikeOut: z.boolean().nullish(), onDate: day.nullish(), code: z.string().max(40).nullish(), why, idempotencyKey });
export const correctionAnswer = z.strictObject({ placement: placementReference, version, of: version, approve: z.boolean(), idempotencyKey });
export const placementFilter = z.strictObject({
  mine: z.boolean().nullish(), states: z.array(z.enum(PLACEMENT_STATES)).max(PLACEMENT_STATES.length).nullish(), unit: reference.nullish(), household: reference.nullish(),
}).nullish().transform((filter) => filter ?? {});
