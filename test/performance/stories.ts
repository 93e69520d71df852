import * as fc from 'fast-check';
import { waitingOf, type Story, type StoryMonth } from './region';

/** A council in which up to so many are adopted, decided upon and, a third as many, reversed in a month; nobody is waited for who is not there. */
export const story = (months: number, most: number): fc.Arbitrary<Story> => fc.record({
  spare: fc.nat(12),
  drawn: fc.array(fc.tuple(fc.nat(most), fc.nat(100), fc.nat(100), fc.nat(Math.ceil(most / 3)), fc.nat(most), fc.nat(100)), { minLength: months, maxLength: months }),
}).map(({ spare, drawn }) => {
  const flows = drawn.map(([adopted, placedShare, soonShare, reversed, decided]) => {
    const placed = placedShare < 70 ? adopted : Math.floor((adopted * placedShare) / 100);
    return { adopted, placed, soon: Math.floor((placed * soonShare) / 100), reversed, decided, unplaced: 0, ordered: 0, unplacedOrdered: 0 };
  });
  const waitedAtFirst = spare - Math.min(0, ...waitingOf({ waitedAtFirst: 0, months: flows }));
  const waiting = waitingOf({ waitedAtFirst, months: flows });
  const share = (at: number, of: number): number => Math.floor((of * (drawn[at]?.[5] ?? 0)) / 100);
  const needed = neededBy(flows);
  let before = waiting[0] ?? 0;
  return { waitedAtFirst, months: flows.map((month, at) => {
    const most = Math.min(waiting[at] ?? 0, at === 0 ? Infinity : before + cameBack(month));
    const unplaced = (needed[at] ?? 0) + share(at, most - (needed[at] ?? 0));
    before = unplaced;
    const unplacedOrdered = share(at + 1, unplaced);
    return { ...month, unplaced, unplacedOrdered, ordered: unplacedOrdered + share(at + 2, (waiting[at] ?? 0) - unplaced) };
  }) };
});

/** By how many more those not placed would be, if nobody moved in. */
const cameBack = ({ decided, reversed, adopted, placed }: StoryMonth): number => decided - reversed - (adopted - placed);

/** How many have to be left unplaced at the end of each month, so that none is placed before being adopted or reversed in the months that follow. */
function neededBy(months: readonly StoryMonth[]): readonly number[] {
  let need = 0;
  return [...months].reverse().map((month) => {
    const now = need;
    need = Math.max(0, need - cameBack(month));
    return now;
  }).reverse();
}

/** Small, middling and large councils. */
export const region = (councils: number, months: number): fc.Arbitrary<readonly Story[]> =>
  fc.tuple(...Array.from({ length: councils }, () => fc.constantFrom(1, 3, 8).chain((most) => story(months, most))));
