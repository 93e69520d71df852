import type { Policy } from '@hub/domain/matching/policy';
import { affected, row, rows, type Tx } from '@hub/database/tx';

export type SubjectType = 'UNIT' | 'HOUSEHOLD';

export interface NewResult {
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly agencyId: string;
  readonly eligible: number;
  readonly conditional: number;
  readonly blocked: number;
  readonly ruledOut: number;
  readonly priority: number | null;
  readonly evidence: Buffer;
}

/** One statement for a region's results. The evidence travels as one piece and is cut there: an array of bytes would be spelt out in hexadecimal. */
export async function insertResults(tx: Tx, runId: string, results: readonly NewResult[]): Promise<void> {
  const column = <K extends keyof NewResult>(key: K): NewResult[K][] => results.map((result) => result[key]);
  const lengths = column('evidence').map(({ length }) => length);
  let end = 0;
  const starts = lengths.map((length) => (end += length) - length + 1);
  await affected(tx, `
    insert into hub.matching_result (run_id, subject_type, subject_id, agency_id, eligible, conditional, blocked, ruled_out, priority, evidence)
    select $1, type, id, agency, eligible, conditional, blocked, ruled_out, priority, substring($2::bytea from start for length)
    from unnest($3::text[], $4::uuid[], $5::uuid[], $6::int[], $7::int[], $8::int[], $9::int[], $10::float8[], $11::int[], $12::int[])
      as row (type, id, agency, eligible, conditional, blocked, ruled_out, priority, start, length)`,
  [runId, Buffer.concat(column('evidence')), column('subjectType'), column('subjectId'), column('agencyId'), column('eligible'), column('conditional'), column('blocked'), column('ruledOut'),
    column('priority'), starts, lengths]);
}

export interface StoredResult {
  readonly runReference: string;
  readonly unitId: string;
  readonly policy: Policy;
  readonly eligible: number;
  readonly conditional: number;
  readonly blocked: number;
  readonly ruledOut: number;
  readonly priority: number;
  readonly evidence: Buffer;
}

/** The newest finished result that looked at a unit, or that of one run. Row-level security keeps it to the unit's agency and to coordinators. */
export function findResult(tx: Tx, unit: string, run: string | null): Promise<StoredResult | undefined> {
  return row<StoredResult>(tx, `
    select r.reference as "runReference", s.subject_id as "unitId", r.policy, s.eligible, s.conditional, s.blocked, s.ruled_out as "ruledOut", s.priority, s.evidence
    from hub.matching_result s
      join hub.matching_run r on r.id = s.run_id
      join hub.unit_card k on k.unit_id = s.subject_id
    where s.subject_type = 'UNIT' and k.reference = $1 and r.status = 'DONE' and ($2::text is null or r.reference = $2)
    order by r.finished_at desc limit 1`, [unit, run]);
}

export interface ResultRow {
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly eligible: number;
  readonly conditional: number;
  readonly blocked: number;
  readonly ruledOut: number;
  readonly priority: number | null;
  readonly policy: Policy;
  readonly evidence: Buffer;
}

/** A run's results that the viewer may read, most urgent first, with how many there are. */
export async function listResults(tx: Tx, run: string, limit: number, offset: number): Promise<{ items: ResultRow[]; totalCount: number }> {
  const found = await rows<ResultRow & { total: number }>(tx, `
    select s.subject_type as "subjectType", s.subject_id as "subjectId", s.eligible, s.conditional, s.blocked, s.ruled_out as "ruledOut", s.priority, r.policy, s.evidence, count(*) over () as total
    from hub.matching_result s join hub.matching_run r on r.id = s.run_id
    where r.reference = $1 order by s.priority desc nulls last, s.subject_id limit $2 offset $3`, [run, limit, offset]);
  return { items: found, totalCount: found[0]?.total ?? 0 };
}
