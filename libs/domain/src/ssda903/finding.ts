import { addDays, addMonths } from '../dates/day-count';
import { fromCalendarDay, type IsoDate } from '../dates/iso-date';
import type { Child, Episode } from './child';
import { cell, type Row } from './tables';

/** One breach of a rule of the 903 validation, at a cell. */
export interface Finding {
  /** Number of the rule (domain.md 4.3), or a word of the hub's own. */
  readonly rule: string;
  readonly at: Row;
  readonly column: string;
  readonly message: string;
}

/** The collection year: 1 April to 31 March. */
export interface CollectionYear {
  /** In which it ends, as the return is called. */
  readonly year: number;
  readonly first: IsoDate;
  readonly last: IsoDate;
}

export function collectionYear(year: number): CollectionYear {
  const last = fromCalendarDay({ year, month: 3, day: 31 });
  return { year, first: addDays(addMonths(last, -12), 1), last };
}

/** A rule looks at one child in the return of one year. */
export type Rule = (child: Child, year: CollectionYear) => readonly Finding[];

export const finding = (rule: string, at: Row, column: string, message: string): Finding => ({ rule, at, column, message });

/** Start of the latest period of care; short breaks (V3, V4) begin none. */
export const careStart = ({ episodes }: Child): Episode | undefined => episodes.filter(({ rne, ls }) => rne === 'S' && ls !== 'V3' && ls !== 'V4').at(-1);

export const isBefore = (day: IsoDate | null, other: IsoDate | null | undefined): boolean => day !== null && other !== null && other !== undefined && day < other;
export const isWithin = (day: IsoDate | null, { first, last }: CollectionYear): boolean => day !== null && day >= first && day <= last;

export const AD1_ITEMS = ['DATE_INT', 'DATE_MATCH', 'FOSTER_CARE', 'NB_ADOPTR', 'SEX_ADOPTR', 'LS_ADOPTR'] as const;
export const filledItems = (row: Row): number => AD1_ITEMS.filter((column) => cell(row, column) !== '').length;
