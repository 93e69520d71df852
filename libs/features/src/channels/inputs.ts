import { CHANNEL_KINDS, CHANNEL_RESULTS, OUTSIDE_KINDS, OUTSIDE_OUTCOMES } from '@hub/domain/channels/channels';
import { z } from 'zod';
import { day, reference } from '../children/inputs';

const keysOf = <K extends string>(words: Readonly<Record<K, string>>) => z.enum(Object.keys(words) as [K, ...K[]]);
const entry = { unit: reference, id: z.uuid('This is not the id of an entry.').nullish(), version: z.int().min(1).nullish(), words: z.string().trim().max(2_000, 'Use at most 2000 characters.').nullish() };
const agency = z.strictObject({ name: z.string().trim().min(1, 'Name the agency.').max(200, 'Use at most 200 characters.'), kind: keysOf(OUTSIDE_KINDS) });
const months = z.int().min(0).max(216).nullish();

export const channelRequest = z.strictObject({ ...entry, kind: keysOf(CHANNEL_KINDS), agency: agency.nullish(), startedOn: day, endedOn: day.nullish(), result: keysOf(CHANNEL_RESULTS).nullish() });
export const outsideHouseholdRequest = z.strictObject({
  ...entry, agency, givenReference: z.string().trim().min(1, 'Give the reference that their agency uses.').max(100, 'Use at most 100 characters.'), householdKind: z.enum(['SINGLE', 'COUPLE']).nullish(),
  maxChildren: z.int().min(1).max(10).nullish(), ageMinMonths: months, ageMaxMonths: months, onDate: day, outcome: keysOf(OUTSIDE_OUTCOMES),
});
