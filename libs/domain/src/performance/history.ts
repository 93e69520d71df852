import { changesOf, settledUntil, type Changes, type Former } from './former';
import type { Definition } from './indicator';
import type { Month } from './periods';
import { relationOf } from './relations';
import { countsOf, populationOf, type Counts } from './safe-counts';
import type { Block } from './shown';
import type { Tally } from './tally';

/** Of each council, by its code, what each month holds of each indicator, by its code. */
export type CouncilMonths = ReadonlyMap<string, ReadonlyMap<Month, Readonly<Record<string, Tally>>>>;

/** What a block needs of a definition; of a time only flows are published. */
export type Published = Pick<Definition, 'code' | 'unit' | 'parts'>;

export interface History {
  readonly agencies: readonly string[];
  readonly months: readonly Month[];
  readonly councils: CouncilMonths;
  readonly definitions: ReadonlyMap<string, Published>;
  readonly former: Former;
  readonly changes: Changes;
  /** The last node up to which no run is divided any more. */
  readonly settled: number;
}

export function historyOf(councils: CouncilMonths, definitions: readonly Published[], former: Former): History {
  const months = [...new Set([...councils.values()].flatMap((told) => [...told.keys()]))].sort();
  const agencies = [...councils.keys()].sort();
  const until = settledUntil(agencies, former);
  return { agencies, months, councils, definitions: new Map(definitions.map((one) => [one.code, one])), former, changes: changesOf(agencies, former), settled: until === null ? 0 : months.filter((month) => month <= until).length };
}

export const has = ({ definitions }: History, part: Block['part'], code: string): boolean => definitions.get(code)?.parts.includes(part) ?? false;

/** The indicators that bound where one may be cut, as far as they are published. */
export function relatives(history: History, part: Block['part'], code: string): readonly string[] {
  const { within, along } = relationOf(part, code);
  return [...within, ...along].filter((other) => has(history, part, other));
}

/** Of each council. */
export function countsOfAll(history: History, part: Block['part'], code: string): readonly Counts[] {
  const within = relationOf(part, code).within.filter((other) => has(history, part, other));
  const unitOf = (one: string): Definition['unit'] => history.definitions.get(one)?.unit ?? 'children';
  return history.agencies.map((agency) => {
    const others = within.map((other) => talliesOf(history, agency, other).map((tally) => populationOf(unitOf(other), part, tally)));
    return countsOf(unitOf(code), part, talliesOf(history, agency, code), others);
  });
}

export const talliesOf = ({ councils, months }: History, agency: string, code: string): readonly Tally[] => months.map((month) => councils.get(agency)?.get(month)?.[code] ?? {});

/** Where the runs of a council, or of the region, ended that were shown before; or which month ends were. */
export function formerCuts({ months, former }: History, part: Block['part'], code: string, agency: string | null): readonly boolean[] {
  const runs = former.blocks.filter((block) => block.part === part && block.code === code && block.agency === agency);
  const ends = new Set(runs.flatMap(({ from, to }) => [...(part === 'FLOW' ? [months.indexOf(from)] : []), months.indexOf(to) + 1]));
  return [true, ...months].map((_, node) => node > 0 && ends.has(node));
}
