import * as fc from 'fast-check';
import { waitingOf, type Story } from './region';

/** A council in which up to so many are adopted, decided upon and, a third as many, reversed in a month; nobody is waited for who is not there. */
export const story = (months: number, most: number): fc.Arbitrary<Story> => fc.record({
  spare: fc.nat(12),
  drawn: fc.array(fc.tuple(fc.nat(most), fc.nat(100), fc.nat(100), fc.nat(Math.ceil(most / 3)), fc.nat(most), fc.nat(100)), { minLength: months, maxLength: months }),
}).map(({ spare, drawn }) => {
  const flows = drawn.map(([adopted, placedShare, soonShare, reversed, decided]) => {
    const placed = placedShare < 70 ? adopted : Math.floor((adopted * placedShare) / 100);
    return { adopted, placed, soon: Math.floor((placed * soonShare) / 100), reversed, decided, unplaced: 0 };
  });
  const waitedAtFirst = spare - Math.min(0, ...waitingOf({ waitedAtFirst: 0, months: flows }));
  const waiting = waitingOf({ waitedAtFirst, months: flows });
  return { waitedAtFirst, months: flows.map((month, at) => ({ ...month, unplaced: Math.floor(((waiting[at] ?? 0) * (drawn[at]?.[5] ?? 0)) / 100) })) };
});

/** Small, middling and large councils. */
export const region = (councils: number, months: number): fc.Arbitrary<readonly Story[]> =>
  fc.tuple(...Array.from({ length: councils }, () => fc.constantFrom(1, 3, 8).chain((most) => story(months, most))));
