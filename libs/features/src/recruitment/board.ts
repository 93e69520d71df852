import type { IsoDate } from '@hub/domain/dates/iso-date';
import { standingOf, stageCounts, type PipelineStage, type StageCount, type Standing } from '@hub/domain/recruitment/board';
import type { AgencySummary } from '../agencies/agencies.queries';
import type { Person } from '../agencies/users.queries';
import type { OwnPipelineRow, PipelineRow } from './board.queries';

export interface BoardFilter {
  readonly stage?: PipelineStage | null;
  /** A colleague's id; NONE: with nobody. */
  readonly worker?: string | null;
  readonly lateOnly?: boolean | null;
}

/** One household of the own agency on its way. */
export interface BoardRow extends Standing {
  readonly household: string;
  readonly worker: Person | null;
  readonly provisionalPanelOn: IsoDate | null;
}

export interface Board {
  readonly items: readonly BoardRow[];
  readonly totalCount: number;
  /** Every column, whatever is filtered. */
  readonly stages: readonly StageCount[];
  /** Colleagues who have households here. */
  readonly workers: readonly Person[];
}

/** How many households of an agency stand where. */
export interface AgencyBoard {
  readonly agency: AgencySummary;
  readonly stages: readonly StageCount[];
}

type Placed = Standing & Pick<OwnPipelineRow, 'household' | 'workerId' | 'provisionalPanelOn'>;

/** Late first, then what is due soonest, then who waits longest. */
const byUrgency = (a: Placed, b: Placed): number =>
  Number(b.isLate) - Number(a.isLate) || (a.dueOn ?? '9999').localeCompare(b.dueOn ?? '9999') || (b.days ?? 0) - (a.days ?? 0) || a.household.localeCompare(b.household);

export function placed(found: readonly OwnPipelineRow[], today: IsoDate): readonly Placed[] {
  return found.flatMap((row) => {
    const standing = standingOf(row, today);
    return standing === null ? [] : [{ ...standing, household: row.household, workerId: row.workerId, provisionalPanelOn: row.provisionalPanelOn }];
  }).sort(byUrgency);
}

export const isMeant = ({ stage, workerId, isLate }: Placed, filter: BoardFilter): boolean =>
  (filter.stage == null || stage === filter.stage)
  && (filter.worker == null || (filter.worker === 'NONE' ? workerId === null : workerId === filter.worker))
  && (filter.lateOnly !== true || isLate);

/** Each agency's columns, by name. */
export function agencyBoards(found: readonly PipelineRow[], agencies: readonly AgencySummary[], today: IsoDate): readonly AgencyBoard[] {
  const of = new Map<string, Standing[]>();
  for (const row of found) {
    const standing = standingOf(row, today);
    if (standing !== null) of.set(row.agencyId, [...(of.get(row.agencyId) ?? []), standing]);
  }
  return agencies.filter(({ id }) => of.has(id)).map((agency) => ({ agency, stages: stageCounts(of.get(agency.id) ?? []) })).sort((a, b) => a.agency.name.localeCompare(b.agency.name));
}
