import type { IsoDate } from '../dates/iso-date';

/** A cell as a reader hands it over. A date is a day already: it never passes through a time zone (domain.md trap 24). */
export type Cell = string | number | boolean | null | { readonly date: IsoDate };

export interface SheetRows {
  readonly name: string;
  /** From the first row of the sheet, so that index + 1 is the row number that Excel shows. */
  readonly rows: readonly (readonly Cell[])[];
}

/** What a reader hands over for a formula that was saved without its value. */
export const FORMULA_WITHOUT_VALUE = '#NO VALUE!';

const FORMULA_ERRORS = /^#(NULL!|DIV\/0!|VALUE!|REF!|NAME\?|NUM!|N\/A|SPILL!|CALC!|GETTING_DATA|NO VALUE!)$/i;

/** UTF-8 read as Windows-1252 somewhere on the way: the punctuation that office programs put in by themselves. */
const MOJIBAKE: readonly (readonly [RegExp, string])[] = [
  [/\u00e2\u20ac\u2122|\u00e2\u20ac\u02dc|\u00e2\u0080[\u0098\u0099]/g, '’'],
  [/\u00e2\u20ac\u0153|\u00e2\u20ac[\u009d\ufffd]|\u00e2\u0080[\u009c\u009d]/g, '"'],
  [/\u00e2\u20ac[\u201c\u201d]|\u00e2\u0080[\u0093\u0094]/g, '–'],
  [/\u00c2(?=[\u00a0-\u00bf])/g, ''],
  [/\u00ef\u00bb\u00bf|[\ufeff\u200b-\u200d\u2060]/g, ''],
];

const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text without the traces of other programs: byte order marks, mojibake, no-break spaces, control characters. */
export function cleanText(text: string): string {
  const repaired = MOJIBAKE.reduce((so, [wrong, right]) => so.replace(wrong, right), text);
  return repaired.replace(CONTROLS, '').replace(/[\u00a0\u202f]/g, ' ').trim();
}

/** The cell as a person reads it; a blank cell is the empty text. */
export function cellText(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell === 'string') return cleanText(cell);
  if (typeof cell === 'object') return cell.date;
  return String(cell);
}

export function isFormulaError(text: string): boolean {
  return FORMULA_ERRORS.test(text);
}

/** Lower case, letters and digits alone, single spaces: how headings, names of sheets and labels are compared. */
export function loose(text: string): string {
  return cleanText(text).toLowerCase().replace(/[’'`]/g, '').replace(/[^a-z0-9]+/g, ' ').trim();
}
