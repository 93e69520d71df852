import { kindsAbout, standingOf, type ReviewOutcome, type Standing } from './kinds';

describe('documents', () => {
  it.each([
    ['CHILD', ['CPR', 'CHILD_HEALTH', 'SIBLING_ASSESSMENT', 'OTHER']], ['UNIT', ['SIBLING_ASSESSMENT', 'OTHER']],
    ['HOUSEHOLD', ['PAR', 'ADULT_HEALTH', 'OTHER']], ['LINK', ['APR', 'SUPPORT_PLAN', 'OTHER']],
  ] as const)('about a %s are %j', (subject, kinds) => expect(kindsAbout(subject)).toEqual(kinds));

  it.each<[ReviewOutcome[], Standing]>([
    [[], 'NOT_REVIEWED'], [['FEEDBACK'], 'NOT_REVIEWED'], [['CHANGES_ASKED'], 'CHANGES_ASKED'], [['CHANGES_ASKED', 'FEEDBACK'], 'CHANGES_ASKED'],
    [['CHANGES_ASKED', 'ACCEPTED'], 'ACCEPTED'], [['ACCEPTED', 'FEEDBACK'], 'ACCEPTED'], [['ACCEPTED', 'CHANGES_ASKED'], 'CHANGES_ASKED'],
  ])('after %j a version stands %s', (outcomes, standing) => expect(standingOf(outcomes)).toBe(standing));
});
