import type { Policy } from '@hub/domain/matching/policy';
import type { Band } from '@hub/domain/matching/result';
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
  readonly best: Band | null;
  /** Compared with its own agency's families alone, for the agency keeps it to itself. */
  readonly localOnly: boolean;
  readonly evidence: Uint8Array;
}

/** The households that an agency's units were compared with, once for all of its units. */
export interface NewOffers {
  readonly agencyId: string;
  readonly localOnly: boolean;
  readonly evidence: Buffer;
}

export async function insertOffers(tx: Tx, runId: string, offers: readonly NewOffers[]): Promise<void> {
  await affected(tx, 'insert into hub.matching_offers (run_id, agency_id, local_only, evidence) select $1, agency, local, evidence from unnest($2::uuid[], $3::boolean[], $4::bytea[]) as row (agency, local, evidence)',
    [runId, offers.map(({ agencyId }) => agencyId), offers.map(({ localOnly }) => localOnly), offers.map(({ evidence }) => evidence)]);
}

/** One statement for a region's results. The evidence travels as one piece and is cut there: an array of bytes would be spelt out in hexadecimal. */
export async function insertResults(tx: Tx, runId: string, results: readonly NewResult[]): Promise<void> {
  const column = <K extends keyof NewResult>(key: K): NewResult[K][] => results.map((result) => result[key]);
  const lengths = column('evidence').map(({ length }) => length);
  let end = 0;
  const starts = lengths.map((length) => (end += length) - length + 1);
  await affected(tx, `
    insert into hub.matching_result (run_id, subject_type, subject_id, agency_id, eligible, conditional, blocked, ruled_out, priority, best, local_only, evidence)
    select $1, type, id, agency, eligible, conditional, blocked, ruled_out, priority, best, local, substring($2::bytea from start for length)
    from unnest($3::text[], $4::uuid[], $5::uuid[], $6::int[], $7::int[], $8::int[], $9::int[], $10::float8[], $11::text[], $12::int[], $13::int[], $14::boolean[])
      as row (type, id, agency, eligible, conditional, blocked, ruled_out, priority, best, start, length, local)`,
  [runId, Buffer.concat(column('evidence')), column('subjectType'), column('subjectId'), column('agencyId'), column('eligible'), column('conditional'), column('blocked'), column('ruledOut'),
    column('priority'), column('best'), starts, lengths, column('localOnly')]);
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
  readonly offers: Buffer;
}

/** The newest finished result that looked at a unit, or that of one run. Row-level security keeps it to the unit's agency and to coordinators. */
export function findResult(tx: Tx, unit: string, run: string | null): Promise<StoredResult | undefined> {
  return row<StoredResult>(tx, `
    select r.reference as "runReference", s.subject_id as "unitId", r.policy, s.eligible, s.conditional, s.blocked, s.ruled_out as "ruledOut", s.priority, s.evidence, o.evidence as offers
    from hub.matching_result s
      join hub.matching_run r on r.id = s.run_id
      join hub.matching_offers o on o.run_id = s.run_id and o.agency_id = s.agency_id and o.local_only = s.local_only
      join hub.unit_card k on k.unit_id = s.subject_id
    where s.subject_type = 'UNIT' and k.reference = $1 and r.status = 'DONE' and ($2::text is null or r.reference = $2)
    order by r.finished_at desc limit 1`, [unit, run]);
}

export interface StoredHouseholdResult {
  readonly runReference: string;
  readonly householdId: string;
  readonly policy: Policy;
  readonly blocked: number;
  readonly ruledOut: number;
  readonly evidence: Buffer;
}

/** The newest finished run about a household, or one of them. Row-level security keeps it to the household's agency and to coordinators. */
export function findHouseholdResult(tx: Tx, household: string, run: string | null): Promise<StoredHouseholdResult | undefined> {
  return row<StoredHouseholdResult>(tx, `
    select r.reference as "runReference", s.subject_id as "householdId", r.policy, s.blocked, s.ruled_out as "ruledOut", s.evidence
    from hub.matching_result s
      join hub.matching_run r on r.id = s.run_id
      join hub.household_card k on k.household_id = s.subject_id
    where s.subject_type = 'HOUSEHOLD' and k.reference = $1 and r.status = 'DONE' and ($2::text is null or r.reference = $2)
    order by r.finished_at desc limit 1`, [household, run]);
}

export interface ResultRow {
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  readonly eligible: number;
  readonly conditional: number;
  readonly blocked: number;
  readonly ruledOut: number;
  readonly priority: number | null;
  readonly best: Band | null;
  /** Of a household's own run: which it is, while it has a card. */
  readonly household: string | null;
}

/** The evidence of some of a run's units, to be counted anew. */
export function findEvidence(tx: Tx, run: string, unitIds: readonly string[]): Promise<Pick<StoredResult, 'unitId' | 'policy' | 'evidence' | 'offers'>[]> {
  return rows(tx, `
    select s.subject_id as "unitId", r.policy, s.evidence, o.evidence as offers
    from hub.matching_result s join hub.matching_run r on r.id = s.run_id join hub.matching_offers o on o.run_id = s.run_id and o.agency_id = s.agency_id and o.local_only = s.local_only
    where r.reference = $1 and s.subject_type = 'UNIT' and s.subject_id = any($2::uuid[])`, [run, unitIds]);
}

/** A run's results that the viewer may read, most urgent first, with how many there are. */
export async function listResults(tx: Tx, run: string, limit: number, offset: number): Promise<{ items: ResultRow[]; totalCount: number }> {
  const found = await rows<ResultRow & { total: number }>(tx, `
    select s.subject_type as "subjectType", s.subject_id as "subjectId", s.eligible, s.conditional, s.blocked, s.ruled_out as "ruledOut", s.priority, s.best,
      k.reference as household, count(*) over () as total
    from hub.matching_result s join hub.matching_run r on r.id = s.run_id
      left join hub.household_card k on s.subject_type = 'HOUSEHOLD' and k.household_id = s.subject_id
    where r.reference = $1 order by s.priority desc nulls last, s.subject_id limit $2 offset $3`, [run, limit, offset]);
  return { items: found, totalCount: found[0]?.total ?? 0 };
}
