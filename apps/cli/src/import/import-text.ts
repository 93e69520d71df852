import type { Issue } from '@hub/domain/interchange/issue';
import type { ImportCounts } from '@hub/domain/interchange/report';
import type { PlacesReport } from '@hub/features/interchange/places.service';
import type { BenchmarkKind, BenchmarkReport } from '@hub/features/performance/benchmarks.service';
import type { Outcome } from './import-services';

const COLUMNS = ['rows', 'added', 'changed', 'unchanged', 'refused'] as const satisfies readonly (keyof ImportCounts)[];
/** More differences than this nobody reads on a screen; --json has them all. */
const MOST_LINES = 200;

/** What an import came to, for a screen: counts, differences, and every issue with its place. */
export function reportText(outcome: Outcome, dryRun: boolean): readonly string[] {
  return [heading(outcome, dryRun), ...countsTable(outcome.counts), ...differences(outcome), ...outcome.issues.slice(0, MOST_LINES).map(issueText), ...more(outcome.issues.length, 'issues')];
}

function heading({ reference, status, errorMessage, errors, warnings }: Outcome, dryRun: boolean): string {
  if (errorMessage !== null) return `Import ${reference}: nothing was changed. ${errorMessage}`;
  const done = status === 'APPLIED' ? 'applied' : dryRun ? 'checked; a dry run changes nothing' : status.toLowerCase();
  return `Import ${reference} ${done}: ${errors} ${errors === 1 ? 'error' : 'errors'}, ${warnings} ${warnings === 1 ? 'warning' : 'warnings'}.`;
}

function countsTable(counts: readonly ImportCounts[]): readonly string[] {
  if (counts.length === 0) return [];
  const width = Math.max(5, ...counts.map(({ sheet }) => sheet.length));
  const line = (name: string, cells: readonly string[]): string => `  ${name.padEnd(width)}  ${cells.map((cell) => cell.padStart(9)).join('  ')}`;
  return [line('sheet', COLUMNS), ...counts.map((one) => line(one.sheet, COLUMNS.map((column) => String(one[column]))))];
}

function differences({ differences: list }: Outcome): readonly string[] {
  const lines = list.slice(0, MOST_LINES).map(({ subject, field, before, after }) => `  ${subject}: ${field}: ${before ?? 'not recorded'} -> ${after ?? 'not recorded'}`);
  return [...lines, ...more(list.length, 'differences')];
}

function issueText({ severity, sheet, row, column, value, code, message }: Issue): string {
  const place = [sheet, row === null ? null : `row ${row}`, column].filter((part) => part !== null).join(', ');
  return `${severity} ${place || 'file'}${value === null ? '' : ` "${value}"`}: ${message} [${code}]`;
}

function more(count: number, noun: string): readonly string[] {
  return count > MOST_LINES ? [`  ... and ${count - MOST_LINES} more ${noun}; --json prints them all.`] : [];
}

export function placesText({ rows, changed, issues }: PlacesReport): readonly string[] {
  return [`${rows} districts read, ${changed} added or moved.`, ...issues.map(issueText)];
}

export function publishedText(kind: BenchmarkKind, { rows, taken, issues }: BenchmarkReport): readonly string[] {
  const what = kind === 'ENGLAND' ? `${taken} figures of England new or other than before` : `${taken} councils with their neighbours taken`;
  return [`${rows} rows read, ${what}.`, ...issues.map(issueText)];
}
