import type { Applied, Outcome } from '../children/facts';
import type { Issue } from './issue';
import type { FromFile, ParsedImport, Place } from './parsed';
import type { ImportCounts, ImportDifference, ImportReport } from './report';
import { makeReport } from './report';

/** Gathers what the records say of each row, on top of what the parser said of it. */
export class Tally {
  private readonly outcomes = new Map<string, Map<number, Outcome>>();
  private readonly issues: Issue[];
  private readonly said: Set<string>;
  private readonly differences: ImportDifference[] = [];

  constructor(private readonly parsed: ParsedImport) {
    this.issues = [...parsed.issues];
    this.said = new Set(parsed.issues.map(keyOf));
  }

  get hasErrors(): boolean {
    return this.issues.some(({ severity }) => severity === 'ERROR');
  }

  /** What became of a row's facts. `subject` names the record as its agency knows it. */
  applied<T>(from: FromFile<T>, subject: string, { outcome, differences, problems }: Applied): void {
    this.outcome(from.place, outcome);
    for (const { severity, field, code, message } of problems) {
      this.issue({ severity, sheet: from.place.sheet, row: from.place.rows[0] ?? null, column: headingOf(from, field), value: null, code, message });
    }
    if (outcome !== 'CHANGED') return;
    for (const { field, before, after } of differences) this.differences.push({ subject, field: headingOf(from, field) ?? field, before, after });
  }

  outcome({ sheet, rows }: Place, outcome: Outcome): void {
    const ofSheet = this.outcomes.get(sheet) ?? new Map<number, Outcome>();
    this.outcomes.set(sheet, ofSheet);
    for (const row of rows) ofSheet.set(row, outcome);
  }

  difference(difference: ImportDifference): void {
    this.differences.push(difference);
  }

  /** Once: the parser and the records may find the same fault of the same cell. */
  issue(issue: Issue): void {
    if (this.said.has(keyOf(issue))) return;
    this.said.add(keyOf(issue));
    this.issues.push(issue);
  }

  report(): ImportReport {
    const counts = this.parsed.counts.map(({ sheet, rows, refused }): ImportCounts => {
      const outcomes = [...(this.outcomes.get(sheet)?.values() ?? [])];
      const count = (outcome: Outcome): number => outcomes.filter((one) => one === outcome).length;
      return { sheet, rows, added: count('ADDED'), changed: count('CHANGED'), unchanged: count('UNCHANGED'), refused: refused + count('REFUSED') };
    });
    return makeReport({ counts, issues: this.issues, differences: this.differences, mapping: this.parsed.mapping });
  }
}

const keyOf = ({ sheet, row, column, code }: Issue): string => JSON.stringify([sheet, row, column, code]);

/** Fields of the record that the files know by another name. */
const FILE_FIELD: Readonly<Record<string, string>> = { authorityOn: 'placementOrderOn', 'adult.gender': 'gender', 'adult.ethnicity': 'ethnicity', 'adult.disability': 'disability' };

function headingOf<T>({ headings }: FromFile<T>, field: string): string | null {
  return headings.get(field) ?? headings.get(FILE_FIELD[field] ?? field) ?? null;
}
