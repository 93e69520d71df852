import type { HouseholdFacts } from '../adopters/facts';
import type { ChildFacts } from '../children/facts';
import type { IsoDate } from '../dates/iso-date';
import { LIST_10, LIST_11 } from './annex-a';
import { isLeavers } from './list-8';
import type { SheetRows } from './cell';
import { cleanText, loose } from './cell';
import type { Column, SheetSpec } from './column';
import { countMarks } from './headings';
import type { Issue } from './issue';
import { sheetIssue } from './issue';
import { parseList10 } from './list-10';
import { parseList11 } from './list-11';
import { parseChildProfiles, parseHouseholdProfiles } from './parse-profiles';
import type { EarlierDecision, FileKind, FromFile, ParsedImport, ParsedSheet, SheetCount } from './parsed';
import { CHILDREN_SHEET, HOUSEHOLDS_SHEET } from './profile-sheet';
import type { ReadSheet } from './read-sheet';
import { readSheet } from './read-sheet';

/** What the meaning of a file depends on beside its cells. */
export interface ImportContext {
  readonly kind: FileKind;
  readonly today: IsoDate;
  /** A voluntary agency approves adopters and has no children of its own. */
  readonly hasChildren: boolean;
}

interface Wanted {
  readonly spec: SheetSpec;
  readonly kind: FileKind;
  /** The sheet by its name in a workbook. */
  readonly name: RegExp;
}

const WANTED: readonly Wanted[] = [
  { spec: LIST_10, kind: 'ANNEX_A', name: /\blist 0*10\b|\blist10\b/ },
  { spec: LIST_11, kind: 'ANNEX_A', name: /\blist 0*11\b|\blist11\b/ },
  { spec: CHILDREN_SHEET, kind: 'PROFILE_SHEET', name: /^(profile )?child(ren)?( profiles?)?$/ },
  { spec: HOUSEHOLDS_SHEET, kind: 'PROFILE_SHEET', name: /^(profile )?(households?|famil(y|ies))( profiles?)?$/ },
];

/** Headings that Lists 1 to 9 have as well: they tell nothing. */
const COMMON: readonly string[] = ['externalId', 'familyExternalId', 'sex', 'gender', 'ethnicity', 'dateOfBirth', 'age', 'disability', 'enteredCareOn'];

/** The columns by which a sheet is told without its name: those that no other sheet has. */
const MARKS: ReadonlyMap<SheetSpec, ReadonlySet<Column>> = new Map(
  WANTED.map(({ spec }): [SheetSpec, ReadonlySet<Column>] => {
    const others = new Set(WANTED.filter((other) => other.spec !== spec).flatMap((other) => other.spec.columns.map(({ heading }) => heading)));
    return [spec, new Set(spec.columns.filter(({ field, heading }) => !COMMON.includes(field) && !others.has(heading)))];
  }),
);

const marks = (sheet: SheetRows, spec: SheetSpec): number => countMarks(sheet, spec, MARKS.get(spec) ?? new Set());

/**
 * What a file says, from the cells of its sheets; pure, and never throws. Every sheet that is recognised counts,
 * whatever the kind, so that one workbook can carry both; sheets of no interest (Lists 1 to 9) are passed over.
 */
export function parseImport(sheets: readonly SheetRows[], context: ImportContext): ParsedImport {
  const found = WANTED.map((wanted) => ({ wanted, sheet: findSheet(wanted, sheets) }));
  const children: FromFile<ChildFacts>[] = [];
  const households: FromFile<HouseholdFacts>[] = [];
  const earlierDecisions: EarlierDecision[] = [];
  const issues: Issue[] = [...missingSheets(context, sheets, found)];
  const counts: SheetCount[] = [];
  const reads: ReadSheet[] = [];
  for (const { wanted, sheet } of found) {
    if (!sheet) continue;
    const read = readSheet({ ...sheet, name: cleanText(sheet.name) }, wanted.spec, context.today);
    const parsed = allowed(parseRead(read, context.today), read, context);
    reads.push(read);
    issues.push(...parsed.issues);
    counts.push({ sheet: read.sheet, rows: read.records.length, refused: parsed.refused.size });
    if (parsed.subject === 'CHILD') {
      children.push(...parsed.placed.map((placed) => ({ ...placed, kind: wanted.kind })));
      earlierDecisions.push(...(parsed.earlierDecisions ?? []));
    } else households.push(...parsed.placed.map((placed) => ({ ...placed, kind: wanted.kind })));
  }
  return { children, earlierDecisions, households, issues, mapping: reads.flatMap(({ mapping }) => mapping), counts };
}

type Parsed = ({ readonly subject: 'CHILD'; readonly earlierDecisions?: readonly EarlierDecision[] } & ParsedSheet<ChildFacts>) | ({ readonly subject: 'HOUSEHOLD' } & ParsedSheet<HouseholdFacts>);

function parseRead(read: ReadSheet, today: IsoDate): Parsed {
  switch (read.spec) {
    case LIST_10:
      return { subject: 'CHILD', ...parseList10(read, today) };
    case LIST_11:
      return { subject: 'HOUSEHOLD', ...parseList11(read, today) };
    case CHILDREN_SHEET:
      return { subject: 'CHILD', ...parseChildProfiles(read) };
    default:
      return { subject: 'HOUSEHOLD', ...parseHouseholdProfiles(read) };
  }
}

function allowed(parsed: Parsed, read: ReadSheet, { hasChildren }: ImportContext): Parsed {
  if (hasChildren || parsed.subject !== 'CHILD') return parsed;
  // An empty one is what such an agency should have.
  if (read.records.length === 0) return { subject: 'CHILD', placed: [], issues: [], refused: new Set() };
  const message = 'A voluntary agency has no children of its own, so this sheet is left out. Remove it, or check which agency the file belongs to.';
  const issue = sheetIssue('ERROR', read.sheet, { code: 'NO_CHILDREN_HERE', message });
  return { subject: 'CHILD', placed: [], issues: [issue], refused: new Set(read.records.map(({ row }) => row)) };
}

/** Whether a sheet, of which the first rows may be enough, is one that an import or a reckoning of indicators reads. */
export function isOfInterest(sheet: SheetRows): boolean {
  return isLeavers(sheet) || WANTED.some(({ name, spec }) => name.test(loose(sheet.name)) || marks(sheet, spec) > 0);
}

/** What a file is, for those who do not say: a profile sheet where it has nothing else. */
export function kindOf(sheets: readonly SheetRows[]): FileKind {
  const found = WANTED.filter((wanted) => findSheet(wanted, sheets));
  return found.length > 0 && found.every(({ kind }) => kind === 'PROFILE_SHEET') ? 'PROFILE_SHEET' : 'ANNEX_A';
}

/** The sheet of List 10, where a file has one. */
export function findList10(sheets: readonly SheetRows[]): SheetRows | undefined {
  const wanted = WANTED.find(({ spec }) => spec === LIST_10);
  return wanted && findSheet(wanted, sheets);
}

/** By its name, else by its headings: a CSV file's name says nothing, and councils rename sheets. */
function findSheet(wanted: Wanted, sheets: readonly SheetRows[]): SheetRows | undefined {
  const named = sheets.find(({ name }) => wanted.name.test(loose(name)));
  if (named) return named;
  return sheets.find((sheet) => {
    const own = marks(sheet, wanted.spec);
    const others = WANTED.filter(({ spec }) => spec !== wanted.spec);
    return own > 0 && others.every(({ name, spec }) => !name.test(loose(sheet.name)) && marks(sheet, spec) < own);
  });
}

type Found = readonly { readonly wanted: Wanted; readonly sheet: SheetRows | undefined }[];

/** A CSV file is one sheet and may stand alone; a workbook without one of its sheets is a slip to be told. */
function missingSheets({ kind, hasChildren }: ImportContext, sheets: readonly SheetRows[], found: Found): readonly Issue[] {
  const expected = found.filter(({ wanted }) => wanted.kind === kind && (hasChildren || wanted.spec.subject !== 'CHILD'));
  const missing = expected.filter(({ sheet }) => !sheet).map(({ wanted }) => wanted.spec.name);
  if (found.some(({ sheet }) => sheet)) {
    if (sheets.length === 1 || missing.length === expected.length) return [];
    return missing.map((name) => sheetIssue('ERROR', name, { code: 'MISSING_SHEET', message: `The workbook has no sheet "${name}"; the other sheets were read. Name the sheet so, or add it.` }));
  }
  const names = missing.map((name) => `"${name}"`).join(' or ');
  const message = `The file has no sheet ${names} and none with their headings, so nothing was read. Name the sheets so, or choose the other kind of file.`;
  return [sheetIssue('ERROR', missing[0] ?? null, { code: 'MISSING_SHEET', message })];
}
