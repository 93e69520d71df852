import { FAMILY_FINDING_STATES, UNIT_PLANS, type SiblingPlan } from '@hub/domain/children/codes';
import { AGE_BANDS, WAITING_BANDS } from '@hub/domain/children/bands';
import type { ChildChanges } from '@hub/domain/children/facts';
import { NEED_KEYS } from '@hub/domain/children/words';
import { isIsoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import type { Levels } from '@hub/domain/matching/pool';
import { z } from 'zod';
import { agencyCode } from '../agencies/inputs';

export const day = z.custom<IsoDate>(isIsoDate, 'Give a day as YYYY-MM-DD.');
export const reference = z.string().regex(/^[0-9A-Z]{4,8}$/, 'This is not a reference of the hub.');
/** Made by the client: the same key never does a mutation twice (libs/database/src/once.ts). */
export const idempotencyKey = z.string().regex(/^[A-Za-z0-9_-]{8,100}$/, 'A key is 8 to 100 letters, digits, hyphens and underscores.').nullish();
const reason = z.string().trim().max(500, 'Use at most 500 characters.').nullish();
const version = z.int().min(1);
const few = (values: readonly [string, ...string[]]) => z.array(z.enum(values)).max(20).nullish();

export const need = z.strictObject({ key: z.string(), level: z.int().nullish() });

/** A list of levels as the record keeps them; what a key or a level may be is the domain's to say. */
export const levels = z.array(need).max(50).nullish().transform((list) =>
  list == null ? list : (Object.fromEntries(list.map(({ key, level }) => [key, level ?? null])) as Levels));

const text = z.string().max(20_000).nullish();
const texts = z.array(z.string().max(100)).max(100).nullish();
const flag = z.boolean().nullish();

/** Shape alone: the same rules of value and order hold for forms and files, in libs/domain. */
export const childFacts = z.strictObject({
  externalId: text, firstName: text, lastName: text, dateOfBirth: day.nullish(), sex: text, ethnicity: text, disability: flag,
  enteredCareOn: day.nullish(), admDecidedOn: day.nullish(), placementOrderOn: day.nullish(), consentOn: day.nullish(),
  needs: levels, essential: texts, earlyPermanence: flag, avoidAreas: texts, contact: z.int().nullish(), heritage: texts, languages: texts,
  religion: text, petsRisk: flag, waitingSince: day.nullish(), homeArea: text, about: text, healthSummary: text,
}).transform(({ sex, ...facts }): ChildChanges => ({ ...facts, ...(sex === undefined ? {} : { sex: sex ?? 'U' }) }) as ChildChanges);

export const newChild = z.strictObject({ facts: childFacts, withUnit: reference.nullish(), plan: z.enum(UNIT_PLANS as [SiblingPlan, ...SiblingPlan[]]).nullish() });
export const childCorrection = z.strictObject({ child: reference, version, facts: childFacts });
export const eventRequest = z.strictObject({ subject: reference, version, event: z.string().max(40), onDate: day, reason });
export const familyFindingRequest = z.strictObject({ unit: reference, version, to: z.enum(FAMILY_FINDING_STATES), reason, onDate: day });
export const workerRequest = z.strictObject({ subject: reference, userId: z.uuid('This is not the id of a user.') });

const subjectType = z.enum(['UNIT', 'HOUSEHOLD']);
const shownText = z.string().trim().max(5_000, 'Use at most 5000 characters.');
export const releaseRequest = z.strictObject({
  subjectType,
  subject: reference,
  purpose: z.string().trim().min(1, 'Say what the release is for.').max(200, 'Use at most 200 characters.'),
  about: shownText.min(1, 'Write the text that other agencies will read.'),
  experience: shownText.nullish(),
  checked: flag,
  asRecorded: flag,
  agency: agencyCode.nullish(),
  person: z.string().trim().max(254, 'Use at most 254 characters.').nullish(),
  agreement: z.string().trim().max(40, 'This is not the reference of an agreement.').nullish(),
});
export const suggestionRequest = z.strictObject({ subjectType: subjectType.nullish(), subject: z.string().max(60), about: shownText.nullish(), experience: shownText.nullish(), asRecorded: flag })
  .transform(({ about, experience, asRecorded, subject, subjectType: type }) => ({ subject, subjectType: type ?? 'UNIT', asRecorded: asRecorded === true, written: about == null ? null : { about, experience } }));
export const overrideReason = z.string().trim().max(500, 'Use at most 500 characters.').nullish();
export const releaseId = z.uuid('This is not the id of a release.');
export const withdrawalReason = z.string().trim().min(1, 'A reason is needed.').max(500, 'Use at most 500 characters.');

export const needFilter = z.strictObject({
  key: z.enum(NEED_KEYS as [string, ...string[]], 'There is no such need.'),
  atMost: z.int().min(0).max(3).nullish(),
  atLeast: z.int().min(0).max(3).nullish(),
});

/** Cards by name: as many as a comparison or a page holds. */
export const fewReferences = z.array(reference).min(1).max(50).nullish();

export const distanceBands = z.array(z.string().regex(/^(\d{1,5}-\d{1,5}|\d{1,5}\+|NOT_KNOWN)$/, 'There is no such band.')).max(20).nullish();

/** S0 fields alone; anything else is no filter (trust.md FLD-3). */
export const wholeUnitFilter = z.strictObject({
  ageBands: few(AGE_BANDS as unknown as [string, ...string[]]),
  sex: few(['F', 'M', 'MIXED', 'UNKNOWN']),
  groupSizes: z.array(z.int().min(1).max(20)).max(20).nullish(),
  regionBands: z.array(z.string().max(60)).max(50).nullish(),
  waitingBands: few(WAITING_BANDS as unknown as [string, ...string[]]),
  earlyPermanence: flag,
  needs: z.array(needFilter).max(20).nullish(),
  own: flag,
  withProfile: flag,
  references: fewReferences,
});
export const unitFilter = wholeUnitFilter.extend({ nearHousehold: reference.nullish(), distanceBands })
  .refine(({ nearHousehold: near, distanceBands: bands }) => bands == null || near != null, { path: ['distanceBands'], message: 'Say from which family of yours.' })
  .nullish().transform((filter) => filter ?? {});
