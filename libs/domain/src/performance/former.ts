import type { Month } from './periods';
import type { Block } from './shown';
import type { Counted } from './source';

/** What was shown before, and of whom the region was. */
export interface Former {
  readonly agencies: readonly string[];
  readonly blocks: readonly Block[];
  /** Those of them who are counted otherwise now, in months that were shown. */
  readonly recounted?: readonly string[];
  /** The last month that was counted. */
  readonly until?: Month;
  /** Until when the region was shown of other councils once, or of other records of theirs: up to there no run is divided any more. */
  readonly settledUntil?: Month | null;
}

/** With whom, or without whom, the region's total changes by what is theirs, which must be shown too. */
export interface Changes {
  readonly joined: ReadonlySet<string>;
  readonly recounted: ReadonlySet<string>;
  readonly left: readonly string[];
}

export function changesOf(agencies: readonly string[], former: Former): Changes {
  const before = new Set(former.agencies);
  const joined = before.size === 0 ? [] : agencies.filter((agency) => !before.has(agency));
  return { joined: new Set(joined), recounted: new Set((former.recounted ?? []).filter((agency) => agencies.includes(agency))), left: [...before].filter((agency) => !agencies.includes(agency)) };
}

/** Until when no run may be divided any more, once these are the region's agencies; `null` where they always were. */
export function settledUntil(agencies: readonly string[], former: Former): Month | null {
  const { joined, recounted, left } = changesOf(agencies, former);
  return (joined.size + recounted.size + left.length > 0 ? former.until : former.settledUntil) ?? null;
}

/** Of whom other records were counted before: from another source, of other indicators, or in other months of those that were counted then. */
export function recountedSince(before: Readonly<Record<string, Counted>>, now: Readonly<Record<string, Counted>>, until: Month): readonly string[] {
  const told = ({ source, lacks, untold = [] }: Counted): string => JSON.stringify([source, [...lacks].sort(), untold.filter((month) => month <= until)]);
  return Object.entries(now).flatMap(([agency, counted]) => (before[agency] === undefined || told(before[agency]) === told(counted) ? [] : [agency]));
}
