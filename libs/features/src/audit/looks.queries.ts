import type { Stage } from '@hub/domain/access/actions';
import { row, rows, type Tx } from '@hub/database/tx';
import { Conditions } from '../children/search-sql';
import type { LogFilter, LookedAt } from './inputs';

export type Outcome = 'ALLOWED' | 'REFUSED' | 'FAILED';

/** A row of the access log with the names of what it points to. */
export interface LookRow {
  readonly id: number;
  readonly at: Date;
  /** `null`: the hub itself, or nobody whom this reader may know. */
  readonly person: string | null;
  readonly isSystem: boolean;
  readonly agencyCode: string | null;
  readonly agencyName: string | null;
  readonly roles: readonly string[];
  readonly action: string;
  readonly purpose: string | null;
  /** In break-glass, the id of the opening, which keeps the person's words. */
  readonly reason: string | null;
  readonly stage: Stage | null;
  readonly fields: readonly string[];
  readonly count: number | null;
  readonly outcome: Outcome;
  readonly subjectType: string | null;
  readonly subject: string | null;
  readonly agreement: string | null;
  readonly grant: string | null;
  readonly address: string | null;
  readonly isRemote: boolean;
  readonly isReceipted: boolean;
}

export interface PageWish {
  readonly first: number;
  /** The id of the last row of the page before. */
  readonly after: string | null;
}

export interface PageFound<T> {
  readonly items: readonly T[];
  readonly totalCount: number;
  readonly hasNextPage: boolean;
}

// An account is named by its person: ids stay inside (trust.md ANON-8).
const SUBJECT = `case when l.subject_type = 'USER' then (select s.display_name from hub.app_user s where s.id::text = l.subject_reference) else l.subject_reference end`;

// The address of another agency's people is theirs.
const LOOK = `
  select l.id, l.at, u.display_name as person, (l.actor_id is null) as "isSystem", a.code as "agencyCode", a.name as "agencyName", coalesce(l.actor_roles, '{}') as roles,
    l.action, l.purpose, l.reason, l.stage, coalesce(l.fields, '{}') as fields, l.row_count as count, l.outcome, l.subject_type as "subjectType", ${SUBJECT} as subject,
    l.agreement_reference as agreement, l.grant_reference as grant, case when l.agency_id = (select hub.own_agency()) then host(l.client_address) end as address,
    (l.client_address is not null) as "isRemote", exists (select from audit.delivery d where d.request_id = l.request_id) as "isReceipted"`;
const FROM = `
  from audit.access l left join hub.app_user u on u.id = l.actor_id left join hub.agency a on a.id = l.agency_id`;

/** The parts of a filter that both logs know; `l` is the row, `u` who acted, `a` their agency. */
export function filterConditions({ person, agency, from, until, purpose, action, reference }: LogFilter, c: Conditions): void {
  if (person) c.where(`position(lower(${c.param(person)}) in lower(u.display_name)) > 0`);
  if (agency != null) c.where(`a.code = ${c.param(agency)}`);
  if (from != null) c.where(`l.at >= ${c.param(from)}::date::timestamp at time zone 'Europe/London'`);
  if (until != null) c.where(`l.at < (${c.param(until)}::date + 1)::timestamp at time zone 'Europe/London'`);
  if (purpose != null) c.where(`l.purpose = ${c.param(purpose)}`);
  if (action != null) c.where(`l.action = ${c.param(action)}`);
  if (reference != null) c.where(`l.subject_reference = ${c.param(reference)}`);
}

export async function pageOf<T extends { readonly id: number }>(tx: Tx, sql: { select: string; from: string }, c: Conditions, { first, after }: PageWish): Promise<PageFound<T>> {
  const total = await row<{ count: number }>(tx, `select count(*) as count ${sql.from} where ${c.commonSql()}`, c.params);
  if (after !== null) c.where(`l.id < ${c.param(Number.isSafeInteger(Number(after)) ? Number(after) : 0)}`);
  const found = await rows<T>(tx, `${sql.select} ${sql.from} where ${c.commonSql()} order by l.id desc limit ${c.param(first + 1)}`, c.params);
  return { items: found.slice(0, first), totalCount: total?.count ?? 0, hasNextPage: found.length > first };
}

/** The own agency's log: what its people did, and who of any agency looked at its records. Row-level security sees to that. */
export function searchLooks(tx: Tx, filter: LogFilter, page: PageWish): Promise<PageFound<LookRow>> {
  const c = new Conditions();
  filterConditions(filter, c);
  return pageOf(tx, { select: LOOK, from: FROM }, c, page);
}

/** A reference under which the record could be looked at, and until when it was part of that. */
interface Trail {
  readonly reference: string;
  readonly until: Date | null;
}

/** Looks at one of the own agency's records, at whatever stage; of a unit also those at its children, and at units they were in before. */
export async function looksAt(tx: Tx, subject: LookedAt, filter: LogFilter, page: PageWish): Promise<PageFound<LookRow> | undefined> {
  const trails = await trailsOf(tx, subject);
  if (trails.length === 0) return undefined;
  const c = new Conditions();
  filterConditions(filter, c);
  const [references, untils] = [c.param(trails.map(({ reference }) => reference)), c.param(trails.map(({ until }) => until))];
  // A row without a stage showed nothing of the record.
  c.where(`l.stage is not null and l.subject_agency_id = (select hub.own_agency()) and l.subject_reference = any(${references}::text[])`);
  c.where(`exists (select from unnest(${references}::text[], ${untils}::timestamptz[]) t(reference, until) where t.reference = l.subject_reference and (t.until is null or l.at < t.until))`);
  return pageOf(tx, { select: LOOK, from: FROM }, c, page);
}

const OWN = 'agency_id = (select hub.own_agency())';

function trailsOf(tx: Tx, { type, reference }: LookedAt): Promise<Trail[]> {
  if (type === 'HOUSEHOLD') return rows(tx, `select reference, null::timestamptz as until from hub.household where reference = $1 and ${OWN}`, [reference]);
  return rows(tx, `
    with unit as (select id, reference from hub.unit where reference = $1 and ${OWN}),
    child as (select c.id, c.reference from hub.child c join unit on unit.id = c.unit_id)
    select reference, null::timestamptz as until from unit
    union all select reference, null from child
    union all
    select coalesce(former.reference, made.after ->> 'reference'), moved.at
    from child
    join audit.event moved on moved.row_id = child.id::text and moved.table_name = 'child' and moved.before ->> 'unit_id' is not null and moved.operation = 'UPDATE'
    left join hub.unit former on former.id = (moved.before ->> 'unit_id')::uuid
    left join audit.event made on made.row_id = moved.before ->> 'unit_id' and made.table_name = 'unit' and made.operation = 'INSERT'`, [reference]);
}
