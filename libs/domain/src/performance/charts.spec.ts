import { controlMessage, differenceWords, funnelMessage, leagueMessage, stageMessage, verdictWords } from './chart-words';
import { assuranceOf, controlChart, isIndependent, scaleOf } from './control-charts';
import { figureTable } from './figure-table';
import { figureWords } from './figure-words';
import { funnelChart } from './funnel-chart';
import { countOf, shareOf, timeOf, withoutValue, type Figure } from './indicator';
import type { LeagueRow } from './league';
import { PERIOD_KINDS } from './periods';
import { shownBeside, shownValue, valueWords, type Described, type SeenFigure } from './shown-numbers';

const A10: Described = { code: 'A10', label: 'Entering care to moving in', unit: 'days', parts: ['FLOW', 'STANDING'], polarity: 'lower', version: 2 };
const A3: Described = { ...A10, code: 'A3', label: 'Moved in within the threshold', unit: 'percent', polarity: 'higher' };
const A4: Described = { ...A3, code: 'A4', label: 'Left care through adoption', parts: ['FLOW'] };
const NAMES: Readonly<Record<string, string>> = { ALD: 'Alderby', BRA: 'Brackenshire', CAL: 'Calderfold', DUN: 'Dunmere' };
const nameOf = (agency: string | null): string => (agency === null ? 'The region' : (NAMES[agency] ?? agency));

/** Quarters that follow one another, from January 2010 on. */
const quarter = (at: number) => {
  const year = 2010 + Math.floor(at / 4);
  return { from: `${year}-${['01', '04', '07', '10'][at % 4]}-01`, to: `${year}-${['03-31', '06-30', '09-30', '12-31'][at % 4]}` };
};
const seen = (agency: string | null, figure: Figure, at = 0, code = 'A10'): SeenFigure =>
  ({ ...figure, code, agency, isHidden: false, period: quarter(at) });
const hidden = (agency: string | null, at = 0): SeenFigure => ({ ...seen(agency, withoutValue(''), at), isHidden: true });
const days = (agency: string | null, values: readonly number[]): SeenFigure[] => values.map((value, at) => seen(agency, timeOf([value]), at));
const CALM = [10, 12, 11, 13, 12, 11, 10, 12, 11, 13, 12, 11];

describe('what a cell holds', () => {
  it.each([
    [shownValue(seen(null, timeOf([1, 2]))), 2], [shownValue(seen(null, shareOf(1, 8))), 13], [shownValue(seen(null, countOf(0))), 0],
    [shownValue(seen(null, timeOf([]))), 'no children'], [shownValue(seen(null, shareOf(0, 0))), 'no children'], [shownValue(seen(null, shareOf(0, 0), 0, 'ADOPTERS.S1_2M')), 'no families'], [shownValue(seen(null, shareOf(0, 0), 0, 'A12')), 'no families'], [shownValue(seen(null, withoutValue('List 8 is missing.'))), 'not known'],
    [shownValue(hidden(null)), 'c'], [valueWords(A3, seen(null, shareOf(1, 8))), '13%'], [valueWords(A10, seen(null, timeOf([1234]))), '1,234 days'], [valueWords(A10, seen(null, timeOf([1]))), '1 day'], [valueWords(A10, hidden(null)), 'c'],
  ])('is %p, for %p', (shown, expected) => expect(shown).toBe(expected));
});

describe('what a source does not tell', () => {
  const untold = seen('ALD', withoutValue('List 8 is missing.'));
  it('is not nobody: in the numbers beside a value, in a chart and in a report', () => {
    expect([shownBeside(untold, 'n'), shownBeside(seen('ALD', timeOf([])), 'n'), shownBeside(hidden('ALD'), 'n')]).toEqual([null, 0, 'c']);
    expect(controlChart(A10, 'ALD', [untold, seen('ALD', timeOf([]), 1)]).points.map(({ value, denominator }) => [value, denominator])).toEqual([[null, null], [null, 0]]);
    const words = ({ value, numerator, denominator, isHidden }: SeenFigure) => figureWords({ unit: 'days', value, numerator, denominator, isHidden }).value;
    expect([words(untold), words(seen('ALD', timeOf([])))]).toEqual(['Not known', 'Nobody to count']);
  });
});

describe('a control chart', () => {
  it('is drawn of months and quarters alone', () => {
    expect(PERIOD_KINDS.filter(isIndependent)).toEqual(['MONTH', 'QUARTER']);
  });

  it('leaves hidden and empty periods out of limits and signals, and has gaps there', () => {
    const figures = [...days('ALD', CALM.slice(0, 6)), hidden('ALD', 6), seen('ALD', timeOf([]), 7), ...CALM.slice(6).map((value, at) => seen('ALD', timeOf([value]), at + 8))];
    const chart = controlChart(A10, 'ALD', figures);
    expect(chart.limits?.mean).toBe(11.5);
    expect(chart.points.map(({ value }) => value)).toEqual([...CALM.slice(0, 6), null, null, ...CALM.slice(6)]);
    expect(chart.verdict).toBe('NO_CHANGE');
  });

  // CALM lies within 10 and 13, so that 40 and 1 (of 51 and more) lie outside. 90 stands first of a series that swings between 0 and 20: its mean is 16.15, and the end is calm.
  it('tells by its newest point whether something changed', () => {
    expect(controlChart(A10, 'CAL', days('CAL', [...CALM, 40])).verdict).toBe('RISING');
    expect(controlChart(A10, 'CAL', days('CAL', [...CALM.map((value) => value + 40), 1])).verdict).toBe('FALLING');
    expect(controlChart(A10, 'CAL', days('CAL', [90, ...CALM.map((_, at) => (at % 2) * 20)])).verdict).toBe('NO_CHANGE');
    expect(controlChart(A10, 'CAL', days('CAL', [60, 61, 60, 61, 60, 61, 50, 49, 48, 47, 46, 45, 44])).verdict).toBe('FALLING');
  });

  it('is a run chart without signals under twelve points, and says so', () => {
    const chart = controlChart(A10, 'DUN', days('DUN', [...CALM.slice(0, 10), 90]));
    expect([chart.limits, chart.verdict, chart.points.flatMap(({ signals }) => signals)]).toEqual([null, 'TOO_LITTLE', []]);
    // 10 10 11 11 11 12 12 12 13 13 and 90.
    expect(chart.median).toBe(12);
    const disruptions = Array.from({ length: 36 }, (_, at) => seen('DUN', countOf(at === 9 || at === 25 ? 1 : 0), at));
    expect(controlChart({ unit: 'children', parts: ['FLOW'] }, 'DUN', disruptions)).toMatchObject({ limits: null, verdict: 'TOO_LITTLE' });
    expect(controlChart(A4, 'DUN', Array.from({ length: 12 }, (_, at) => seen('DUN', shareOf(1, 3), at))).verdict).toBe('NO_CHANGE');
    expect(controlChart(A10, 'DUN', [hidden('DUN')])).toMatchObject({ limits: null, verdict: 'NOTHING' });
  });

  it('has no limits where children who wait are counted at each end anew, and says so', () => {
    const waiting = [...CALM, 40].map((count, at) => seen('ALD', countOf(count), at));
    const chart = controlChart({ unit: 'children', parts: ['STANDING'] }, 'ALD', waiting);
    expect([chart.limits, chart.verdict, chart.points.flatMap(({ signals }) => signals), verdictWords(A3, chart)]).toEqual([null, 'NO_LIMITS', [], 'drawn without limits']);
    expect(controlChart(A3, 'ALD', CALM.map((count, at) => seen('ALD', shareOf(count, 20), at))).verdict).toBe('NO_LIMITS');
    expect(controlMessage(A3, [chart], nameOf)).toBe('Who is counted in one period is mostly counted in the next too: no limits tell a change from chance.');
  });

  it('of per cent never leaves 0 to 100, and all charts have one scale', () => {
    const charts = [controlChart(A4, 'ALD', Array.from({ length: 14 }, (_, at) => seen('ALD', shareOf((at % 2) * 9, 10), at)))];
    expect(charts[0]?.limits).toMatchObject({ lower: 0, upper: 100 });
    expect(scaleOf(A3, charts, [])).toEqual([0, 100]);
    const [least, most] = scaleOf(A10, [controlChart(A10, 'ALD', days('ALD', [200, 300])), controlChart(A10, 'BRA', days('BRA', [250]))], [426]);
    expect(least).toBeLessThan(200);
    expect(most).toBeGreaterThan(426);
    expect(scaleOf(A10, [], [])).toEqual([0, 1]);
  });

  it('that never changed tells nothing of a target', () => expect(assuranceOf('lower', { mean: 0, lower: 0, upper: 0 }, 5)).toBeNull());

  const LIMITS = { mean: 450, lower: 400, upper: 500 };
  it.each([
    ['lower', 501, 'MEETS'], ['lower', 500, 'CHANCE'], ['lower', 426, 'CHANCE'], ['lower', 400, 'MISSES'],
    ['higher', 400, 'MEETS'], ['higher', 401, 'CHANCE'], ['higher', 500, 'CHANCE'], ['higher', 501, 'MISSES'],
  ] as const)('whose %s values are good tells of a target of %i that it is %s', (polarity, target, assurance) => {
    expect([assuranceOf(polarity, LIMITS, target), assuranceOf('none', LIMITS, target), assuranceOf(polarity, null, target)]).toEqual([assurance, null, null]);
  });

  const calm = (agency: string | null) => controlChart(A10, agency, days(agency, CALM));
  // Thirteen quarters from January 2010 on, and then one that is hidden.
  const old = (agency: string, last: number) => controlChart(A10, agency, [...days(agency, [...CALM, last]), hidden(agency, 13)]);
  const rising = (agency: string | null) => controlChart(A10, agency, days(agency, [...CALM, 40]));
  it.each([
    [[calm('ALD'), calm('BRA'), rising('CAL'), calm(null)], 'Calderfold is getting slower; the others, and the region as a whole, have not changed beyond chance.'],
    [[calm('ALD'), rising('BRA'), rising('CAL')], 'Brackenshire and Calderfold are getting slower; Alderby has not changed beyond chance.'],
    [[calm('ALD'), rising(null)], 'The region as a whole is getting slower; Alderby has not changed beyond chance.'],
    [[rising('ALD'), calm(null)], 'Alderby is getting slower; the region as a whole has not changed beyond chance.'],
    [[calm('ALD'), calm('BRA'), calm(null)], '2 councils, and the region as a whole, have not changed beyond chance.'],
    [[calm('ALD'), calm('BRA'), rising('CAL'), controlChart(A10, 'DUN', [hidden('DUN')])], 'Calderfold is getting slower; 2 other councils have not changed beyond chance.'],
    [[calm('ALD'), old('BRA', 40), rising('CAL')], 'Brackenshire was getting slower, up to Mar 2013; Calderfold is getting slower; Alderby has not changed beyond chance.'],
    [[calm('ALD'), old('BRA', 11), old('CAL', 11)], 'Alderby has not changed beyond chance.'],
    [[old('BRA', 11)], 'Too little is shown to tell a change from chance.'],
    [[controlChart(A10, 'ALD', days('ALD', [1, 2]))], 'Too little is shown to tell a change from chance.'],
    [[controlChart(A10, 'ALD', [hidden('ALD')])], 'Nothing can be shown for periods as short as these.'],
  ])('says what it shows', (charts, message) => expect(controlMessage(A10, charts, nameOf)).toBe(message));

  it.each([['days', 'lower', 'RISING', 'getting slower'], ['percent', 'higher', 'RISING', 'getting better'], ['percent', 'higher', 'FALLING', 'getting worse'], ['children', 'none', 'FALLING', 'getting lower'], ['children', 'lower', 'RISING', 'getting worse']] as const)('of %s, where %s is good and %s, is %s', (unit, polarity, verdict, words) => {
    expect(verdictWords({ unit, polarity }, { verdict, lastShown: null })).toBe(words);
    expect(verdictWords({ unit, polarity }, { verdict, lastShown: '2024-06-30' })).toBe(`${words}, up to Jun 2024`);
  });
});

describe('a funnel', () => {
  const figures = [seen('ALD', shareOf(20, 40)), seen('BRA', shareOf(8, 40)), seen('CAL', shareOf(14, 40)), hidden('DUN'), seen(null, shareOf(60, 120))];
  const chart = funnelChart(A3, figures, false);

  // Region 1/2, 40 children. P(X ≤ 8) = 0.00009, under 0.001; P(X ≤ 14) = 0.0403, over 0.025.
  it('says who lies beyond what chance explains', () => {
    expect(chart?.points.map(({ agency, value, place }) => [agency, value, place])).toEqual([['ALD', 50, 'WITHIN'], ['BRA', 20, 'BEYOND_998'], ['CAL', 35, 'WITHIN']]);
    expect([chart?.region, chart?.without]).toEqual([50, ['DUN']]);
    expect(chart && funnelMessage(chart, nameOf)).toBe('Brackenshire differs from the region beyond chance.');
  });

  it('has limits that draw in as councils grow, beyond the largest', () => {
    const limits = chart?.limits ?? [];
    expect(limits.at(-1)?.n).toBeGreaterThanOrEqual(44);
    expect(limits.every(({ lower998, lower95, upper95, upper998 }) => lower998 <= lower95 && lower95 <= 50 && upper95 >= 50 && upper998 >= upper95 && upper998 <= 100)).toBe(true);
    expect((limits.at(-1)?.upper95 ?? 0) - (limits.at(-1)?.lower95 ?? 0)).toBeLessThan((limits[9]?.upper95 ?? 0) - (limits[9]?.lower95 ?? 0));
  });

  // Scores 0, -3.795 and -1.897 (standard error 0.0791): (0 + 14.4 + 3.6) / 3 = 6.
  it('can be widened by what councils differ more than chance', () => {
    const wide = funnelChart(A3, figures, true);
    expect(wide?.dispersion).toBeCloseTo(6, 9);
    expect(wide?.points.map(({ place }) => place)).toEqual(['WITHIN', 'WITHIN', 'WITHIN']);
  });

  it('is not drawn of times, or without the region', () => {
    expect([funnelChart(A10, figures, false), funnelChart(A3, figures.slice(0, 4), false), funnelChart(A3, [seen(null, shareOf(0, 0))], false)]).toEqual([null, null, null]);
  });
});

describe('other messages', () => {
  it('name the longest stage and add none up', () => {
    const stages = [{ label: 'Entering care to decision', figure: seen(null, timeOf([100])) }, { label: 'Decision to match', figure: seen(null, timeOf([300])) }, { label: 'Match to moving in', figure: hidden(null) }];
    expect(stageMessage(stages, 'The region')).toBe('The region: the longest stage of those shown is decision to match, 300 days.');
    expect(stageMessage(stages.slice(0, 2), 'The region')).toBe('The region: the longest stage is decision to match, 300 days.');
    expect(stageMessage(stages.slice(2), 'Alderby')).toBe('Alderby: no stage can be shown.');
  });

  it('say which councils differ from the region, and how', () => {
    const row = (name: string, difference: LeagueRow['difference']): LeagueRow => ({ agency: name, name, figure: hidden(name), interval: null, difference });
    expect(leagueMessage(A10, [row('Alderby', 'BETTER'), row('Brackenshire', 'BETTER'), row('Calderfold', 'WORSE'), row('Dunmere', 'NO_CLEAR_DIFFERENCE')])).toBe('Alderby and Brackenshire are clearly faster than the region; Calderfold is clearly slower than the region.');
    expect(leagueMessage(A10, [row('Alderby', 'NO_CLEAR_DIFFERENCE'), row('Dunmere', 'NOT_KNOWN')])).toBe('No council of those that can be told differs clearly from the region.');
    expect([leagueMessage(A10, [row('Alderby', 'NO_CLEAR_DIFFERENCE')]), leagueMessage(A10, [row('Alderby', 'NOT_KNOWN')])]).toEqual(['No council differs clearly from the region.', 'Whether councils differ from the region cannot be told.']);
  });

  it('say no clear difference rather than a rank', () => {
    expect([differenceWords(A10, 'NO_CLEAR_DIFFERENCE'), differenceWords(A10, 'WORSE'), differenceWords(A3, 'BETTER')]).toEqual(['no clear difference from the region', 'clearly slower than the region', 'clearly better than the region']);
  });
});

describe('the table of figures', () => {
  it('holds what the chart draws, rounded as it is shown, with limits for one indicator by quarters', () => {
    const { headings, rows } = figureTable([A10], [...days('CAL', [...CALM, 40]), hidden(null)], 'QUARTER', nameOf);
    const column = (title: string) => rows.map((row) => row[headings.indexOf(title)]);
    expect(column('Value')).toEqual([...CALM, 40, 'c']);
    expect(column('Council').at(-1)).toBe('The region, pooled');
    expect(column('Signals')[12]).toContain('outside the limits');
    expect(column('What the chart says').at(-1)).toBe('not shown');
    expect(column('Number').at(-1)).toBe('c');
    expect(rows.every((row) => row.length === headings.length)).toBe(true);
  });

  it('has no limits where a period is left out, or they run backwards', () => {
    const series = days('CAL', CALM);
    const hasSignals = (figures: readonly SeenFigure[]): boolean => figureTable([A10], figures, 'QUARTER', nameOf).headings.includes('Signals');
    expect([series, series.filter((_, at) => at !== 5), [...series].reverse()].map(hasSignals)).toEqual([true, false, false]);
  });

  it('has no limits for periods that overlap, nor for several indicators', () => {
    expect([figureTable([A10], [], 'ROLLING_12', nameOf).headings, figureTable([A10, A3], [], 'QUARTER', nameOf).headings].map((headings) => headings.includes('Signals'))).toEqual([false, false]);
  });

  it('keeps the order of indicators, and their versions', () => {
    const { rows } = figureTable([A3, A10], [seen('ALD', timeOf([7])), seen('ALD', shareOf(1, 4), 0, 'A3')], 'THREE_YEARS', nameOf);
    expect(rows.map((row) => [row[0], row[5], row.at(-1)])).toEqual([['A3', 25, 2], ['A10', 7, 2]]);
  });
});
