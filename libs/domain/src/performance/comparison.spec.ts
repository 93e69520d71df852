import { changeOf, intervalOf, previousEnd } from './comparison';
import { countOf, shareOf, timeOf } from './indicator';
import { leagueOf } from './league';
import { month } from './periods';
import type { SeenFigure } from './shown-numbers';

const PERIOD = { from: '2025-04-01', to: '2026-03-31' };
const seen = (agency: string | null, figure: ReturnType<typeof shareOf>): SeenFigure => ({ ...figure, code: 'A3', agency, period: PERIOD, isHidden: false });

describe('the interval of a figure', () => {
  // Newcombe, Statistics in Medicine 17 (1998), table I, method 3.
  it.each([[81, 263, 25.53, 36.62], [15, 148, 6.24, 16.05], [0, 20, 0, 16.11], [1, 29, 0.61, 17.18]])('of %i of %i goes from %d to %d per cent, as published', (count, among, low, high) => {
    const interval = intervalOf('percent', shareOf(count, among));
    expect([interval?.low, interval?.high]).toEqual([expect.closeTo(low, 2), expect.closeTo(high, 2)]);
  });

  // Mean 5, squares 32 over 7, eight children: 5 ± 1.96 × 2.1381 / 2.8284.
  it('of a time goes 1.96 standard errors about the mean', () => {
    const figure = timeOf([2, 4, 4, 4, 5, 5, 7, 9]);
    expect(figure.deviation).toBeCloseTo(2.1381, 4);
    expect(intervalOf('days', figure)).toEqual({ low: expect.closeTo(3.5184, 4), high: expect.closeTo(6.4816, 4) });
  });

  it('is not given of a count, of nobody, and of five children', () => {
    expect([intervalOf('children', countOf(40)), intervalOf('percent', shareOf(0, 0)), intervalOf('days', timeOf([1, 2, 3, 4, 5]))]).toEqual([null, null, null]);
  });
});

describe('the change of a figure', () => {
  // Newcombe, Statistics in Medicine 17 (1998), second paper, table II, method 10: from 5.24 to 33.39, 5.82 to 80.62, -3.81 to 19.26 and -38.0 to 67.4 (by hand).
  it.each([[56, 70, 48, 80, 'BETTER'], [48, 80, 56, 70, 'WORSE'], [6, 7, 2, 7, 'BETTER'], [5, 56, 0, 29, 'NO_CLEAR_CHANGE'], [2, 3, 1, 2, 'NO_CLEAR_CHANGE']])('from %3$i of %4$i to %1$i of %2$i is %5$s', (now, of, before, among, change) => {
    expect(changeOf({ unit: 'percent', polarity: 'higher' }, shareOf(now, of), shareOf(before, among))).toBe(change);
  });

  it('follows the polarity, and has none where an indicator only tells', () => {
    const [few, many] = [timeOf([100, 101, 102, 103, 104, 105]), timeOf([200, 201, 202, 203, 204, 205])];
    expect(changeOf({ unit: 'days', polarity: 'lower' }, many, few)).toBe('WORSE');
    expect(changeOf({ unit: 'days', polarity: 'lower' }, few, many)).toBe('BETTER');
    expect(changeOf({ unit: 'days', polarity: 'none' }, few, many)).toBe('LOWER');
  });

  // 1.96 × √(30 + 16) = 13.29 is less than 14; 1.96 × √(29 + 16) = 13.15 is more than 13.
  it('of counts is clear beyond 1.96 roots of their sum', () => {
    expect([countOf(30), countOf(29)].map((now) => changeOf({ unit: 'children', polarity: 'none' }, now, countOf(16)))).toEqual(['HIGHER', 'NO_CLEAR_CHANGE']);
  });

  it('is not known without both values', () => {
    expect(changeOf({ unit: 'percent', polarity: 'higher' }, shareOf(0, 0), shareOf(3, 9))).toBe('NOT_KNOWN');
  });

  it.each([['MONTH', '2026-02'], ['QUARTER', '2025-12'], ['HALF_YEAR', '2025-09'], ['YEAR_TO_DATE', '2025-03'], ['ROLLING_12', '2025-03'], ['THREE_YEARS', '2023-03']] as const)('is against the %s that ended in %s', (kind, before) => {
    expect(previousEnd(kind, month('2026-03'))).toBe(before);
  });
});

describe('councils side by side', () => {
  const names: Readonly<Record<string, string>> = { ALD: 'Alderby', BRA: 'Brackenshire', CAL: 'Calderfold' };
  // The region is 300 of 600; Wilson's interval of 90 of 200 is 38.3 to 51.9, of 60 of 200 is 24.1 to 36.7.
  it('stand by name, and differ from the region where its figure is outside of their interval', () => {
    const rows = leagueOf({ unit: 'percent', polarity: 'higher' }, [seen('CAL', shareOf(60, 200)), seen('BRA', shareOf(90, 200)), seen('ALD', shareOf(0, 0)), seen(null, shareOf(300, 600))], (code) => names[code] ?? code);
    expect(rows?.map(({ name, difference }) => [name, difference])).toEqual([['Alderby', 'NOT_KNOWN'], ['Brackenshire', 'NO_CLEAR_DIFFERENCE'], ['Calderfold', 'WORSE']]);
    expect(rows?.[1]?.interval).toEqual({ low: expect.closeTo(38.3, 1), high: expect.closeTo(51.9, 1) });
  });

  it('do not stand so for counts', () => {
    expect(leagueOf({ unit: 'children', polarity: 'none' }, [], (code) => code)).toBeNull();
  });
});
