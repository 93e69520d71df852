import type { Mapping } from './headings';
import type { Issue } from './issue';

/** Rows of one sheet by what became, or in a dry run would become, of them: rows = added + changed + unchanged + refused. */
export interface ImportCounts {
  readonly sheet: string;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly refused: number;
}

/** One field of a record that is there already and would change. For the own agency's eyes alone. */
export interface ImportDifference {
  readonly subject: string;
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/** Everything that a dry run, or the import itself, has to say. Sealed at rest: it quotes values. */
export interface ImportReport {
  readonly counts: readonly ImportCounts[];
  readonly issues: readonly Issue[];
  readonly differences: readonly ImportDifference[];
  readonly mapping: readonly Mapping[];
  readonly errors: number;
  readonly warnings: number;
  /** Why nothing could be done at all. */
  readonly failure: string | null;
}

/** More than this nobody reads; the counts go on. */
const MOST_ISSUES = 10_000;
const MOST_DIFFERENCES = 20_000;

export function makeReport(parts: Pick<ImportReport, 'counts' | 'issues' | 'differences' | 'mapping'>): ImportReport {
  const errors = parts.issues.filter(({ severity }) => severity === 'ERROR').length;
  return {
    ...parts,
    issues: parts.issues.slice(0, MOST_ISSUES),
    differences: parts.differences.slice(0, MOST_DIFFERENCES),
    errors,
    warnings: parts.issues.length - errors,
    failure: null,
  };
}

export function failureReport(failure: string): ImportReport {
  return { counts: [], issues: [], differences: [], mapping: [], errors: 1, warnings: 0, failure };
}
