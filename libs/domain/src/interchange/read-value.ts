import { addDays } from '../dates/day-count';
import { isoDate } from '../dates/iso-date';
import type { IsoDate } from '../dates/iso-date';
import type { Cell } from './cell';
import { cellText, isFormulaError, loose } from './cell';
import type { Column } from './column';
import { readChoice, readContact, readEthnicity, readGender, readLeavingReason, readLevel, readReversalReason, readYesNo } from './read-codes';
import { readDate } from './read-date';
import { readArea, readAreas, readHeritage, readLanguages, readMonths, readNeeds } from './read-lists';
import type { Reading } from './reading';
import { blank, fault, value } from './reading';

/** No child in these files was born, and no adopter enquired, before. */
const EARLIEST = isoDate('1990-01-01');
/** An unborn child's expected date and a planned panel lie at most this far ahead. */
const LONGEST_AHEAD = 300;
const LONGEST = { identifier: 64, text: 4000, religion: 60 } as const;

/** Cells that people fill in to say that there is nothing. */
const FILLERS = /^(-+|–|—|\.|n\/?a|null)$/i;

/** What a cell of a column holds, on the day of the import. Never throws, whatever the cell. */
export function readValue(cell: Cell | undefined, column: Column, today: IsoDate): Reading<unknown> {
  const text = cellText(cell);
  if (text === '' || FILLERS.test(text)) return blank;
  if (isFormulaError(text)) {
    return fault('FORMULA_ERROR', 'The formula in this cell has no usable result. Put the value itself, or open the file in Excel and save it again.');
  }
  return readers[column.type](cell ?? null, text, { column, today });
}

interface About {
  readonly column: Column;
  readonly today: IsoDate;
}

type Reader = (cell: Cell, text: string, about: About) => Reading<unknown>;

const byText = (read: (text: string) => Reading<unknown>): Reader => (_, text) => read(text);

const readers: Readonly<Record<Column['type'], Reader>> = {
  identifier: readIdentifier,
  text: (_, text) => limited(text, LONGEST.text),
  date: readDay,
  'yes-no': byText(readYesNo),
  'whole-number': readWholeNumber,
  gender: byText(readGender),
  ethnicity: byText(readEthnicity),
  'reversal-reason': byText(readReversalReason),
  'leaving-reason': byText(readLeavingReason),
  level: byText(readLevel),
  contact: byText(readContact),
  choice: (_, text, { column }) => readChoice(text, column.choices ?? []),
  'need-list': byText(readNeeds),
  area: byText(readArea),
  'area-list': byText(readAreas),
  'heritage-list': byText(readHeritage),
  'language-list': byText(readLanguages),
  religion: byText(readReligion),
  'month-list': (cell, text, { today }) => readMonths(cell, text, today.slice(0, 7)),
  'age-months': byText((text) => readAge(text, 'months', 0)),
  'age-years-from': byText((text) => readAge(text, 'years', 0)),
  'age-years-to': byText((text) => readAge(text, 'years', 11)),
  ignored: () => blank,
};

/** Excel keeps 15 digits of a number: a longer identifier has lost its end already. */
function readIdentifier(cell: Cell, text: string): Reading<string> {
  if (typeof cell === 'boolean') return fault('NOT_AN_IDENTIFIER', 'This is no identifier. Write the identifier as your own system has it.');
  if (cell !== null && typeof cell === 'object') {
    return fault('NOT_AN_IDENTIFIER', 'Excel has turned this identifier into a date. Format the column as text and write it again.');
  }
  if (typeof cell === 'number' && !(Number.isInteger(cell) && Math.abs(cell) < 1e15)) {
    return fault('NOT_AN_IDENTIFIER', 'Excel has rounded this identifier. Format the column as text and write it again.');
  }
  return limited(text.replace(/\s+/g, ' '), LONGEST.identifier);
}

function limited(text: string, longest: number): Reading<string> {
  return text.length <= longest ? value(text) : fault('TOO_LONG', `This is longer than ${longest} characters. Shorten it.`);
}

function readDay(cell: Cell, _: string, { column, today }: About): Reading<IsoDate> {
  const read = readDate(cell, Number(today.slice(0, 4)));
  if (read.kind !== 'value') return read;
  if (read.value < EARLIEST) return fault('DATE_TOO_EARLY', 'This date lies before 1990. Check the year.');
  if (read.value <= today) return read;
  if (!column.mayLieAhead) return fault('FUTURE_DATE', 'This date lies in the future. Enter it once it has happened.');
  return read.value <= addDays(today, LONGEST_AHEAD) ? read : fault('FUTURE_DATE', 'This date lies too far ahead. Check the year.');
}

function readWholeNumber(_: Cell, text: string, { column }: About): Reading<number> {
  const number = /^\d{1,9}(\.0+)?$/.test(text) ? Number(text) : NaN;
  if (Number.isNaN(number)) return fault('NOT_A_NUMBER', 'Write a whole number.');
  const [least, most] = column.range ?? [0, 1_000_000];
  return number >= least && number <= most ? value(number) : fault('OUT_OF_RANGE', `Write a whole number from ${least} to ${most}.`);
}

function readReligion(text: string): Reading<string | null> {
  const said = text.toLowerCase().replace(/\s+/g, ' ');
  if (/^(no religion|none|no|no faith)$/.test(said)) return value('none');
  if (/^(not (recorded|known|stated)|unknown)$/.test(said)) return value(null);
  return limited(said, LONGEST.religion);
}

const OLDEST_MONTHS = 216;

/** A unit in the cell wins over the column's: `18 months` in a column of years is 18 months. */
function readAge(text: string, unit: 'months' | 'years', monthsAfterYear: number): Reading<number> {
  const found = /^(\d{1,3})(?:\.0+)?\s*(m|mths?|months?|y|yrs?|years?)?$/.exec(text.toLowerCase());
  if (!found) return fault('NOT_A_NUMBER', `Write whole ${unit}.`);
  const isYears = found[2] ? found[2].startsWith('y') : unit === 'years';
  const months = isYears ? Number(found[1]) * 12 + monthsAfterYear : Number(found[1]);
  return months <= OLDEST_MONTHS ? value(months) : fault('OUT_OF_RANGE', 'This age is beyond eighteen years.');
}

/** The loose form of a heading without the list letter or number that some workbooks put before it. */
export function looseHeading(text: string): string {
  return loose(text.replace(/^\s*(?:[a-z]\)|\d{1,2}[.)])\s*/i, ''));
}
