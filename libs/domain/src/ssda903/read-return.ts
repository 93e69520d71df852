import { daysBetween } from '../dates/day-count';
import type { SheetRows } from '../interchange/cell';
import { adopterRules, adoptionDateRules } from './rules-of-adopters';
import { codeRules, yearlyCodeRules } from './rules-of-codes';
import { decisionBesideCareRules, decisionRules } from './rules-of-decisions';
import { placementRules } from './rules-of-placements';
import { returnRules, sinceLastYear } from './rules-of-return';
import type { JourneyFacts } from '../performance/facts';
import type { Source, SourceWarning } from '../performance/source';
import { careStart, collectionYear, type Finding, type Rule } from './finding';
import { childrenOf, isAdoption, type Child } from './child';
import { journeysOf, leaversOf } from './journeys';
import { readTable, type ReadTable } from './read-table';
import { cell, NO_TABLES, type Table, type Tables } from './tables';

const ADOPTION = /^E1[12]$/i;
const RULES: readonly Rule[] = [codeRules, yearlyCodeRules, adopterRules, adoptionDateRules, placementRules, decisionRules, decisionBesideCareRules, returnRules];

/** How many rows a file of the return gave. */
export interface FileCount {
  readonly file: string;
  readonly table: Table | null;
  readonly rows: number;
  /** Episodes that ended in adoption (E11, E12); `null` in any other file. */
  readonly adoptions: number | null;
}

export interface ReturnSource extends Source {
  readonly files: readonly FileCount[];
}

/**
 * The journeys of one year's return, with the warnings of domain.md 4.3. `earlier`: files of the years before, from which come periods of care that began then, and
 * last year's decisions. Files that are none of the return are named and left out; no file is refused for its headings.
 */
export function readReturn(files: readonly SheetRows[], earlier: readonly SheetRows[], year: number): ReturnSource {
  const read = files.map((sheet) => ({ sheet, table: readTable(sheet) }));
  const [tables, before] = [tablesOf(read.map(({ table }) => table)), tablesOf(earlier.map(readTable))];
  const all = childrenOf(union(before, tables));
  const [children, past] = [childrenOf(tables), new Map(childrenOf(before).map((child) => [child.id, child]))];
  const period = collectionYear(year);
  const breaches = children.flatMap((child) => [...RULES.flatMap((rule) => rule(child, period)), ...(before.PLACED.length > 0 ? sinceLastYear(child, past.get(child.id), period.first) : [])]);
  return {
    journeys: all.flatMap(journeysOf) satisfies readonly JourneyFacts[],
    leavers: leaversOf(all),
    files: read.map(({ sheet, table }) => ({ file: sheet.name, table: table?.table ?? null, rows: table?.rows.length ?? sheet.rows.length, adoptions: table?.table === 'EPISODES' ? table.rows.filter((row) => ADOPTION.test(cell(row, 'REC'))).length : null })),
    warnings: [...read.flatMap(({ sheet, table }) => headingWarnings(sheet.name, table)), ...breaches.map(warningOf), ...all.flatMap(lostStart), ...all.flatMap(tooSoon)],
  };
}

const union = (one: Tables, other: Tables): Tables => Object.fromEntries((Object.keys(NO_TABLES) as Table[]).map((table) => [table, [...one[table], ...other[table]]])) as unknown as Tables;

function tablesOf(read: readonly (ReadTable | null)[]): Tables {
  return read.reduce<Tables>((tables, table) => (table === null ? tables : { ...tables, [table.table]: [...tables[table.table], ...table.rows] }), NO_TABLES);
}

function headingWarnings(file: string, read: ReadTable | null): readonly SourceWarning[] {
  const whole = (rule: string, column: string | null, message: string): SourceWarning => ({ rule, file, row: null, column, value: null, message });
  if (read === null) return [whole('UNKNOWN_FILE', null, 'This is no file of the return that the hub reads, so it was left out.')];
  return read.missing.map((column) => whole('MISSING_COLUMN', column, `The column ${column} is missing; it counts as blank.`));
}

function warningOf({ rule, at, column, message }: Finding): SourceWarning {
  return { rule, file: at.file, row: at.row, column, value: cell(at, column) || null, message };
}

/** A child of whom there is a journey, and whose period of care began before all the files: no time from entering care can be reckoned. */
function lostStart(child: Child): readonly SourceWarning[] {
  const first = child.episodes[0];
  if (first === undefined || careStart(child) !== undefined || journeysOf(child).length === 0) return [];
  return [warningOf({ rule: 'NO_START_OF_CARE', at: first.row, column: 'RNE', message: 'No file has the start of this period of care (RNE S): times from entering care leave the child out, and the day of an order made before is not known. Add the returns of the years before.' })];
}

/** ACA 2002 s42(2): ten weeks with the adopters before the application. Children who lived with them before the placement are none of these. */
const LEAST_DAYS = 70;

function tooSoon(child: Child): readonly SourceWarning[] {
  const adoption = child.episodes.find(isAdoption);
  const { placedOn = null, adoptedOn = null, fosteredByAdoptersFrom = null } = journeysOf(child).at(-1) ?? {};
  if (adoption === undefined || placedOn === null || adoptedOn === null || fosteredByAdoptersFrom !== null || daysBetween(placedOn, adoptedOn) >= LEAST_DAYS) return [];
  return [warningOf({ rule: 'TEN_WEEKS', at: adoption.row, column: 'DEC', message: 'The adoption order was made within ten weeks of the placement, and nothing says that the child lived with the adopters before.' })];
}
