import { dateProblems } from '../children/date-order';
import type { ChildFacts } from '../children/facts';
import { NO_DATES } from '../children/states';
import type { ChildDates } from '../children/states';
import { daysBetween } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { placedRow } from './facts-of';
import type { Issue } from './issue';
import type { EarlierDecision, ParsedSheet } from './parsed';
import type { ReadSheet, SheetRecord } from './read-sheet';
import { issueAt } from './read-sheet';

/** Cells that Annex A wants filled; without them the row is taken as not recorded. */
const WANTED = ['dateOfBirth', 'sex', 'ethnicity', 'disability', 'enteredCareOn'] as const;

const TEN_WEEKS = 70;

/** What must be the same in every row of a child. */
const PERSONAL = ['dateOfBirth', 'sex', 'ethnicity'] as const;

/**
 * Children of List 10. Rows are keyed by child and decision: a child may stand there with several decisions, of which
 * each must be closed before the next (903 rules 579, 583). The orders of 2.1 and 4.3 are warnings.
 */
export function parseList10({ records, issues }: ReadSheet, today: IsoDate): ParsedSheet<ChildFacts> & { readonly earlierDecisions: readonly EarlierDecision[] } {
  const found: Issue[] = [...issues];
  const refused = new Set(records.filter((record) => record.refused).map(({ row }) => row));
  const refuse = (issue: Issue): void => {
    found.push(issue);
    if (issue.row !== null) refused.add(issue.row);
  };
  const good = records.filter((record) => !record.refused);
  for (const rows of byChild(good)) checkDecisions(rows, refuse, (issue) => found.push(issue));
  for (const record of good) {
    if (!refused.has(record.row)) found.push(...warnings(record, today));
  }
  const kept = byChild(good.filter(({ row }) => !refused.has(row)));
  return {
    placed: kept.flatMap((rows) => rows.slice(-1)).map((record) => placedRow<ChildFacts>(record)),
    earlierDecisions: kept.flatMap((rows) => rows.slice(0, -1)).map(earlierDecision),
    issues: found,
    refused,
  };
}

function earlierDecision({ fields, sheet, row }: SheetRecord): EarlierDecision {
  return {
    externalId: String(fields.externalId),
    decidedOn: fields.admDecidedOn as IsoDate,
    reversedOn: fields.decisionReversedOn as IsoDate,
    reason: (fields.reversalReason as EarlierDecision['reason'] | undefined) ?? null,
    place: { sheet, rows: [row] },
  };
}

/** Rows of each child by the date of the decision; children in the order of the file. */
function byChild(records: readonly SheetRecord[]): readonly (readonly SheetRecord[])[] {
  const groups = new Map<unknown, SheetRecord[]>();
  for (const record of records) {
    const rows = groups.get(record.fields.externalId);
    if (rows) rows.push(record);
    else groups.set(record.fields.externalId, [record]);
  }
  return [...groups.values()].map((rows) => rows.sort((a, b) => compare(decided(a), decided(b)) || a.row - b.row));
}

const decided = (record: SheetRecord): string => String(record.fields.admDecidedOn ?? '');
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function checkDecisions(rows: readonly SheetRecord[], refuse: (issue: Issue) => void, warn: (issue: Issue) => void): void {
  let last: SheetRecord | undefined;
  for (const record of rows) {
    const issue = last && decisionIssue(last, record);
    if (issue) {
      refuse(issue);
      continue;
    }
    if (last) personalIssues(last, record).forEach((one) => warn(one));
    last = record;
  }
}

function decisionIssue(before: SheetRecord, record: SheetRecord): Issue | null {
  if (decided(before) === decided(record)) {
    return issueAt('ERROR', record, 'externalId', { code: 'DUPLICATE', message: `Row ${before.row} has the same child and the same decision date. Keep one of the two.` });
  }
  if (record.fields.dateOfBirth && before.fields.dateOfBirth && record.fields.dateOfBirth !== before.fields.dateOfBirth) {
    return issueAt('ERROR', record, 'dateOfBirth', { code: 'CONTRADICTION', message: `Row ${before.row} gives another date of birth for this child. Correct one of the two.` });
  }
  const reversed = before.fields.decisionReversedOn;
  if (typeof reversed === 'string' && reversed <= decided(record)) return null;
  const message = `The decision in row ${before.row} is still open on this day. Give the date it was reversed, or remove one of the two rows.`;
  return issueAt('ERROR', record, 'admDecidedOn', { code: 'OVERLAPPING_DECISIONS', message });
}

function personalIssues(before: SheetRecord, record: SheetRecord): readonly Issue[] {
  return PERSONAL.filter((field) => field in before.fields && field in record.fields && before.fields[field] !== record.fields[field]).map((field) =>
    issueAt('WARNING', record, field, { code: 'CONTRADICTION', message: `Row ${before.row} says something else of this child; the row with the later decision counts.` }),
  );
}

function warnings(record: SheetRecord, today: IsoDate): readonly Issue[] {
  const blanks = WANTED.filter((field) => record.fields[field] === undefined).map((field) =>
    issueAt('WARNING', record, field, { code: 'NOT_RECORDED', message: 'Annex A wants this cell filled; the hub takes it as not recorded.' }),
  );
  const { fields } = record;
  const order = dateProblems(datesOf(fields), (fields.dateOfBirth as IsoDate | undefined) ?? null, today).map(({ field, code, message }) =>
    issueAt('WARNING', record, field === 'authorityOn' ? 'placementOrderOn' : field, { code, message: `${message} Check the dates.` }),
  );
  // Under section 19 parents can consent, which List 10 has no column for: no more than a warning.
  const placedAlone = fields.placedOn !== undefined && fields.placementOrderOn === undefined;
  const authority = placedAlone
    ? [issueAt('WARNING', record, 'placedOn', { code: 'NO_AUTHORITY', message: 'The child is placed and no placement order is given. Where the parents consented, record that in the profile sheet.' })]
    : [];
  return [...blanks, ...order, ...authority, ...tooSoon(record)];
}

/** ACA 2002 s42(2): a child lives with the adopters for ten weeks before they apply; one who was fostered by them first has. */
function tooSoon(record: SheetRecord): readonly Issue[] {
  const { placedOn, adoptedOn, earlyPermanencePlacedOn } = record.fields as Readonly<Record<string, IsoDate | undefined>>;
  if (placedOn === undefined || adoptedOn === undefined || earlyPermanencePlacedOn !== undefined || adoptedOn < placedOn || daysBetween(placedOn, adoptedOn) >= TEN_WEEKS) return [];
  return [issueAt('WARNING', record, 'adoptedOn', { code: 'TEN_WEEKS', message: 'The adoption order was made within ten weeks of the placement, and nothing says that the child lived with the adopters before. Check the dates.' })];
}

function datesOf(fields: Readonly<Record<string, unknown>>): ChildDates {
  const date = (field: string): IsoDate | null => (fields[field] as IsoDate | undefined) ?? null;
  return {
    ...NO_DATES,
    enteredCareOn: date('enteredCareOn'),
    admDecidedOn: date('admDecidedOn'),
    authorityOn: date('placementOrderOn'),
    matchedOn: date('matchedOn'),
    placedOn: date('placedOn'),
    adoptedOn: date('adoptedOn'),
    decisionReversedOn: date('decisionReversedOn'),
    reversalReason: (fields.reversalReason as ChildDates['reversalReason'] | undefined) ?? null,
    earlyPermanencePlacedOn: date('earlyPermanencePlacedOn'),
  };
}
