import fc from 'fast-check';
import { calendarFile, type CalendarMeeting } from './calendar';

const MEETING: CalendarMeeting = { reference: 'M-7F3K2Q', title: 'Matching meeting', place: 'Room 4', startsAt: new Date('2026-07-01T09:00:00+01:00'), minutes: 90, status: 'PLANNED', sequence: 0 };
const NOW = new Date('2026-06-01T12:34:56.789Z');

/** As RFC 5545 reads a file: unfolded lines, and each as name and value. */
function read(file: string): Map<string, string> {
  const lines = file.replace(/\r\n /g, '').split('\r\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(0, line.indexOf(':')), line.slice(line.indexOf(':') + 1)]));
}
const unescaped = (text: string): string => text.replace(/\\([\\;,nN])/g, (_, character: string) => (character.toLowerCase() === 'n' ? '\n' : character));

describe('the calendar file of a meeting', () => {
  it('is this, line by line', () => {
    expect(calendarFile(MEETING, NOW)).toBe([
      'BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Adoption hub//Matching meetings//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH', 'BEGIN:VEVENT', 'UID:M-7F3K2Q@adoption-hub', 'DTSTAMP:20260601T123456Z', 'SEQUENCE:0',
      'STATUS:CONFIRMED', 'DTSTART:20260701T080000Z', 'DTEND:20260701T093000Z', 'SUMMARY:Matching meeting (M-7F3K2Q)', 'LOCATION:Room 4', 'CLASS:PRIVATE', 'END:VEVENT', 'END:VCALENDAR', '',
    ].join('\r\n'));
  });

  it('says that a meeting is cancelled, under the same identifier and a higher number', () => {
    const file = read(calendarFile({ ...MEETING, status: 'CANCELLED', sequence: 3 }, NOW));
    expect(['METHOD', 'STATUS', 'SEQUENCE', 'UID'].map((name) => file.get(name))).toEqual(['CANCEL', 'CANCELLED', '3', 'M-7F3K2Q@adoption-hub']);
  });

  it('keeps any title and place, in lines of 75 octets at most, and lets none begin a line of its own', () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', ',', ';', '\\', '\n', '\r', ':', 'é', '’', '\u{1F3E0}', 'END:VEVENT'), minLength: 1, maxLength: 120 });
    fc.assert(fc.property(text, text, (title, place) => {
      const file = calendarFile({ ...MEETING, title, place }, NOW);
      for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      const plain = (value: string): string => value.replace(/\r\n?/g, '\n');
      expect(unescaped(read(file).get('SUMMARY') ?? '')).toBe(`${plain(title)} (M-7F3K2Q)`);
      expect(unescaped(read(file).get('LOCATION') ?? '')).toBe(plain(place));
    }));
  });
});
