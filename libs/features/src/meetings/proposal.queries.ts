import type { Policy } from '@hub/domain/matching/policy';
import type { Band } from '@hub/domain/matching/result';
import { row, rows, type Tx } from '@hub/database/tx';

/** What the newest finished run of the region kept of a unit of an invited agency that is still in the pool. */
export interface ProposedUnitRow {
  readonly runReference: string;
  readonly policy: Policy;
  readonly unitId: string;
  readonly unitAgencyId: string;
  readonly agencyCode: string;
  readonly earlyPermanence: boolean;
  readonly priority: number;
  readonly evidence: Buffer;
  readonly offers: Buffer;
  /** How many links it may still have. */
  readonly places: number;
}

export function unitsToPropose(tx: Tx, meetingId: string, perUnit: number): Promise<ProposedUnitRow[]> {
  return rows(tx, `
    with run as (select id, reference, policy from hub.matching_run where scope = 'REGION' and status = 'DONE' order by finished_at desc limit 1),
      open as (select unit_id, count(*)::int as links from hub.agenda_pairs() where takes_place group by unit_id)
    select r.reference as "runReference", r.policy, s.subject_id as "unitId", k.agency_id as "unitAgencyId", a.code as "agencyCode", k.early_permanence as "earlyPermanence", s.priority, s.evidence, o.evidence as offers,
      $2::int - coalesce(n.links, 0) as places
    from run r join hub.matching_result s on s.run_id = r.id and s.subject_type = 'UNIT' join hub.matching_offers o on o.run_id = r.id and o.agency_id = s.agency_id and o.local_only = s.local_only
      join hub.unit_card k on k.unit_id = s.subject_id and k.listed join hub.agency a on a.id = k.agency_id
      join hub.meeting_agency i on i.meeting_id = $1::uuid and i.invited_id = k.agency_id
      left join open n on n.unit_id = s.subject_id
    where s.priority is not null and coalesce(n.links, 0) < $2 and s.subject_id not in (select hub.kept_from_agendas()) order by s.subject_id`, [meetingId, perUnit]);
}

export async function isRunUnderWay(tx: Tx): Promise<boolean> {
  return (await row(tx, `select from hub.matching_run where scope = 'REGION' and status in ('QUEUED', 'RUNNING') limit 1`)) !== undefined;
}

export interface ProposedHouseholdRow {
  readonly householdId: string;
  readonly householdAgencyId: string;
  readonly agencyCode: string;
  readonly reference: string;
  readonly earlyPermanence: boolean;
  readonly places: number;
}

/** Families of invited agencies that are in the pool today, with room for a link. */
export function householdsToPropose(tx: Tx, meetingId: string, perHousehold: number): Promise<ProposedHouseholdRow[]> {
  return rows(tx, `
    with open as (select household_id, count(*)::int as links from hub.agenda_pairs() where takes_place group by household_id)
    select k.household_id as "householdId", k.agency_id as "householdAgencyId", a.code as "agencyCode", k.reference, coalesce(k.early_permanence, false) as "earlyPermanence", $2::int - coalesce(n.links, 0) as places
    from hub.household_card k join hub.agency a on a.id = k.agency_id join hub.meeting_agency i on i.meeting_id = $1::uuid and i.invited_id = k.agency_id
      left join open n on n.household_id = k.household_id
    where k.listed and coalesce(k.consent_until > hub.today(), false) and coalesce(n.links, 0) < $2 and k.household_id not in (select hub.kept_from_agendas()) order by k.household_id`, [meetingId, perHousehold]);
}

interface PairKey { readonly unitId: string; readonly householdId: string }

/** Pairs that are ruled out or linked already: neither is proposed. */
export function pairsToLeave(tx: Tx): Promise<PairKey[]> {
  return rows(tx, 'select unit_id as "unitId", household_id as "householdId" from hub.agenda_pairs()');
}

/** What stands on the agenda already, whoever put it there. */
export interface StandingPair {
  readonly id: string;
  readonly itemId: string;
  readonly unitId: string;
  readonly householdId: string;
  readonly pinned: boolean;
  readonly leftOut: boolean;
  /** People put it on the agenda, and it stands there. */
  readonly isPersons: boolean;
}

export function standingPairs(tx: Tx, meetingId: string): Promise<StandingPair[]> {
  return rows(tx, `
    select id, item_id as "itemId", unit_id as "unitId", household_id as "householdId", pinned, left_out as "leftOut", proposed_by = 'PERSON' and position is not null as "isPersons" from hub.meeting_pair where meeting_id = $1::uuid`, [meetingId]);
}

export interface StandingItem {
  readonly itemId: string;
  readonly unitId: string;
  readonly position: number | null;
  readonly leftOut: boolean;
  /** Null where people put it there. */
  readonly priority: number | null;
}

export function standingItems(tx: Tx, meetingId: string): Promise<StandingItem[]> {
  return rows(tx, `
    select u.item_id as "itemId", u.unit_id as "unitId", i.position, i.left_out as "leftOut", u.priority from hub.meeting_unit u join hub.meeting_item i on i.id = u.item_id where u.meeting_id = $1::uuid order by i.position nulls last`, [meetingId]);
}

/** The numbers of one pair, as the run found them. */
export interface PairNumbers {
  readonly rank: number;
  readonly low: number;
  readonly high: number;
  readonly band: Band;
}

export async function insertPair(tx: Tx, { id, itemId, meetingId, agencyId, unitId, householdId, householdAgencyId, position }: {
  readonly id: string; readonly itemId: string; readonly meetingId: string; readonly agencyId: string; readonly unitId: string; readonly householdId: string; readonly householdAgencyId: string; readonly position: number;
}, { rank, low, high, band }: PairNumbers): Promise<void> {
  await row(tx, `
    insert into hub.meeting_pair (id, item_id, meeting_id, agency_id, unit_id, household_id, household_agency_id, household_reference, position, proposed_by, rank, low, high, band)
    values ($1, $2, $3, $4, $5, $6, $7, '', $8, 'PROGRAMME', $9, $10, $11, $12)`, [id, itemId, meetingId, agencyId, unitId, householdId, householdAgencyId, position, rank, low, high, band]);
}
