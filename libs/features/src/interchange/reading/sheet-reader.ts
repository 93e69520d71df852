import type { Cell, SheetRows } from '@hub/domain/interchange/cell';
import { FORMULA_WITHOUT_VALUE } from '@hub/domain/interchange/cell';
import { dateOfSerial } from '@hub/domain/interchange/read-date';
import { isIsoDate } from '@hub/domain/dates/iso-date';
import { LIMITS } from './limits';
import { EnoughSeen } from './part-reader';
import type { PartReader } from './part-reader';
import { cellTooLong, damaged, tooManyColumns, tooManyRows } from './refusal';
import type { SheetPart, Workbook } from './workbook-parts';
import { unescapeExcel } from './workbook-parts';
import { attribute } from './xml-scanner';
import type { XmlListener } from './xml-scanner';

const DAYS_TO_1904 = 1462;
/** Headings stand in the first rows; a sheet that shows none of interest is read no further. */
const ROWS_TO_JUDGE = 10;

const NO_CELLS: readonly Cell[] = [];

/** Who hears of a sheet while it is read. */
export interface SheetHearer {
  readonly isOfInterest: (sheet: SheetRows) => boolean;
  readonly onRow: () => void;
}

/** The cells of one sheet, by the values that were saved with it: a formula counts by its last result. */
export async function readSheetPart(parts: PartReader, workbook: Workbook, sheet: SheetPart, { isOfInterest, onRow }: SheetHearer): Promise<SheetRows | null> {
  const listener = new SheetListener(workbook, (rows) => isOfInterest({ name: sheet.name, rows }), onRow);
  await parts.read(sheet.part, listener);
  const read = { name: sheet.name, rows: listener.rows };
  return isOfInterest(read) ? read : null;
}

class SheetListener implements XmlListener {
  readonly rows: (readonly Cell[])[] = [];
  private filled = 0;
  private row: Cell[] = [];
  private rowNumber = 0;
  private column = 0;
  private type = 'n';
  private style = 0;
  private value: string | undefined;
  private hasFormula = false;
  private inText = false;
  private isData = false;

  constructor(
    private readonly workbook: Workbook,
    private readonly isOfInterest: (rows: readonly (readonly Cell[])[]) => boolean,
    private readonly onRow: () => void,
  ) {}

  open(tag: string, attributes: string): void {
    if (tag === 'sheetData') this.isData = true;
    if (!this.isData) return;
    if (tag === 'row') this.openRow(attributes);
    else if (tag === 'c') this.openCell(attributes);
    else if (tag === 'f') this.hasFormula = true;
    else if (tag === 'v' || tag === 't') {
      this.inText = true;
      this.value ??= '';
    } else if (tag === 'rPh') this.inText = false;
  }

  close(tag: string): void {
    if (!this.isData) return;
    if (tag === 'v' || tag === 't') this.inText = false;
    else if (tag === 'c') this.closeCell();
    else if (tag === 'row') this.closeRow();
    else if (tag === 'sheetData') throw new EnoughSeen();
  }

  text(text: string): void {
    if (!this.inText || this.value === undefined) return;
    this.value += text;
    if (this.value.length > LIMITS.cellCharacters) throw cellTooLong();
  }

  private openRow(attributes: string): void {
    const number = Number(attribute(attributes, 'r') ?? this.rowNumber + 1);
    if (!Number.isInteger(number) || number <= this.rowNumber || number > LIMITS.excelRows) throw damaged();
    this.rowNumber = number;
    this.row = [];
    this.column = 0;
  }

  private openCell(attributes: string): void {
    const place = attribute(attributes, 'r');
    this.column = place === undefined ? this.column + 1 : columnNumber(place);
    this.type = attribute(attributes, 't') ?? 'n';
    this.style = Number(attribute(attributes, 's') ?? '0');
    this.value = undefined;
    this.hasFormula = false;
  }

  private closeCell(): void {
    const cell = this.cell();
    if (cell === null) return;
    if (this.column > LIMITS.columns) throw tooManyColumns();
    while (this.row.length < this.column - 1) this.row.push(null);
    this.row[this.column - 1] = cell;
  }

  private closeRow(): void {
    if (this.row.length === 0) return;
    this.filled += 1;
    // One more than the limit: the row of headings.
    if (this.filled > LIMITS.rows + 1) throw tooManyRows();
    while (this.rows.length < this.rowNumber - 1) this.rows.push(NO_CELLS);
    this.rows.push(this.row);
    this.onRow();
    if (this.filled === ROWS_TO_JUDGE && !this.isOfInterest(this.rows)) throw new EnoughSeen();
  }

  private cell(): Cell {
    const { value, type } = this;
    // A formula may give an empty text, and that is its value; one that was never worked out has none.
    if (value === undefined || (value === '' && type !== 'str')) return this.hasFormula ? FORMULA_WITHOUT_VALUE : null;
    switch (type) {
      case 's':
        return this.workbook.strings[Number(value)] || null;
      case 'str':
      case 'inlineStr':
        return unescapeExcel(value) || null;
      case 'b':
        return value === '1' || value === 'true';
      case 'e':
        return value;
      case 'd': {
        const day = value.slice(0, 10);
        return isIsoDate(day) ? { date: day } : value;
      }
      default:
        return this.number(Number(value), value);
    }
  }

  private number(number: number, text: string): Cell {
    if (!Number.isFinite(number)) return text;
    if (this.workbook.dateStyles[this.style] !== true) return number;
    const day = dateOfSerial(number + (this.workbook.is1904 ? DAYS_TO_1904 : 0));
    return day === null ? number : { date: day };
  }
}

/** `B7` is column 2. */
function columnNumber(place: string): number {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(place)?.[0];
  if (letters === undefined) throw damaged();
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}
