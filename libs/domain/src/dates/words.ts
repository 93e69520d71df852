const DAY = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' });
const INSTANT = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit', second: '2-digit', timeZone: 'Europe/London' });

/** `2024-07-02` as 2 Jul 2024. */
export const dayWords = (date: string): string => DAY.format(new Date(`${date}T00:00:00Z`));

/** `2026-03`, or any day of it, as Mar 2026. */
export const monthWords = (day: string): string => MONTH.format(new Date(`${day.slice(0, 7)}-01T00:00:00Z`));

/** An instant to the second, with its year: 17 Nov 2026, 09:12:05 in London. */
export const instantWords = (instant: string | Date): string => INSTANT.format(new Date(instant));
