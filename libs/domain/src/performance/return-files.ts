import type { IsoDate } from '../dates/iso-date';
import { invalid } from '../errors';
import type { SheetRows } from '../interchange/cell';
import { isLeavers } from '../interchange/list-8';
import { findList10 } from '../interchange/parse-import';
import { readReturn } from '../ssda903/read-return';
import { readTable } from '../ssda903/read-table';
import type { Table } from '../ssda903/tables';
import { readAnnexA } from './annex-a';
import type { Source, SourceWarning } from './source';

/** How a file of the return is called where it is kept: people's names for files may name children. */
const TABLE_WORDS: Readonly<Record<Table, string>> = {
  HEADER: 'Header', EPISODES: 'Episodes', AD1: 'Adoption (AD1)', PLACED: 'Placed for adoption', PREV_PERM: 'Previous permanence', REVIEWS: 'Reviews', OC3: 'OC3',
};

export interface ReadFile {
  readonly file: string;
  readonly rows: number;
}

/** A source with what was read; warnings name the row and column, and never what stands there. */
export interface ReadFiles extends Omit<Source, 'warnings'> {
  readonly files: readonly ReadFile[];
  readonly warnings: readonly Omit<SourceWarning, 'value'>[];
}

/** The files of one year's return. Throws INVALID_INPUT where none of them is one that holds children's episodes. */
export function readReturnFiles(sheets: readonly SheetRows[], year: number): ReadFiles {
  const named = nameTables(sheets);
  const source = readReturn(named, [], year);
  if (!source.files.some(({ table }) => table === 'EPISODES')) throw invalid([{ path: 'files', message: 'None of the files is the episodes of the return: the columns DECOM, RNE and REC are in none. Choose that file too.' }]);
  return { ...withoutValues(source), files: source.files.map(({ file, rows }) => ({ file, rows })) };
}

/** A workbook's List 10, and List 8 where it is there, or both as files of their own. Throws INVALID_INPUT without a List 10. */
export function readAnnexAFiles(sheets: readonly SheetRows[], today: IsoDate): ReadFiles {
  const list10 = findList10(sheets);
  if (list10 === undefined) throw invalid([{ path: 'files', message: 'There is no List 10 in the file. Name the sheet so, or choose the file that has it.' }]);
  const list8 = sheets.find((sheet) => sheet !== list10 && isLeavers(sheet));
  const named = [{ ...list10, name: 'List 10' }, ...(list8 === undefined ? [] : [{ ...list8, name: 'List 8' }])];
  const source = readAnnexA('Annex A', named, today);
  if (source === null) throw invalid([{ path: 'files', message: 'List 10 cannot be read: its first row lacks the headings of Annex A.' }]);
  return { ...withoutValues(source), files: named.map(({ name, rows }) => ({ file: name, rows: Math.max(0, rows.length - 1) })) };
}

function nameTables(sheets: readonly SheetRows[]): readonly SheetRows[] {
  const counts = new Map<string, number>();
  return sheets.map((sheet) => {
    const table = readTable(sheet)?.table;
    const words = table === undefined ? 'Another file' : TABLE_WORDS[table];
    const count = (counts.get(words) ?? 0) + 1;
    counts.set(words, count);
    return { ...sheet, name: count === 1 ? words : `${words} ${count}` };
  });
}

const withoutValues = <S extends Source>({ warnings, ...source }: S) => ({ ...source, warnings: warnings.map(({ rule, file, row, column, message }) => ({ rule, file, row, column, message })) });
