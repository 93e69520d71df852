import { addDays } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { childFigures } from '@hub/domain/performance/children';
import { DEFINITIONS } from '@hub/domain/performance/definitions';
import type { JourneyFacts } from '@hub/domain/performance/facts';
import { figureTable } from '@hub/domain/performance/figure-table';
import { figureOf } from '@hub/domain/performance/tally';
import { NATIONAL_THRESHOLDS, targetsFor } from '@hub/domain/performance/targets';

const NOTHING: JourneyFacts = {
  child: 'K', council: null, dateOfBirth: null, sex: null, ethnicity: null, disability: null, enteredCareOn: null, admDecidedOn: null, placementOrderOn: null, matchedOn: null,
  placedOn: null, adoptedOn: null, decisionReversedOn: null, reversalReason: null, fosteredByAdoptersFrom: null,
};

it('trap 6: thresholds are a table by period, days not always months made into days and rounded, and fourteen months are calendar months', () => {
  const at = (code: string, on: string): unknown => targetsFor(NATIONAL_THRESHOLDS, { code, agency: null, on: isoDate(on) }).map(({ months, value }) => [months, value]);
  expect([at('A1', '2014-03-31'), at('A2', '2014-03-31'), at('A2', '2016-03-31')]).toEqual([[[18, 547]], [[6, 182]], [[4, 121]]]);
  expect([18, 6, 4].map((months) => Math.round((months * 365.25) / 12))).toEqual([548, 183, 122]);
  const entered = isoDate('2022-01-01');
  const shareAfter = (days: number): number | null => {
    const placedOn = addDays(entered, days);
    const child = { ...NOTHING, enteredCareOn: entered, admDecidedOn: entered, placedOn, adoptedOn: placedOn };
    return childFigures([child], { from: isoDate('2023-01-01'), to: isoDate('2023-12-31') }, null).A3.value;
  };
  expect([423, 424].map(shareAfter)).toEqual([100, 0]);
});

it('trap 37: every average and share says of how many it is', () => {
  expect(figureOf('days', { days: [400, 500] })).toMatchObject({ value: 450, n: 2, denominator: 2 });
  const definition = DEFINITIONS.find(({ code }) => code === 'A1');
  const period = { from: isoDate('2025-04-01'), to: isoDate('2026-03-31') };
  const seen = { ...figureOf('days', { days: [400, 500] }), code: 'A1', agency: 'NTH', period, isHidden: false };
  const { headings, rows } = figureTable(definition === undefined ? [] : [definition], [seen], 'ROLLING_12', (code) => code);
  expect([rows[0]?.[headings.indexOf('Value')], rows[0]?.[headings.indexOf('Number')], rows[0]?.[headings.indexOf('Denominator')]]).toEqual([450, 2, 2]);
});
