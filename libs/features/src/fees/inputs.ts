import type { Quarter } from '@hub/domain/dates/financial-year';
import { PLANS, PROVIDERS } from '@hub/domain/fees/fee-table';
import { TERMS } from '@hub/domain/fees/inter-agency';
import { ITEM_STATES } from '@hub/domain/fees/item-events';
import { z } from 'zod';
import { agencyCode } from '../agencies/inputs';
import { day, idempotencyKey } from '../children/inputs';

const keysOf = <K extends string>(words: Readonly<Record<K, string>>) => z.enum(Object.keys(words) as [K, ...K[]]);
const words = (most: number) => z.string().trim().max(most, `Use at most ${most} characters.`);
const id = z.uuid('This is not an id of the hub.');
const version = z.int().min(1);

export const placementReference = z.string().regex(/^PL-[0-9A-Z]{6}$/, 'This is not a placement’s reference.');
export const itemFilter = z.strictObject({
  side: z.enum(['PAYER', 'PAYEE']).nullish(), states: z.array(keysOf(ITEM_STATES)).max(4).nullish(), disputed: z.boolean().nullish(),
}).nullish().transform((filter) => filter ?? {});
export const feeRecord = z.strictObject({
  item: id, version, event: z.enum(['INVOICED', 'PAID', 'DISPUTED', 'SETTLED', 'WAIVED']), onDate: day, sum: z.int().nullish(), invoiceNumber: words(40).nullish(), words: words(2_000).nullish(), idempotencyKey,
});
export const feeNote = z.strictObject({ placement: placementReference, words: words(2_000).min(1, 'Write something.'), idempotencyKey });
export const feeRate = z.strictObject({
  kind: z.enum(['FEE', 'MONTHLY']), provider: keysOf(PROVIDERS), children: z.int(), from: day, until: day.nullish().transform((until) => until ?? null), amount: z.int(),
  plan: keysOf(PLANS).nullish().transform((plan) => plan ?? null), source: words(300), idempotencyKey,
});
export const feePartnership = z.strictObject({
  name: words(200).min(1, 'Name the partnership.'), terms: keysOf(TERMS), startsOn: day, endsOn: day.nullish(), agencies: z.array(agencyCode).max(50), idempotencyKey,
});
export const feePartnershipEnd = z.strictObject({ id, version, endsOn: day });
export const quarterRequest = z.strictObject({
  year: z.int().min(2000, 'Give a year from 2000 on.').max(2100, 'Give a year up to 2100.'), quarter: z.int().min(1, 'Give a quarter from 1 to 4.').max(4, 'Give a quarter from 1 to 4.').transform((quarter) => quarter as Quarter['quarter']),
});
