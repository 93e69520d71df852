import { selectionSections, selectionTitle } from './selection-sections';

describe('a selection on paper', () => {
  it.each([['UNIT', null, 'Children kept'], ['HOUSEHOLD', '7F3K2Q', 'Families kept for 7F3K2Q']] as const)('of %s for %s is called: %s', (holds, subject, title) => {
    expect(selectionTitle({ holds, subject, entries: [] })).toBe(title);
  });

  it('keeps the order, and says of who is not shown any more nothing else', () => {
    const household = { reference: 'AB12CD', approvedFromMonths: 0, approvedToMonths: 60, maxChildren: 2, sexPreference: null, earlyPermanence: null, regionBand: 'South', offers: [{ key: 'attachment', level: 2 as const }] };
    expect(selectionSections({ holds: 'HOUSEHOLD', subject: null, entries: [{ unit: null, household: null }, { unit: null, household }] })).toEqual([
      { heading: '1. Not shown any more', text: 'Who was kept here has left the pool, or may not be seen by you now.', rows: [] },
      { heading: '2. AB12CD', text: null, rows: [
        { label: 'Approved for ages', value: '0 to 5 years' }, { label: 'Room', value: 'up to 2 children' }, { label: 'Would prefer', value: null }, { label: 'Early permanence', value: null },
        { label: 'Region', value: 'South' }, { label: 'Attachment', value: 'moderate' },
      ] },
    ]);
  });
});
