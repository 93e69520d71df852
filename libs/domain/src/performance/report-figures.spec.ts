import { isoDate, type IsoDate } from '../dates/iso-date';
import { halfYearBefore, halfYearFrom, halfYearOf } from './executive-report';
import { reportFigures, type ReportChild, type ReportFacts } from './report-figures';

const day = (text: string): IsoDate => isoDate(text);
const PERIOD = { from: day('2026-04-01'), to: day('2026-09-30') };

const child = (changes: Partial<Record<keyof ReportChild, string | boolean | null>>): ReportChild => ({
  child: 'C', council: null, unit: 'U1', dateOfBirth: day('2023-01-15'), sex: 'F', ethnicity: 'WBRI', disability: null, enteredCareOn: day('2025-01-01'), admDecidedOn: day('2025-10-01'), placementOrderOn: null, matchedOn: null,
  placedOn: null, adoptedOn: null, decisionReversedOn: null, reversalReason: null, fosteredByAdoptersFrom: null, disruptedOn: null, leftCareOn: null, ...changes,
} as ReportChild);

const NOBODY = { enquiryOn: null, roiOn: null, stage1StartedOn: null, stage1EndedOn: null, stage2StartedOn: null, approvedOn: null, matchedOn: null, leftOn: null };

function valueOf(facts: Partial<ReportFacts>, label: string): { value: number | null; of: number | null; among: number | null } {
  const found = reportFigures({ children: [], households: [], ...facts }, PERIOD).find((figure) => figure.label === label);
  if (!found) throw new Error(`There is no figure "${label}".`);
  return { value: found.value, of: found.numerator, among: found.denominator };
}
const number = (facts: Partial<ReportFacts>, label: string): number | null => valueOf(facts, label).value;

describe('the half-years of the report (domain.md 2.6)', () => {
  it.each([['2026-04-01', '2026-04-01', '2026-09-30'], ['2026-09-30', '2026-04-01', '2026-09-30'], ['2026-10-01', '2026-10-01', '2027-03-31'], ['2026-03-31', '2025-10-01', '2026-03-31'], ['2026-01-01', '2025-10-01', '2026-03-31']])('%s lies in %s to %s', (at, from, to) => {
    expect(halfYearOf(day(at))).toEqual({ from, to });
  });

  it('begin in April and October alone, and follow one another without a gap', () => {
    expect(halfYearFrom(day('2026-05-01'))).toBeNull();
    expect(halfYearFrom(day('2026-10-01'))).toEqual({ from: '2026-10-01', to: '2027-03-31' });
    expect(halfYearBefore(PERIOD)).toEqual({ from: '2025-10-01', to: '2026-03-31' });
  });
});

describe('the figures of a report', () => {
  const children = [
    child({}), // 3 years old, 364 days since the decision
    child({ dateOfBirth: '2025-06-01', admDecidedOn: '2026-08-01', enteredCareOn: '2026-01-01', placementOrderOn: '2026-09-01', unit: 'U2', ethnicity: 'BCRB', disability: true }),
    child({ dateOfBirth: '2022-02-01', admDecidedOn: '2026-08-01', enteredCareOn: '2026-01-01', unit: 'U2', ethnicity: 'REFU' }),
    child({ placedOn: '2026-05-01', matchedOn: '2026-04-20', unit: 'U3' }),
    child({ placedOn: '2026-10-02', unit: 'U4' }), // after the period: still waiting on its last day
    child({ decisionReversedOn: '2026-06-30', unit: 'U5' }),
    child({ placedOn: '2025-11-01', disruptedOn: '2026-04-01', unit: 'U6' }),
    child({ leftCareOn: '2026-07-01', unit: 'U7' }),
  ];

  it('count who waits on the last day, by age, group and type, each child once', () => {
    expect(number({ children }, 'Children waiting')).toBe(4);
    expect(['under 2 years', '2 to 3 years', '4 to 5 years', '6 to 7 years', '8 years or older'].map((age) => number({ children }, `Aged ${age}`))).toEqual([1, 2, 1, 0, 0]);
    expect(number({ children }, 'With a placement order')).toBe(1);
    expect(number({ children }, 'Waiting with brothers or sisters')).toBe(2);
    expect(number({ children }, 'Groups of brothers and sisters')).toBe(1);
    expect(number({ children }, 'With a disability')).toBe(1);
  });

  it('take an unknown ethnicity for no heritage (domain.md trap 26)', () => {
    expect(number({ children }, 'Of a heritage other than White')).toBe(1);
  });

  it('tell how long they have waited', () => {
    // 364, 60, 60 and 364 days since the decision.
    expect(number({ children }, 'Since the decision, on average')).toBe(212);
    expect(['under 3 months', '3 to 6 months', '6 to 12 months', '12 to 18 months', 'over 18 months'].map((band) => number({ children }, `Waiting ${band}`))).toEqual([2, 0, 2, 0, 0]);
    expect(number({ children }, 'In care for 18 months or longer')).toBe(2);
  });

  it('count what happened in the period by its day', () => {
    expect(['Children placed', 'Children matched', 'Placements that disrupted', 'Plans changed away from adoption'].map((label) => number({ children }, label))).toEqual([1, 1, 1, 1]);
  });

  it('are null, never 0, where nobody is in the population (domain.md 3.8)', () => {
    expect(number({}, 'Children waiting')).toBe(0);
    expect(number({}, 'Since the decision, on average')).toBeNull();
    expect(number({}, 'Stage one within 2 months')).toBeNull();
  });

  it('hold stages against calendar months, to the day, and leave a fast track out of stage one (domain.md trap 9)', () => {
    const households = [
      { ...NOBODY, stage1StartedOn: day('2026-03-01'), stage1EndedOn: day('2026-05-01'), stage2StartedOn: day('2026-05-01'), approvedOn: day('2026-09-01') },
      { ...NOBODY, stage1StartedOn: day('2026-03-01'), stage1EndedOn: day('2026-05-02'), stage2StartedOn: day('2026-05-02'), approvedOn: day('2026-09-03') },
      { ...NOBODY, stage2StartedOn: day('2026-05-01'), approvedOn: day('2026-06-01') },
      { ...NOBODY, stage1StartedOn: day('2026-09-01') },
    ];
    expect(valueOf({ households }, 'Stage one within 2 months')).toEqual({ value: 50, of: 1, among: 2 });
    expect(valueOf({ households }, 'Stage two to approval within 4 months')).toMatchObject({ of: 2, among: 3 });
    expect(valueOf({ households }, 'Registration to approval within 6 months')).toEqual({ value: 50, of: 1, among: 2 });
    expect(['Approved', 'In assessment', 'Approved and waiting'].map((label) => number({ households }, label))).toEqual([3, 1, 3]);
  });
});
