import fc from 'fast-check';
import type { Level, Levels } from '../matching/pool';
import { highestShown, isWithheld, needRanges, type NeedCounts } from './need-ranges';

const KEY = 'attachment';
const level = fc.constantFrom<Level>(0, 1, 2, 3);
const counted = (levels: readonly Level[]): NeedCounts => ({ [KEY]: [0, 1, 2, 3].map((of) => levels.filter((one) => one === of).length) as unknown as [number, number, number, number] });
const shown = (needs: Levels, counts: NeedCounts, k: number) => needRanges(needs, counts, k).find(({ key }) => key === KEY);

describe('ANON-2: rare need tags', () => {
  it.each<[string, [number, number, number, number], Level, [Level, Level]]>([
    ['every level is common', [5, 5, 5, 5], 3, [3, 3]],
    ['a level that nobody has is no class', [9, 5, 5, 0], 2, [2, 2]],
    ['severe is rare: with moderate', [40, 12, 9, 2], 3, [2, 3]],
    ['severe is rare, and moderate is shown the same way, so that the words do not tell them apart', [40, 12, 9, 2], 2, [2, 3]],
    ['both are rare: mild to severe', [40, 12, 1, 2], 1, [1, 3]],
    ['hardly anybody has the need at all: not shown', [40, 1, 1, 0], 1, [0, 3]],
    ['and its absence is not shown then either', [40, 1, 1, 0], 0, [0, 3]],
  ])('%s', (_, counts, of, expected) => {
    const range = shown({ [KEY]: of }, { [KEY]: counts }, 5);
    expect([range?.level, range?.upTo]).toEqual(expected);
  });

  it('shows at least k units alike, holds the true level, and never becomes finer', () => {
    fc.assert(fc.property(fc.array(level, { minLength: 1, maxLength: 40 }), fc.integer({ min: 1, max: 6 }), level, (levels, k, added) => {
      const units = levels.map((one) => shown({ [KEY]: one }, counted(levels), k));
      units.forEach((range, at) => {
        const [from, to] = [range?.level ?? 9, range?.upTo ?? -1];
        expect(from <= (levels[at] as Level) && (levels[at] as Level) <= to).toBe(true);
        if (range && !isWithheld(range)) expect(units.filter((other) => other?.level === from && other.upTo === to).length).toBeGreaterThanOrEqual(k);
        const [later] = needRanges({ [KEY]: levels[at] }, counted([...levels, added]), k, range ? [range] : []).filter(({ key }) => key === KEY);
        expect((later?.level ?? 9) <= from && to <= (later?.upTo ?? -1)).toBe(true);
      });
    }));
  });

  it('keeps not recorded apart from not shown, and takes no withheld need for the highest', () => {
    const ranges = needRanges({ [KEY]: 2, neglectOrAbuse: 1 }, { [KEY]: [9, 9, 1, 1], neglectOrAbuse: [9, 1, 1, 0] }, 5);
    expect(ranges.find(({ key }) => key === 'sexualAbuse')).toEqual({ key: 'sexualAbuse', level: null, upTo: null });
    expect(highestShown(ranges)).toBe(3);
    expect(highestShown(needRanges({ neglectOrAbuse: 1 }, { neglectOrAbuse: [9, 1, 1, 0] }, 5))).toBeNull();
  });
});
