import type { CouncilMonths, Published } from '@hub/domain/performance/history';
import { PUBLISHED } from '@hub/domain/performance/published';
import { monthLater, type Month } from '@hub/domain/performance/periods';
import type { Tally } from '@hub/domain/performance/tally';

/** What happened in one council, month by month, and how it stood before. */
export interface Story {
  /** Who waited when it began; those that come and go are added. */
  readonly waitedAtFirst: number;
  readonly months: readonly StoryMonth[];
}

export interface StoryMonth {
  readonly adopted: number;
  /** Of those adopted, who had been placed: they have a time. */
  readonly placed: number;
  /** Of those placed, who moved in soon. */
  readonly soon: number;
  readonly reversed: number;
  readonly decided: number;
  /** Of those who wait at its end, those not placed. */
  readonly unplaced: number;
  /** Of those who wait at its end, those with a placement order; and of these, those not placed. */
  readonly ordered: number;
  readonly unplacedOrdered: number;
}

export const FIRST = '2023-04' as Month;

const TOLD: ReadonlySet<string> = new Set(['CHAT.ADOPTED', 'A1', 'A3', 'A15', 'CHAT.REVERSED', 'CHAT.TOTAL', 'A5', 'CHAT.WAITING', 'CHAT.WAITING_PO', 'A9', 'A14']);

/** Those of the story that are published. */
export const DEFINITIONS: readonly Published[] = PUBLISHED.filter(({ code }) => TOLD.has(code));

/** Who waits to be adopted at the end of each month. */
export function waitingOf({ waitedAtFirst, months }: Story): readonly number[] {
  let waiting = waitedAtFirst;
  return months.map(({ adopted, reversed, decided }) => (waiting += decided - adopted - reversed));
}

/** The tallies of some councils, as the roll-up makes them from their children. */
export function tallied(stories: readonly Story[]): CouncilMonths {
  return new Map(stories.map((story, council) => [`C${council}`, new Map(story.months.map((month, at) => [monthLater(FIRST, at), talliesOf(month, waitingOf(story)[at] ?? 0)]))]));
}

function talliesOf({ adopted, placed, soon, reversed, decided, unplaced, ordered, unplacedOrdered }: StoryMonth, waiting: number): Readonly<Record<string, Tally>> {
  const standing = { atEnd: { among: waiting } };
  return {
    'CHAT.ADOPTED': { among: adopted }, A1: { days: Array.from({ length: placed }, (_, at) => 400 + at) }, A3: { of: soon, among: placed, atEnd: { of: 0, among: waiting - unplaced } },
    A15: { among: decided }, 'CHAT.REVERSED': { among: reversed }, 'CHAT.TOTAL': { among: adopted + reversed, ...standing }, A5: { of: reversed, among: adopted + reversed, ...standing },
    'CHAT.WAITING': standing, A9: { atEnd: { among: unplaced } }, 'CHAT.WAITING_PO': { atEnd: { among: ordered } }, A14: { atEnd: { among: unplacedOrdered } },
  };
}
