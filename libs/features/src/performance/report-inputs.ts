import { REPORT_SECTION_CODES, type ReportSection } from '@hub/domain/performance/executive-report';
import { month } from '@hub/domain/performance/periods';
import { RETURN_PURPOSES, type ReturnPurpose } from '@hub/domain/performance/quarterly-return';
import { z } from 'zod';
import { day, idempotencyKey } from '../children/inputs';
import { quarterRequest } from '../fees/inputs';

const words = z.string().trim().min(1, 'Write something.').max(8_000, 'Use at most 8000 characters.');
const section = z.enum(REPORT_SECTION_CODES as readonly [ReportSection, ...ReportSection[]]);
const version = z.int().min(0);
const id = z.uuid('This is not an id of the hub.');
const pence = z.int().min(0, 'Give a sum of nothing or more.').max(2_000_000_000, 'Give a sum up to £20,000,000.').nullish();

/** The first day of a half-year. */
export const halfYearFirst = day;
export const reportSection = z.strictObject({ from: day, section, version, words, idempotencyKey });
export const reportMoney = z.strictObject({ from: day, version, budget: pence, spent: pence, idempotencyKey });
export const reportAction = z.strictObject({ from: day, section, words: words.max(2_000, 'Use at most 2000 characters.'), owner: id, dueOn: day, reviewOn: day, idempotencyKey });
export const reportActionDone = z.strictObject({ from: day, action: id, version, doneOn: day, idempotencyKey });
export const reportSignature = z.strictObject({ from: day, digest: z.string().regex(/^[0-9a-f]{64}$/, 'This is not the digest of a report.'), idempotencyKey });

const code = z.string().regex(/^[A-Z0-9_.]{2,40}$/, 'This is not the code of an indicator.');
const monthText = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'Give a month such as 2026-03.').transform((text) => month(text));
export const commentCodes = z.array(code).max(100).nullish().transform((codes) => codes ?? null);
export const commentRequest = z.strictObject({ code, month: monthText, words: words.max(2_000, 'Use at most 2000 characters.'), idempotencyKey });
export const commentId = id;

export const returnRequest = quarterRequest.extend({ purpose: z.enum(Object.keys(RETURN_PURPOSES) as [ReturnPurpose, ...ReturnPurpose[]]) });
