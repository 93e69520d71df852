import type { FamilyFindingCause } from '../children/family-finding';
import { closingOf, leavingOf } from './closings';
import { exitReasonWords } from './exit-reasons';

describe('a link whose child’s search closed', () => {
  it.each<[FamilyFindingCause | null, boolean, string | null]>([
    [null, false, 'WITHDRAWN_CHILD_PLAN_CHANGED SEARCH_CLOSED'], [null, true, 'WITHDRAWN_CHILD_PLAN_CHANGED SEARCH_CLOSED'],
    ['PLAN_CHANGED', false, 'WITHDRAWN_CHILD_PLAN_CHANGED PLAN_CHANGED'], ['PLAN_CHANGED', true, 'WITHDRAWN_CHILD_PLAN_CHANGED PLAN_CHANGED'],
    ['LEFT_CARE_OTHER', false, 'WITHDRAWN_CHILD_PLAN_CHANGED PLAN_CHANGED'], ['LOOKED_AFTER', false, 'WITHDRAWN_CHILD_PLAN_CHANGED PLAN_CHANGED'],
    ['JOINED_GROUP', false, 'WITHDRAWN_CHILD_PLAN_CHANGED GROUP_CHANGED'], ['DISRUPTED', false, 'WITHDRAWN_CHILD_PLAN_CHANGED SEARCH_CLOSED'],
    ['PLACED', false, 'DECLINED_BY_CHILD_AGENCY ANOTHER_FAMILY'], ['ADOPTED', false, 'DECLINED_BY_CHILD_AGENCY ANOTHER_FAMILY'], ['AO_APPLIED', false, 'DECLINED_BY_CHILD_AGENCY ANOTHER_FAMILY'],
    ['PLACED', true, null], ['ADOPTED', true, null],
  ])('by %s, matched with this family %s: %s', (cause, isMatched, expected) => {
    const closing = closingOf(cause, isMatched);
    expect(closing && `${closing.exit} ${closing.reason}`).toBe(expected);
    if (closing) expect(exitReasonWords(closing.exit, closing.reason)).toBeDefined();
  });

  it('or whose family left has a reason of its list', () => {
    expect(exitReasonWords(leavingOf().exit, leavingOf().reason)).toBe('The adopters left, or their approval ended');
  });
});
