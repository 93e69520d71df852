import { MOST_ENTRIES, SELECTION_OF } from '@hub/domain/search/selection';
import { z } from 'zod';
import { reference } from '../children/inputs';

export const selectionId = z.uuid('There is no such selection.');
export const selectionOf = z.enum(SELECTION_OF).nullish();
export const references = z.array(reference).min(1, 'Say whom to keep.').max(MOST_ENTRIES, `Keep at most ${MOST_ENTRIES}.`);
export const note = z.string().trim().max(1_000, 'Use at most 1000 characters.');
export const newSelection = z.strictObject({
  holds: z.enum(SELECTION_OF), subject: reference.nullish(), shared: z.boolean(),
  name: z.string().trim().min(1, 'Give the selection a name.').max(80, 'Use at most 80 characters.').nullish(),
}).refine(({ subject, name }) => (subject == null) !== (name == null), { path: ['name'], message: 'Give either a name, or the reference of the child, group or family that it is for.' });
