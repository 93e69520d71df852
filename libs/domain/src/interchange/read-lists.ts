import { ETHNICITY_CODES } from '../children/codes';
import { NEED_KEYS, needLabel } from '../children/words';
import { cleanText, loose } from './cell';
import type { Cell } from './cell';
import { languageCode } from './languages';
import { readDate } from './read-date';
import type { Reading } from './reading';
import { fault, value, valueBut } from './reading';

const OUTCODE = /^[A-Z]{1,2}\d[A-Z\d]?$/;
const FULL_POSTCODE = /^([A-Z]{1,2}\d[A-Z\d]?)\d[A-Z]{2}$/;

const NONE = new Set(['none', 'no', 'nil']);
const NOT_RECORDED = new Set(['not recorded', 'unknown', 'not known', 'n a']);

/** Outward district in capitals; of a whole postcode the outward part, for the hub keeps no more. */
export function readArea(text: string): Reading<string | null> {
  const compact = cleanText(text).toUpperCase().replace(/\s+/g, '');
  if (NOT_RECORDED.has(loose(text))) return value(null);
  if (OUTCODE.test(compact)) return value(compact);
  const outward = FULL_POSTCODE.exec(compact)?.[1];
  if (outward) return valueBut(outward, 'SHORTENED', 'Only the first part of the postcode is kept. Write just that, such as LE7.');
  return fault('NOT_A_CODE', 'Write the first part of a postcode, such as LE7.');
}

export function readAreas(text: string): Reading<readonly string[] | null> {
  return readList(text, readArea);
}

const HERITAGES: ReadonlySet<string> = new Set(ETHNICITY_CODES);

/** REFU and NOBT say that nothing is known: they are no heritage that two lists could share (domain.md trap 26). */
export function readHeritage(text: string): Reading<readonly string[] | null> {
  const said = cleanText(text).toUpperCase();
  if (said === 'REFU' || said === 'NOBT') return value(null);
  return readList(text, (part) => {
    const code = part.toUpperCase().match(/[A-Z]+/g)?.find((word) => HERITAGES.has(word) && word !== 'REFU' && word !== 'NOBT');
    return code ? value(code) : fault('NOT_A_CODE', 'Write four-letter ethnicity codes, separated by semicolons, such as WBRI; MWBC.');
  });
}

export function readLanguages(text: string): Reading<readonly string[] | null> {
  return readList(text, (part) => {
    const code = languageCode(loose(part));
    return code ? value(code) : fault('NOT_A_CODE', 'Write ISO 639-1 codes, separated by semicolons, such as en; pl.');
  });
}

const NEED_BY_NAME: ReadonlyMap<string, string> = new Map(
  NEED_KEYS.flatMap((key) => [key, needLabel(key), `Need: ${needLabel(key)}`, `need:${key}`].map((name): [string, string] => [loose(name), key])),
);

export function readNeeds(text: string): Reading<readonly string[] | null> {
  return readList(text, (part) => {
    const key = NEED_BY_NAME.get(loose(part));
    return key ? value(key) : fault('NOT_A_CODE', 'Write names of needs as in the headings of the need columns, separated by semicolons.');
  });
}

/**
 * Birth months `YYYY-MM`. Excel turns a single `2015-04` into the first of April: the day falls away again.
 * `upTo` is the month of the import: children at home are born.
 */
export function readMonths(cell: Cell, text: string, upTo: string): Reading<readonly string[] | null> {
  const asked = 'Write birth months as YYYY-MM, separated by semicolons, such as 2015-04; 2018-11, or none.';
  const checked = (month: string): Reading<string> => {
    if (month > upTo) return fault('FUTURE_DATE', 'This birth month lies in the future. Check the year.');
    return month < '1950-01' ? fault('DATE_TOO_EARLY', 'This birth month lies too long ago. Check the year.') : value(month);
  };
  if (typeof cell === 'number' || (cell !== null && typeof cell === 'object')) {
    const day = readDate(cell, 2000);
    if (day.kind !== 'value') return fault('NOT_A_DATE', asked);
    const month = checked(day.value.slice(0, 7));
    return month.kind === 'value' ? value([month.value]) : month;
  }
  return readList(text, (part) => {
    const found = /^(\d{4})[-/](\d{1,2})$/.exec(part) ?? /^(\d{4})-(\d{2})-\d{2}$/.exec(part);
    const turned = /^(\d{1,2})[-/](\d{4})$/.exec(part);
    const year = found?.[1] ?? turned?.[2];
    const month = Number(found?.[2] ?? turned?.[1] ?? 0);
    if (year === undefined || month < 1 || month > 12) return fault('NOT_A_DATE', asked);
    return checked(`${year}-${String(month).padStart(2, '0')}`);
  });
}

/** `none` is the empty list, "not recorded" is null; the first part that cannot be read is the fault of the whole. */
function readList(text: string, read: (part: string) => Reading<string | null>): Reading<readonly string[] | null> {
  const said = loose(text);
  if (NONE.has(said)) return value([]);
  if (NOT_RECORDED.has(said)) return value(null);
  const readings = text.split(/[;,|\n]/).map((part) => part.trim()).filter((part) => part !== '').map(read);
  const wrong = readings.find((reading) => reading.kind === 'fault');
  if (wrong?.kind === 'fault') return wrong;
  const values = readings.flatMap((reading) => (reading.kind === 'value' && reading.value !== null ? [reading.value] : []));
  const warning = readings.find((reading) => reading.kind === 'value' && reading.warning);
  const list = value([...new Set(values)]);
  return warning?.kind === 'value' && warning.warning && list.kind === 'value' ? { ...list, warning: warning.warning } : list;
}
