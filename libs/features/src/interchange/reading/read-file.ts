import type { SheetRows } from '@hub/domain/interchange/cell';
import { isOfInterest } from '@hub/domain/interchange/parse-import';
import { readCsv } from './csv';
import type { FileType } from './file-type';
import { PartReader } from './part-reader';
import { readSheetPart } from './sheet-reader';
import { readWorkbook } from './workbook-parts';

/** The sheets of a file that the hub has a use for; `onRow` hears of each row with content. Runs in the child process; throws FILE_REFUSED. */
export async function readFileSheets(type: FileType, bytes: Buffer, onRow: () => void = () => undefined): Promise<readonly SheetRows[]> {
  if (type === 'CSV') return [readCsv('CSV', bytes, onRow)];
  const parts = new PartReader(bytes);
  const workbook = await readWorkbook(parts);
  const sheets: SheetRows[] = [];
  for (const sheet of workbook.sheets) {
    const read = await readSheetPart(parts, workbook, sheet, { isOfInterest, onRow });
    // A sheet of no interest still counts as one: a workbook is told from a single list by how many it has.
    sheets.push(read ?? { name: sheet.name, rows: [] });
  }
  return sheets;
}
