import { ACTION_NAMES } from '../access/actions';
import { fieldNames } from './field-names';
import { PURPOSES, purposeOf } from './purposes';

describe('the purpose of a deed', () => {
  it('follows from the action, for every action (AUD-6)', () => {
    expect(ACTION_NAMES.filter((action) => !PURPOSES.includes(purposeOf(action)))).toEqual([]);
  });

  it('is never the one that a person must give a reason for', () => {
    expect(ACTION_NAMES.filter((action) => purposeOf(action) === 'BREAK_GLASS')).toEqual([]);
  });

  it.each([
    ['children.view', 'FAMILY_FINDING'], ['children.viewIdentity', 'CASE_WORK'], ['adopters.edit', 'CASE_WORK'], ['releases.approve', 'SHARING'], ['audit.whoLooked', 'ACCOUNTABILITY'],
  ] as const)('%s is %s', (action, purpose) => expect(purposeOf(action)).toBe(purpose));
});

describe('the names of fields', () => {
  it('are those that hold something, two levels deep, without values and inner ids', () => {
    expect(fieldNames({
      reference: 'AB12CD', unitId: 'x', about: null, tags: [], needs: [{ key: 'attachment', level: 2 }, { key: 'health', level: null }],
      children: [{ firstName: 'Canary', externalId: '12', profile: { contact: 1, needs: [{ key: 'x' }] } }, { firstName: null, lastName: 'Canary' }],
    })).toEqual(['children.externalId', 'children.firstName', 'children.lastName', 'children.profile', 'needs.key', 'needs.level', 'reference']);
  });

  it('are none for nothing', () => {
    expect([fieldNames(null), fieldNames([]), fieldNames('text')]).toEqual([[], [], []]);
  });
});
