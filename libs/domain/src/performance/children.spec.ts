import * as fc from 'fast-check';
import { addDays, daysBetween } from '../dates/day-count';
import { isoDate, type IsoDate } from '../dates/iso-date';
import { childFigures } from './children';
import type { JourneyFacts } from './facts';
import type { Period } from './indicator';
import { CHAT_PARAMETERS } from './parameters';

const day = (text: string): IsoDate => isoDate(text.split('/').reverse().join('-'));

const NOTHING: JourneyFacts = {
  child: '', council: null, dateOfBirth: null, sex: null, ethnicity: null, disability: null, enteredCareOn: null, admDecidedOn: null, placementOrderOn: null, matchedOn: null,
  placedOn: null, adoptedOn: null, decisionReversedOn: null, reversalReason: null, fosteredByAdoptersFrom: null,
};

function journey(child: string, dates: Partial<Record<'EC' | 'ADM' | 'PO' | 'M' | 'P' | 'AO' | 'R' | 'F', string>>): JourneyFacts {
  const at = (key: keyof typeof dates): IsoDate | null => (dates[key] === undefined ? null : day(dates[key]));
  return {
    ...NOTHING, child, enteredCareOn: at('EC'), admDecidedOn: at('ADM'), placementOrderOn: at('PO'), matchedOn: at('M'), placedOn: at('P'), adoptedOn: at('AO'), decisionReversedOn: at('R'), fosteredByAdoptersFrom: at('F'),
  };
}

/** domain.md 3.9, as printed. */
const K1 = journey('K1', { EC: '10/01/2022', ADM: '01/06/2022', PO: '15/07/2022', M: '20/08/2022', P: '30/09/2022', AO: '10/03/2023' });
const K2 = journey('K2', { EC: '01/02/2022', ADM: '01/08/2022', PO: '01/10/2022', M: '20/09/2022', P: '05/10/2022', AO: '05/05/2023' });
const K3 = journey('K3', { EC: '01/05/2020', ADM: '15/01/2021', PO: '01/06/2021', M: '01/12/2022', P: '15/01/2023', AO: '01/09/2023', F: '15/06/2020' });
const K4 = journey('K4', { EC: '20/11/2021', ADM: '01/05/2022', PO: '10/06/2022', M: '25/11/2022', P: '20/02/2023', AO: '30/11/2023' });
const EXAMPLE = [K1, K2, K3, K4];
const YEAR_2023: Period = { from: isoDate('2023-01-01'), to: isoDate('2023-12-31') };
const figures = (journeys: readonly JourneyFacts[], period = YEAR_2023, parameters = CHAT_PARAMETERS) => childFigures(journeys, period, null, parameters);

describe('the worked example', () => {
  const { A1, A10, A2 } = figures(EXAMPLE);

  it('gives A1 of 489 days from 263, 246, 989 and 457', () => {
    expect(A1).toMatchObject({ value: 488.75, numerator: 263 + 246 + 989 + 457, denominator: 4, n: 4, reason: null });
    expect(Math.round(A1.value ?? 0)).toBe(489);
  });

  it('gives A10 of 253 days, the foster carers who adopted counted from when they fostered', () => {
    expect(A10).toMatchObject({ value: 252.75, numerator: 263 + 246 + 45 + 457, n: 4 });
  });

  it('gives A2 of 188 days, where a match before the placement order counts 0 (trap 2)', () => {
    expect(A2).toMatchObject({ value: 188, numerator: 36 + 0 + 548 + 168, n: 4 });
  });

  it('gives A3 of half, by months', () => {
    expect(figures(EXAMPLE, YEAR_2023, { ...CHAT_PARAMETERS, a3Population: 'adoptedOnly' }).A3).toMatchObject({ value: 50, numerator: 2, denominator: 4 });
  });

  it('has the middle between 263 and 457, and quartiles as a spreadsheet has them', () => {
    expect(A1).toMatchObject({ median: 360, lowerQuartile: 246 + 0.75 * 17, upperQuartile: 457 + 0.25 * (989 - 457) });
  });

  it('puts each child into the quarter of the adoption order', () => {
    const quarters = [['2023-01-01', '2023-03-31'], ['2023-04-01', '2023-06-30'], ['2023-07-01', '2023-09-30'], ['2023-10-01', '2023-12-31']] as const;
    expect(quarters.map(([from, to]) => figures(EXAMPLE, { from: isoDate(from), to: isoDate(to) }).A1.value)).toEqual([263, 246, 989, 457]);
  });
});

describe('who is counted', () => {
  it('leaves a child who was adopted without being placed, and one without an order, out of A2 (trap 4)', () => {
    const notPlaced = journey('N', { EC: '01/01/2022', ADM: '01/02/2022', PO: '01/03/2022', M: '01/04/2022', AO: '01/02/2023' });
    const consented = journey('C', { EC: '01/01/2022', ADM: '01/02/2022', M: '01/04/2022', P: '01/05/2022', AO: '01/02/2023' });
    const { A1, A2 } = figures([K1, notPlaced, consented]);
    expect([A2.n, A2.value, A1.n]).toEqual([1, 36, 2]);
  });

  it('says that nobody was there rather than 0 (trap 7)', () => {
    const { A1, A3, A5, A9 } = figures([]);
    expect([A1, A3, A5].map(({ value, n, reason }) => [value, n, reason])).toEqual(Array(3).fill([null, 0, 'No children in this population.']));
    expect(A9.value).toBe(0);
  });

  it('counts children who are placed among those who wait as ChAT does, and not as the scorecard does (trap 34)', () => {
    const placed = journey('P', { EC: '01/01/2023', ADM: '01/02/2023', PO: '01/03/2023', M: '01/04/2023', P: '01/05/2023' });
    const waiting = journey('W', { EC: '01/01/2023', ADM: '01/02/2023' });
    const counted = figures([placed, waiting]);
    expect([counted['CHAT.WAITING'].value, counted['CHAT.WAITING_PO'].value, counted.A9.value, counted.A14.value]).toEqual([2, 1, 1, 0]);
  });

  it('takes A3 over the population that is asked, and says a different share for each (trap 5)', () => {
    const quick = journey('Q', { EC: '01/01/2023', ADM: '01/02/2023', M: '01/03/2023', P: '01/04/2023' });
    const long = journey('L', { EC: '01/01/2021', ADM: '01/02/2023' });
    const short = journey('S', { EC: '01/06/2023', ADM: '01/08/2023' });
    const of = (a3Population: (typeof CHAT_PARAMETERS)['a3Population'], openBelowThreshold: 'met' | 'excluded' = 'met') => {
      const { numerator, denominator } = figures([...EXAMPLE, quick, long, short], YEAR_2023, { ...CHAT_PARAMETERS, a3Population, openBelowThreshold }).A3;
      return [numerator, denominator];
    };
    expect([of('adoptedOnly'), of('placedOnly'), of('adoptedPlusWaiting'), of('adoptedPlusWaiting', 'excluded')]).toEqual([[2, 4], [3, 5], [3, 6], [2, 5]]);
  });

  it('holds the day on which fourteen months end to be too late', () => {
    const at = (placed: string) => figures([journey('X', { EC: '31/12/2021', ADM: '01/02/2022', P: placed })], { from: isoDate('2023-01-01'), to: isoDate('2023-06-30') }).A3.value;
    expect([at('27/02/2023'), at('28/02/2023')]).toEqual([100, 0]);
  });

  it('counts a decision that was reversed and a new one of the same child as two decisions (trap 16)', () => {
    const first = journey('T', { EC: '01/01/2022', ADM: '01/02/2023', R: '01/05/2023' });
    const second = journey('T', { EC: '01/01/2022', ADM: '01/09/2023' });
    const counted = figures([first, second]);
    expect([counted.A15.value, counted.A5.numerator, counted.A5.denominator, counted['CHAT.REVERSED'].value, counted.A9.value]).toEqual([2, 1, 2, 1, 1]);
  });

  it('leaves A4 without a value where nobody says who left care, with the reason', () => {
    expect(figures(EXAMPLE).A4).toMatchObject({ value: null, reason: expect.stringContaining('List 8') as string });
    expect(childFigures(EXAMPLE, YEAR_2023, { adopted: 4, all: 113 }).A4).toMatchObject({ numerator: 4, denominator: 113, value: 400 / 113 });
  });

  // To moving in: 263, 246, 989 and 457 days, and two who have waited 300 and 700: 5/6, 4/6, then 4/6 of 2/3 at 457 is 4/9.
  it('lets those who still wait count for as long as they have', () => {
    const waiting = ['06/03/2023', '30/01/2022'].map((EC, at) => journey(`W${at}`, { EC, ADM: '01/06/2023' }));
    const { A1 } = figures([...EXAMPLE, ...waiting]);
    expect([A1.n, A1.median, A1.medianWithWaiting]).toEqual([4, 360, 457]);
    expect(figures(EXAMPLE).A1.medianWithWaiting).toBe(263);
  });

  it('does not look at what came after the last day', () => {
    const { A1, A9 } = figures(EXAMPLE, { from: isoDate('2022-01-01'), to: isoDate('2022-09-10') });
    expect([A1.n, A9.value]).toEqual([0, 4]);
  });
});

describe('pooling', () => {
  const START = isoDate('2022-01-01');
  const drawn = fc.tuple(fc.nat(300), fc.nat(400), fc.nat(200)).map(([entered, wait, court]): JourneyFacts => {
    const enteredCareOn = addDays(START, entered);
    const placedOn = addDays(enteredCareOn, wait);
    return { ...NOTHING, child: `${entered}-${wait}`, enteredCareOn, admDecidedOn: enteredCareOn, placedOn, adoptedOn: addDays(placedOn, court) };
  });
  const EVER: Period = { from: START, to: isoDate('2030-12-31') };

  it('is the sum of days by the sum of children, not the mean of the councils (trap 33)', () => {
    fc.assert(fc.property(fc.array(drawn, { minLength: 1 }), fc.array(drawn, { minLength: 1 }), (one, other) => {
      const pooled = figures([...one, ...other], EVER).A1;
      const days = [...one, ...other].reduce((sum, { enteredCareOn, placedOn }) => sum + daysBetween(enteredCareOn ?? START, placedOn ?? START), 0);
      expect(pooled.numerator).toBe(days);
      expect(pooled.n).toBe(one.length + other.length);
      expect(pooled.value).toBeCloseTo(days / (one.length + other.length), 9);
    }));
  });
});
