import { isIsoDate } from '@hub/domain/dates/iso-date';
import { month, PERIOD_KINDS } from '@hub/domain/performance/periods';
import { REGION_BASES } from '@hub/domain/performance/shown';
import { z } from 'zod';
import { agencyCode } from '../agencies/inputs';

const indicator = z.string().regex(/^[A-Z0-9_.]{1,40}$/, 'An indicator’s code has capital letters, digits, dots and underscores.');
const endMonth = z.string().refine((text) => isIsoDate(`${text}-01`), 'Give a month as YYYY-MM, such as 2026-03.').transform((text) => month(text));

/** Which figures: of a page, of its files, and of the API alike. `agencies`: null for every one that was counted, and among them for the region. */
export const figuresRequest = z.strictObject({
  codes: z.array(indicator).min(1, 'Name at least one indicator.').max(100, 'Ask for at most 100 indicators.'),
  agencies: z.array(agencyCode.nullable()).min(1, 'Name at least one council, or the region.').max(200, 'Ask for at most 200 councils.').nullish().transform((agencies) => agencies ?? ('ALL' as const)),
  kind: z.enum(PERIOD_KINDS, 'This is not a kind of period.'),
  to: z.array(endMonth).min(1, 'Name at least one month.').max(120, 'Ask for at most 120 periods.'),
  basis: z.enum(REGION_BASES, 'This is not a basis of the region’s history.').nullish().transform((basis) => basis ?? ('RESTATED' as const)),
  edition: z.string().max(40, 'This is not an edition’s reference.').nullish().transform((edition) => edition ?? undefined),
});
