import { withoutValue, type Definition, type Figure } from './indicator';
import type { Month } from './periods';
import type { Block } from './shown';
import { figureOf, followedBy, type Tally } from './tally';

/** What one viewer may know of an indicator in some months that follow one another. */
export interface Seen {
  readonly figure: Figure;
  readonly isHidden: boolean;
}

const HIDDEN: Seen = { figure: withoutValue('Hidden, because it could tell of one to five people.'), isHidden: true };

/** Of the own agency: whatever its months hold; a month that its source does not tell of leaves the whole without a value. */
export function seenOfMonths(definition: Definition, months: readonly Month[], tallies: ReadonlyMap<Month, Tally>): Seen {
  const found = months.flatMap((month) => tallies.get(month) ?? []);
  if (found.length < months.length) return { figure: withoutValue('The source does not tell this for the whole period.'), isHidden: false };
  return { figure: figureOf(definition.unit, followedBy(...found)), isHidden: false };
}

/**
 * Of everybody else, from the blocks of one indicator of one agency or of the region, in the order of their months: what they lie in end to end, and with the one that stands at the end where the
 * indicator has such a part. Of a time that part gives the median with those who wait alone, which is left out without it.
 */
export function seenOfBlocks({ unit, parts }: Definition, months: readonly Month[], blocks: readonly Block[]): Seen {
  const [first, last] = [months[0], months.at(-1)];
  if (first === undefined || last === undefined) return HIDDEN;
  const stands = blocks.find(({ part, to }) => part === 'STANDING' && to === last);
  const flow = parts.includes('FLOW') ? endToEnd(blocks, first, last) : [];
  if (flow === null) return HIDDEN;
  if (parts.includes('STANDING') && stands === undefined && unit !== 'days') return HIDDEN;
  const figure = figureOf(unit, { ...followedBy(...flow.map(({ tally }) => tally)), atEnd: stands?.tally.atEnd ?? {} });
  return { figure: parts.includes('STANDING') && stands === undefined ? { ...figure, medianWithWaiting: null } : figure, isHidden: false };
}

/** The blocks that begin with one month, end with another and follow one another; `null` where there are none. */
function endToEnd(blocks: readonly Block[], first: Month, last: Month): readonly Block[] | null {
  const found: Block[] = [];
  for (const block of blocks) {
    if (block.part !== 'FLOW' || block.from < first || block.to > last) continue;
    const before = found.at(-1);
    if (before === undefined ? block.from !== first : !follows(before, block)) return null;
    found.push(block);
  }
  return found.at(-1)?.to === last ? found : null;
}

const follows = (earlier: Block, later: Block): boolean => monthNumber(later.from) === monthNumber(earlier.to) + 1;
const monthNumber = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5));
