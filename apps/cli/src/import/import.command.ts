import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { BenchmarkKind } from '@hub/features/performance/benchmarks.service';
import { PlainError } from '@hub/platform/plain-error';
import type { CliIo, Command } from '../command';
import { readOptions, type Given } from '../options';
import { withDatabase } from '../with-database';
import { placesText, publishedText, reportText } from './import-text';
import { withImportServices, type ImportServices, type Outcome } from './import-services';

const USAGE = `hub import FILE --agency CODE --as EMAIL [--dry-run] [--all-or-nothing] [--json]
hub import --places FILE [--json]
hub import --neighbours FILE [--json]
hub import --england FILE [--json]

Imports an Annex A workbook (Lists 10 and 11) or a profile sheet, as .xlsx or .csv, into the records of one agency.
Every file is checked first; bad rows are told by their place and left out.

  --agency CODE      whose records
  --as EMAIL         the user of that agency for whom it is done, with that user's rights
  --dry-run          check only, and keep nothing
  --all-or-nothing   apply nothing where the check finds an error
  --places           a table of districts instead: outcode, latitude, longitude
  --neighbours       the Department for Education's statistical neighbour groupings instead
  --england          England's times between the stages of adoption instead, as Explore Education Statistics has them
  --json             print JSON`;

const PUBLISHED: readonly { readonly option: string; readonly kind: BenchmarkKind }[] = [{ option: 'neighbours', kind: 'NEIGHBOURS' }, { option: 'england', kind: 'ENGLAND' }];

/** Beyond it the hub refuses the file anyway. */
const MOST_BYTES = 10 * 1024 * 1024;

export const importCommand: Command = { name: 'import', summary: 'Import an Annex A workbook, a profile sheet, places or published figures', run };

/** Exit codes: 0 done, 1 refused or failed, 2 usage. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const flag = { type: 'boolean' } as const;
  const text = { type: 'string' } as const;
  const given = readOptions(args, io, USAGE, { agency: text, as: text, 'dry-run': flag, 'all-or-nothing': flag, places: flag, neighbours: flag, england: flag, json: flag });
  if (typeof given === 'number') return given;
  const wrong = mistake(given);
  if (wrong) {
    io.err(wrong);
    io.err(USAGE.split('\n\n')[0] ?? '');
    return 2;
  }
  const [path = ''] = given.words;
  const bytes = await bytesOf(path);
  return withDatabase(() =>
    withImportServices((services) => {
      if (given.values.places) return importPlaces(services, path, bytes, given, io);
      const published = PUBLISHED.find(({ option }) => given.values[option]);
      return published ? importPublished(services, { kind: published.kind, path, bytes }, given, io) : importRecords(services, path, bytes, given, io);
    }),
  );
}

function mistake({ values, words }: Given): string | undefined {
  if (words.length !== 1) return words.length === 0 ? 'Name the file to import.' : 'One file at a time.';
  const registers = (['places', 'neighbours', 'england'] as const).filter((option) => values[option]);
  if (registers.length > 1) return 'One kind of file at a time.';
  if (registers.length === 1) return values.agency || values['dry-run'] ? `--${registers[0]} goes with no agency and no dry run.` : undefined;
  if (!values.agency) return 'Say with --agency whose records these are.';
  return values.as ? undefined : 'Say with --as for which user this is done.';
}

async function bytesOf(path: string): Promise<Buffer> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) throw new PlainError('There is no such file.');
  if (found.size > MOST_BYTES) throw new PlainError('The file is larger than 10 MB. Save only the sheets that are needed, or split it.');
  return readFile(path);
}

async function importRecords(services: ImportServices, path: string, bytes: Buffer, { values }: Given, io: CliIo): Promise<number> {
  const outcome = await services.importFile({
    agency: String(values.agency), email: String(values.as), fileName: basename(path), bytes,
    dryRun: values['dry-run'] === true, allOrNothing: values['all-or-nothing'] === true,
  });
  if (values.json) io.out(JSON.stringify(outcome));
  else for (const line of reportText(outcome, values['dry-run'] === true)) io.out(line);
  return isDone(outcome) ? 0 : 1;
}

async function importPlaces(services: ImportServices, path: string, bytes: Buffer, { values }: Given, io: CliIo): Promise<number> {
  const report = await services.importPlaces(basename(path), bytes);
  if (values.json) io.out(JSON.stringify(report));
  else for (const line of placesText(report)) io.out(line);
  return report.rows > report.issues.length ? 0 : 1;
}

async function importPublished(services: ImportServices, file: { readonly kind: BenchmarkKind; readonly path: string; readonly bytes: Buffer }, { values }: Given, io: CliIo): Promise<number> {
  const report = await services.importPublished(file.kind, basename(file.path), file.bytes);
  if (values.json) io.out(JSON.stringify(report));
  else for (const line of publishedText(file.kind, report)) io.out(line);
  return report.rows > report.issues.length ? 0 : 1;
}

/** A file of which nothing could be taken is a failure, though its check came to an end. */
function isDone({ status, counts, errors }: Outcome): boolean {
  const taken = counts.reduce((sum, { added, changed, unchanged }) => sum + added + changed + unchanged, 0);
  return (status === 'APPLIED' || status === 'CHECKED') && (taken > 0 || errors === 0);
}
