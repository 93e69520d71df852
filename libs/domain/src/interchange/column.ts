/** How the cells of a column are read; read-value.ts holds one reader for each. */
export type ColumnType =
  | 'identifier'
  | 'text'
  | 'date'
  | 'yes-no'
  | 'whole-number'
  | 'gender'
  | 'ethnicity'
  | 'reversal-reason'
  | 'leaving-reason'
  | 'level'
  | 'contact'
  | 'choice'
  | 'need-list'
  | 'area'
  | 'area-list'
  | 'heritage-list'
  | 'language-list'
  | 'religion'
  | 'month-list'
  | 'age-months'
  | 'age-years-from'
  | 'age-years-to'
  /** Known, and not kept: the hub computes it (domain.md trap 25). */
  | 'ignored';

/** One value that a column allows: how the file writes it, and what the hub keeps. */
export interface Choice {
  readonly value: string;
  readonly label: string;
}

/** One documented column: what the template shows, what the parser accepts, what the demonstration writes. */
export interface Column {
  readonly heading: string;
  /** Field of the facts (`needs.<key>` and `accepts.<key>` for levels). */
  readonly field: string;
  readonly type: ColumnType;
  /** The row is refused where the cell is blank. */
  readonly required?: boolean;
  readonly choices?: readonly Choice[];
  /** Smallest and largest whole number. */
  readonly range?: readonly [number, number];
  /** The date may lie after the day of the import: a planned panel, an expected birth. */
  readonly mayLieAhead?: boolean;
  readonly allowed: string;
  readonly explanation: string;
  readonly example: string;
  /** Other headings seen for the same column. */
  readonly alsoCalled?: readonly string[];
}

export interface SheetSpec {
  /** The sheet's name in a workbook. */
  readonly name: string;
  readonly subject: 'CHILD' | 'HOUSEHOLD' | 'ADULT';
  readonly columns: readonly Column[];
  /** What a blank cell of a present column does: `keep` says nothing, `clear` makes the field not recorded. */
  readonly blank: 'keep' | 'clear';
}

/** The column of a field; throws where the sheet has none, which is a fault of the caller. */
export function columnOf(sheet: SheetSpec, field: string): Column {
  const column = sheet.columns.find((candidate) => candidate.field === field);
  if (!column) throw new RangeError(`${sheet.name} has no column for ${field}`);
  return column;
}

export function headingOf(sheet: SheetSpec, field: string): string {
  return columnOf(sheet, field).heading;
}
