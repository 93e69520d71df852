import { childClockFacts, type Step } from '@hub/domain/clocks/child-facts';
import type { ChildClockFacts } from '@hub/domain/clocks/facts';
import type { ChildDates } from '@hub/domain/children/states';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { DATES_SQL, openBirth, toDates } from '../children/child-records.queries';
import { STANDS } from '../children/events.queries';

/** A case whose clocks run, and who has it. */
export interface ClockCase<Facts> {
  readonly id: string;
  readonly agencyId: string;
  readonly workerId: string | null;
  /** What people open: a unit for a child, a household, a panel's item. */
  readonly subject: string;
  /** Of a child its own reference, which tells brothers and sisters apart. */
  readonly member: string | null;
  readonly facts: Facts;
}

interface ChildRow extends Record<keyof ChildDates, unknown> {
  readonly id: string;
  readonly agencyId: string;
  readonly workerId: string | null;
  readonly subject: string;
  readonly member: string;
  readonly birth_key: Buffer | null;
  readonly date_of_birth: Buffer | null;
  readonly searchStartedOn: IsoDate | null;
  readonly widensOn: IsoDate | null;
  readonly searchPausedOn: IsoDate | null;
  readonly linkedSince: IsoDate | null;
  readonly proposedOn: IsoDate | null;
  readonly placementReviews: readonly IsoDate[];
  readonly history: readonly Step[];
}

const READ = ['ADOPTION_CONSIDERED', 'ADOPTION_NOT_PURSUED', 'REVIEWED', 'PO_APPLIED', 'PLAN_CHANGED', 'MATCHED', 'PLACED', 'PLACED_BY_AGREEMENT', 'DISRUPTED'];
/** Whose way to adoption is over: their clocks tell nothing that anybody has to do. */
const OVER = ['ADOPTED', 'PLAN_CHANGED', 'LEFT_CARE_OTHER'];

// A birth is asked for where parents gave consent alone: only there an age changes a rule.
const CHILD = `
  with proposed as materialized (select * from hub.proposed_matches()),
    reviewed as materialized (select child_id, jsonb_agg(held_on order by held_on) as days from hub.placement_reviews() group by child_id)
  select c.id, c.agency_id as "agencyId", coalesce(c.named_worker_id, u.named_worker_id) as "workerId", u.reference as subject, c.reference as member, ${DATES_SQL},
    b.wrapped_key as birth_key, b.date_of_birth, u.search_started_on as "searchStartedOn", u.widens_on as "widensOn",
    case when u.family_finding = 'PAUSED' then u.family_finding_since end as "searchPausedOn",
    n.since as "linkedSince",
    (select min(i.heard_on) from proposed i where i.unit_id = u.id and i.heard_on >= c.adm_decided_on) as "proposedOn",
    coalesce(v.days, '[]') as "placementReviews",
    coalesce((select jsonb_agg(jsonb_build_object('event', e.event, 'onDate', e.on_date) order by e.on_date, e.created_at) from hub.child_event e where e.child_id = c.id and e.event = any($1::text[]) and ${STANDS('child')}), '[]') as history
  from hub.child c join hub.unit u on u.id = c.unit_id
  left join hub.linked_since() n on n.subject_id = u.id
  left join reviewed v on v.child_id = c.id
  left join hub.child_birth b on b.child_id = c.id and c.authority_type = 'CONSENT'`;

const toCase = (vault: Vault, row: ChildRow): ClockCase<ChildClockFacts> => {
  const { id, agencyId, workerId, subject, member, birth_key: key, date_of_birth: sealed, history, ...beside } = row;
  const dateOfBirth = key === null || sealed === null ? null : openBirth(vault, agencyId, id, key, sealed);
  return { id, agencyId, workerId, subject, member, facts: childClockFacts(toDates(row), history, { ...beside, dateOfBirth }) };
};

/** Children on the way to adoption: of the own agency, or of all in a round. One statement. */
export async function childCases(tx: Tx, vault: Vault): Promise<ClockCase<ChildClockFacts>[]> {
  const found = await rows<ChildRow>(tx, `${CHILD} where c.state <> all($2::text[])`, [READ, OVER]);
  return found.filter(({ agencyId, id }) => !vault.isDestroyed({ agencyId, rowId: id })).map((row) => toCase(vault, row));
}

/** Those of one unit, whatever became of them. */
export async function childCasesOf(tx: Tx, vault: Vault, unitId: string): Promise<ClockCase<ChildClockFacts>[]> {
  const found = await rows<ChildRow>(tx, `${CHILD} where c.unit_id = $2::uuid`, [READ, unitId]);
  return found.filter(({ agencyId, id }) => !vault.isDestroyed({ agencyId, rowId: id })).map((row) => toCase(vault, row));
}
