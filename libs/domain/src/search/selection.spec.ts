import fc from 'fast-check';
import { moved } from './selection';

describe('moved', () => {
  test.each([
    ['b', true, ['b', 'a', 'c']], ['b', false, ['a', 'c', 'b']], ['a', true, null], ['c', false, null], ['x', true, null],
  ] as const)('%s, up: %s', (id, up, expected) => expect(moved(['a', 'b', 'c'], id, up)).toEqual(expected));

  test('down undoes up, and nothing is lost', () => {
    fc.assert(fc.property(fc.uniqueArray(fc.string(), { minLength: 2 }), fc.nat(), (ids, pick) => {
      const id = ids[1 + (pick % (ids.length - 1))] as string;
      const up = moved(ids, id, true) ?? [];
      expect([...up].sort()).toEqual([...ids].sort());
      expect(moved(up, id, false)).toEqual(ids);
    }));
  });
});
