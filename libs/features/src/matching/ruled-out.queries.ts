import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { Vault } from '@hub/database/crypto/vault';
import { affected, row, rows, type Tx } from '@hub/database/tx';
import type { Person } from '../agencies/users.queries';
import { namesOf } from '../disclosure/cases.queries';
import { shareIdsOf } from '../disclosure/subjects.queries';

export interface PairIds {
  readonly unitId: string;
  readonly unitAgencyId: string;
  readonly householdId: string;
  readonly householdAgencyId: string;
}

/** A pair by its references, as far as the actor may see both cards. */
export function findPair(tx: Tx, unit: string, household: string): Promise<PairIds | undefined> {
  return row<PairIds>(tx, `
    select k.unit_id as "unitId", k.agency_id as "unitAgencyId", h.household_id as "householdId", h.agency_id as "householdAgencyId"
    from hub.unit_card k cross join hub.household_card h where k.reference = $1 and h.reference = $2`, [unit, household]);
}

/** References of the households that anybody has ruled out for a unit by now; why is not told. */
export async function householdsRuledOut(tx: Tx, unitId: string): Promise<ReadonlySet<string>> {
  const found = await rows<{ reference: string }>(tx, `
    select h.reference from hub.ruled_out_pairs() p join hub.household_card h on h.household_id = p.household_id where p.unit_id = $1`, [unitId]);
  return new Set(found.map(({ reference }) => reference));
}

/** References of the units for which anybody has ruled a household out by now. */
export async function unitsRuledOut(tx: Tx, householdId: string): Promise<ReadonlySet<string>> {
  const found = await rows<{ reference: string }>(tx, `
    select k.reference from hub.ruled_out_pairs() p join hub.unit_card k on k.unit_id = p.unit_id where p.household_id = $1`, [householdId]);
  return new Set(found.map(({ reference }) => reference));
}

/** False where the own agency has ruled the pair out already. */
export async function insertRulingOut(tx: Tx, vault: Vault, { agencyId, userId }: Actor, pair: PairIds, reason: string): Promise<boolean> {
  const id = randomUUID();
  // About the agency's own side or sides: the other side's records are not its to destroy.
  const shareIds = [
    ...(pair.unitAgencyId === agencyId ? await shareIdsOf(tx, vault, 'UNIT', pair.unitId) : []), ...(pair.householdAgencyId === agencyId ? [pair.householdId] : []),
  ];
  const sealed = vault.sealTexts({ agencyId, table: 'ruled_out', rowId: id, shareIds }, { reason });
  return (await affected(tx, `
    insert into hub.ruled_out (id, agency_id, unit_id, household_id, unit_agency_id, household_agency_id, share_ids, wrapped_key, reason, ruled_by)
    values ($1, $2, $3, $4, $5, $6, $7::uuid[], $8, $9, $10) on conflict do nothing`,
  [id, agencyId, pair.unitId, pair.householdId, pair.unitAgencyId, pair.householdAgencyId, shareIds, sealed.wrapped_key, sealed.reason, userId])) === 1;
}

/** Where and for whom a meeting rules a pair out. */
export interface MeetingRuling {
  readonly meetingId: string;
  readonly itemId: string;
}

/** By a meeting, for the child's agency, which reads why and may lift it; does nothing where that agency has ruled the pair out already. */
export async function insertMeetingRuling(tx: Tx, vault: Vault, { meetingId, itemId }: MeetingRuling, pair: PairIds, reason: string): Promise<void> {
  const [id, agencyId] = [randomUUID(), pair.unitAgencyId];
  const children = await rows<{ rowId: string }>(tx, 'select c as "rowId" from hub.meeting_children($1::uuid) c', [itemId]);
  const about = children.map(({ rowId }) => rowId).filter((rowId) => !vault.isDestroyed({ agencyId, rowId }));
  const shareIds = about.length === 0 ? [id] : about;
  const sealed = vault.sealTexts({ agencyId, table: 'ruled_out', rowId: id, shareIds }, { reason });
  await affected(tx, `
    insert into hub.ruled_out (id, agency_id, unit_id, household_id, unit_agency_id, household_agency_id, share_ids, wrapped_key, reason, meeting_id)
    values ($1, $2, $3, $4, $5, $6, $7::uuid[], $8, $9, $10) on conflict do nothing`,
  [id, agencyId, pair.unitId, pair.householdId, pair.unitAgencyId, pair.householdAgencyId, shareIds, sealed.wrapped_key, sealed.reason, meetingId]);
}

/** Takes back what meetings ruled, where no other says so too; what an agency ruled by itself stays. */
export async function liftMeetingRuling(tx: Tx, meetingId: string, { unitId, householdId }: Pick<PairIds, 'unitId' | 'householdId'>): Promise<void> {
  await affected(tx, `
    update hub.ruled_out set lifted_at = now() where meeting_id is not null and unit_id = $2 and household_id = $3 and lifted_at is null
      and not exists (select from hub.meeting_pair p where p.unit_id = $2 and p.household_id = $3 and p.outcome = 'RULE_OUT' and p.meeting_id <> $1)`, [meetingId, unitId, householdId]);
}

/** Lifts what the own agency ruled; false where it had not. */
export async function liftRulingOut(tx: Tx, actor: Actor, pair: PairIds): Promise<boolean> {
  return (await affected(tx, `
    update hub.ruled_out set lifted_at = now() where unit_id = $1 and household_id = $2 and agency_id = $3 and lifted_at is null`,
  [pair.unitId, pair.householdId, actor.agencyId])) > 0;
}

/** Why and when the own agency, or a meeting for it, ruled a pair out, whoever reads it there. */
export interface RulingOut {
  /** Null where it went with a record that it was about. */
  readonly reason: string | null;
  readonly person: Person;
  readonly at: Date;
  readonly liftedAt: Date | null;
}

/** The own agency's decisions against a pair, the newest first; of another's only that there is one is ever told. */
export async function rulingsOut(tx: Tx, vault: Vault, unitId: string, householdId: string): Promise<RulingOut[]> {
  const found = await rows<{ id: string; agencyId: string; shareIds: string[]; wrapped_key: Buffer | null; reason: Buffer | null; ruledBy: string | null; meeting: string | null; at: Date; liftedAt: Date | null }>(tx, `
    select r.id, r.agency_id as "agencyId", r.share_ids as "shareIds", r.wrapped_key, r.reason, r.ruled_by as "ruledBy", m.reference as meeting, r.ruled_at as at, r.lifted_at as "liftedAt"
    from hub.ruled_out r left join hub.meeting m on m.id = r.meeting_id where r.unit_id = $1::uuid and r.household_id = $2::uuid and r.agency_id = (select hub.own_agency()) order by r.ruled_at desc limit 20`, [unitId, householdId]);
  const nameOf = await namesOf(tx, found.map(({ ruledBy }) => ruledBy));
  return found.map(({ id, agencyId, shareIds, wrapped_key, reason, ruledBy, meeting, ...one }) =>
    ({ ...one, person: ruledBy === null ? meetingAsAuthor(meeting) : nameOf(ruledBy), ...vault.openTexts({ agencyId, table: 'ruled_out', rowId: id, shareIds }, { wrapped_key, reason }) }));
}

const meetingAsAuthor = (reference: string | null): Person => ({ id: reference ?? 'M', displayName: reference === null ? 'A matching meeting' : `Matching meeting ${reference}` });
