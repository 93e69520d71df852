import { HOUSEHOLD_DATE_NAMES, householdDateProblems } from '../adopters/date-order';
import type { AdultFacts, HouseholdFacts } from '../adopters/facts';
import { NO_HOUSEHOLD_DATES } from '../adopters/states';
import type { HouseholdDates } from '../adopters/states';
import type { IsoDate } from '../dates/iso-date';
import { ADULT_FIELDS } from './annex-a';
import { headingsOf } from './facts-of';
import type { Issue } from './issue';
import type { ParsedSheet, Placed } from './parsed';
import type { ReadSheet, SheetRecord } from './read-sheet';
import { issueAt } from './read-sheet';

type Fields = Readonly<Record<string, unknown>>;

const WANTED = ['gender', 'ethnicity', 'disability', 'fosteringForAdoption', 'enquiryOn'] as const;

/**
 * Households of List 11, which has a row for each adult: grouped by family before anything is counted (domain.md
 * trap 8). Dates that the adults of a family do not share are reported, and the latest counts: a family is as far as
 * its last step.
 */
export function parseList11({ records, issues }: ReadSheet, today: IsoDate): ParsedSheet<HouseholdFacts> {
  const found: Issue[] = [...issues];
  const refused = new Set(records.filter((record) => record.refused).map(({ row }) => row));
  const good = records.filter((record) => !record.refused);
  for (const issue of repeatedAdults(good)) {
    found.push(issue);
    if (issue.row !== null) refused.add(issue.row);
  }
  const families = groupBy(good.filter(({ row }) => !refused.has(row)), 'familyExternalId');
  const placed = [...families.values()].map((rows) => household(rows, today, found));
  found.push(...familiesWithoutAdults(records, families));
  return { placed, issues: found, refused };
}

function groupBy(records: readonly SheetRecord[], field: string): ReadonlyMap<unknown, readonly SheetRecord[]> {
  const groups = new Map<unknown, SheetRecord[]>();
  for (const record of records) {
    const rows = groups.get(record.fields[field]);
    if (rows) rows.push(record);
    else groups.set(record.fields[field], [record]);
  }
  return groups;
}

/** Someone who adopts a second time starts a new record, with a new family identifier (domain.md 2.3). */
function repeatedAdults(records: readonly SheetRecord[]): readonly Issue[] {
  return [...groupBy(records, 'externalId').values()].flatMap(([first, ...others]) =>
    others.map((record) => {
      const sameFamily = record.fields.familyExternalId === first?.fields.familyExternalId;
      const fault = sameFamily
        ? { code: 'DUPLICATE', message: `Row ${first?.row} has the same adopter and family. Keep one; give a second adoption a family identifier of its own.` }
        : { code: 'ADULT_IN_TWO_FAMILIES', message: `Row ${first?.row} has the same adopter in another family. Give each adopter an identifier of their own, and a second adoption new ones.` };
      return issueAt('ERROR', record, 'externalId', fault);
    }),
  );
}

function familiesWithoutAdults(records: readonly SheetRecord[], families: ReadonlyMap<unknown, unknown>): readonly Issue[] {
  const lost = records.filter(({ fields }) => typeof fields.familyExternalId === 'string' && !families.has(fields.familyExternalId));
  return [...groupBy(lost, 'familyExternalId').values()].flatMap(([first]) =>
    first ? [issueAt('ERROR', first, 'familyExternalId', { code: 'FAMILY_WITHOUT_ADULTS', message: 'No row of this family can be taken, so the family has no adults and is left out. Correct its rows.' })] : [],
  );
}

function household(rows: readonly SheetRecord[], today: IsoDate, issues: Issue[]): Placed<HouseholdFacts> {
  const [first] = rows as readonly [SheetRecord, ...SheetRecord[]];
  const fields: Record<string, unknown> = {};
  for (const field of new Set(rows.flatMap((row) => Object.keys(row.fields)))) {
    if (!ADULT_FIELDS.includes(field)) fields[field] = merged(field, rows, issues);
  }
  if (rows.length > 2) {
    const message = `Rows ${rows.map(({ row }) => row).join(', ')} give this family ${rows.length} adults; a household has one or two. Check the identifiers.`;
    issues.push(issueAt('WARNING', first, 'familyExternalId', { code: 'TOO_MANY_ADULTS', message }));
  }
  issues.push(...rows.flatMap((row) => blanks(row)), ...orderWarnings(first, fields, today));
  const headings = new Map(rows.flatMap((row) => [...headingsOf(row)]));
  return { facts: { ...fields, adults: rows.map(adult) } as unknown as HouseholdFacts, place: { sheet: first.sheet, rows: rows.map(({ row }) => row) }, headings };
}

/** The latest date, the largest number, else the first of what the family's rows say. */
function merged(field: string, rows: readonly SheetRecord[], issues: Issue[]): unknown {
  const saying = rows.filter((row) => row.fields[field] !== undefined && row.fields[field] !== null);
  const taken = saying.reduce<SheetRecord | undefined>((best, row) => (best === undefined || isLater(row.fields, best.fields, field) ? row : best), undefined);
  if (!taken) return rows[0]?.fields[field];
  for (const row of saying) {
    if (row.fields[field] === taken.fields[field]) continue;
    const message = `Row ${taken.row} says something else for the same family; that row counts. Give both adults the same.`;
    issues.push(issueAt('WARNING', row, field, { code: 'CONTRADICTION', message }));
  }
  return taken.fields[field];
}

function isLater(fields: Fields, than: Fields, field: string): boolean {
  const [one, other] = [fields[field], than[field]];
  if (field in HOUSEHOLD_DATE_NAMES) return String(one) > String(other);
  if (field === 'leftReason') return String(fields.leftOn ?? '') > String(than.leftOn ?? '');
  return typeof one === 'number' && typeof other === 'number' && one > other;
}

function adult({ fields }: SheetRecord): AdultFacts {
  return Object.fromEntries(ADULT_FIELDS.filter((field) => field in fields).map((field) => [field, fields[field]])) as unknown as AdultFacts;
}

function blanks(record: SheetRecord): readonly Issue[] {
  return WANTED.filter((field) => record.fields[field] === undefined).map((field) =>
    issueAt('WARNING', record, field, { code: 'NOT_RECORDED', message: 'Annex A wants this cell filled; the hub takes it as not recorded.' }),
  );
}

function orderWarnings(record: SheetRecord, fields: Fields, today: IsoDate): readonly Issue[] {
  const dates = Object.fromEntries(Object.keys(NO_HOUSEHOLD_DATES).map((field) => [field, fields[field] ?? null])) as unknown as HouseholdDates;
  const order = householdDateProblems(dates, today).map(({ field, code, message }) => issueAt('WARNING', record, field, { code, message: `${message} Check the dates.` }));
  // Leaving reason 2 is a pause in life (trap 29); without its date nobody knows since when.
  const half = (dates.leftOn === null) !== (dates.leftReason === null);
  const leaving = half
    ? [issueAt('WARNING', record, dates.leftOn === null ? 'leftOn' : 'leftReason', { code: 'HALF_GIVEN', message: 'Leaving the process needs both its date and its reason. Give the other one.' })]
    : [];
  return [...order, ...leaving];
}
