import type { Indicator } from '@hub/domain/performance/indicator';
import { roundHalfUp } from '@hub/domain/performance/statistics';
import { textTable } from '../match/text-table';
import type { Reading } from './read-sources';

export interface Reckoned extends Pick<Reading, 'period' | 'warnings' | 'files'> {
  readonly indicators: readonly Indicator[];
}

const MOST_WARNINGS = 50;
const wholeDays = (days: number | null): string => (days === null ? '' : String(roundHalfUp(days)));

export function indicatorsJson({ period, indicators, warnings, files }: Reckoned): string {
  const shown = indicators.map(({ code, label, value, unit, numerator, denominator, n, median, lowerQuartile, upperQuartile, medianWithWaiting, population, definition, version, reason }) => ({
    code, label, value, unit, numerator, denominator, n, median, lowerQuartile, upperQuartile, medianWithWaiting, population, definition, version, reason,
  }));
  return JSON.stringify({ asAt: period.to, from: period.from, to: period.to, indicators: shown, warnings, files }, null, 1);
}

/** For people: a line for each indicator, then what is wrong in the files. */
export function indicatorsText({ period, indicators, warnings, files }: Reckoned): readonly string[] {
  const rows = indicators.map(({ code, label, value, unit, numerator, denominator, n, median, medianWithWaiting, reason }) => [
    code, label, value === null ? 'none' : `${roundHalfUp(value)}${unit === 'percent' ? ' %' : ''}`, unit === 'percent' ? '' : unit,
    denominator !== null && denominator > 0 && unit === 'percent' ? `${numerator}/${denominator}` : '', String(n), wholeDays(median), wholeDays(medianWithWaiting), reason ?? '',
  ]);
  const listed = warnings.slice(0, MOST_WARNINGS).map(({ rule, file, row, column, message }) => `  ${rule}  ${[file, row === null ? '' : `row ${row}`, column ?? ''].filter(Boolean).join(', ')}: ${message}`);
  const more = warnings.length > MOST_WARNINGS ? [`  and ${warnings.length - MOST_WARNINGS} more; --json lists all.`] : [];
  return [
    `${period.from} to ${period.to}`, `Read: ${files.map(({ file, rows: count }) => `${file} (${count})`).join(', ')}`, '',
    ...textTable(['code', 'indicator', 'value', 'unit', 'share', 'n', 'median', 'with those who wait', 'why none'], rows), '',
    warnings.length === 0 ? 'Nothing is wrong in the files.' : `${warnings.length} warnings:`, ...listed, ...more,
  ];
}
