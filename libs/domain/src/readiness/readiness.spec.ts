import fc from 'fast-check';
import { ENGLAND_AND_WALES } from '../dates/bank-holidays';
import { isoDate, type IsoDate } from '../dates/iso-date';
import type { Standing } from '../documents/kinds';
import { PREPARATION_NAMES, type Preparation } from './preparation';
import { CHECK_NAMES, readiness, type CheckName, type ChildToPlace, type ReadinessFacts } from './readiness';

const day = (text: string): IsoDate => isoDate(text);
const child: ChildToPlace = { cpr: 'ACCEPTED', health: 'NOT_REVIEWED', views: ['CHILD', 'MOTHER', 'FATHER'] };
const READY: ReadinessFacts = {
  children: [child], isApart: false, siblingAssessment: null, hasAdoptersReport: true, apr: 'ACCEPTED', supportPlan: 'NOT_REVIEWED', panelOn: day('2026-06-30'),
  prepared: { CPR_GIVEN: day('2026-03-02'), MEDICAL_ADVISER_MET: day('2026-04-01'), FOSTER_CARER_MET: day('2026-04-02'), APR_GIVEN: day('2026-06-01'), ADOPTERS_VIEWS: day('2026-06-08') },
};
const without = (...gone: Preparation[]): Partial<ReadinessFacts> => ({ prepared: Object.fromEntries(Object.entries(READY.prepared).filter(([name]) => !gone.includes(name as Preparation))) });
const missingIn = (over: Partial<ReadinessFacts>): CheckName[] => readiness({ ...READY, ...over }, ENGLAND_AND_WALES).filter(({ state }) => state === 'MISSING').map(({ name }) => name);
const detailOf = (name: CheckName, over: Partial<ReadinessFacts>): string | null | undefined => readiness({ ...READY, ...over }, ENGLAND_AND_WALES).find((check) => check.name === name)?.detail;

describe('readiness for a panel', () => {
  it('lacks nothing where all is there, and asks for no sibling assessment of a child alone', () => {
    expect(missingIn({})).toEqual([]);
    expect(readiness(READY, ENGLAND_AND_WALES).find(({ name }) => name === 'SIBLING_ASSESSMENT')?.state).toBe('NOT_NEEDED');
    expect(readiness(READY, ENGLAND_AND_WALES).map(({ name }) => name)).toEqual([...CHECK_NAMES]);
  });

  it.each<[string, Partial<ReadinessFacts>, CheckName[]]>([
    ['no permanence report', { children: [{ ...child, cpr: null }] }, ['CPR']],
    ['a permanence report that nobody reviewed', { children: [{ ...child, cpr: 'NOT_REVIEWED' }] }, ['CPR']],
    ['a permanence report to be changed', { children: [{ ...child, cpr: 'CHANGES_ASKED' }] }, ['CPR']],
    ['no health report', { children: [{ ...child, health: null }] }, ['CHILD_HEALTH']],
    ['no wishes and feelings', { children: [{ ...child, views: ['MOTHER', 'FATHER'] }] }, ['WISHES']],
    ['one parent’s views alone', { children: [{ ...child, views: ['CHILD', 'MOTHER'] }] }, ['PARENTS_VIEWS']],
    ['a second child without reports', { children: [child, { cpr: null, health: null, views: [] }] }, ['CPR', 'CHILD_HEALTH', 'WISHES', 'PARENTS_VIEWS']],
    ['siblings apart without an assessment', { isApart: true }, ['SIBLING_ASSESSMENT']],
    ['siblings apart with one', { isApart: true, siblingAssessment: 'ACCEPTED' }, []],
    ['no adopters’ report', { hasAdoptersReport: false }, ['ADOPTERS_REPORT']],
    ['a placement report that nobody reviewed', { apr: 'NOT_REVIEWED' }, ['APR']],
    ['no support plan', { supportPlan: null }, ['SUPPORT_PLAN']],
    ['the report not given', without('CPR_GIVEN'), ['CPR_GIVEN']],
    ['no medical adviser and no foster carer', without('MEDICAL_ADVISER_MET', 'FOSTER_CARER_MET'), ['MEDICAL_ADVISER', 'FOSTER_CARER']],
    ['the placement report not given', without('APR_GIVEN'), ['APR_GIVEN']],
    ['no views of the adopters, but time', without('ADOPTERS_VIEWS'), ['ADOPTERS_VIEWS']],
  ])('with %s', (_, over, names) => expect(missingIn(over)).toEqual(names));

  it('says of which child, where there are several, and what', () => {
    expect(detailOf('CPR', { children: [child, { ...child, cpr: null }] })).toBe('Child 2 of 2: There is none.');
    expect(detailOf('PARENTS_VIEWS', { children: [{ ...child, views: ['CHILD'] }] })).toBe('The mother’s and the father’s are not recorded, nor why not.');
  });

  it('says the day as people write it', () => {
    expect(detailOf('CPR_GIVEN', {})).toBe('Done on 2 Mar 2026.');
    expect(detailOf('APR_GIVEN', {})).toBe('Given on 1 Jun 2026, and they gave their views.');
    expect(detailOf('APR_GIVEN', { panelOn: day('2026-06-10'), ...without('ADOPTERS_VIEWS') })).toBe('Given on 1 Jun 2026: they have until 15 Jun 2026 to comment, and the panel is on 10 Jun 2026.');
    expect(detailOf('APR_GIVEN', { panelOn: null, ...without('ADOPTERS_VIEWS') })).toBe('Given on 1 Jun 2026: they have until 15 Jun 2026 to comment.');
  });

  // Ten working days by hand: 2026-05-25 is the spring bank holiday, 2026-12-25 and 28 (for Boxing Day) and 2027-01-01 are holidays.
  it.each([
    ['2026-06-01', '2026-06-15', true], ['2026-06-01', '2026-06-16', false], ['2026-05-18', '2026-06-02', true], ['2026-05-18', '2026-06-03', false], ['2026-12-21', '2027-01-07', true], ['2026-12-21', '2027-01-08', false],
  ])('given on %s for a panel on %s: too late is %s', (given, panelOn, tooLate) => {
    expect(missingIn({ panelOn: day(panelOn), prepared: { ...READY.prepared, APR_GIVEN: day(given), ADOPTERS_VIEWS: undefined } }).includes('APR_GIVEN')).toBe(tooLate);
  });

  it('asks for no more time of adopters who have given their views since', () => {
    const prepared = { ...READY.prepared, APR_GIVEN: day('2026-06-01') };
    expect(missingIn({ panelOn: day('2026-06-04'), prepared: { ...prepared, ADOPTERS_VIEWS: day('2026-06-03') } })).toEqual([]);
    expect(missingIn({ panelOn: day('2026-06-04'), prepared: { ...prepared, ADOPTERS_VIEWS: day('2026-05-30') } })).toEqual(['APR_GIVEN']);
  });

  it('lacks nothing more once more is there', () => {
    const standing = fc.constantFrom<Standing | null>(null, 'NOT_REVIEWED', 'CHANGES_ASKED', 'ACCEPTED');
    const one = fc.record({ cpr: standing, health: standing, views: fc.subarray<ChildToPlace['views'][number]>(['CHILD', 'MOTHER', 'FATHER']) });
    const facts = fc.record({
      children: fc.array(one, { minLength: 1, maxLength: 3 }), isApart: fc.boolean(), siblingAssessment: standing, hasAdoptersReport: fc.boolean(), apr: standing, supportPlan: standing, panelOn: fc.constant(null),
      prepared: fc.subarray([...PREPARATION_NAMES]).map((names) => Object.fromEntries(names.map((name) => [name, day('2026-06-01')]))),
    });
    fc.assert(fc.property(facts, (some) => {
      const before = missingIn(some);
      const after = missingIn({ ...some, children: some.children.map(() => child), apr: 'ACCEPTED', siblingAssessment: 'ACCEPTED', hasAdoptersReport: true });
      expect(before).toEqual(expect.arrayContaining(after));
    }));
  });
});
