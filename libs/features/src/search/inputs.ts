import { SEARCH_TELLS } from '@hub/domain/search/saved-search';
import { MOST_ENTRIES, SELECTION_OF } from '@hub/domain/search/selection';
import { z } from 'zod';
import { wholeHouseholdFilter } from '../adopters/inputs';
import { reference, wholeUnitFilter } from '../children/inputs';

export const selectionId = z.uuid('There is no such selection.');
export const selectionOf = z.enum(SELECTION_OF).nullish();
export const references = z.array(reference).min(1, 'Say whom to keep.').max(MOST_ENTRIES, `Keep at most ${MOST_ENTRIES}.`);
export const note = z.string().trim().max(1_000, 'Use at most 1000 characters.');
export const newSelection = z.strictObject({
  holds: z.enum(SELECTION_OF), subject: reference.nullish(), shared: z.boolean(),
  name: z.string().trim().min(1, 'Give the selection a name.').max(80, 'Use at most 80 characters.').nullish(),
}).refine(({ subject, name }) => (subject == null) !== (name == null), { path: ['name'], message: 'Give either a name, or the reference of the child, group or family that it is for.' });

export const searchId = z.uuid('There is no such search.');
const searchName = z.string().trim().min(1, 'Give the search a name.').max(80, 'Use at most 80 characters.');
const tells = z.enum(SEARCH_TELLS);
export const newSearch = z.strictObject({
  name: searchName, shared: z.boolean(), tells, units: wholeUnitFilter.omit({ references: true }).nullish(), households: wholeHouseholdFilter.omit({ references: true }).nullish(),
}).refine(({ units, households }) => (units == null) !== (households == null), { path: ['units'], message: 'Give either a filter of children or one of families.' });
export const resultsWish = z.strictObject({ id: searchId, since: z.date().nullish(), onlyNew: z.boolean().nullish(), first: z.int().nullish(), after: z.string().nullish() });
export const searchChange = z.strictObject({ id: searchId, name: searchName.nullish(), shared: z.boolean().nullish(), tells: tells.nullish(), paused: z.boolean().nullish() });
