import type { Definition, Figure, Unit } from './indicator';
import { roundHalfUp } from './statistics';

/** A figure as a page or a file has it before it: its days as text, and its numbers null where they are hidden. */
export interface SeenFigure extends Omit<Figure, 'reason' | 'n'> {
  readonly n: number | null;
  readonly code: string;
  /** Its code; null: the region. */
  readonly agency: string | null;
  readonly period: { readonly from: string; readonly to: string };
  readonly isHidden: boolean;
}

/** What a page or a file says of an indicator beside its figures. */
export type Described = Pick<Definition, 'code' | 'label' | 'unit' | 'parts' | 'polarity' | 'version'>;

/** As the Department's own tables have it: a number from which one to five children could be told. */
export const HIDDEN = 'c';
export const HIDDEN_MEANS = 'c: not shown, because one to five children or families could be told from it, or from others with it.';

/** Whom an indicator counts. */
export const peopleOf = (code: string): 'children' | 'families' => (/^(A1[1-3]$|ADOPTERS\.|PIPELINE\.)/.test(code) ? 'families' : 'children');

/** What stands in a cell of a page or a file: whole days, children and per cent, halves up (domain.md 3.8); an empty population is never 0. */
export type Shown = number | string | null;

export function shownValue({ code, value, denominator, isHidden }: Pick<SeenFigure, 'code' | 'value' | 'denominator' | 'isHidden'>): Shown {
  if (isHidden) return HIDDEN;
  if (value !== null) return roundHalfUp(value);
  return denominator === 0 ? `no ${peopleOf(code)}` : 'not known';
}

/** Whether the source tells of it: somebody, or that there was nobody. */
export const isTold = ({ value, denominator }: Pick<SeenFigure, 'value' | 'denominator'>): boolean => value !== null || denominator !== null;

/** One of the numbers beside the value; `null` where the figure has none of that kind, or its source does not tell. */
export const shownBeside = (figure: SeenFigure, field: 'numerator' | 'denominator' | 'n' | 'median' | 'lowerQuartile' | 'upperQuartile' | 'medianWithWaiting'): Shown => {
  if (figure.isHidden) return HIDDEN;
  const value = figure[field];
  return value === null || !isTold(figure) ? null : roundHalfUp(value);
};

/** With its unit, as in `499 days`, `37%` and `18`. */
export function withUnit(unit: Unit, shown: Shown): string {
  if (typeof shown !== 'number') return shown ?? '';
  if (unit === 'percent') return `${shown}%`;
  return unit === 'days' ? `${shown.toLocaleString('en-GB')} ${shown === 1 ? 'day' : 'days'}` : shown.toLocaleString('en-GB');
}

export const valueWords = ({ unit }: Pick<Definition, 'unit'>, figure: SeenFigure): string => withUnit(unit, shownValue(figure));
