export { dayWords, instantWords } from '@hub/domain/dates/words';

const MOMENT = new Intl.DateTimeFormat('en-GB', { weekday: 'short', day: 'numeric', month: 'short', hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });
const TODAY = new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'Europe/London' });

/** An instant as Tue 17 Nov, 09:12 in London. */
export const momentWords = (instant: string): string => MOMENT.format(new Date(instant));

export const todayInLondon = (): string => TODAY.format(new Date());

export const daysWords = (days: number): string => `${days.toLocaleString('en-GB')} ${days === 1 ? 'day' : 'days'}`;

export function secondsWords(seconds: number): string {
  if (seconds < 0.1) return 'less than 0.1 s';
  return seconds < 10 ? `${seconds.toFixed(1)} s` : `${Math.round(seconds)} s`;
}
