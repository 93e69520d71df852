import { z } from 'zod';
import { DISCLOSURE_STAGES } from '@hub/domain/access/actions';
import { agencyCode } from '../agencies/inputs';
import { reference, releaseRequest } from '../children/inputs';

export const grantId = z.uuid('This is not the id of a grant.');
export const optionalGrantId = grantId.nullish();

export const grantRequest = z.strictObject({
  subjectType: z.enum(['UNIT', 'HOUSEHOLD']),
  subject: reference,
  stage: z.enum(DISCLOSURE_STAGES, 'Name a stage of the ladder, S2.'),
  purpose: z.string().trim().min(1, 'Say what the grant is for.').max(200, 'Use at most 200 characters.'),
  agency: agencyCode,
  person: releaseRequest.shape.person,
  agreement: releaseRequest.shape.agreement,
  photos: z.boolean().nullish(),
});
