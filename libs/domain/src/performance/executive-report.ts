import { addDays, addMonths } from '../dates/day-count';
import { isoDate, type IsoDate } from '../dates/iso-date';
import type { Definition, Period, Unit } from './indicator';
import type { ShownFigure } from './shown';

/** What the executive side of an agency is told every six months, in this order (NMS 25.6; domain.md 2.6). */
export const REPORT_SECTIONS = {
  WAITING: 'Children waiting for an adoptive placement',
  WAITS: 'How long they have been waiting',
  APPLICATIONS: 'Responsiveness to applications to adopt',
  RECRUITMENT: 'Progress on recruitment',
  PLACED: 'Children placed since the last report',
  DISRUPTIONS: 'Disruptions',
  CHANGES: 'Changes of plan',
  FINANCE: 'Financial state',
} as const;

export type ReportSection = keyof typeof REPORT_SECTIONS;
export const REPORT_SECTION_CODES = Object.keys(REPORT_SECTIONS) as readonly ReportSection[];

/** Indicators that stand in a section, from the same reckoning as every page and file. */
export const SECTION_INDICATORS = {
  WAITING: ['A9', 'A14'], WAITS: [], APPLICATIONS: [], RECRUITMENT: [], PLACED: ['CHAT.ADOPTED', 'A1', 'A10', 'A2', 'A3'], DISRUPTIONS: [], CHANGES: ['A5', 'A15', 'A16'], FINANCE: [],
} as const satisfies Readonly<Record<ReportSection, readonly string[]>>;

/** One figure of a report, with what it counts. A hidden one has no number at all. */
export interface ReportFigure {
  readonly section: ReportSection;
  readonly label: string;
  readonly unit: Unit | 'groups';
  /** Exact; null for an empty population, never 0 (domain.md 3.8). */
  readonly value: number | null;
  readonly numerator: number | null;
  readonly denominator: number | null;
  readonly isHidden: boolean;
  readonly definition: string;
}

/** An indicator among the figures of a section. Where it has no value, the words say why. */
export function indicatorFigure(section: ReportSection, { label, definition, unit, code }: Definition, { value, numerator, denominator, isHidden, reason }: ShownFigure): ReportFigure {
  return { section, label: `${label} (${code})`, unit, value, numerator, denominator, isHidden, definition: reason === null ? definition : `${definition} ${reason}` };
}

const APRIL = '04-01';
const OCTOBER = '10-01';

/** 1 April to 30 September, or 1 October to 31 March; null for another first day. */
export function halfYearFrom(first: IsoDate): Period | null {
  return [APRIL, OCTOBER].includes(first.slice(5)) ? { from: first, to: addDays(addMonths(first, 6), -1) } : null;
}

/** The half-year in which a day lies. */
export function halfYearOf(day: IsoDate): Period {
  const [year, rest] = [Number(day.slice(0, 4)), day.slice(5)];
  const first = rest < APRIL ? `${year - 1}-${OCTOBER}` : rest < OCTOBER ? `${year}-${APRIL}` : `${year}-${OCTOBER}`;
  return { from: isoDate(first), to: addDays(addMonths(isoDate(first), 6), -1) };
}

/** The one before. */
export const halfYearBefore = ({ from }: Period): Period => ({ from: addMonths(from, -6), to: addDays(from, -1) });
