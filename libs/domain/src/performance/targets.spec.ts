import { isoDate } from '../dates/iso-date';
import { CHILD_DEFINITIONS } from './definitions';
import { isMet, NATIONAL_THRESHOLDS, targetFor, targetRefusal, targetsFor, type Target } from './targets';

const national = (code: string, on: string): unknown => targetsFor(NATIONAL_THRESHOLDS, { code, agency: null, on: isoDate(on) }).map(({ months, value }) => [months, value]);

describe('national thresholds', () => {
  // domain.md 3.4, as printed; each for the last day of the three years.
  test.each([
    ['A1', '2011-03-31', [[21, 639]]], ['A1', '2012-03-31', [[21, 639]]], ['A1', '2013-03-31', [[20, 608]]], ['A1', '2014-03-31', [[18, 547]]], ['A1', '2015-03-31', [[16, 487]]], ['A1', '2016-03-31', [[14, 426]]], ['A1', '2026-10-31', [[14, 426]]],
    ['A2', '2012-03-31', [[7, 213]]], ['A2', '2013-03-31', [[null, 213], [null, 182]]], ['A2', '2014-03-31', [[6, 182]]], ['A2', '2015-03-31', [[5, 152]]], ['A2', '2016-03-31', [[4, 121]]],
    ['A3', '2012-03-31', [[21, null]]], ['A3', '2014-03-31', [[18, null]]], ['A3', '2016-03-31', [[14, null]]],
    ['A1', '2010-03-31', []], ['A10', '2016-03-31', []],
  ])('of %s for years to %s', (code, on, expected) => expect(national(code, on)).toEqual(expected));

  test('whose sources conflict judge nothing', () => {
    expect(targetFor(NATIONAL_THRESHOLDS, { code: 'A2', agency: null, on: isoDate('2013-03-31') })).toBeNull();
    expect(targetFor(NATIONAL_THRESHOLDS, { code: 'A2', agency: null, on: isoDate('2014-03-31') })).toMatchObject({ value: 182 });
    expect(targetFor(NATIONAL_THRESHOLDS, { code: 'A3', agency: null, on: isoDate('2016-03-31') })).toBeNull();
  });
});

const own = (scope: 'RAA' | 'COUNCIL', agency: string | null, value: number, from: string, until: string | null = null): Target =>
  ({ code: 'A1', scope, agency, value, months: null, from: isoDate(from), until: until === null ? null : isoDate(until), source: 'Letter', note: null });

describe('targets of a region and its councils', () => {
  // Two councils' papers: "A1 < 468" locally; 660 by December 2012 and 639 by July 2013.
  const targets = [own('COUNCIL', 'HER', 468, '2019-04-01'), own('COUNCIL', 'TOR', 639, '2013-01-01', '2013-07-31'), own('COUNCIL', 'TOR', 660, '2012-04-01', '2012-12-31'), own('RAA', null, 450, '2019-04-01'), own('RAA', null, 480, '2018-04-01'), ...NATIONAL_THRESHOLDS];
  const valuesOf = (agency: string | null, on: string): unknown => targetsFor(targets, { code: 'A1', agency, on: isoDate(on) }).map(({ scope, value }) => [scope, value]);

  test.each<[string | null, string, unknown]>([
    ['HER', '2020-03-31', [['NATIONAL', 426], ['RAA', 450], ['COUNCIL', 468]]],
    ['LEI', '2020-03-31', [['NATIONAL', 426], ['RAA', 450]]],
    [null, '2020-03-31', [['NATIONAL', 426], ['RAA', 450]]],
    ['HER', '2019-03-31', [['NATIONAL', 426], ['RAA', 480]]],
    ['TOR', '2012-12-31', [['NATIONAL', 608], ['COUNCIL', 660]]],
    ['TOR', '2013-01-31', [['NATIONAL', 608], ['COUNCIL', 639]]],
    ['TOR', '2013-08-31', [['NATIONAL', 547]]],
  ])('of %p on %s', (agency, on, expected) => expect(valuesOf(agency, on)).toEqual(expected));

  test('judge by the narrowest', () => {
    expect(targetFor(targets, { code: 'A1', agency: 'HER', on: isoDate('2020-03-31') })?.value).toBe(468);
    expect(targetFor(targets, { code: 'A1', agency: null, on: isoDate('2020-03-31') })?.value).toBe(450);
    expect(targetFor(targets, { code: 'A9', agency: 'HER', on: isoDate('2020-03-31') })).toBeNull();
  });

  test.each([['lower', 467.9, 468, true], ['lower', 468, 468, false], ['higher', 100, 100, true], ['higher', 99.9, 100, false], ['none', 5, 5, null]] as const)('%s: %p against %p', (polarity, figure, value, met) => expect(isMet(polarity, figure, value)).toBe(met));
});

describe('what may be entered', () => {
  const entry = { code: 'A1', value: 468, from: isoDate('2019-04-01'), until: null, source: 'Business plan', note: null };
  const paths = (change: object, code: keyof typeof CHILD_DEFINITIONS = 'A1'): unknown => (targetRefusal({ ...entry, ...change, code }, CHILD_DEFINITIONS[code])?.details?.issues as readonly { path: string }[] | undefined)?.map(({ path }) => path);

  test.each([
    [{}, 'A1', undefined], [{ value: 467.5 }, 'A1', undefined], [{ value: 0 }, 'A9', undefined], [{ value: 100 }, 'A3', undefined],
    [{ value: -1 }, 'A1', ['value']], [{ value: 10_001 }, 'A1', ['value']], [{ value: 100.1 }, 'A3', ['value']], [{ value: 1.25 }, 'A1', ['value']],
    [{ until: isoDate('2019-03-31') }, 'A1', ['until']], [{ source: ' ' }, 'A1', ['source']], [{ value: 26 }, 'A5', ['code']],
  ] as const)('%p of %s', (change, code, expected) => expect(paths(change, code)).toEqual(expected));

  test('no target of what is no indicator', () => expect(targetRefusal(entry, undefined)).toMatchObject({ code: 'INVALID_INPUT' }));
});
