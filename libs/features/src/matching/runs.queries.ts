import { can, type Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import type { RunScope } from '@hub/domain/access/run-scopes';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { ErrorCode } from '@hub/domain/errors';
import { DEFAULT_POLICY } from '@hub/domain/matching/default-policy';
import type { Policy } from '@hub/domain/matching/policy';
import { affected, row, rows, type Tx } from '@hub/database/tx';

export type { RunScope };
export type RunStatus = 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED' | 'CANCELLED';

export interface RunSummary {
  readonly id: string;
  readonly reference: string;
  readonly scope: RunScope;
  /** The unit's or household's reference. */
  readonly subject: string | null;
  readonly status: RunStatus;
  readonly progress: number;
  readonly step: string | null;
  readonly asAt: IsoDate;
  readonly policy: string;
  readonly policyVersion: number;
  readonly dataHash: string | null;
  readonly units: number | null;
  readonly households: number | null;
  readonly requestedBy: { readonly id: string; readonly displayName: string };
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  readonly seconds: number | null;
  readonly errorCode: string | null;
  readonly isOwn: boolean;
}

interface RunRow extends Omit<RunSummary, 'requestedBy'> {
  readonly requesterId: string;
  readonly requesterName: string | null;
}

/** A coordinator reads the region's results, everybody else those of the own agency. */
export const readingAs = (actor: Actor): Action => (can(actor, 'matching.readRegion') ? 'matching.readRegion' : 'matching.read');

/** A colleague's name is the own agency's to see; of another agency's run only the agency is told. */
const RUN_SQL = `
  select r.id, r.reference, r.scope, r.status, r.progress, r.step, r.as_at as "asAt", r.policy_id as policy, r.policy_version as "policyVersion",
    r.data_hash as "dataHash", r.units - x.units as units, r.households - x.households as households, r.requested_by as "requesterId", coalesce(u.display_name, a.name) as "requesterName",
    r.requested_at as "requestedAt", r.finished_at as "finishedAt", extract(epoch from r.finished_at - r.started_at)::float8 as seconds, r.error_code as "errorCode",
    r.agency_id = (select hub.own_agency()) as "isOwn", coalesce(k.reference, h.reference) as subject
  from hub.matching_run r
    join hub.agency a on a.id = r.agency_id
    join lateral hub.hidden_in_run(r.id) x on true
    left join hub.app_user u on u.id = r.requested_by
    left join hub.unit_card k on r.scope = 'UNIT' and k.unit_id = r.subject_id
    left join hub.household_card h on r.scope = 'HOUSEHOLD' and h.household_id = r.subject_id`;

function toSummary({ requesterId, requesterName, ...run }: RunRow): RunSummary {
  return { ...run, requestedBy: { id: requesterId, displayName: requesterName ?? 'Another agency' } };
}

export async function findRun(tx: Tx, reference: string): Promise<RunSummary | undefined> {
  const found = await row<RunRow>(tx, `${RUN_SQL} where r.reference = $1`, [reference]);
  return found && toSummary(found);
}

/** Newest first, with how many there are. */
export async function listRuns(tx: Tx, limit: number, offset: number): Promise<{ items: RunSummary[]; totalCount: number }> {
  const found = await rows<RunRow & { total: number }>(tx, `select *, count(*) over () as total from (${RUN_SQL}) q order by "requestedAt" desc, id limit $1 offset $2`, [limit, offset]);
  const totalCount = found[0]?.total ?? 0;
  return { items: found.map(toSummary), totalCount };
}

export interface NewRun {
  readonly reference: string;
  readonly scope: RunScope;
  readonly subjectId: string | null;
  readonly asAt: IsoDate;
}

export async function insertRun(tx: Tx, actor: Actor, run: NewRun): Promise<string> {
  const made = await row<{ id: string }>(tx, `
    insert into hub.matching_run (agency_id, reference, requested_by, scope, subject_id, as_at, policy, policy_id, policy_version)
    values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9) returning id`,
  [actor.agencyId, run.reference, actor.userId, run.scope, run.subjectId, run.asAt, JSON.stringify(DEFAULT_POLICY), DEFAULT_POLICY.id, DEFAULT_POLICY.version]);
  return made?.id ?? '';
}

/** What the worker needs of a run that it has claimed. `attempt` is the claim: a later one makes this one void. */
export interface ClaimedRun {
  readonly id: string;
  readonly requestedBy: string;
  readonly scope: RunScope;
  readonly subjectId: string | null;
  readonly asAt: IsoDate;
  readonly policy: Policy;
  readonly attempt: number;
}

/** Takes a run that waits, or one whose worker died; nothing where it is finished or cancelled. */
export function claimRun(tx: Tx, runId: string): Promise<ClaimedRun | undefined> {
  return row<ClaimedRun>(tx, `
    update hub.matching_run set status = 'RUNNING', attempt = attempt + 1, started_at = coalesce(started_at, clock_timestamp()), progress = 5, step = 'Reading children and families'
    where id = $1 and status in ('QUEUED', 'RUNNING')
    returning id, requested_by as "requestedBy", scope, subject_id as "subjectId", as_at as "asAt", policy, attempt`, [runId]);
}

/** Says how far the run is; false where it was cancelled or another claim has taken it over. */
export async function noteProgress(tx: Tx, { id, attempt }: ClaimedRun, progress: number, step: string): Promise<boolean> {
  return (await affected(tx, `update hub.matching_run set progress = $3, step = $4 where id = $1 and attempt = $2 and status = 'RUNNING'`, [id, attempt, progress, step])) === 1;
}

export interface RunOutcome {
  readonly dataHash: string;
  readonly units: number;
  readonly households: number;
}

/** Locks the run for the transaction that stores its results; false where it was cancelled or taken over, so that nothing is stored twice. */
export async function holdRun(tx: Tx, { id, attempt }: ClaimedRun): Promise<boolean> {
  return (await row(tx, `select id from hub.matching_run where id = $1 and attempt = $2 and status = 'RUNNING' for update`, [id, attempt])) !== undefined;
}

/** Ends a run that is held. */
export async function completeRun(tx: Tx, { id, attempt }: ClaimedRun, { dataHash, units, households }: RunOutcome): Promise<void> {
  await affected(tx, `
    update hub.matching_run set status = 'DONE', progress = 100, step = null, data_hash = $3, units = $4, households = $5, finished_at = clock_timestamp()
    where id = $1 and attempt = $2 and status = 'RUNNING'`, [id, attempt, dataHash, units, households]);
}

/** Ends a run that has not ended, whoever has it in hand: none of its claims can store after this. */
export async function failRun(tx: Tx, id: string, code: ErrorCode): Promise<void> {
  await affected(tx, `
    update hub.matching_run set status = 'FAILED', step = null, error_code = $2, finished_at = clock_timestamp()
    where id = $1 and status in ('QUEUED', 'RUNNING')`, [id, code]);
}

/** False where the run is not the own agency's or is finished already. */
export async function cancelRun(tx: Tx, reference: string): Promise<boolean> {
  return (await affected(tx, `
    update hub.matching_run set status = 'CANCELLED', step = null, finished_at = clock_timestamp()
    where reference = $1 and status in ('QUEUED', 'RUNNING') and agency_id = (select hub.own_agency())`, [reference])) === 1;
}
