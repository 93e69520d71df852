import { z } from 'zod';
import { reference } from '../children/inputs';

const caseType = z.enum(['UNIT', 'HOUSEHOLD']);
/** A sentence at least: what is read later by somebody who was not there. */
export const said = z.string().trim().min(15, 'Say why, in a sentence at least.').max(2_000, 'Use at most 2000 characters.');

export const newBar = z.strictObject({ subjectType: caseType, subject: reference, email: z.email('Give the person’s e-mail address.').max(254), reason: said });
export const safeguardId = z.uuid('There is no such record.');
export const caseReference = reference;

export const openingRequest = z.strictObject({ subjectType: caseType, subject: reference, reason: said, minutes: z.int().min(5, 'Five minutes at least.').nullish() });
