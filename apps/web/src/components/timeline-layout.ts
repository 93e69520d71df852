import { daysBetween } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';

import { shortLabel } from '../words/journey';

export interface TimelineEvent {
  readonly event: string;
  readonly onDate: string;
  readonly label: string;
  readonly elapsedDays?: number | null;
  readonly target?: string | null;
  readonly reason?: string | null;
}

export interface Placed extends TimelineEvent {
  readonly x: number;
  readonly labelX: number;
  readonly labelEnd: number;
  /** Above the line 1 or 2 rows up, below it 1 or 2 rows down. */
  readonly row: number;
  readonly fell: boolean;
  /** The label in a few words: the table has it in full. */
  readonly short: string;
}

const ROWS = [-1, 1, -2, 2] as const;
const FALLS = /FELL|DISRUPTED|REVOKED|PLAN_CHANGED|CLOSED|ENDED|NOT_PURSUED/;

/** The next step that the law or the policy expects: dated with its target, and not happened. */
export const isDue = ({ event }: TimelineEvent): boolean => event.startsWith('DUE_');

export const span = (from: string, to: string): number => daysBetween(isoDate(from), isoDate(to));

/** A place on the line for a date. */
export function scale(from: string, to: string, left: number, right: number): (date: string) => number {
  const days = Math.max(1, span(from, to));
  return (date) => left + Math.min(1, Math.max(0, span(from, date) / days)) * (right - left);
}

/** Puts each event's words into the first row where they do not run into earlier ones. */
export function layOut(events: readonly TimelineEvent[], place: (date: string) => number, right: number): Placed[] {
  const filledTo = new Map<number, number>();
  return events.map((event, index) => {
    const x = place(event.onDate);
    const short = shortLabel(event);
    const width = Math.max(short.length * 8.2, 84) + 12;
    const labelX = Math.min(x - 6, right - width);
    const order = index % 2 === 0 ? [1, -1, 2, -2] : ROWS;
    const row = order.find((candidate) => (filledTo.get(candidate) ?? -Infinity) <= labelX) ?? 2;
    filledTo.set(row, labelX + width);
    return { ...event, x, labelX, labelEnd: labelX + width, row, short, fell: FALLS.test(event.event) };
  });
}

/** Room for the words of a limit, in the drawing's units. */
const LIMIT_WORDS = 195;

/** Words above the line beside a mark would run into a label that stands there. */
export function clashesAbove(placed: readonly Placed[], mark: number, left: boolean): boolean {
  const [from, to] = left ? [mark - LIMIT_WORDS, mark] : [mark, mark + LIMIT_WORDS];
  return placed.some(({ row, labelX, labelEnd }) => row === -1 && labelX < to && labelEnd > from);
}

/** How many rows of labels stand below the line where the next step is named, at the right. */
export function rowsBelow(placed: readonly Placed[], from: number): number {
  return Math.max(0, ...placed.filter(({ labelEnd }) => labelEnd > from).map(({ row }) => row));
}

/** How many rows of labels stand above the line over a mark whose words take so much room to either side. */
export function rowsAbove(placed: readonly Placed[], mark: number, room: number): number {
  return Math.max(0, ...placed.filter(({ row, labelX, labelEnd }) => row < 0 && labelX < mark + room && labelEnd > mark - room).map(({ row }) => -row));
}
