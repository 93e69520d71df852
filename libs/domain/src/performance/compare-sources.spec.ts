import { compareSources, type MonthTallies } from './compare-sources';
import { month, monthLater } from './periods';
import type { SourceKind } from './source';
import type { Tally } from './tally';

/** Months from one on, each with two children adopted after so many days. */
const months = (from: string, count: number, days: readonly number[], more: Readonly<Record<string, Tally>> = {}): MonthTallies =>
  new Map(Array.from({ length: count }, (_, at) => [monthLater(month(from), at), { A1: { days }, ...more }]));
const compared = (...sources: [SourceKind, MonthTallies][]) => compareSources(new Map(sources));

test('two sources in the last year of which both tell', () => {
  const found = compared(['HUB', months('2023-01', 48, [400, 500])], ['SSDA903', months('2024-04', 12, [400, 520], { A4: { of: 1, among: 4 } })]);
  expect(found).toEqual([{ code: 'A1', period: { from: '2024-04-01', to: '2025-03-31' }, differs: true, figures: [
    { source: 'HUB', value: 450, numerator: 10_800, denominator: 24, n: 24 }, { source: 'SSDA903', value: 460, numerator: 11_040, denominator: 24, n: 24 }] }]);
});

test('that agree, and three of them', () => {
  const found = compared(['HUB', months('2023-01', 48, [400, 500])], ['SSDA903', months('2024-04', 12, [450, 450])], ['ANNEX_A', months('2024-04', 12, [500, 400])]);
  expect(found.map(({ figures, differs }) => [figures.map(({ source }) => source), differs])).toEqual([[['HUB', 'SSDA903', 'ANNEX_A'], false]]);
});

test('each file in its own last year beside the hub: a return to March, and Annex A to October', () => {
  const found = compared(['HUB', months('2023-01', 46, [400])], ['ANNEX_A', months('2025-11', 12, [410])], ['SSDA903', months('2025-04', 12, [420])]);
  expect(found.map(({ period, figures }) => [period, figures.map(({ source, value }) => [source, value])])).toEqual([
    [{ from: '2025-11-01', to: '2026-10-31' }, [['HUB', 400], ['ANNEX_A', 410]]], [{ from: '2025-04-01', to: '2026-03-31' }, [['HUB', 400], ['SSDA903', 420]]]]);
});

test.each<[string, [SourceKind, MonthTallies][]]>([
  ['one source alone', [['HUB', months('2023-01', 48, [1])]]],
  ['less than a year of both', [['HUB', months('2023-01', 48, [1])], ['ANNEX_A', months('2024-04', 11, [1])]]],
  ['none', []],
])('nothing is compared of %s', (_, sources) => expect(compared(...sources)).toEqual([]));
