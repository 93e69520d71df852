import writeExcelFile from 'write-excel-file/node';
import type { Column, SheetSpec } from '@hub/domain/interchange/column';
import { CHILDREN_SHEET, HOUSEHOLDS_SHEET } from '@hub/domain/interchange/profile-sheet';

/** Rows below the headings that are ready to be filled, with their columns' formats. */
const PREPARED_ROWS = 200;

const HEADING = { type: String, fontWeight: 'bold', backgroundColor: '#d9e8f5', textWrap: true, alignVertical: 'top' } as const;
const PLAIN = { type: String, textWrap: true, alignVertical: 'top' } as const;

/** The profile sheet to fill in: both sheets with typed columns, and a third that explains every column. */
export async function profileSheetTemplate(): Promise<Buffer> {
  return writeExcelFile([emptySheet(CHILDREN_SHEET), emptySheet(HOUSEHOLDS_SHEET), explanationSheet()]).toBuffer();
}

export type TemplateSheet = 'children' | 'households';

/** The same sheets for those who work with CSV: the headings alone, with a mark so that Excel reads UTF-8. */
export function csvTemplate(sheet: TemplateSheet): string {
  const { columns } = sheet === 'children' ? CHILDREN_SHEET : HOUSEHOLDS_SHEET;
  return `\ufeff${columns.map(({ heading }) => csvCell(heading)).join(',')}\r\n`;
}

function csvCell(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}

type OutSheet = Parameters<typeof writeExcelFile>[0][number] & { sheet: string };

function emptySheet({ name, columns }: SheetSpec): OutSheet {
  const blank = columns.map(blankCell);
  const data = [columns.map(({ heading }) => ({ ...HEADING, value: heading })), ...Array.from({ length: PREPARED_ROWS }, () => blank)];
  return { sheet: name, data, columns: columns.map(({ heading }) => ({ width: Math.max(12, Math.min(28, heading.length + 2)) })), stickyRowsCount: 1, stickyColumnsCount: 1 } as OutSheet;
}

/** As text, so that Excel leaves the zeros of an identifier alone and makes no date of a birth month. */
const AS_TEXT: readonly Column['type'][] = ['identifier', 'month-list', 'area', 'area-list', 'heritage-list', 'language-list', 'need-list'];

function blankCell({ type }: Column): object | null {
  if (type === 'date') return { value: null, type: Date, format: 'dd/mm/yyyy' };
  return AS_TEXT.includes(type) ? { value: null, type: String, format: '@' } : null;
}

function explanationSheet(): OutSheet {
  const heads = ['Sheet', 'Column', 'Needed', 'What it says', 'Allowed', 'Example'].map((value) => ({ ...HEADING, value }));
  const rows = [CHILDREN_SHEET, HOUSEHOLDS_SHEET].flatMap(({ name, columns }) =>
    columns.map(({ heading, required, explanation, allowed, example }) =>
      [name, heading, required ? 'always' : '', explanation, allowed, example].map((value) => (value === '' ? null : { ...PLAIN, value })),
    ),
  );
  const data = [heads, ...RULES.map((value) => [{ ...PLAIN, value, columnSpan: 6 }]), ...rows];
  return { sheet: 'Explanation', data, columns: [{ width: 12 }, { width: 34 }, { width: 9 }, { width: 60 }, { width: 50 }, { width: 36 }], stickyRowsCount: 1 } as OutSheet;
}

const RULES = [
  'Columns may stand in any order. A column that you leave out says nothing; a blank cell in a column that is there means "not recorded" and clears what the hub holds.',
  'Not recorded is not the same as 0 (none): leave a cell blank where nobody has judged it yet.',
  'Children and families must be known to the hub by Annex A Lists 10 and 11, or added there by hand, before their profiles can be imported.',
];
