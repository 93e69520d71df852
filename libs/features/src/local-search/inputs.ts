import { MOST_POLICY_DAYS } from '@hub/domain/local-search/local-search';
import { z } from 'zod';
import { day, reference } from '../children/inputs';

const days = z.int().min(0, 'Nothing below 0 days.').max(MOST_POLICY_DAYS, `Use at most ${MOST_POLICY_DAYS} days.`);
export const policyRequest = z.strictObject({ startsOn: day, unitDays: days, householdDays: days });
export const wideningRequest = z.strictObject({
  subjectType: z.enum(['UNIT', 'HOUSEHOLD']), reference, version: z.int().min(1), on: day, reason: z.string().trim().max(500, 'Use at most 500 characters.').nullish(),
});
