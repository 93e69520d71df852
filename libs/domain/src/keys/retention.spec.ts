import { HOUSEHOLD_STATES } from '../adopters/states';
import { CHILD_STATES } from '../children/states';
import { isoDate } from '../dates/iso-date';
import { childMustBeKept, householdMustBeKept, type ChildAtRest, type HouseholdAtRest } from './retention';

const child = (over: Partial<ChildAtRest>): ChildAtRest => ({ state: 'LEFT_CARE_OTHER', adoptedOn: null, familyFinding: 'CLOSED', ...over });
const household = (over: Partial<HouseholdAtRest>): HouseholdAtRest => ({ state: 'LEFT', matchedOn: null, placedOn: null, aoOn: null, hasChild: false, ...over });

describe('which records may be destroyed', () => {
  it('of children: of those who left care another way or whose plan changed, and of no others', () => {
    expect(CHILD_STATES.filter((state) => childMustBeKept(child({ state })) === null)).toEqual(['PLAN_CHANGED', 'LEFT_CARE_OTHER']);
  });

  it('RET-1: erasure of an adopted child’s record is refused with the statutory reason', () => {
    for (const adopted of [child({ state: 'ADOPTED' }), child({ adoptedOn: isoDate('2020-02-29') })]) {
      expect(childMustBeKept(adopted)).toMatchObject({ code: 'GUARD_FAILED', message: expect.stringMatching(/100 years.*SI 2005\/888/) as string });
    }
  });

  it.each([['NOT_STARTED', true], ['ACTIVE', false], ['PAUSED', false], ['CLOSED', true]] as const)('of children while family finding is %s: %s', (familyFinding, may) => {
    expect(childMustBeKept(child({ familyFinding })) === null).toBe(may);
  });

  it('of households: of those that left, and of no others', () => {
    expect(HOUSEHOLD_STATES.filter((state) => householdMustBeKept(household({ state })) === null)).toEqual(['LEFT']);
  });

  it.each<Partial<HouseholdAtRest>>([{ matchedOn: isoDate('2024-01-01') }, { placedOn: isoDate('2024-01-01') }, { aoOn: isoDate('2024-01-01') }, { hasChild: true }])('of no household that a child was matched with: %j', (over) => {
    expect(householdMustBeKept(household(over))?.message).toMatch(/SI 2005\/888/);
  });
});
