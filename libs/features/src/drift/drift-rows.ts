import { WAITING_BANDS, type WaitingBand } from '@hub/domain/children/bands';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Delay, DriftLimits } from '@hub/domain/drift/delays';
import { OPEN_STATES, type LinkState, type Side } from '@hub/domain/links/states';
import type { Awaited } from '@hub/domain/links/who-acts';
import type { AgencySummary } from '../agencies/agencies.queries';
import type { Search, TimedLink } from './searches.queries';

export interface DriftFilter {
  /** The child's agency, by code. */
  readonly agency?: string | null;
  /** Whose move it is, by code; NOBODY: no link is open. */
  readonly mover?: string | null;
  readonly delay?: Delay | null;
}

export interface DriftTurn {
  readonly side: Side;
  readonly agency: AgencySummary | null;
  readonly awaited: Awaited;
}

export interface DriftLink {
  /** Null where the viewer is no party. */
  readonly link: string | null;
  readonly household: string | null;
  readonly state: LinkState;
  readonly idleDays: number;
  readonly turns: readonly DriftTurn[];
  readonly delay: Delay | null;
}

/** How one search goes. */
export interface DriftRow {
  readonly unit: string;
  readonly agency: AgencySummary;
  readonly waitingBand: WaitingBand;
  readonly isPaused: boolean;
  readonly localDays: number;
  readonly widensOn: IsoDate | null;
  readonly idleDays: number | null;
  readonly withoutLinkDays: number | null;
  readonly reviewDays: number;
  readonly links: readonly DriftLink[];
  /** Codes of the agencies whose move it is; empty where nobody acts. */
  readonly movers: readonly string[];
  readonly delays: readonly Delay[];
}

export interface DriftCount {
  readonly agency: AgencySummary;
  readonly searches: number;
  readonly stuck: number;
  readonly slow: number;
  readonly withoutLink: number;
  readonly notReviewed: number;
}

/** A stage of searches: how many stand there, and which of them has not moved for longest. */
export interface DriftStage {
  /** Of the link that has come furthest; NO_LINK where none is open. */
  readonly stage: LinkState | 'NO_LINK';
  readonly searches: number;
  readonly unit: string;
  readonly agency: AgencySummary;
  readonly days: number;
  /** Codes of the agencies whose move it is there; empty where nobody acts. */
  readonly movers: readonly string[];
}

export interface Drift {
  readonly items: readonly DriftRow[];
  readonly totalCount: number;
  /** Every council with how many of its searches are held up, whatever is filtered. */
  readonly agencies: readonly DriftCount[];
  /** In the order of the way to a match, of searches that go on, whatever is filtered. */
  readonly stages: readonly DriftStage[];
  readonly limits: DriftLimits;
}

type Agencies = ReadonlyMap<string, AgencySummary>;

export function driftRow(search: Search, agencies: Agencies): DriftRow[] {
  const agency = agencies.get(search.agencyId);
  if (!agency) return [];
  const { localDays, widensOn, idleDays, withoutLinkDays, reviewDays } = search.clocks;
  const links = search.links.map((link) => driftLink(link, agencies));
  const movers = [...new Set(links.flatMap(({ turns }) => turns.flatMap((turn) => turn.agency?.code ?? [])))].sort();
  return [{
    unit: search.unit, agency, waitingBand: search.waitingBand, isPaused: search.status === 'PAUSED', localDays, widensOn, idleDays, withoutLinkDays, reviewDays, links, movers, delays: search.delays,
  }];
}

function driftLink({ link, household, state, idleDays, turns, delay, childAgencyId, adoptersAgencyId }: TimedLink, agencies: Agencies): DriftLink {
  const agencyOf = (side: Side): AgencySummary | null => agencies.get(side === 'CHILD' ? childAgencyId : adoptersAgencyId) ?? null;
  return { link, household, state, idleDays, delay, turns: turns.map(({ side, awaited }) => ({ side, awaited, agency: agencyOf(side) })) };
}

export const isMeant = ({ agency, movers, delays, links }: DriftRow, filter: DriftFilter): boolean =>
  (filter.agency == null || agency.code === filter.agency)
  && (filter.mover == null || (filter.mover === 'NOBODY' ? links.length === 0 : movers.includes(filter.mover)))
  && (filter.delay == null || delays.includes(filter.delay));

/** Days in which nobody moved it. */
const still = ({ idleDays, withoutLinkDays }: DriftRow): number => idleDays ?? withoutLinkDays ?? 0;

/** Who waits longest first, by the band alone; within it what nobody has moved for longest. */
export function byWaiting(a: DriftRow, b: DriftRow): number {
  const band = WAITING_BANDS.indexOf(b.waitingBand) - WAITING_BANDS.indexOf(a.waitingBand);
  return band || still(b) - still(a) || (a.unit < b.unit ? -1 : 1);
}

export function countsOf(all: readonly DriftRow[]): DriftCount[] {
  const by = new Map<string, DriftRow[]>();
  for (const row of all) {
    const rows = by.get(row.agency.code);
    if (rows) rows.push(row);
    else by.set(row.agency.code, [row]);
  }
  const having = (rows: readonly DriftRow[], delay: Delay): number => rows.filter(({ delays }) => delays.includes(delay)).length;
  return [...by.values()].flatMap((rows): DriftCount[] => rows[0] ? [{
    agency: rows[0].agency, searches: rows.length, stuck: having(rows, 'STUCK'), slow: having(rows, 'SLOW'), withoutLink: having(rows, 'NO_LINK'), notReviewed: having(rows, 'NOT_REVIEWED'),
  }] : []).sort((a, b) => (a.agency.name < b.agency.name ? -1 : 1));
}

const furthest = ({ links }: DriftRow): number => Math.max(-1, ...links.map(({ state }) => OPEN_STATES.indexOf(state as (typeof OPEN_STATES)[number])));

export function stagesOf(all: readonly DriftRow[]): DriftStage[] {
  const by = new Map<number, DriftRow[]>();
  for (const row of all.filter(({ isPaused }) => !isPaused)) by.set(furthest(row), [...(by.get(furthest(row)) ?? []), row]);
  return [...by].sort(([a], [b]) => a - b).flatMap(([at, rows]): DriftStage[] => {
    const [longest] = [...rows].sort((a, b) => still(b) - still(a) || (a.unit < b.unit ? -1 : 1));
    return longest ? [{ stage: OPEN_STATES[at] ?? 'NO_LINK', searches: rows.length, unit: longest.unit, agency: longest.agency, days: still(longest), movers: longest.movers }] : [];
  });
}
