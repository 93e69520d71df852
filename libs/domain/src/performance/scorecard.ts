import type { IsoDate } from '../dates/iso-date';
import { monthOf, type Month } from './periods';
import type { Definition } from './indicator';
import { HIDDEN, shownBeside, shownValue, type SeenFigure, type Shown } from './shown-numbers';
import { isMet, targetFor, targetsFor, type Target } from './targets';

/** What stands on the Department's scorecard and its statistics, in this order (domain.md 3.2 and 3.3). */
export const SCORECARD_CODES = ['A1', 'A2', 'A3', 'A4', 'A5', 'A9', 'A10', 'A11', 'A12', 'A13', 'A14', 'A15', 'A16'] as const;
export const SCORECARD_HEADINGS = ['Indicator', 'What', 'Council', 'From', 'To', 'Value', 'Unit', 'Numerator', 'Denominator', 'Number', 'Threshold', 'Threshold in months', 'Whose threshold', 'Met'] as const;
const YEARS = 3;

/** The last three months of March that have ended, the latest last: with each end three years of a scorecard. */
export function scorecardEnds(today: IsoDate): readonly Month[] {
  const year = Number(today.slice(0, 4)) - (today.slice(5) > '03-31' ? 0 : 1);
  return Array.from({ length: YEARS }, (_, at) => monthOf(`${year - YEARS + 1 + at}-03-31` as IsoDate));
}

/** One line of the sheet. A hidden figure is measured by nothing: whether a threshold is met would tell of it. */
export function scorecardLine(definition: Definition, figure: SeenFigure, targets: readonly Target[], council: string): readonly Shown[] {
  const question = { code: definition.code, agency: figure.agency, on: figure.period.to as IsoDate };
  const held = targetsFor(targets, question);
  const judging = targetFor(targets, question);
  const met = figure.isHidden || figure.value === null || judging?.value == null ? null : isMet(definition.polarity, figure.value, judging.value);
  return [
    definition.code, definition.label, council, figure.period.from, figure.period.to, shownValue(figure), definition.unit, shownBeside(figure, 'numerator'), shownBeside(figure, 'denominator'), shownBeside(figure, 'n'),
    held.flatMap(({ value }) => value ?? []).join(' or ') || null, held.flatMap(({ months }) => months ?? []).join(' or ') || null, held.map(({ source, note }) => [source, note].filter(Boolean).join('. ')).join('; ') || null,
    figure.isHidden ? HIDDEN : met === null ? null : met ? 'yes' : 'no',
  ];
}
