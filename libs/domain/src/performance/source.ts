import type { LeaverFacts } from '../interchange/list-8';
import type { Leavers } from './children';
import type { JourneyFacts } from './facts';
import type { Period } from './indicator';
import type { Month } from './periods';

/** What a council's figures are reckoned from: its own records in the hub, or a file that it uploaded. */
export const SOURCE_KINDS = ['HUB', 'ANNEX_A', 'SSDA903'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Of an agency in one reckoning: what it was counted from, and the codes of the indicators that this cannot give. */
export interface Counted {
  readonly source: SourceKind;
  readonly lacks: readonly string[];
  /** The months of which it tells fewer indicators than of others. */
  readonly untold?: readonly Month[];
}

/** What is wrong in a file that indicators were reckoned from. `rule` is a code of the hub's import, or the number of a rule of the 903 validation. */
export interface SourceWarning {
  readonly rule: string;
  readonly file: string;
  /** As a spreadsheet numbers it; `null` of a whole file. */
  readonly row: number | null;
  readonly column: string | null;
  readonly value: string | null;
  readonly message: string;
}

/** What a source says, as indicators need it. */
export interface Source {
  readonly journeys: readonly JourneyFacts[];
  /** `null` where it does not say who left care. */
  readonly leavers: readonly LeaverFacts[] | null;
  readonly warnings: readonly SourceWarning[];
}

/** Each child's last leaving within a period (domain.md 3.3, A4). */
export function lastLeavings(leavers: readonly LeaverFacts[], { from, to }: Period): readonly LeaverFacts[] {
  const last = new Map<string, LeaverFacts>();
  for (const leaver of leavers) {
    if (leaver.leftOn >= from && leaver.leftOn <= to && (last.get(leaver.child)?.leftOn ?? from) <= leaver.leftOn) last.set(leaver.child, leaver);
  }
  return [...last.values()];
}

/** Who left care in a period; only the last time that a child left counts. */
export function leaversIn(leavers: readonly LeaverFacts[] | null, period: Period): Leavers {
  if (leavers === null) return null;
  const all = lastLeavings(leavers, period);
  return { adopted: all.filter(({ isAdopted }) => isAdopted).length, all: all.length };
}
