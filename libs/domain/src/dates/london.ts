import { isIsoDate, isoDate, type IsoDate } from './iso-date';

const PARTS = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London', hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' });

/** A day and an hour as clocks in London show them; `time` is HH:MM. */
export interface LondonTime {
  readonly date: IsoDate;
  readonly time: string;
}

export function inLondon(instant: Date): LondonTime {
  const parts = Object.fromEntries(PARTS.formatToParts(instant).map(({ type, value }) => [type, value]));
  return { date: isoDate(`${parts.year}-${parts.month}-${parts.day}`), time: `${parts.hour}:${parts.minute}` };
}

const HOUR = 3_600_000;

/**
 * The instant at which clocks in London show it. In the hour that comes twice in October the first; in the hour that no clock shows in
 * March an hour later, as clocks go. Null: no real day or time. Example: 2026-07-01, 14:30 is 13:30 UTC.
 */
export function londonInstant({ date, time }: { readonly date: string; readonly time: string }): Date | null {
  if (!isIsoDate(date) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return null;
  const asWinter = new Date(`${date}T${time}:00Z`);
  const asSummer = new Date(asWinter.getTime() - HOUR);
  const shown = inLondon(asSummer);
  return shown.date === date && shown.time === time ? asSummer : asWinter;
}

/** A time as people write it, as HH:MM; null where it is none. Example: `9.30am`, `2pm`, `14:30`. */
export function timeOfDay(written: string): string | null {
  const [, hours = '', minutes = '00', half] = /^\s*(\d{1,2})(?:[:.](\d{2}))?\s*(am|pm)?\s*$/i.exec(written) ?? [];
  const hour = Number(hours);
  if (hours === '' || Number(minutes) > 59 || (half ? hour < 1 || hour > 12 : hour > 23)) return null;
  const of24 = half ? (hour % 12) + (half.toLowerCase() === 'pm' ? 12 : 0) : hour;
  return `${String(of24).padStart(2, '0')}:${minutes}`;
}
