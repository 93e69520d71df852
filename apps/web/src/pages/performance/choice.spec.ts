import { describe, expect, it } from '@jest/globals';
import { addressOf, codeAt, completeMonths, endOf, firstEnd, seriesEnds, sideKind, told } from './choice';
import { apart, nameWidth } from './labels';

const reach = { firstMonth: '2025-01-01', lastMonth: '2026-02-01', dataDate: '2026-02-15' };

describe('the periods that a page offers', () => {
  it('end with months that were counted to their end', () => {
    expect(completeMonths(reach)).toEqual(['2026-01', '2025-12', '2025-11', '2025-10', '2025-09', '2025-08', '2025-07', '2025-06', '2025-05', '2025-04', '2025-03', '2025-02', '2025-01']);
    expect(firstEnd(reach)).toBe('2025-12');
  });

  it.each([
    ['QUARTER', '2026-03', '2026-03'], ['QUARTER', '2026-02', '2025-12'], ['QUARTER', '2026-01', '2025-12'], ['HALF_YEAR', '2026-03', '2026-03'], ['HALF_YEAR', '2026-02', '2025-09'], ['HALF_YEAR', '2025-09', '2025-09'],
    ['HALF_YEAR', '2025-12', '2025-09'], ['MONTH', '2026-02', '2026-02'], ['THREE_YEARS', '2026-02', '2026-02'],
  ] as const)('of a %s asked for up to %s is the one to %s', (kind, asked, end) => expect(endOf(kind, asked)).toBe(end));

  it('follow one another in a series, and begin no earlier than what was counted', () => {
    expect(seriesEnds('QUARTER', '2026-01', reach)).toEqual(['2025-03', '2025-06', '2025-09', '2025-12']);
    expect(seriesEnds('QUARTER', '2026-01', { ...reach, firstMonth: '2025-02-01' })).toEqual(['2025-06', '2025-09', '2025-12']);
    expect(seriesEnds('MONTH', '2025-03', reach)).toEqual(['2025-01', '2025-02', '2025-03']);
    expect(seriesEnds('QUARTER', '2026-01', { ...reach, firstMonth: '2000-01-01' })).toHaveLength(20);
    expect(seriesEnds('ROLLING_12', '2026-01', reach)).toEqual([]);
  });

  it('are twelve months where councils stand side by side and the chart’s are shorter', () => {
    expect([sideKind('MONTH'), sideKind('QUARTER'), sideKind('THREE_YEARS')]).toEqual(['ROLLING_12', 'ROLLING_12', 'THREE_YEARS']);
  });
});

describe('labels', () => {
  it('stand in the order of their heights, none over another', () => {
    expect(apart([{ height: 50 }, { height: 10 }, { height: 12 }], 15).map(({ height }) => height)).toEqual([10, 25, 50]);
  });
});

describe('the address of an indicator', () => {
  it('has no dot, and tells the code', () => {
    expect(['A10', 'STAGE.EC_ADM'].map(addressOf)).toEqual(['/performance/A10', '/performance/STAGE-EC_ADM']);
    expect(['A10', 'STAGE-EC_ADM', 'STAGE.EC_ADM'].map(codeAt)).toEqual(['A10', 'STAGE.EC_ADM', 'STAGE.EC_ADM']);
  });
});

describe('charts', () => {
  it('leave out agencies whose source does not tell the indicator, and keep those that are hidden or have nobody', () => {
    const figure = (agency: string, more: object) => ({ agency, code: 'A3', isHidden: false, value: null, numerator: null, denominator: null, n: null, median: null, lowerQuartile: null, upperQuartile: null, deviation: null, medianWithWaiting: null, period: { from: '2026-01-01', to: '2026-03-31' }, ...more });
    const figures = [figure('ALD', { value: 50 }), figure('BRA', { isHidden: true }), figure('CAL', { denominator: 0 }), figure('HAR', {})];
    expect(told(figures).map(({ agency }) => agency)).toEqual(['ALD', 'BRA', 'CAL']);
  });

  it('have room for names', () => {
    expect([nameWidth(['Alderby']), nameWidth(['Northlight Adoption', 'Alderby']), nameWidth(['x'.repeat(90)])]).toEqual([76.5, 160, 160]);
  });
});
