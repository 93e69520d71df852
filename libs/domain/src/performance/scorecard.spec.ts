import { isoDate } from '../dates/iso-date';
import { definitionOf } from './definitions';
import { timeOf, withoutValue, type Definition, type Figure } from './indicator';
import { SCORECARD_CODES, SCORECARD_HEADINGS, scorecardEnds, scorecardLine } from './scorecard';
import type { SeenFigure } from './shown-numbers';
import { NATIONAL_THRESHOLDS } from './targets';

const A1 = definitionOf('A1') as Definition;
const seen = (figure: Figure, to: string, isHidden = false): SeenFigure => ({ ...figure, code: 'A1', agency: 'ALD', period: { from: '2013-04-01', to }, isHidden });
const cell = (line: readonly unknown[], heading: (typeof SCORECARD_HEADINGS)[number]) => line[SCORECARD_HEADINGS.indexOf(heading)];
const line = (figure: SeenFigure) => scorecardLine(A1, figure, NATIONAL_THRESHOLDS, 'Alderford');

describe('the scorecard sheet', () => {
  it.each([['2026-11-22', ['2024-03', '2025-03', '2026-03']], ['2026-03-31', ['2023-03', '2024-03', '2025-03']], ['2026-04-01', ['2024-03', '2025-03', '2026-03']]])('on %s tells of the years to %j', (today, ends) => {
    expect(scorecardEnds(isoDate(today))).toEqual(ends);
  });

  it('knows every indicator that it names', () => {
    expect(SCORECARD_CODES.filter((code) => definitionOf(code) === undefined)).toEqual([]);
  });

  // Thresholds as printed: 426 days and 14 months since 2013-16, 487 and 16 before (domain.md 3.4, trap 6).
  it('measures each period by the threshold of its own year', () => {
    const [now, before] = [line(seen(timeOf([450]), '2026-03-31')), line(seen(timeOf([450]), '2015-03-31'))];
    expect([now, before].map((one) => [cell(one, 'Threshold'), cell(one, 'Threshold in months'), cell(one, 'Met')])).toEqual([['426', '14', 'no'], ['487', '16', 'yes']]);
    expect([cell(now, 'Value'), cell(now, 'Numerator'), cell(now, 'Denominator'), cell(now, 'Number')]).toEqual([450, 450, 1, 1]);
  });

  it('tells of a hidden figure nothing at all, and of an empty population no value', () => {
    const hidden = line(seen(withoutValue('Hidden.'), '2026-03-31', true));
    expect(['Value', 'Numerator', 'Denominator', 'Number', 'Met'].map((heading) => cell(hidden, heading as 'Value'))).toEqual(['c', 'c', 'c', 'c', 'c']);
    expect([cell(line(seen(timeOf([]), '2026-03-31')), 'Value'), cell(line(seen(timeOf([]), '2026-03-31')), 'Met')]).toEqual(['no children', null]);
  });
});
