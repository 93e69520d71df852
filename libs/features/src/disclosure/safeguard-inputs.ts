import { CONSENT_SCOPES } from '@hub/domain/disclosure/consent';
import { z } from 'zod';
import { day, reference } from '../children/inputs';

const caseType = z.enum(['UNIT', 'HOUSEHOLD']);
/** A sentence at least: what is read later by somebody who was not there. */
export const said = z.string().trim().min(15, 'Say why, in a sentence at least.').max(1_000, 'Use at most 1000 characters.');

export const newBar = z.strictObject({ subjectType: caseType, subject: reference, email: z.email('Give the person’s e-mail address.').max(254), reason: said });
export const safeguardId = z.uuid('There is no such record.');
export const caseReference = reference;

export const openingRequest = z.strictObject({ subjectType: caseType, subject: reference, reason: said, minutes: z.int().min(5, 'Five minutes at least.').nullish() });

export const consentScopes = z.array(z.enum(CONSENT_SCOPES)).min(1, 'Say what they were asked about.').max(CONSENT_SCOPES.length);
export const askedConsent = z.strictObject({
  household: reference, scopes: consentScopes, granted: z.boolean(), wording: z.string().trim().min(1, 'Say which wording they were asked with.').max(40, 'Use at most 40 characters.'),
  how: z.enum(['WRITTEN', 'SPOKEN', 'ELECTRONIC']), givenBy: z.enum(['ALL_ADULTS', 'ONE_ADULT']), givenOn: day,
});
export const withholdingRequest = z.strictObject({
  child: reference, withWhom: z.string().trim().min(1, 'Say with whom it was not shared.').max(200, 'Use at most 200 characters.'),
  what: z.string().trim().min(1, 'Say what was not shared.').max(500, 'Use at most 500 characters.'), reason: said, decidedOn: day,
});
