import { definitionOf, DEFINITIONS } from '@hub/domain/performance/definitions';
import { TARGET_SCOPES, type TargetScope } from '@hub/domain/performance/targets';
import { dayWords } from './dates';
import { count } from './plain';

export const scopeWords = (scope: string): string => TARGET_SCOPES[scope as TargetScope] ?? scope;
export function indicatorWords(code: string): string {
  const label = definitionOf(code)?.label;
  return label === undefined ? code : `${code}: ${label}`;
}

/** Indicators that can have a target, as the choices of a field. */
export const TARGET_OPTIONS = DEFINITIONS.filter(({ polarity }) => polarity !== 'none').map(({ code }) => ({ value: code, label: indicatorWords(code) }));

interface TargetWords { readonly code: string; readonly value?: number | null; readonly months?: number | null }

/** What a figure has to come to: `below 426 days (14 months)`, `at least 75%`. */
export function targetWords({ code, value, months }: TargetWords): string {
  const { unit = 'days', polarity = 'lower' } = definitionOf(code) ?? {};
  if (value === null || value === undefined) return `counts by ${count(months ?? 0, 'month', 'months')}`;
  const amount = unit === 'percent' ? `${value}%` : `${value.toLocaleString('en-GB')} ${unit}`;
  return `${polarity === 'lower' ? 'below' : 'at least'} ${amount}${months ? ` (${count(months, 'month', 'months')})` : ''}`;
}

/** Between two days on which a period may end, either of which may be open. */
export function heldWords({ from, until }: { readonly from?: string | null; readonly until?: string | null }): string {
  if (!from) return until ? `up to ${dayWords(until)}` : 'always';
  return until ? `${dayWords(from)} to ${dayWords(until)}` : `from ${dayWords(from)}`;
}
