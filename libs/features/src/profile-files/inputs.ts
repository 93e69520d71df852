import { z } from 'zod';

/** Of an address: of what a profile is. */
export const profiledSubject = z.enum(['unit', 'household'], 'There is nothing here.').transform((kind) => (kind === 'unit' ? ('UNIT' as const) : ('HOUSEHOLD' as const)));
