import { PIPELINE_STAGES, type PipelineStage } from '@hub/domain/recruitment/board';
import { COURSE_KINDS, COURSE_SETTINGS, type CourseKind, type CourseSetting } from '@hub/domain/recruitment/courses';
import { ENQUIRY_WAYS, type EnquiryWay } from '@hub/domain/recruitment/enquiries';
import { z } from 'zod';
import { agencyCode } from '../agencies/inputs';
import { day, idempotencyKey, reference } from '../children/inputs';

export const boardFilter = z.strictObject({
  stage: z.enum(Object.keys(PIPELINE_STAGES) as [PipelineStage, ...PipelineStage[]]).nullish(),
  worker: z.union([z.literal('NONE'), z.uuid('This is not the id of a user.')]).nullish(),
  lateOnly: z.boolean().nullish(),
}).nullish().transform((filter) => filter ?? {});

const courseReference = z.string().regex(/^C-[0-9A-Z]{6}$/, 'This is not a course of the hub.');
const booking = z.string().regex(/^K-[0-9A-Z]{6}$/, 'This is not a booking of the hub.');
const version = z.int().min(1);
const terms = {
  setting: z.enum(Object.keys(COURSE_SETTINGS) as [CourseSetting, ...CourseSetting[]]), venue: agencyCode.nullish(), days: z.array(day).max(30), places: z.int().min(0).max(1000),
};

export const courseRequest = z.strictObject({ ...terms, kind: z.enum(Object.keys(COURSE_KINDS) as [CourseKind, ...CourseKind[]]), idempotencyKey });
export const courseChange = z.strictObject({ ...terms, course: courseReference, version });
export const courseCancel = z.strictObject({ course: courseReference, version });
export const bookingRequest = z.strictObject({ course: courseReference, household: reference, idempotencyKey });
export const bookingCancel = z.strictObject({ course: courseReference, booking });
export const attendance = z.strictObject({ course: courseReference, booking, attended: z.boolean() });

const OUTCODE = /^[A-Z]{1,2}[0-9][0-9A-Z]?$/;
const district = z.string().trim().toUpperCase().regex(OUTCODE, 'An outward postcode district such as LE2.');
const enquiryReference = z.string().regex(/^E-[0-9A-Z]{6}$/, 'This is not an enquiry of the hub.');
const line = (most: number) => z.string().trim().max(most, `Use at most ${most} characters.`).nullish().transform((text) => text || null);

export const enquiryRequest = z.strictObject({
  names: z.string().trim().min(1, 'Enter a name to call them by.').max(200, 'Use at most 200 characters.'), phone: line(60), email: line(254), words: line(2_000),
  how: z.enum(Object.keys(ENQUIRY_WAYS) as [EnquiryWay, ...EnquiryWay[]]), receivedOn: day, district: district.nullish().transform((one) => one ?? null), agency: agencyCode.nullish().transform((one) => one ?? null), idempotencyKey,
});
export const enquiryOf = z.strictObject({ enquiry: enquiryReference });
export const enquiryInformed = z.strictObject({ enquiry: enquiryReference, onDate: day.nullish().transform((one) => one ?? null) });
export const enquiryHandOn = z.strictObject({ enquiry: enquiryReference, agency: agencyCode });
export const districtsOf = z.strictObject({ districts: z.array(district).max(500), agency: agencyCode.nullish().transform((one) => one ?? null) });
