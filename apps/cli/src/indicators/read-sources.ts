import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { addDays, addMonths } from '@hub/domain/dates/day-count';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { SheetRows } from '@hub/domain/interchange/cell';
import { readAnnexA } from '@hub/domain/performance/annex-a';
import type { Period } from '@hub/domain/performance/indicator';
import type { Source } from '@hub/domain/performance/source';
import { collectionYear } from '@hub/domain/ssda903/finding';
import { readReturn, type FileCount } from '@hub/domain/ssda903/read-return';
import { FileReader } from '@hub/features/interchange/reading/file-reader';
import { PlainError } from '@hub/platform/plain-error';

export interface Reading extends Source {
  readonly period: Period;
  readonly files: readonly FileCount[];
}

/** Longer than any list or return of one council; beyond it the reader refuses the file anyway. */
const MOST_BYTES = 10 * 1024 * 1024;
const MOST_FILES = 100;
const reader = new FileReader();

/** Throws `PlainError` or FILE_REFUSED with a sentence. */
export async function readFromAnnexA(path: string, { from, to }: { readonly from: IsoDate | undefined; readonly to: IsoDate }, today: IsoDate): Promise<Reading> {
  const sheets = await sheetsOf(path);
  const file = basename(path);
  const source = readAnnexA(file, sheets, today);
  if (source === null) throw new PlainError(`${file} has no List 10. Name the sheet so, or give the file that has it.`);
  const rows = sheets.map(({ name, rows: all }): FileCount => ({ file: name, table: null, rows: Math.max(0, all.length - 1), adoptions: null }));
  return { ...source, files: rows, period: { from: from ?? addDays(addMonths(to, -12), 1), to } };
}

/** Throws `PlainError` or FILE_REFUSED with a sentence. */
export async function readFromReturn(folder: string, year: number): Promise<Reading> {
  const found = await stat(folder).catch(() => undefined);
  if (!found?.isDirectory()) throw new PlainError('--ssda903 takes the folder in which the CSV files lie.');
  const names = (await readdir(folder)).filter((name) => /\.csv$/i.test(name)).sort();
  if (names.length === 0) throw new PlainError('There are no CSV files in that folder.');
  if (names.length > MOST_FILES) throw new PlainError(`There are more than ${MOST_FILES} files in that folder. Put those of the return into one of their own.`);
  const wanted = names.filter((name) => (yearOf(name) ?? year) === year);
  const past = names.filter((name) => (yearOf(name) ?? year) < year);
  if (wanted.length === 0) throw new PlainError(`None of the files is of ${year}: the years in their names are others.`);
  const read = async (all: readonly string[]): Promise<readonly SheetRows[]> => (await Promise.all(all.map((name) => sheetsOf(join(folder, name))))).flat();
  const { first, last } = collectionYear(year);
  return { ...readReturn(await read(wanted), await read(past), year), period: { from: first, to: last } };
}

/** The year in a file's name, the end of two: `2020-episodes.csv`, `SSDA903_2020_header.csv`, `AD1_2023-24.csv`. */
function yearOf(name: string): number | undefined {
  const [, first, second] = /(?<!\d)((?:19|20)\d\d)(?:[-_](\d\d))?(?!\d)/.exec(name) ?? [];
  if (first === undefined) return undefined;
  return Number(second) === (Number(first) + 1) % 100 ? Number(first) + 1 : Number(first);
}

async function sheetsOf(path: string): Promise<readonly SheetRows[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new PlainError(`There is no file ${basename(path)}.`);
  if (found.size > MOST_BYTES) throw new PlainError(`${basename(path)} is larger than 10 MB. Save only the sheets that are needed.`);
  return reader.read(basename(path), await readFile(path));
}
