import { isoDate } from '../dates/iso-date';
import { rateRefusal, type RateEntry } from './enter-rate';
import { PUBLISHED, rateFor, type EnteredRate, type Provider, type RateKind } from './fee-table';

const look = (kind: RateKind, provider: Provider, on: string, children = 1, entered: readonly EnteredRate[] = []) => rateFor({ kind, provider, children, on: isoDate(on) }, entered);

describe('the fee for one child, by who approved the adopters and the day of moving in', () => {
  // domain.md 5.7, on either side of each change. Null: the source has no exact figure.
  it.each([
    ['VAA', '2011-03-31', 24_000_00, null], ['VAA', '2011-04-01', 27_000_00, 'THIRDS'],
    ['VAA', '2018-05-31', 27_000_00, 'THIRDS'], ['VAA', '2018-06-01', null, 'THIRDS'],
    ['VAA', '2019-03-31', null, 'THIRDS'], ['VAA', '2019-04-01', 31_620_00, 'FULL'],
    ['VAA', '2020-03-31', 31_620_00, 'FULL'], ['VAA', '2020-04-01', null, 'FULL'],
    ['VAA', '2021-03-31', null, 'FULL'], ['VAA', '2021-04-01', null, 'FULL'],
    ['VAA', '2022-04-01', null, 'FULL'], ['VAA', '2023-04-01', null, 'FULL'], ['VAA', '2024-04-01', null, 'FULL'],
    ['VAA', '2025-03-31', null, 'FULL'], ['VAA', '2025-04-01', 39_245_00, 'FULL'],
    ['VAA', '2026-03-31', 39_245_00, 'FULL'], ['VAA', '2026-04-01', null, 'FULL'],
    ['LA_RAA', '2011-03-31', null, null], ['LA_RAA', '2011-04-01', 27_000_00, 'THIRDS'],
    ['LA_RAA', '2018-06-01', 27_000_00, 'THIRDS'], ['LA_RAA', '2019-04-01', 27_000_00, 'THIRDS'],
    ['LA_RAA', '2025-04-01', 27_000_00, 'THIRDS'], ['LA_RAA', '2026-11-22', 27_000_00, 'THIRDS'],
  ] as const)('%s, %s: %p, %p', (provider, on, amount, plan) => expect(look('FEE', provider, on)).toMatchObject({ amount, plan, id: null }));

  it.each(['VAA', 'LA_RAA'] as const)('is unknown of %s for two children or more, whatever the day, and in parts as for one', (provider) => {
    for (const on of ['2010-01-01', '2016-06-01', '2019-04-01', '2025-04-01', '2026-11-22']) {
      for (const children of [2, 3, 5]) {
        expect(look('FEE', provider, on, children)).toMatchObject({ amount: null, source: 'Rates for each further child exist; the figures were not obtained.', plan: look('FEE', provider, on).plan });
      }
    }
  });
});

describe('the monthly charge', () => {
  it.each([
    ['VAA', '2021-03-31', null], ['VAA', '2021-04-01', 896_00], ['VAA', '2022-03-31', 896_00], ['VAA', '2022-04-01', 939_00], ['VAA', '2026-11-22', 939_00],
    ['LA_RAA', '2022-04-01', null],
  ] as const)('%s, %s: %p', (provider, on, amount) => expect(look('MONTHLY', provider, on).amount).toBe(amount));
});

describe('the table', () => {
  it('has no two rates of one day', () => {
    const spans = PUBLISHED.map(({ kind, provider, from, until }) => ({ of: `${kind} ${provider}`, from: from ?? '0001-01-01', until: until ?? '9999-12-31' }));
    for (const [place, a] of spans.entries()) {
      expect(spans.slice(place + 1).filter((b) => a.of === b.of && a.from <= b.until && b.from <= a.until)).toEqual([]);
    }
  });
});

const ENTRY: RateEntry = { kind: 'FEE', provider: 'VAA', children: 1, from: isoDate('2024-04-01'), until: isoDate('2025-03-31'), amount: 37_111_00, plan: 'FULL', source: 'Letter of 3 March 2024' };

describe('a rate that people enter', () => {
  const entered = (over: Partial<RateEntry> = {}): EnteredRate => ({ ...ENTRY, ...over, id: 'one' });

  it('holds within its days, where none is known', () => {
    const rates = [entered()];
    expect(['2024-03-31', '2024-04-01', '2025-03-31', '2025-04-01'].map((on) => look('FEE', 'VAA', on, 1, rates))).toMatchObject([
      { amount: null }, { amount: 37_111_00, plan: 'FULL', source: 'Letter of 3 March 2024', id: 'one' }, { amount: 37_111_00 }, { amount: 39_245_00, id: null }]);
    expect(look('FEE', 'VAA', '2024-06-01', 2, rates).amount).toBeNull();
  });

  it('stands for a rate whose parts are unknown, and follows one without an end', () => {
    expect(look('FEE', 'VAA', '2010-06-01', 1, [entered({ from: isoDate('2010-04-01'), until: isoDate('2011-03-31'), amount: 24_000_00, plan: 'FULL' })])).toMatchObject({ amount: 24_000_00, plan: 'FULL', id: 'one' });
    const risen = [entered({ provider: 'LA_RAA', from: isoDate('2027-04-01'), until: null, amount: 30_000_00, plan: 'THIRDS' })];
    expect([look('FEE', 'LA_RAA', '2027-03-31', 1, risen).amount, look('FEE', 'LA_RAA', '2027-04-01', 1, risen).amount]).toEqual([27_000_00, 30_000_00]);
    const monthly = [entered({ kind: 'MONTHLY', plan: null, from: isoDate('2026-04-01'), until: null, amount: 1_050_00 })];
    expect([look('MONTHLY', 'VAA', '2026-03-31', 1, monthly).amount, look('MONTHLY', 'VAA', '2026-04-01', 1, monthly).amount]).toEqual([939_00, 1_050_00]);
  });

  it('of two the first in the list holds', () => expect(look('FEE', 'VAA', '2024-06-01', 1, [entered({ amount: 1 }), entered({ amount: 2 })]).amount).toBe(1));

  it.each([
    ['2024/25', {}, null],
    ['two children', { children: 2, from: isoDate('2019-04-01'), until: null }, null],
    ['from 2026', { from: isoDate('2026-04-01'), until: null }, null],
    ['councils, from 2026', { provider: 'LA_RAA', plan: 'THIRDS', from: isoDate('2026-04-01'), until: null }, null],
    ['into what is known', { until: isoDate('2025-04-01') }, 'from'],
    ['without an end over what is known', { until: null }, 'from'],
    ['councils, while it is known', { provider: 'LA_RAA', from: isoDate('2026-03-31'), until: null }, 'from'],
    ['by the month, while it is known', { kind: 'MONTHLY', plan: null, from: isoDate('2022-01-01'), until: isoDate('2022-01-31') }, 'from'],
    ['by the month of a council', { kind: 'MONTHLY', provider: 'LA_RAA', plan: null, from: isoDate('2026-04-01') }, 'provider'],
    ['nothing', { amount: 0 }, 'amount'],
    ['half a penny', { amount: 0.5 }, 'amount'],
    ['no children', { children: 0 }, 'children'],
    ['days the wrong way round', { until: isoDate('2024-03-31') }, 'until'],
    ['no parts', { plan: null }, 'plan'],
    ['no source', { source: ' ' }, 'source'],
  ] as const)('%s: %p is refused for %s', (_, over, path) => {
    expect((rateRefusal({ ...ENTRY, ...over })?.details as { issues: { path: string }[] } | undefined)?.issues.map((issue) => issue.path) ?? null).toEqual(path && expect.arrayContaining([path]));
  });

  it('says what is known', () => {
    expect(rateRefusal({ ...ENTRY, until: null })?.message).toBe('From 1 Apr 2025 to 31 Mar 2026 the rate is known: £39,245. Enter the days before or after it.');
  });
});
