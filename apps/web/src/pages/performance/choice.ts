import { isoDate } from '@hub/domain/dates/iso-date';
import { isIndependent } from '@hub/domain/performance/control-charts';
import { lastDay, month, monthLater, monthOf, type Month, type PeriodKind } from '@hub/domain/performance/periods';
import type { RegionBasis } from '@hub/domain/performance/shown';
import { isTold, type SeenFigure } from '@hub/domain/performance/shown-numbers';
import type { EditionPartsFragment, FigurePartsFragment } from '../../gql/graphql';

/** An indicator's page: without the dots of its code, since what has a dot is asked for as a file. */
export const addressOf = (code: string): string => `/performance/${code.replaceAll('.', '-')}`;
export const codeAt = (address: string): string => address.replaceAll('-', '.');

/** What of the figures is looked at. */
export interface Choice {
  readonly kind: PeriodKind;
  /** The month with which the period ends. */
  readonly to: string;
  readonly basis: RegionBasis;
  /** A publication's reference; null: the newest reckoning. */
  readonly edition: string | null;
}

export const seen = ({ from, to, ...figure }: FigurePartsFragment): SeenFigure => ({ ...figure, period: { from, to } });

/** Figures of the agencies whose source tells the indicator at all; the tables have the others too. */
export function told(figures: readonly SeenFigure[]): readonly SeenFigure[] {
  const telling = new Set(figures.filter((figure) => figure.isHidden || isTold(figure)).map(({ agency }) => agency));
  return figures.filter(({ agency }) => telling.has(agency));
}

type Reach = Pick<EditionPartsFragment, 'firstMonth' | 'lastMonth' | 'dataDate'>;

/** The months that an edition counted to their end, the newest first. */
export function completeMonths({ firstMonth, lastMonth, dataDate }: Reach): readonly Month[] {
  const months: Month[] = [];
  for (let at = monthOf(isoDate(lastMonth)); at >= firstMonth.slice(0, 7); at = monthLater(at, -1)) if (lastDay(at) <= dataDate) months.push(at);
  return months;
}

const QUARTER_ENDS = 3;
const HALF_YEAR_ENDS = 6;

/** The last quarter, or half of a financial year, that had ended by the end of a month; of other kinds the month itself. */
export function endOf(kind: PeriodKind, to: string): Month {
  const asked = month(to);
  const number = Number(asked.slice(5));
  if (kind === 'HALF_YEAR') return monthLater(asked, -((number + QUARTER_ENDS) % HALF_YEAR_ENDS));
  return kind === 'QUARTER' ? monthLater(asked, -(number % QUARTER_ENDS)) : asked;
}

/** Where a page begins: the last quarter that was counted to its end, since others' figures are told of to quarters first. */
export const firstEnd = (reach: Reach): Month => endOf('QUARTER', completeMonths(reach)[0] ?? reach.lastMonth.slice(0, 7));

const POINTS: Readonly<Partial<Record<PeriodKind, number>>> = { MONTH: 36, QUARTER: 20 };

/** The ends of the periods of a control chart, the earliest first: as many as were counted, and no more than can be read. */
export function seriesEnds(kind: PeriodKind, to: string, { firstMonth }: Reach): readonly Month[] {
  const step = kind === 'MONTH' ? 1 : QUARTER_ENDS;
  const end = endOf(kind, to);
  return Array.from({ length: POINTS[kind] ?? 0 }, (_, at) => monthLater(end, -step * at)).filter((one) => monthLater(one, 1 - step) >= firstMonth.slice(0, 7)).reverse();
}

/** Over which period councils stand side by side: months and quarters are too short to tell them apart. */
export const sideKind = (kind: PeriodKind): PeriodKind => (isIndependent(kind) ? 'ROLLING_12' : kind);
