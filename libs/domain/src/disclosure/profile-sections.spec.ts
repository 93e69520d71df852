import { rangeWords, roomWords } from '../adopters/spoken-card';
import { exactAgeWords, groupWords, heritageGroupsWords, type SpokenUnit } from '../children/spoken-card';
import { householdSections, unitSections } from './profile-sections';

const unit = (over: Partial<SpokenUnit> = {}): SpokenUnit => ({ groupSize: 1, groupOpen: false, sex: 'F', youngestBand: '2-3', oldestBand: '2-3', ...over });

describe('what a card says', () => {
  it.each<[Partial<SpokenUnit>, string]>([
    [{}, 'Girl, 2 to 3 years'], [{ sex: 'M', youngestBand: '0-3', oldestBand: '0-3' }, 'Boy, under 4 years'], [{ sex: 'NOT_SHOWN' }, 'Child, 2 to 3 years'], [{ sex: 'UNKNOWN' }, 'Child, 2 to 3 years'],
    [{ groupOpen: true, youngestBand: 'ANY', oldestBand: 'ANY' }, 'Child or sibling group, age not shown'],
    [{ groupSize: 2, sex: 'MIXED', youngestBand: '0-1', oldestBand: '4-5' }, 'Group of 2, girls and boys, under 2 years and 4 to 5 years'],
    [{ groupSize: 3, groupOpen: true, sex: 'NOT_SHOWN', youngestBand: '6-7', oldestBand: '8+' }, 'Group of 3 or more, sex not shown, 6 to 7 years and 8 years or older'],
    [{ groupSize: 2, sex: 'UNKNOWN' }, 'Group of 2, sex not recorded for all, 2 to 3 years'],
  ])('of whom: %j', (over, words) => expect(groupWords(unit(over))).toBe(words));

  it.each([[0, 84, '0 to 7 years'], [0, 30, '0 to 2 years 6 months'], [30, 60, '2 years 6 months to 5 years'], [1, 11, '1 month to 11 months'], [null, 60, null]])('of an approval from %j to %j months', (from, to, words) =>
    expect(rangeWords(from, to)).toBe(words));

  it.each([[1, 'one child'], [3, 'up to 3 children'], [null, null]])('of room for %j', (max, words) => expect(roomWords(max)).toBe(words));

  it.each([[3, 5, '3 years and 5 months'], [1, 1, '1 year and 1 month'], [0, 0, '0 months'], [2, 0, '2 years'], [null, null, null]])('of an age of %j years and %j months', (ageYears, ageMonths, words) =>
    expect(exactAgeWords({ ageYears, ageMonths })).toBe(words));

  it('of heritage, where it is shown', () => expect([heritageGroupsWords(['WHITE', 'MIXED']), heritageGroupsWords([])]).toEqual(['White, Mixed', 'Not shown']));
});

describe('a profile as a file has it', () => {
  const card = { ...unit(), waitingBand: '6_12M', regionBand: 'North', earlyPermanence: false, needs: [{ key: 'attachment', level: 1, upTo: 2 } as const, { key: 'developmentalDelay', level: null }] };
  const profile = { heritageGroups: ['WHITE'], contact: 1, progress: 'Authority to place has been given', about: 'Likes trains.' };

  it('begins with what is granted, and has each part of the page', () => {
    const sections = unitSections({ card, profile, children: [{ firstName: 'Robin', ageYears: 3, ageMonths: 5, healthSummary: null }, { firstName: null, ageYears: 1, ageMonths: 0, healthSummary: 'Well.' }] });
    expect(sections.map(({ heading }) => heading)).toEqual(['Robin', 'First name not recorded', 'The card', 'Needs', 'The profile']);
    expect(sections[0]?.rows).toEqual([{ label: 'Age', value: '3 years and 5 months' }, { label: 'Health', value: null }]);
    // In the order of the policy, in which delay comes long before attachment.
    expect(sections[3]?.rows).toEqual([{ label: 'Developmental delay', value: 'not recorded' }, { label: 'Attachment', value: 'mild or moderate' }]);
    expect(sections[4]).toEqual({ heading: 'The profile', text: 'Likes trains.', rows: [{ label: 'Heritage', value: 'White' }, { label: 'Contact', value: 'letterbox contact' }, { label: 'Progress', value: profile.progress }] });
  });

  it('of a household names nobody where nothing is granted', () => {
    const offer = { approvedFromMonths: 0, approvedToMonths: 84, maxChildren: 2, sexPreference: 'any', earlyPermanence: null, regionBand: 'South', offers: [] };
    const content = { card: offer, profile: { householdType: 'Two adopters', experience: null, heritageGroups: [], about: null } };
    expect(householdSections({ ...content, identified: null }).map(({ heading }) => heading)).toEqual(['The card', 'What they would accept', 'The profile']);
    expect(householdSections({ ...content, identified: { firstNames: ['Kit', 'Sam'], reportSummary: 'Warm.' } })[0]).toEqual({ heading: 'Kit and Sam', text: null, rows: [{ label: 'Summary of the report', value: 'Warm.' }] });
    expect(householdSections({ ...content, identified: { firstNames: [], reportSummary: null } })[0]?.heading).toBe('First names not recorded');
  });
});
