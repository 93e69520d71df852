import type { CouncilMonths, Published } from '@hub/domain/performance/history';
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
}

export const FIRST = '2023-04' as Month;

export const DEFINITIONS: readonly Published[] = [
  { code: 'CHAT.ADOPTED', unit: 'children', parts: ['FLOW'] }, { code: 'A1', unit: 'days', parts: ['FLOW', 'STANDING'] }, { code: 'A3', unit: 'percent', parts: ['FLOW', 'STANDING'] },
  { code: 'A15', unit: 'children', parts: ['FLOW'] }, { code: 'CHAT.REVERSED', unit: 'children', parts: ['FLOW'] }, { code: 'CHAT.TOTAL', unit: 'children', parts: ['FLOW', 'STANDING'] },
  { code: 'A5', unit: 'percent', parts: ['FLOW', 'STANDING'] }, { code: 'CHAT.WAITING', unit: 'children', parts: ['STANDING'] }, { code: 'A9', unit: 'children', parts: ['STANDING'] },
];

/** Who waits to be adopted at the end of each month. */
export function waitingOf({ waitedAtFirst, months }: Story): readonly number[] {
  let waiting = waitedAtFirst;
  return months.map(({ adopted, reversed, decided }) => (waiting += decided - adopted - reversed));
}

/** The tallies of some councils, as the roll-up makes them from their children. */
export function tallied(stories: readonly Story[]): CouncilMonths {
  return new Map(stories.map((story, council) => [`C${council}`, new Map(story.months.map((month, at) => [monthLater(FIRST, at), talliesOf(month, waitingOf(story)[at] ?? 0)]))]));
}

function talliesOf({ adopted, placed, soon, reversed, decided, unplaced }: StoryMonth, waiting: number): Readonly<Record<string, Tally>> {
  const standing = { atEnd: { among: waiting } };
  return {
    'CHAT.ADOPTED': { among: adopted }, A1: { days: Array.from({ length: placed }, (_, at) => 400 + at) }, A3: { of: soon, among: placed, atEnd: { of: 0, among: waiting - unplaced } },
    A15: { among: decided }, 'CHAT.REVERSED': { among: reversed }, 'CHAT.TOTAL': { among: adopted + reversed, ...standing }, A5: { of: reversed, among: adopted + reversed, ...standing },
    'CHAT.WAITING': standing, A9: { atEnd: { among: unplaced } },
  };
}
