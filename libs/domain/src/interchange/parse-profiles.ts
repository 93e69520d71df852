import type { HouseholdFacts } from '../adopters/facts';
import type { ChildFacts } from '../children/facts';
import { placedRow } from './facts-of';
import type { Issue } from './issue';
import type { ParsedSheet } from './parsed';
import type { ReadSheet, SheetRecord } from './read-sheet';
import { issueAt } from './read-sheet';

/** Children of the profile sheet: one row each. */
export function parseChildProfiles(sheet: ReadSheet): ParsedSheet<ChildFacts> {
  const parsed = parseRows<ChildFacts>(sheet, 'externalId', siblingIssues);
  const taken = sheet.records.filter(({ row, refused }) => !refused && !parsed.refused.has(row));
  return { ...parsed, issues: [...parsed.issues, ...groupIssues(taken)] };
}

/** One group has one plan. */
function groupIssues(records: readonly SheetRecord[]): readonly Issue[] {
  const first = new Map<unknown, SheetRecord>();
  return records.flatMap((record) => {
    const { siblingGroup, siblingPlan } = record.fields;
    if (!siblingGroup || !siblingPlan) return [];
    const before = first.get(siblingGroup);
    if (!before) first.set(siblingGroup, record);
    if (!before || before.fields.siblingPlan === siblingPlan) return [];
    return [issueAt('WARNING', record, 'siblingPlan', { code: 'CONTRADICTION', message: `Row ${before.row} gives this group another plan; that one counts. Give all children of the group the same.` })];
  });
}

/** Households of the profile sheet: one row each. Their adults come from List 11. */
export function parseHouseholdProfiles(sheet: ReadSheet): ParsedSheet<HouseholdFacts> {
  return parseRows<HouseholdFacts>(sheet, 'familyExternalId', (record) => [...rangeIssues(record), ...consentIssues(record)]);
}

function parseRows<T>({ records, issues }: ReadSheet, key: string, check: (record: SheetRecord) => readonly Issue[]): ParsedSheet<T> {
  const found: Issue[] = [...issues];
  const refused = new Set(records.filter((record) => record.refused).map(({ row }) => row));
  const rowOf = new Map<unknown, number>();
  for (const record of records) {
    if (refused.has(record.row)) continue;
    const earlier = rowOf.get(record.fields[key]);
    const own = earlier === undefined ? check(record) : [duplicate(record, key, earlier)];
    found.push(...own);
    if (own.some(({ severity }) => severity === 'ERROR')) refused.add(record.row);
    else rowOf.set(record.fields[key], record.row);
  }
  const placed = records.filter(({ row }) => !refused.has(row)).map((record) => placedRow<T>(record));
  return { placed, issues: found, refused };
}

function duplicate(record: SheetRecord, key: string, row: number): Issue {
  return issueAt('ERROR', record, key, { code: 'DUPLICATE', message: `Row ${row} has the same identifier. Keep one of the two.` });
}

function siblingIssues(record: SheetRecord): readonly Issue[] {
  const { siblingGroup, siblingPlan } = record.fields;
  if (siblingGroup && siblingPlan === null) {
    return [issueAt('WARNING', record, 'siblingPlan', { code: 'HALF_GIVEN', message: 'A sibling group needs its plan; the hub takes it as Together. Write Together, Apart or Together preferred.' })];
  }
  if (siblingPlan && siblingGroup === null) {
    return [issueAt('ERROR', record, 'siblingGroup', { code: 'HALF_GIVEN', message: 'A sibling plan needs the code of the group. Give the same code to all children of the group.' })];
  }
  return [];
}

function rangeIssues(record: SheetRecord): readonly Issue[] {
  const { ageMinMonths: from, ageMaxMonths: to } = record.fields;
  const given = [from, to].filter((age) => typeof age === 'number').length;
  if (given === 1) {
    return [issueAt('ERROR', record, from === null || from === undefined ? 'ageMinMonths' : 'ageMaxMonths', { code: 'HALF_GIVEN', message: 'An approved range needs both its ends. Give the other age as well, or neither.' })];
  }
  if (given === 2 && Number(from) > Number(to)) {
    return [issueAt('ERROR', record, 'ageMaxMonths', { code: 'OUT_OF_RANGE', message: 'The approved range ends before it begins. Swap the two ages.' })];
  }
  return [];
}

function consentIssues(record: SheetRecord): readonly Issue[] {
  if (record.fields.shareConsent === true && record.fields.shareConsentOn === null) {
    return [issueAt('WARNING', record, 'shareConsentOn', { code: 'HALF_GIVEN', message: 'Consent has no date. Give the day on which the adopters agreed.' })];
  }
  return [];
}
