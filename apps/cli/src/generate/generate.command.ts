import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isIsoDate } from '@hub/domain/dates/iso-date';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { buildRegion } from '@hub/domain/demonstration/build-region';
import { DEMO_AGENCIES, demoPlaces } from '@hub/domain/demonstration/region';
import { generatePool } from '@hub/domain/matching/generate-pool';
import { systemClock } from '@hub/platform/clock';
import type { CliIo } from '../command';
import { writeAgencyFiles } from './workbooks';

const USAGE = `Usage: hub generate --units N --households M --seed S --out DIR [--closed N] [--as-at YYYY-MM-DD] [--pool] [--json]

Writes the files of an invented region: for each agency an Annex A workbook and a profile sheet, and places.csv.
The same numbers and date give the same records. Nobody in them exists.

  --units N        open units (a child or a sibling group each)
  --households M   adopter households
  --seed S         a whole number
  --out DIR        folder to write into
  --closed N       units adopted or with a changed plan in the last eight years (default 0)
  --as-at DATE     the day the records are true on (default today)
  --pool           write pool.json for "hub match" instead
  --json           print what was written as JSON`;

interface Wanted {
  readonly units: number;
  readonly households: number;
  readonly closedUnits: number;
  readonly seed: number;
  readonly asAt: IsoDate;
  readonly out: string;
  readonly pool: boolean;
  readonly json: boolean;
}

export const generateCommand = {
  name: 'generate',
  summary: 'Write the files of an invented region of any size',
  run,
};

/** Exit codes: 0 written, 1 the folder cannot be written, 2 usage. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  if (args.includes('--help')) {
    io.out(USAGE);
    return 0;
  }
  const wanted = read(args);
  if (typeof wanted === 'string') {
    io.err(`${wanted}\n\n${USAGE}`);
    return 2;
  }
  try {
    const files = wanted.pool ? poolFile(wanted) : await regionFiles(wanted);
    await mkdir(wanted.out, { recursive: true });
    for (const [name, content] of files) await writeFile(join(wanted.out, name), content);
    const names = files.map(([name]) => name);
    io.out(wanted.json ? JSON.stringify({ out: wanted.out, files: names }) : `Wrote ${names.length} files to ${wanted.out}: ${names.join(', ')}`);
    return 0;
  } catch (error) {
    io.err(`The files could not be written to ${wanted.out}: ${(error as NodeJS.ErrnoException).code ?? 'unexpected error'}. Choose a folder that you may write to.`);
    return 1;
  }
}

function poolFile({ seed, units, households, asAt }: Wanted): [string, string][] {
  return [['pool.json', JSON.stringify(generatePool({ seed, units, households, asAt }), null, 1)]];
}

async function regionFiles(wanted: Wanted): Promise<[string, string | Buffer][]> {
  const region = buildRegion(wanted);
  const files: [string, string | Buffer][] = [['places.csv', placesCsv()]];
  for (const { code } of DEMO_AGENCIES.filter(({ kind }) => kind !== 'HUB')) {
    const { annexA, profileSheet } = await writeAgencyFiles(region, code);
    files.push([`${code}-annex-a.xlsx`, annexA], [`${code}-profile-sheet.xlsx`, profileSheet]);
  }
  return files;
}

/** The table of places that "hub import --places" reads. */
export function placesCsv(): string {
  return ['outcode,latitude,longitude', ...demoPlaces().map(({ outcode, lat, lon }) => `${outcode},${lat},${lon}`)].join('\n') + '\n';
}

function read(args: readonly string[]): Wanted | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        units: { type: 'string' }, households: { type: 'string' }, closed: { type: 'string', default: '0' }, seed: { type: 'string' },
        out: { type: 'string' }, 'as-at': { type: 'string', default: systemClock.today() },
        pool: { type: 'boolean', default: false }, json: { type: 'boolean', default: false },
      },
    });
    const asAt = values['as-at'];
    if (!isIsoDate(asAt)) return `--as-at ${asAt} is not a date. Write it as YYYY-MM-DD.`;
    if (!values.out) return 'Say with --out which folder to write into.';
    return {
      units: wholeNumber('--units', values.units), households: wholeNumber('--households', values.households),
      closedUnits: wholeNumber('--closed', values.closed), seed: wholeNumber('--seed', values.seed),
      asAt, out: values.out, pool: values.pool, json: values.json,
    };
  } catch (error) {
    return (error as Error).message;
  }
}

function wholeNumber(option: string, text: string | undefined): number {
  if (text === undefined || !/^\d{1,9}$/.test(text)) throw new Error(`${option} needs a whole number, such as ${option} 100.`);
  return Number(text);
}
