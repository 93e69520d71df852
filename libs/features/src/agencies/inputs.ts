import { DISCLOSURE_STAGES } from '@hub/domain/access/actions';
import { AGENCY_KINDS, ROLES } from '@hub/domain/access/actor';
import { isIsoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { z } from 'zod';

const day = z.custom<IsoDate>(isIsoDate, 'Give a day as YYYY-MM-DD.');
const line = (most: number) => z.string().trim().min(1, 'Fill this in.').max(most, `Use at most ${most} characters.`).regex(/^[^\u0000-\u001f\u007f]*$/, 'Use one line of text.');

export const agencyCode = z.string().regex(/^[A-Z0-9][A-Z0-9-]{0,19}$/, 'A code has up to 20 capital letters, digits and hyphens.');
const email = z.string().trim().toLowerCase().max(254).regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'Give an email address.');
const roles = z.array(z.enum(ROLES, 'This is not a role.')).max(ROLES.length).transform((list) => [...new Set(list)]);

/** The purpose under which agencies find families together (the database shares cards under no other). */
export const FAMILY_FINDING = 'FAMILY_FINDING';

export const newAgency = z.strictObject({
  code: agencyCode,
  name: line(200),
  kind: z.enum(AGENCY_KINDS),
  regionBand: line(60),
  memberSince: day.nullish(),
});
export type NewAgency = z.output<typeof newAgency>;

export const newAgreement = z.strictObject({
  title: line(200),
  purpose: z.string().regex(/^[A-Z_]{2,40}$/, 'A purpose is a word in capital letters, such as FAMILY_FINDING.'),
  legalBasis: line(500),
  startsOn: day,
  endsOn: day.nullish(),
  parties: z.array(agencyCode).min(2, 'Name at least two agencies.').max(200).transform((list) => [...new Set(list)]),
  version: z.string().trim().min(1, 'Give the version.').max(20, 'Use at most 20 characters.').nullish(),
  /** Least first: without a word an agreement is about cards and profiles. */
  upToStage: z.enum(DISCLOSURE_STAGES, 'Name a stage of the ladder.').nullish(),
  article6: line(500).nullish(),
  article9: line(500).nullish(),
  dataCategories: z.array(line(100)).max(30, 'Name at most 30 categories.').nullish(),
  reviewOn: day.nullish(),
  signatures: z.array(z.strictObject({ agency: agencyCode, signedBy: line(200), signedOn: day })).max(200).nullish(),
}).refine(({ startsOn, endsOn }) => endsOn == null || endsOn >= startsOn, { path: ['endsOn'], message: 'It cannot end before it starts.' })
  .refine(({ signatures, parties }) => (signatures ?? []).every(({ agency }) => parties.includes(agency)), { path: ['signatures'], message: 'Only a party signs.' });
export type NewAgreement = z.output<typeof newAgreement>;

export const newUser = z.strictObject({ agency: agencyCode, email, displayName: line(100), roles });
export type NewUser = z.output<typeof newUser>;

export const userId = z.uuid('This is not the id of a user.');
export const sessionId = z.uuid('This is not the id of a session.');
export const tokenId = z.uuid('This is not the id of an API token.');

export const userChange = z.strictObject({
  id: userId,
  displayName: line(100).nullish(),
  roles: roles.nullish(),
  status: z.enum(['ACTIVE', 'DISABLED'], 'A user is made ACTIVE or DISABLED.').nullish(),
});
export type UserChange = z.output<typeof userChange>;

export const tokenLabel = line(100);
