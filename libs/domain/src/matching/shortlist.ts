import { compareTallies } from './tally';
import type { RankTally } from './tally';

/** A household's standing in one unit's shortlist. */
export interface Ranked extends RankTally {
  /** The household's place in the columns, which are in the order of ids and so settle ties. */
  readonly at: number;
  /** The band's place, the compromise cap applied. */
  readonly band: number;
}

/** The best so many of what is offered, best first. */
export interface Shortlist {
  readonly best: readonly Ranked[];
  readonly offer: (ranked: Ranked) => void;
  /** The worst that is kept once the list is full: what a newcomer must beat. */
  readonly floor: () => Ranked | null;
}

/** A shortlist with room for at least one. */
export function shortlist(room: number): Shortlist {
  const best: Ranked[] = [];
  return {
    best,
    floor: () => (best.length < room ? null : (best[room - 1] ?? null)),
    offer: (ranked) => {
      let place = best.length;
      if (place < room) best.push(ranked);
      else if (comesBefore(ranked, best[room - 1] as Ranked)) place = room - 1;
      else return;
      for (; place > 0 && comesBefore(ranked, best[place - 1] as Ranked); place -= 1) {
        best[place] = best[place - 1] as Ranked;
      }
      best[place] = ranked;
    },
  };
}

function comesBefore(a: Ranked, b: Ranked): boolean {
  return (a.band - b.band || compareTallies(a, b) || a.at - b.at) < 0;
}
