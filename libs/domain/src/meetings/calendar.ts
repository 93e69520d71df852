import type { MeetingStatus } from './states';

/** A meeting as a calendar keeps it: nothing of a case. */
export interface CalendarMeeting {
  readonly reference: string;
  readonly title: string;
  readonly place: string;
  readonly startsAt: Date;
  /** How long it is planned to take. */
  readonly minutes: number;
  readonly status: MeetingStatus;
  /** How often time or place changed: a calendar replaces what it has by a higher number. */
  readonly sequence: number;
}

const LINE_OCTETS = 75;

/** The calendar file of one meeting (RFC 5545). `madeAt`: now. */
export function calendarFile({ reference, title, place, startsAt, minutes, status, sequence }: CalendarMeeting, madeAt: Date): string {
  const isCancelled = status === 'CANCELLED';
  const lines = [
    'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Adoption hub//Matching meetings//EN', 'CALSCALE:GREGORIAN', `METHOD:${isCancelled ? 'CANCEL' : 'PUBLISH'}`,
    'BEGIN:VEVENT', `UID:${reference}@adoption-hub`, `DTSTAMP:${utc(madeAt)}`, `SEQUENCE:${sequence}`, `STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `DTSTART:${utc(startsAt)}`, `DTEND:${utc(new Date(startsAt.getTime() + minutes * 60_000))}`, `SUMMARY:${escaped(`${title} (${reference})`)}`,
    ...(place === '' ? [] : [`LOCATION:${escaped(place)}`]), 'CLASS:PRIVATE', 'END:VEVENT', 'END:VCALENDAR',
  ];
  return lines.map((line) => `${folded(line)}\r\n`).join('');
}

/** RFC 5545, 3.3.5, form 2. */
const utc = (at: Date): string => `${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z`;

/** RFC 5545, 3.3.11. */
const escaped = (text: string): string => text.replace(/[\\;,]/g, (character) => `\\${character}`).replace(/\r\n?|\n/g, '\\n');

/** RFC 5545, 3.1: at most 75 octets a line, and no character torn apart; what follows begins with a space, which counts. */
function folded(line: string): string {
  const parts: string[] = [];
  let [part, octets] = ['', 0];
  for (const character of line) {
    const size = new TextEncoder().encode(character).length;
    if (octets + size > LINE_OCTETS) {
      parts.push(part);
      [part, octets] = [' ', 1];
    }
    part += character;
    octets += size;
  }
  return [...parts, part].join('\r\n');
}
