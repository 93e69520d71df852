import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { PlainError } from '@hub/platform/plain-error';
import type { CliIo, Command } from '../command';
import { readOptions, type Given } from '../options';
import { withDatabase } from '../with-database';
import { placesText, reportText } from './import-text';
import { withImportServices, type ImportServices, type Outcome } from './import-services';

const USAGE = `hub import FILE --agency CODE --as EMAIL [--dry-run] [--all-or-nothing] [--json]
hub import --places FILE [--json]

Imports an Annex A workbook (Lists 10 and 11) or a profile sheet, as .xlsx or .csv, into the records of one agency.
Every file is checked first; bad rows are told by their place and left out.

  --agency CODE      whose records
  --as EMAIL         the user of that agency for whom it is done, with that user's rights
  --dry-run          check only, and keep nothing
  --all-or-nothing   apply nothing where the check finds an error
  --places           a table of districts instead: outcode, latitude, longitude
  --json             print JSON`;

/** Beyond it the hub refuses the file anyway. */
const MOST_BYTES = 10 * 1024 * 1024;

export const importCommand: Command = { name: 'import', summary: 'Import an Annex A workbook, a profile sheet or a table of places', run };

/** Exit codes: 0 done, 1 refused or failed, 2 usage. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const flag = { type: 'boolean' } as const;
  const text = { type: 'string' } as const;
  const given = readOptions(args, io, USAGE, { agency: text, as: text, 'dry-run': flag, 'all-or-nothing': flag, places: flag, json: flag });
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
    withImportServices((services) => (given.values.places ? importPlaces(services, path, bytes, given, io) : importRecords(services, path, bytes, given, io))),
  );
}

function mistake({ values, words }: Given): string | undefined {
  if (words.length !== 1) return words.length === 0 ? 'Name the file to import.' : 'One file at a time.';
  if (values.places) return values.agency || values['dry-run'] ? '--places goes with no agency and no dry run.' : undefined;
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

/** A file of which nothing could be taken is a failure, though its check came to an end. */
function isDone({ status, counts, errors }: Outcome): boolean {
  const taken = counts.reduce((sum, { added, changed, unchanged }) => sum + added + changed + unchanged, 0);
  return (status === 'APPLIED' || status === 'CHECKED') && (taken > 0 || errors === 0);
}
