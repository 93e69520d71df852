import type writeExcelFile from 'write-excel-file/node';
import type { Shown } from '@hub/domain/performance/shown-numbers';

export type OutSheet = Parameters<typeof writeExcelFile>[0][number] & { sheet: string };

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Days are days and numbers are numbers; what is text stays text, whatever it begins with. */
function cell(value: Shown): object | null {
  if (value === null || value === '') return null;
  if (typeof value === 'number') return { value, type: Number };
  return DAY.test(value) ? { value: new Date(`${value}T00:00:00Z`), type: Date, format: 'dd/mm/yyyy' } : { value, type: String, format: '@' };
}

/** A sheet with a heading row that stays in sight. */
export function sheetOf(name: string, headings: readonly string[], rows: readonly (readonly Shown[])[]): OutSheet {
  const head = headings.map((value) => ({ value, type: String, fontWeight: 'bold', backgroundColor: '#d9e8f5', textWrap: true }));
  return { sheet: name, data: [head, ...rows.map((row) => row.map(cell))], columns: headings.map((heading) => ({ width: Math.max(12, Math.min(40, heading.length + 4)) })), stickyRowsCount: 1 } as OutSheet;
}
