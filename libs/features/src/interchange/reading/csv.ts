import { CsvError, parse } from 'csv-parse/sync';
import type { Cell, SheetRows } from '@hub/domain/interchange/cell';
import { LIMITS } from './limits';
import { cellTooLong, refuseFile, tooManyColumns, tooManyRows } from './refusal';

/** A CSV file as one sheet: UTF-8 with or without its mark, UTF-16 or Windows-1252; comma, semicolon or tab. */
export function readCsv(name: string, bytes: Buffer, onRow: () => void): SheetRows {
  const text = decode(bytes);
  const rows = parseRows(text, delimiterOf(text), onRow);
  if (rows.length > LIMITS.rows + 1) throw tooManyRows();
  return { name, rows: rows.map((row) => row.map(checkedCell)) };
}

function parseRows(text: string, delimiter: string, onRow: () => void): readonly (readonly string[])[] {
  let widest = 0;
  try {
    return parse(text, {
      bom: true, delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, max_record_size: LIMITS.columns * LIMITS.cellCharacters,
      on_record: (record: string[]) => {
        widest = Math.max(widest, filledWidth(record));
        if (widest > LIMITS.columns) throw tooManyColumns();
        onRow();
        return record;
      },
    }) as unknown as readonly string[][];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? ` in line ${error.lines}` : '';
    throw refuseFile(`The file is no proper CSV: a quotation mark or a separator is out of place${line}. Save the list as .xlsx, or as CSV again.`);
  }
}

function filledWidth(record: readonly string[]): number {
  let width = record.length;
  while (width > 0 && record[width - 1]?.trim() === '') width -= 1;
  return width;
}

function checkedCell(text: string): Cell {
  if (text.length > LIMITS.cellCharacters) throw cellTooLong();
  // What an export puts before a text that would else be a formula (trust.md UPL-4), and Excel's way to keep zeros.
  const kept = /^'[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/.test(text) ? text.slice(1) : text.replace(/^="(.*)"$/s, '$1');
  return kept === '' ? null : kept;
}

function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** The separator that stands most often in the first line, outside quotation marks. */
function delimiterOf(text: string): string {
  const line = (/^[^\r\n]*/.exec(text.replace(/^[\ufeff\s]+/, ''))?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counts = [',', ';', '\t'].map((delimiter) => ({ delimiter, count: line.split(delimiter).length }));
  return counts.reduce((best, one) => (one.count > best.count ? one : best)).delimiter;
}
