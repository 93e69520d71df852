import type { HouseholdChanges } from '@hub/domain/adopters/facts';
import { z } from 'zod';
import { day, distanceBands, eventRequest, fewReferences, levels, needFilter, reference } from '../children/inputs';

const text = z.string().max(20_000).nullish();
const texts = z.array(z.string().max(100)).max(100).nullish();
const flag = z.boolean().nullish();
const whole = z.int().nullish();

/** Shape alone: the rules of value and order are the domain's, the same for forms and files. */
export const householdFacts = z.strictObject({
  familyId: text, names: text, address: text, kind: text, enquiryOn: day.nullish(), approvedOn: day.nullish(), provisionalPanelOn: day.nullish(),
  availability: text, shareConsent: flag, shareConsentOn: day.nullish(), maxChildren: whole, ageMinMonths: whole, ageMaxMonths: whole, sexPreference: text,
  offers: levels, earlyPermanence: flag, area: text, contact: whole, heritage: texts, languages: texts, religion: text, childrenAtHome: texts,
  pets: flag, smokers: flag, experience: text, about: text, reportSummary: text,
}).transform(({ familyId, offers, ...facts }): HouseholdChanges => ({ ...facts, familyExternalId: familyId, accepts: offers }) as HouseholdChanges);

export const newHousehold = z.strictObject({ facts: householdFacts });
export const householdCorrection = z.strictObject({ household: reference, version: z.int().min(1), facts: householdFacts });

/** Which codes belong to which event is the domain's to say. */
export const householdEventRequest = eventRequest.extend({ code: z.string().max(40).nullish(), askedBy: z.enum(['ADOPTERS', 'EXCEPTIONAL', 'AGENCY']).nullish(), untilOn: day.nullish() });

/** S0 fields alone (trust.md FLD-3). */
export const wholeHouseholdFilter = z.strictObject({
  maxChildrenAtLeast: z.int().min(1).max(20).nullish(),
  regionBands: z.array(z.string().max(60)).max(50).nullish(),
  stages: z.array(z.enum(['APPROVED', 'STAGE_TWO', 'OTHER'])).max(3).nullish(),
  earlyPermanence: flag,
  acceptsAtLeast: z.array(needFilter).max(20).nullish(),
  forAgeMonths: z.int().min(0).max(216).nullish(),
  own: flag,
  withProfile: flag,
  references: fewReferences,
});
export const householdFilter = wholeHouseholdFilter.extend({ nearUnit: reference.nullish(), distanceBands })
  .refine(({ nearUnit: near, distanceBands: bands }) => bands == null || near != null, { path: ['distanceBands'], message: 'Say from which child of yours.' })
  .nullish().transform((filter) => filter ?? {});
