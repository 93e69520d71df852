import { isoDate, type IsoDate } from '../dates/iso-date';
import { childFigures } from './children';
import type { JourneyFacts } from './facts';
import { roundHalfUp } from './statistics';
import { figureOf } from './tally';

const oneDecimal = (value: number | null): number | null => (value === null ? null : roundHalfUp(value * 10) / 10);
const percent = (of: number, among: number): number | null => figureOf('percent', { of, among }).value;

describe('ratios that councils printed, worked out anew (domain.md 3.7)', () => {
  it.each([
    ['assessments on time in a month', 89, 122, 73.0], ['assessments on time in twelve months', 1052, 1675, 62.8], ['core assessments in twelve months', 598, 1155, 51.8],
    ['adoptions of the looked after, May', 1, 191, 0.5], ['placement stability, April', 2, 247, 0.8], ['T14', 24, 171, 14.0], ['T17', 194, 198, 98.0], ['T18', 155, 177, 87.6],
    ['T22', 52, 77, 67.5], ['T20', 12, 226, 5.3], ['supervision of workers', 246, 247, 99.6], ['supervision of cases', 760, 1379, 55.1], ['a share of 261', 94, 261, 36.0],
    ['a share of 84', 65, 84, 77.4], ['a share of 294', 220, 294, 74.8], ['a share of 57', 42, 57, 73.7],
  ])('%s: %d of %d', (_, of, among, printed) => expect(oneDecimal(percent(of, among))).toBe(printed));

  it.each([
    ['placed or adopted under five', 22, 27, 81], ['of minority ethnic heritage', 9, 27, 33], ['in sibling groups, children counted', 5, 27, 19], ['plans changed', 6, 26, 23], ['approvals at three quarters of the year', 70, 125, 56],
  ])('%s: %d of %d, whole per cent', (_, of, among, printed) => expect(roundHalfUp(percent(of, among) ?? -1)).toBe(printed));

  it('trap 19: a ratio that was printed wrong stays wrong there: 28.6 of 76 is 37.6, not 37.8', () => {
    expect(oneDecimal(percent(28.6, 76))).toBe(37.6);
  });
});

describe('a ChAT page of 2019-20, from children with its printed counts (domain.md 3.5)', () => {
  const PERIOD = { from: isoDate('2019-04-02'), to: isoDate('2020-04-01') };
  const some = (count: number, dates: Partial<JourneyFacts>): JourneyFacts[] => Array.from({ length: count }, (_, at) => ({
    child: `${JSON.stringify(dates)}${at}`, council: null, dateOfBirth: null, sex: null, ethnicity: null, disability: null, enteredCareOn: day('2018-06-01'), admDecidedOn: day('2019-01-10'), placementOrderOn: null,
    matchedOn: null, placedOn: null, adoptedOn: null, decisionReversedOn: null, reversalReason: null, fosteredByAdoptersFrom: null, ...dates,
  }));
  const day = (text: string): IsoDate => isoDate(text);
  const page = childFigures([
    ...some(25, { placementOrderOn: day('2019-02-01'), matchedOn: day('2019-04-10'), placedOn: day('2019-05-01'), adoptedOn: day('2019-12-01') }),
    ...some(32, { placementOrderOn: day('2019-03-01') }), ...some(5, {}), ...some(22, { decisionReversedOn: day('2019-08-01') }),
  ], PERIOD, { adopted: 4, all: 113 });

  it('trap 18: 25 adopted, 37 waiting and 22 reversed make 84, and 26 per cent of either 84 or the printed 85', () => {
    expect([page['CHAT.TOTAL'].value, page['CHAT.ADOPTED'].value, page['CHAT.WAITING'].value, page['CHAT.WAITING_PO'].value, page['CHAT.REVERSED'].value]).toEqual([84, 25, 37, 32, 22]);
    expect([oneDecimal(page.A5.value), oneDecimal(percent(22, 85)), roundHalfUp(page.A5.value ?? 0)]).toEqual([26.2, 25.9, 26]);
  });

  it('has 4 of 113 who left care as 4 per cent, and 3 of 85 with a disability as 4', () => {
    expect(page.A4).toMatchObject({ numerator: 4, denominator: 113 });
    expect([roundHalfUp(page.A4.value ?? 0), roundHalfUp(percent(3, 85) ?? 0)]).toEqual([4, 4]);
  });

  it('trap 34: those who wait to be adopted include children who are placed', () => {
    const placed = childFigures(some(11, { placementOrderOn: day('2019-02-01'), matchedOn: day('2019-04-10'), placedOn: day('2019-05-01') }), PERIOD, null);
    expect([placed['CHAT.WAITING'].value, placed.A9.value]).toEqual([11, 0]);
  });

  it('37 per cent placed in time is not a share of the 25 adopted, but may be 10 of 27', () => {
    expect(Array.from({ length: 26 }, (_, of) => roundHalfUp(percent(of, 25) ?? 0))).not.toContain(37);
    expect(roundHalfUp(percent(10, 27) ?? 0)).toBe(37);
  });
});
