import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { FamilyFinding, SiblingPlan, UnitPlan } from '@hub/domain/children/codes';
import { FAMILY_FINDING_CAUSE_WORDS, type FamilyFindingCause } from '@hub/domain/children/family-finding';
import { assignUnits, type AssignedUnit, type Assignment, type ExistingUnit, type Placeable } from '@hub/domain/children/sibling-groups';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { asHex, type Vault } from '@hub/database/crypto/vault';
import { drawReferences } from '@hub/database/draw-references';
import { row, rows, type Tx } from '@hub/database/tx';
import { returnToDraft } from '../anonymity/return-to-draft.queries';
import { closeLinksOfUnits } from '../links/close-links.queries';
import { withdrawGrantsOf } from '../disclosure/grants.queries';

/** A unit as its own council keeps it. */
export interface UnitRow {
  readonly id: string;
  readonly agencyId: string;
  readonly reference: string;
  readonly plan: UnitPlan;
  readonly familyFinding: FamilyFinding;
  /** Why it is so, where no person said why. */
  readonly familyFindingCause: FamilyFindingCause | null;
  readonly family_finding_reason: Buffer | null;
  readonly wrapped_key: Buffer | null;
  readonly shareIds: readonly string[];
  readonly familyFindingSince: IsoDate | null;
  readonly namedWorkerId: string | null;
  readonly groupIndex: string | null;
  readonly version: number;
}

const TABLE = 'unit';
const UNIT = `
  select u.id, u.agency_id as "agencyId", u.reference, u.plan, u.family_finding as "familyFinding", u.family_finding_cause as "familyFindingCause",
    u.family_finding_reason, u.wrapped_key, u.share_ids as "shareIds", u.family_finding_since as "familyFindingSince", u.named_worker_id as "namedWorkerId", u.group_index as "groupIndex", u.version
  from hub.unit u`;

/** The own agency's unit of that reference. */
export function findUnit(tx: Tx, reference: string, lock: '' | 'for update' = ''): Promise<UnitRow | undefined> {
  return row(tx, `${UNIT} where u.reference = $1 ${lock}`, [reference]);
}

export function findUnits(tx: Tx, ids: readonly string[], lock: '' | 'for update' = ''): Promise<UnitRow[]> {
  return rows(tx, `${UNIT} where u.id = any($1::uuid[]) order by u.reference ${lock}`, [ids]);
}

/** A person's words, or the hub's where it was no person. */
export function familyFindingReason(vault: Vault, { id, agencyId, shareIds, familyFindingCause, wrapped_key, family_finding_reason }: UnitRow): string | null {
  const said = vault.openTexts({ agencyId, table: TABLE, rowId: id, shareIds }, { wrapped_key, family_finding_reason }).family_finding_reason;
  return said ?? (familyFindingCause && FAMILY_FINDING_CAUSE_WORDS[familyFindingCause]);
}

/** Who stands where before children are seated: their own units, and those of the groups that are named. */
async function loadSeats(tx: Tx, unitIds: readonly string[], groups: readonly string[]): Promise<ExistingUnit[]> {
  return rows(tx, `
    select u.id as "unitId", u.group_index as "group", u.plan, array_agg(c.id::text order by c.created_at, c.reference) as "childIds"
    from hub.unit u join hub.child c on c.unit_id = u.id
    where u.id = any($1::uuid[]) or u.group_index = any($2::text[])
    group by u.id order by u.created_at, u.reference`, [unitIds, groups]);
}

/** Which unit each child belongs to now, with what that changes. Writes nothing. */
export async function seatChildren(tx: Tx, children: readonly Placeable[]): Promise<Assignment> {
  const concerned = children.filter(({ unitId, group }) => unitId !== null || group);
  const units = [...new Set(concerned.flatMap(({ unitId }) => unitId ?? []))];
  const groups = [...new Set(concerned.flatMap(({ group }) => group ?? []))];
  const existing = units.length + groups.length === 0 ? [] : await loadSeats(tx, units, groups);
  return assignUnits(children, existing, randomUUID);
}

/** New units, before their children are written. */
export async function insertUnits(tx: Tx, agencyId: string, units: readonly AssignedUnit[]): Promise<void> {
  const made = units.filter(({ isNew }) => isNew);
  if (made.length === 0) return;
  const references = await drawReferences(tx, made.length);
  const list = made.map((unit, at) => ({ id: unit.unitId, reference: references[at], plan: unit.plan, group_index: unit.group }));
  await rows(tx, `
    insert into hub.unit (id, agency_id, reference, plan, group_index)
    select r.id, $2::uuid, r.reference, r.plan, r.group_index from jsonb_to_recordset($1::jsonb) as r(id uuid, reference text, plan text, group_index text)`,
  [JSON.stringify(list), agencyId]);
}

/** Moves children who changed their unit, and says what became of the units they left. */
export async function moveChildren(tx: Tx, vault: Vault, { units, moves, emptied }: Assignment, today: IsoDate): Promise<void> {
  if (moves.size > 0) {
    const list = [...moves].map(([id, unitId]) => ({ id, unit_id: unitId }));
    const changed = await rows<{ left: string; joined: string }>(tx, `
      select distinct c.unit_id as left, r.unit_id as joined from jsonb_to_recordset($1::jsonb) as r(id uuid, unit_id uuid) join hub.child c on c.id = r.id and c.unit_id <> r.unit_id`,
    [JSON.stringify(list)]);
    await returnToDraft(tx, changed.flatMap(({ left, joined }) => [left, joined]), 'GROUP_CHANGED');
    await rows(tx, `
      update hub.child c set unit_id = r.unit_id from jsonb_to_recordset($1::jsonb) as r(id uuid, unit_id uuid) where c.id = r.id and c.unit_id <> r.unit_id`,
    [JSON.stringify(list)]);
  }
  const standing = units.filter(({ isNew }) => !isNew);
  if (standing.length > 0) {
    await rows(tx, `
      update hub.unit u set plan = r.plan, group_index = r.group_index, version = u.version + 1
      from jsonb_to_recordset($1::jsonb) as r(id uuid, plan text, group_index text) where u.id = r.id`,
    [JSON.stringify(standing.map(({ unitId, plan, group }) => ({ id: unitId, plan, group_index: group })))]);
  }
  if (emptied.length > 0) await retireUnits(tx, vault, emptied, moves, today);
}

/**
 * A unit whose children joined a group is kept for its history, closed and without card. What people ruled out for
 * one of the children stays ruled out for the group; a release was for the child alone, so it ends.
 */
async function retireUnits(tx: Tx, vault: Vault, emptied: readonly string[], moves: ReadonlyMap<string, string>, today: IsoDate): Promise<void> {
  const targets = [...new Set(moves.values())];
  if (targets.length === 1) {
    await rows(tx, `
      update hub.ruled_out r set unit_id = $2::uuid where r.unit_id = any($1::uuid[]) and r.lifted_at is null
        and not exists (select from hub.ruled_out o where o.unit_id = $2::uuid and o.household_id = r.household_id and o.agency_id = r.agency_id and o.lifted_at is null)`,
    [emptied, targets[0]]);
  }
  await rows(tx, `
    update hub.unit set family_finding = 'CLOSED', family_finding_cause = 'JOINED_GROUP', family_finding_reason = null, wrapped_key = null, share_ids = '{}',
      family_finding_since = $2::date, group_index = null, version = version + 1 where id = any($1::uuid[])`, [emptied, today]);
  await closeLinksOfUnits(tx, vault, emptied, today);
  await withdrawGrantsOf(tx, emptied, 'JOINED_GROUP');
  await rows(tx, 'delete from hub.unit_profile where unit_id = any($1::uuid[])', [emptied]);
  await rows(tx, 'delete from hub.unit_card where unit_id = any($1::uuid[])', [emptied]);
  await rows(tx, 'delete from hub.unit_traits where unit_id = any($1::uuid[])', [emptied]);
}

/** A sibling group: the blind index of its code, and how its members are to be placed. */
export interface SiblingGroup {
  readonly group: string;
  readonly plan: SiblingPlan;
}

/** Brings children of the actor's agency into one unit, or apart. Answers the units they are in now; settle those next. */
export async function mergeIntoUnit(tx: Tx, vault: Vault, actor: Actor, childIds: readonly string[], { group, plan, today }: SiblingGroup & { readonly today: IsoDate }): Promise<string[]> {
  const standing = await rows<{ id: string; unit_id: string }>(tx, 'select id, unit_id from hub.child where id = any($1::uuid[]) order by created_at, reference', [childIds]);
  const seats = await seatChildren(tx, standing.map(({ id, unit_id }) => ({ childId: id, unitId: unit_id, group, plan })));
  await insertUnits(tx, actor.agencyId, seats.units);
  await moveChildren(tx, vault, seats, today);
  return [...new Set([...standing.map(({ unit_id }) => unit_id), ...seats.moves.values()])].filter((id) => !seats.emptied.includes(id));
}

export interface FamilyFindingChange {
  readonly id: string;
  readonly agencyId: string;
  readonly to: FamilyFinding;
  readonly reason: string | null;
  /** The children whom the reason is about. */
  readonly shareIds: readonly string[];
}

const BEGINS = `r.status = 'ACTIVE' and u.family_finding in ('NOT_STARTED', 'CLOSED')`;
const SAVE_FINDING = `
  update hub.unit u set search_started_on = case when ${BEGINS} then $2::date else u.search_started_on end,
    widens_on = case when ${BEGINS} then greatest(u.widens_on, $2::date + hub.local_search_days(u.agency_id, 'UNIT', $2::date)) else u.widens_on end, family_finding = r.status, family_finding_since = $2::date, family_finding_cause = null, family_finding_reason = r.family_finding_reason,
    wrapped_key = r.wrapped_key, share_ids = r.share_ids, version = u.version + 1
  from jsonb_to_recordset($1::jsonb) as r(id uuid, status text, share_ids uuid[], wrapped_key bytea, family_finding_reason bytea) where u.id = r.id`;

/** What people decide of family finding, one by one or by a file. With a search its time with the own agency alone begins, under the policy of that day. */
export async function saveFamilyFinding(tx: Tx, vault: Vault, changes: readonly FamilyFindingChange[], onDate: IsoDate): Promise<void> {
  const list = changes.map(({ id, agencyId, to, reason, shareIds }) =>
    ({ id, status: to, share_ids: shareIds, ...asHex(vault.sealTexts({ agencyId, table: TABLE, rowId: id, shareIds }, { family_finding_reason: reason })) }));
  await rows(tx, SAVE_FINDING, [JSON.stringify(list), onDate]);
}
