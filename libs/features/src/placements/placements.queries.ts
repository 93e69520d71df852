import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Parties } from '@hub/domain/links/sides';
import type { PlacedChild } from '@hub/domain/placements/events';
import type { PlacementState } from '@hub/domain/placements/states';
import { row, rows, type Tx } from '@hub/database/tx';

/** A placement as either agency keeps it. */
export interface PlacementRow extends Parties {
  readonly id: string;
  readonly reference: string;
  /** Of the link that it stands on. */
  readonly link: string;
  readonly unitId: string;
  readonly householdId: string;
  readonly unitReference: string;
  readonly householdReference: string;
  readonly state: PlacementState;
  readonly decidedOn: IsoDate;
  readonly planAgreedOn: IsoDate | null;
  readonly introductionsOn: IsoDate | null;
  readonly childWorkerId: string | null;
  readonly adoptersWorkerId: string | null;
  readonly version: number;
  /** Of the latest step. */
  readonly since: Date;
  readonly endedAt: Date | null;
}

const PLACEMENT = `
  select p.id, p.reference, l.reference as link, p.agency_id as "childAgencyId", p.household_agency_id as "adoptersAgencyId", p.unit_id as "unitId", p.household_id as "householdId",
    p.unit_reference as "unitReference", p.household_reference as "householdReference", p.state, p.decided_on as "decidedOn", p.plan_agreed_on as "planAgreedOn", p.introductions_on as "introductionsOn",
    p.child_worker_id as "childWorkerId", p.adopters_worker_id as "adoptersWorkerId", p.version, e.at as since, p.ended_at as "endedAt"
  from hub.placement p join hub.link l on l.id = p.link_id join hub.placement_event e on e.placement_id = p.id and e.version = p.version`;

/** `lock`: holds it until the transaction ends, so that of two who change it the second sees what the first did. */
export async function findPlacement(tx: Tx, reference: string, lock: '' | 'lock' = ''): Promise<PlacementRow | undefined> {
  // Apart: a statement that waited for a lock would still see the rest as it was before.
  if (lock === 'lock') await rows(tx, 'select from hub.placement where reference = $1 for update', [reference]);
  return row(tx, `${PLACEMENT} where p.reference = $1`, [reference]);
}

export interface PlacementWish {
  /** Without: open ones alone. */
  readonly states?: readonly PlacementState[] | null;
  /** Own side's worker. */
  readonly workerId?: string | null;
  readonly unit?: string | null;
  readonly household?: string | null;
}

/** Those that the viewer's agency is a party to, whoever has waited longest first. */
export async function listPlacements(tx: Tx, { states, workerId, unit, household }: PlacementWish, limit: number, offset: number): Promise<{ items: PlacementRow[]; totalCount: number }> {
  const hasStates = states != null && states.length > 0;
  const found = await rows<PlacementRow & { total: number }>(tx, `select s.*, count(*) over () as total from (${PLACEMENT} where (${hasStates ? 'p.state = any($1::text[])' : '$1::text[] is null and p.ended_at is null'})
    and ($2::uuid is null or p.child_worker_id = $2::uuid and p.agency_id = (select hub.own_agency()) or p.adopters_worker_id = $2::uuid and p.household_agency_id = (select hub.own_agency()))
    and ($3::text is null or p.unit_reference = $3) and ($4::text is null or p.household_reference = $4)) s
    order by s.since, s.reference limit $5 offset $6`, [hasStates ? states : null, workerId ?? null, unit ?? null, household ?? null, limit, offset]);
  return { items: found, totalCount: found[0]?.total ?? 0 };
}

/** A child of a placement. */
export interface PlacedChildRow extends PlacedChild {
  readonly id: string;
  readonly placementId: string;
  readonly agencyId: string;
  readonly childId: string;
  readonly number: number;
  readonly adoptedOn: IsoDate | null;
  readonly disruptedOn: IsoDate | null;
  readonly fellOn: IsoDate | null;
  readonly shareIds: string[];
  readonly wrapped_key: Buffer | null;
  readonly first_name: Buffer | null;
}

/** In their order within each placement. */
export function childrenOf(tx: Tx, placementIds: readonly string[]): Promise<PlacedChildRow[]> {
  return rows(tx, `
    select id, placement_id as "placementId", agency_id as "agencyId", child_id as "childId", number, state, home, lives_there_since as "livesThereSince", placed_on as "placedOn", ao_applied_on as "aoAppliedOn",
      adopted_on as "adoptedOn", disrupted_on as "disruptedOn", fell_on as "fellOn", share_ids as "shareIds", wrapped_key, first_name
    from hub.placement_child where placement_id = any($1::uuid[]) order by placement_id, number`, [placementIds]);
}
