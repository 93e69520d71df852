import { isIsoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { childFigures } from '@hub/domain/performance/children';
import { indicatorsOf } from '@hub/domain/performance/definitions';
import { A3_POPULATIONS, CHAT_PARAMETERS, type A3Population } from '@hub/domain/performance/parameters';
import { leaversIn } from '@hub/domain/performance/source';
import { systemClock } from '@hub/platform/clock';
import type { CliIo, Command } from '../command';
import { readOptions, type Given } from '../options';
import { indicatorsJson, indicatorsText, type Reckoned } from './indicators-text';
import { readFromAnnexA, readFromReturn, type Reading } from './read-sources';

const USAGE = `hub indicators --annex-a FILE --as-at DATE [--from DATE] [--a3-population NAME] [--json]
hub indicators --ssda903 FOLDER --year YYYY [--a3-population NAME] [--json]

Reckons the adoption indicators of one council from its files, with no server and no database: the scorecard's, the ChAT
page's and the time of each stage, each with its numerator, denominator and definition, and what is wrong in the files.

  --annex-a FILE        an Annex A workbook, or its List 10 as CSV; A4 needs List 8
  --as-at DATE          the last day, as YYYY-MM-DD: what came later is not looked at
  --from DATE           the first day (default: twelve months, the last of them ending with --as-at)
  --ssda903 FOLDER      the CSV files of the children looked after return, told by their columns; where names hold a year,
                        those of earlier years give periods of care that began then, and later years are left out
  --year YYYY           the return of the year that ends on 31 March YYYY
  --a3-population NAME  of whom A3 is asked: placedOnly (as ChAT does; default), adoptedOnly, adoptedPlusWaiting
  --json                print JSON

Exit codes: 0 done, 1 a file cannot be used, 2 wrong usage.`;

export const indicatorsCommand: Command = { name: 'indicators', summary: 'Reckon the adoption indicators of Annex A or SSDA903 files, without a database', run };

/** Exit codes: 0 done, 1 a file cannot be used, 2 usage. */
async function run(args: readonly string[], io: CliIo): Promise<number> {
  const text = { type: 'string' } as const;
  const given = readOptions(args, io, USAGE, { 'annex-a': text, 'as-at': text, from: text, ssda903: text, year: text, 'a3-population': text, json: { type: 'boolean' } });
  if (typeof given === 'number') return given;
  const wrong = mistake(given);
  if (wrong !== undefined) {
    io.err(wrong);
    io.err(USAGE.split('\n\n')[0] ?? '');
    return 2;
  }
  const reading = await read(given);
  const population = (given.values['a3-population'] ?? CHAT_PARAMETERS.a3Population) as A3Population;
  const parameters = { ...CHAT_PARAMETERS, a3Population: population };
  const figures = childFigures(reading.journeys, reading.period, leaversIn(reading.leavers, reading.period), parameters);
  const reckoned: Reckoned = { ...reading, indicators: indicatorsOf(figures, reading.period, parameters) };
  if (given.values.json) io.out(indicatorsJson(reckoned));
  else for (const line of indicatorsText(reckoned)) io.out(line);
  return 0;
}

function read({ values }: Given): Promise<Reading> {
  if (values.ssda903 !== undefined) return readFromReturn(String(values.ssda903), Number(values.year));
  return readFromAnnexA(String(values['annex-a']), { to: String(values['as-at']) as IsoDate, from: values.from as IsoDate | undefined }, systemClock.today() as IsoDate);
}

function mistake({ values, words }: Given): string | undefined {
  if (words.length > 0) return `"${words[0]}" is not understood here.`;
  const [annexA, ssda903] = [values['annex-a'] !== undefined, values.ssda903 !== undefined];
  if (annexA === ssda903) return annexA ? 'Take --annex-a or --ssda903, not both.' : 'Say from which files: --annex-a FILE or --ssda903 FOLDER.';
  const population = values['a3-population'];
  if (population !== undefined && !A3_POPULATIONS.some((known) => known === population)) return `--a3-population takes ${A3_POPULATIONS.join(', ')}.`;
  return annexA ? mistakeOfDays(values) : mistakeOfYear(values);
}

function mistakeOfDays(values: Given['values']): string | undefined {
  if (values.year !== undefined) return '--year goes with --ssda903; say --as-at DATE here.';
  if (!isIsoDate(values['as-at'])) return 'Say with --as-at which day is the last, as YYYY-MM-DD.';
  if (values.from === undefined) return undefined;
  if (!isIsoDate(values.from)) return '--from takes a day, as YYYY-MM-DD.';
  return values.from > values['as-at'] ? 'The first day (--from) lies after the last (--as-at).' : undefined;
}

function mistakeOfYear(values: Given['values']): string | undefined {
  if (values['as-at'] !== undefined || values.from !== undefined) return '--as-at and --from go with --annex-a; a return has its --year.';
  return /^(19[89]|20\d)\d$/.test(String(values.year ?? '')) ? undefined : 'Say with --year which return it is, by the year in which it ends: 2025.';
}
