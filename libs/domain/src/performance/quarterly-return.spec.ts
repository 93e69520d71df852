import { isoDate, type IsoDate } from '../dates/iso-date';
import { CHILD_COLUMNS, childRows, HOUSEHOLD_COLUMNS, householdRows, returnPeriod, type ReturnChild, type ReturnHousehold } from './quarterly-return';

const Q2 = returnPeriod({ year: 2026, quarter: 2 });
const NO_DATES = { enteredCareOn: null, admDecidedOn: null, earlyPermanencePlacedOn: null, placementOrderOn: null, familyFindingSince: null, matchedOn: null, placedOn: null, decisionReversedOn: null, disruptedOn: null, adoptedOn: null, leftCareOn: null };
const child = (dates: Partial<Record<keyof ReturnChild, unknown>>): ReturnChild => ({
  reference: 'ABC123', sex: 'F', ethnicity: 'WBRI', disability: null, dateOfBirth: isoDate('2023-01-31'), ...NO_DATES, reversalReason: null, together: 1, apart: 0, adopters: null, admDecidedOn: isoDate('2025-06-01'), ...dates,
} as ReturnChild);
const family = (dates: Partial<Record<keyof ReturnHousehold, unknown>>): ReturnHousehold => ({
  reference: 'HHH111', kind: 'COUPLE', earlyPermanence: true, enquiryOn: isoDate('2025-01-01'), roiOn: null, stage1StartedOn: null, stage1EndedOn: null, stage2StartedOn: null, approvedOn: null, matchedOn: null, placedOn: null, aoOn: null, leftOn: null, leftReason: null, ...dates,
} as ReturnHousehold);
const cell = (rows: readonly (readonly unknown[])[], column: (typeof CHILD_COLUMNS)[number]) => rows[0]?.[CHILD_COLUMNS.indexOf(column)];
const cellOf = (rows: readonly (readonly unknown[])[], column: (typeof HOUSEHOLD_COLUMNS)[number]) => rows[0]?.[HOUSEHOLD_COLUMNS.indexOf(column)];

describe('the quarterly return', () => {
  it('is cumulative from 1 April (domain.md 3.6)', () => {
    expect(Q2).toEqual({ from: '2026-04-01', to: '2026-09-30' });
    expect(returnPeriod({ year: 2025, quarter: 4 })).toEqual({ from: '2025-04-01', to: '2026-03-31' });
  });

  it.each<[string, Partial<Record<keyof ReturnChild, IsoDate>>, number]>([
    ['still waiting', {}, 1], ['adopted in the year', { adoptedOn: isoDate('2026-04-01') }, 1], ['adopted the day before', { adoptedOn: isoDate('2026-03-31') }, 0],
    ['reversed before', { decisionReversedOn: isoDate('2026-03-31') }, 0], ['decided on the last day', { admDecidedOn: isoDate('2026-09-30') }, 1], ['decided a day later', { admDecidedOn: isoDate('2026-10-01') }, 0],
  ])('has a child %s', (_, dates, count) => expect(childRows([child(dates)], Q2)).toHaveLength(count));

  it('says nothing of what came after the quarter', () => {
    const rows = childRows([child({ matchedOn: '2026-09-30', placedOn: '2026-10-01', adopters: { isOwn: false, kind: 'COUNCIL' } })], Q2);
    expect([cell(rows, 'Matched on'), cell(rows, 'Placement provider'), cell(rows, 'Placed on')]).toEqual(['2026-09-30', 'PR2', null]);
  });

  it('carries nothing of a child’s identity beyond the adoption order (domain.md 6.3), even an order after the quarter', () => {
    for (const adoptedOn of ['2026-05-01', '2026-11-01']) expect(cell(childRows([child({ adoptedOn })], Q2), 'Hub reference')).toBeNull();
    expect(cell(childRows([child({ adoptedOn: '2026-05-01' })], Q2), 'Age in months')).toBe(39);
    expect(JSON.stringify(childRows([child({})], Q2))).not.toContain('2023-01-31');
  });

  it('counts siblings with and apart from the child, this child included', () => {
    const rows = childRows([child({ together: 2, apart: 1 })], Q2);
    expect(['In a sibling group', 'Placed together, this child included', 'Placed apart'].map((column) => cell(rows, column as 'Placed apart'))).toEqual([1, 2, 1]);
  });

  it('has no flag where a date is missing, nor for a fast track (domain.md trap 9)', () => {
    const fast = householdRows([family({ stage2StartedOn: '2026-01-01', approvedOn: '2026-05-01', matchedOn: '2026-08-01' })], Q2, 'COUNCIL');
    expect([cellOf(fast, 'Fast track'), cellOf(fast, 'Approved within 6 months of registration'), cellOf(fast, 'Matched within 3 months of approval'), cellOf(fast, 'Provider')]).toEqual([1, null, 1, 'PR1']);
    const slow = householdRows([family({ stage1StartedOn: '2025-10-31', stage2StartedOn: '2026-01-01', approvedOn: '2026-05-01' })], Q2, 'VOLUNTARY');
    expect([cellOf(slow, 'Fast track'), cellOf(slow, 'Approved within 6 months of registration'), cellOf(slow, 'Matched within 3 months of approval'), cellOf(slow, 'Provider')]).toEqual([0, 0, null, 'PR5']);
    expect(householdRows([family({ leftOn: '2026-03-31' }), family({ enquiryOn: '2026-10-01' })], Q2, 'COUNCIL')).toEqual([]);
  });
});
