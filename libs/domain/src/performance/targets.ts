import { isoDate, type IsoDate } from '../dates/iso-date';
import { invalid, type DomainError, type Issue } from '../errors';
import type { Definition } from './indicator';

/** Whose line it is. */
export const TARGET_SCOPES = { NATIONAL: 'National threshold', RAA: 'Target of the region', COUNCIL: 'Target of the agency' } as const;
export type TargetScope = keyof typeof TARGET_SCOPES;

/** What an indicator should come to, for periods that end between two days. A time or a count that should be low is to stay below it, a share that should be high to reach it. */
export interface Target {
  readonly code: string;
  readonly scope: TargetScope;
  /** Code of the agency whose it is; null unless the scope is COUNCIL. */
  readonly agency: string | null;
  /** Days, per cent, children or households, as the indicator is reckoned. Null: the line is told in months alone (A3: within how many months). */
  readonly value: number | null;
  /** As printed, where it is printed in months. */
  readonly months: number | null;
  /** The first and the last day on which a period measured by it may end; null: no such day is known. */
  readonly from: IsoDate | null;
  readonly until: IsoDate | null;
  readonly source: string;
  /** What the source leaves open. */
  readonly note: string | null;
}

type Span = readonly [string | null, string | null];

/** Years to 31 March in which a scorecard's three years ended, both included. */
const SCORECARDS: readonly { readonly years: Span; readonly words: string; readonly a1: readonly [number, number]; readonly a2: readonly (readonly [number | null, number])[] }[] = [
  { years: ['2010-04-01', '2012-03-31'], words: '2008-11 and 2009-12', a1: [21, 639], a2: [[7, 213]] },
  { years: ['2012-04-01', '2013-03-31'], words: '2010-13', a1: [20, 608], a2: [[null, 213], [null, 182]] },
  { years: ['2013-04-01', '2014-03-31'], words: '2011-14', a1: [18, 547], a2: [[6, 182]] },
  { years: ['2014-04-01', '2015-03-31'], words: '2012-15', a1: [16, 487], a2: [[5, 152]] },
  { years: ['2015-04-01', null], words: '2013-16 and after', a1: [14, 426], a2: [[4, 121]] },
];

const CONFLICT = 'The sources conflict: 213 and 182 days are both printed. Nothing is judged by either.';

/**
 * The thresholds of the Department for Education's adoption scorecards, months and days as printed: no one rule of rounding makes the days of the months (domain.md 3.4, trap 6).
 * A period is measured by those of the scorecard year in which it ends.
 */
export const NATIONAL_THRESHOLDS: readonly Target[] = SCORECARDS.flatMap(({ years, words, a1, a2 }) => {
  const line = (code: string, [months, value]: readonly [number | null, number | null], note: string | null = null): Target => ({
    code, scope: 'NATIONAL', agency: null, value, months, from: day(years[0]), until: day(years[1]), source: `Department for Education, adoption scorecard ${words}`, note,
  });
  return [line('A1', a1), ...a2.map((one) => line('A2', one, a2.length > 1 ? CONFLICT : null)), line('A3', [a1[0], null])];
});

function day(text: string | null): IsoDate | null {
  return text === null ? null : isoDate(text);
}

export interface TargetQuestion {
  readonly code: string;
  /** Its code; null: the region, of which no agency's own targets hold. */
  readonly agency: string | null;
  /** The last day of the period. */
  readonly on: IsoDate;
}

/** All that hold for an indicator of an agency, or of the region, on a day: the widest scope first. `targets`: of one scope the latest entered first; it alone holds, beside what is national. */
export function targetsFor(targets: readonly Target[], { code, agency, on }: TargetQuestion): readonly Target[] {
  const held = targets.filter((target) => target.code === code && (target.from ?? on) <= on && on <= (target.until ?? on) && (target.scope !== 'COUNCIL' || target.agency === agency));
  const of = (scope: TargetScope): readonly Target[] => held.filter((target) => target.scope === scope);
  return [...of('NATIONAL'), ...of('RAA').slice(0, 1), ...(agency === null ? [] : of('COUNCIL').slice(0, 1))];
}

/** The one by which a figure is judged: the narrowest scope that has one with a value; null where there is none, or where the sources of it conflict. */
export function targetFor(targets: readonly Target[], question: TargetQuestion): Target | null {
  const held = targetsFor(targets, question).filter(({ value }) => value !== null);
  const narrowest = held.filter(({ scope }) => scope === held.at(-1)?.scope);
  return narrowest.length === 1 ? (narrowest[0] ?? null) : null;
}

/** Whether an unrounded figure meets a value; null where the indicator only tells. Low ones have to lie below it, as scorecards word it. */
export function isMet(polarity: Definition['polarity'], figure: number, value: number): boolean | null {
  if (polarity === 'none') return null;
  return polarity === 'lower' ? figure < value : figure >= value;
}

/** What somebody enters for their own agency, or the hub for the region. */
export interface TargetEntry {
  readonly code: string;
  readonly value: number;
  readonly from: IsoDate;
  readonly until: IsoDate | null;
  readonly source: string;
  readonly note: string | null;
}

const MOST = { days: 10_000, percent: 100, children: 10_000, households: 10_000 } as const;

/** Why a target cannot be entered so; null where it can. */
export function targetRefusal(entry: TargetEntry, definition: Definition | undefined): DomainError | null {
  const { value, from, until, source } = entry;
  const issues: (Issue | false)[] = [
    definition === undefined && { path: 'code', message: 'There is no such indicator.' },
    definition?.polarity === 'none' && { path: 'code', message: 'This indicator only tells: neither more nor less of it is better, so it has no target.' },
    (!Number.isFinite(value) || value < 0 || value > MOST[definition?.unit ?? 'days']) && { path: 'value', message: `Give a number from 0 to ${MOST[definition?.unit ?? 'days'].toLocaleString('en-GB')}.` },
    Math.abs(Math.round(value * 10) - value * 10) > 1e-6 && { path: 'value', message: 'Give at most one decimal.' },
    until !== null && until < from && { path: 'until', message: 'The last day lies before the first.' },
    source.trim() === '' && { path: 'source', message: 'Say where the target comes from.' },
  ];
  const found = issues.filter((issue) => issue !== false);
  return found.length === 0 ? null : invalid(found);
}
