import type { Policy } from '@hub/domain/matching/policy';
import type { Band } from '@hub/domain/matching/result';
import { affected, row, rows, type Tx } from '@hub/database/tx';

/** The newest finished run of the region. */
export function newestRun(tx: Tx): Promise<{ readonly id: string; readonly reference: string; readonly policy: Policy } | undefined> {
  return row(tx, `select id, reference, policy from hub.matching_run where scope = 'REGION' and status = 'DONE' order by finished_at desc limit 1`);
}

/** What a run kept of a unit of an invited agency that is still in the pool. */
export interface ProposedUnitRow {
  readonly unitId: string;
  readonly unitAgencyId: string;
  readonly agencyCode: string;
  readonly earlyPermanence: boolean;
  readonly priority: number;
  readonly evidence: Buffer;
  /** Compared with its own agency's families alone. */
  readonly localOnly: boolean;
  /** How many links it may still have. */
  readonly places: number;
}

export function unitsToPropose(tx: Tx, runId: string, { id, perUnit }: { readonly id: string; readonly perUnit: number }): Promise<ProposedUnitRow[]> {
  return rows(tx, `
    with open as (select unit_id, count(*)::int as links from hub.agenda_pairs() where takes_place group by unit_id)
    select s.subject_id as "unitId", k.agency_id as "unitAgencyId", a.code as "agencyCode", k.early_permanence as "earlyPermanence", s.priority, s.evidence, s.local_only as "localOnly",
      $3::int - coalesce(n.links, 0) as places
    from hub.matching_result s join hub.unit_card k on k.unit_id = s.subject_id and k.listed join hub.agency a on a.id = k.agency_id
      join hub.meeting_agency i on i.meeting_id = $2::uuid and i.invited_id = k.agency_id
      left join open n on n.unit_id = s.subject_id
    where s.run_id = $1::uuid and s.subject_type = 'UNIT' and s.priority is not null and coalesce(n.links, 0) < $3 and s.subject_id not in (select hub.kept_from_agendas()) order by s.subject_id`, [runId, id, perUnit]);
}

/** The families that a run compared each agency's units with, once for all of its units. */
export function offersToPropose(tx: Tx, runId: string): Promise<{ readonly agencyId: string; readonly localOnly: boolean; readonly offers: Buffer }[]> {
  return rows(tx, 'select agency_id as "agencyId", local_only as "localOnly", evidence as offers from hub.matching_offers where run_id = $1::uuid', [runId]);
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
export interface StandingPair extends PairKey {
  readonly pinned: boolean;
  readonly leftOut: boolean;
  /** People put it on the agenda, and it stands there. */
  readonly isPersons: boolean;
}

export function standingPairs(tx: Tx, meetingId: string): Promise<StandingPair[]> {
  return rows(tx, `
    select unit_id as "unitId", household_id as "householdId", pinned, left_out as "leftOut", proposed_by = 'PERSON' and position is not null as "isPersons" from hub.meeting_pair where meeting_id = $1::uuid`, [meetingId]);
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

/** An item as the agenda has it from now on. */
export interface PlacedItem {
  readonly itemId: string;
  readonly position: number;
}

/** Gives each of these items its place, and takes every other item of the meeting off. */
export async function placeItems(tx: Tx, meetingId: string, items: readonly PlacedItem[]): Promise<void> {
  await affected(tx, `
    update hub.meeting_item i set position = (select r.position from jsonb_to_recordset($2::jsonb) as r("itemId" uuid, position integer) where r."itemId" = i.id)
    where i.meeting_id = $1::uuid`, [meetingId, JSON.stringify(items)]);
}

/** A pair as the programme proposes it, with what the run found. */
export interface PlacedPair extends PairNumbers, PairKey {
  readonly itemId: string;
  readonly householdAgencyId: string;
  readonly position: number;
}

/** Pairs that stood there before, also off the agenda, get place and numbers anew; the others are added. What the programme proposed before and nobody pinned makes room. */
export async function placePairs(tx: Tx, { id, agencyId }: { readonly id: string; readonly agencyId: string }, pairs: readonly PlacedPair[]): Promise<void> {
  await affected(tx, `update hub.meeting_pair set position = null where meeting_id = $1::uuid and proposed_by = 'PROGRAMME' and not pinned`, [id]);
  await affected(tx, `
    insert into hub.meeting_pair (id, item_id, meeting_id, agency_id, unit_id, household_id, household_agency_id, household_reference, position, proposed_by, rank, low, high, band)
    select gen_random_uuid(), r."itemId", $1, $2, r."unitId", r."householdId", r."householdAgencyId", '', r.position, 'PROGRAMME', r.rank, r.low, r.high, r.band
    from jsonb_to_recordset($3::jsonb) as r("itemId" uuid, "unitId" uuid, "householdId" uuid, "householdAgencyId" uuid, position integer, rank double precision, low double precision, high double precision, band text)
    on conflict (item_id, household_id) do update set position = excluded.position, rank = excluded.rank, low = excluded.low, high = excluded.high, band = excluded.band`, [id, agencyId, JSON.stringify(pairs)]);
}
