import { describe, expect, it } from '@jest/globals';
import type { HouseholdCardPartsFragment, UnitCardPartsFragment } from '../../gql/graphql';
import { besideWords, childRows, differing, familyRows } from './compare-rows';

const UNIT: UnitCardPartsFragment = {
  reference: 'AB12CD', groupSize: 1, groupOpen: false, youngestBand: '2-3', oldestBand: '2-3', sex: 'F', highestNeed: 2, earlyPermanence: false, regionBand: 'North', waitingBand: '6_12M', isOwn: true, hasProfile: true,
  needs: [{ key: 'attachment', level: 2, upTo: null }, { key: 'sexualAbuse', level: null, upTo: null }],
};
const FAMILY: HouseholdCardPartsFragment = {
  reference: 'EF34GH', approvedFromMonths: 0, approvedToMonths: 60, maxChildren: 2, sexPreference: null, earlyPermanence: null, regionBand: 'South', stage: 'APPROVED', isOwn: false, hasProfile: false,
  offers: [{ key: 'attachment', level: 1 }, { key: 'sexualAbuse', level: 3 }],
};
const cells = (rows: ReturnType<typeof familyRows>, label: string) => { const row = rows.find((one) => one.label === label); return row && [row.subject, ...row.cells]; };

describe('a need beside an offer', () => {
  it.each([
    [{ level: 0 }, 0, 'asks nothing'], [{ level: 2 }, 2, 'within the offer'], [{ level: 1, upTo: 2 }, 2, 'within the offer'],
    // A range is never taken for its lower end.
    [{ level: 1, upTo: 3 }, 2, 'may go beyond the offer: the card shows a range'], [{ level: 0, upTo: 3 }, 1, 'may go beyond the offer: the card shows a range'],
    [{ level: 2 }, 1, 'one level beyond the offer'], [{ level: 3 }, 1, 'beyond the offer by more than a level, or perhaps so'], [{ level: 2, upTo: 3 }, 1, 'beyond the offer by more than a level, or perhaps so'],
    // What nobody recorded is neither none nor any.
    [{ level: null }, 3, 'not known'], [{}, 3, 'not known'], [{ level: 3 }, null, 'not known'], [{ level: 0 }, undefined, 'not known'],
  ] as const)('%j and %j: %s', (need, offer, words) => expect(besideWords(need, offer)).toBe(words));
});

describe('families side by side', () => {
  it('says what is not recorded as not known, and without a child what each accepts', () => {
    const rows = familyRows([FAMILY, { ...FAMILY, maxChildren: null, sexPreference: 'F', earlyPermanence: true, approvedFromMonths: null, offers: [] }], null);
    expect(cells(rows, 'Room')).toEqual(['', 'Up to 2 children', 'Not known']);
    expect(cells(rows, 'Approved for')).toEqual(['', '0 to 5 years', 'Not known']);
    expect(cells(rows, 'Early permanence')).toEqual(['', 'Not known', 'Yes']);
    expect(cells(rows, 'Attachment')).toEqual(['', 'Accepts mild', 'Accepts not known']);
  });

  it('sets each offer beside the child’s need, in words', () => {
    const rows = familyRows([FAMILY], UNIT);
    expect(cells(rows, 'Attachment')).toEqual(['Moderate', 'Mild: one level beyond the offer']);
    expect(cells(rows, 'Approved for')?.[0]).toBe('Aged 2 to 3 years');
    expect(rows.filter(({ subject }) => subject === 'Not known').length).toBeGreaterThan(1);
  });
});

describe('children side by side', () => {
  it('sets each need beside what the family would accept', () => {
    const rows = childRows([UNIT, { ...UNIT, needs: [{ key: 'attachment', level: 0, upTo: 1 }] }], FAMILY);
    expect(cells(rows, 'Attachment')).toEqual(['Accepts mild', 'Moderate: one level beyond the offer', 'None or mild: within the offer']);
    expect(cells(rows, 'Waiting')).toEqual(['', '6 to 12 months', '6 to 12 months']);
  });

  it('has as many cells in each line as there are children', () => {
    for (const { cells: all } of childRows([UNIT, UNIT, UNIT], null)) expect(all).toHaveLength(3);
  });
});

describe('differences alone', () => {
  it('leaves the lines in which not all say the same', () => {
    const rows = familyRows([FAMILY, { ...FAMILY, regionBand: 'North' }, FAMILY], null);
    expect(differing(rows).map(({ label }) => label)).toEqual(['Region']);
    expect(differing(familyRows([FAMILY, FAMILY], UNIT))).toEqual([]);
  });
});
