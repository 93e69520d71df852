const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' });

/** `2026-03` as March 2026. */
export const monthWords = (month: string): string => MONTH.format(new Date(`${month}-01T00:00:00Z`));
