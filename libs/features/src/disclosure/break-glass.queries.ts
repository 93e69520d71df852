import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import { isKeyLoss } from '@hub/database/crypto/key-errors';
import type { Vault } from '@hub/database/crypto/vault';
import { affected, row, rows, type Tx } from '@hub/database/tx';
import { agenciesNamed, type AgencySummary } from '../agencies/agencies.queries';
import type { Person } from '../agencies/users.queries';
import { namesOf, type CaseType } from './cases.queries';
import { DESTROYED_TEXT } from './grant-texts.queries';

/** That a case was opened in an emergency: by whom, why, until when, and what the officer made of it. */
export interface Opening {
  readonly id: string;
  readonly subjectType: CaseType;
  readonly subject: string;
  readonly agency: AgencySummary | null;
  readonly openedBy: Person;
  readonly openerAgency: AgencySummary | null;
  readonly openedAt: Date;
  readonly until: Date;
  readonly isLive: boolean;
  readonly reason: string;
  readonly reviewedBy: Person | null;
  readonly reviewedAt: Date | null;
  readonly reviewNote: string | null;
}

interface OpeningRow {
  readonly id: string;
  readonly agency_id: string;
  readonly opener_agency_id: string;
  readonly shareIds: readonly string[];
  readonly wrapped_key: Buffer;
  readonly reason: Buffer;
  readonly review_note: Buffer | null;
  readonly subject_type: CaseType;
  readonly reference: string;
  readonly opened_by: string;
  readonly opener_name: string;
  readonly opened_at: Date;
  readonly until: Date;
  readonly is_live: boolean;
  readonly reviewed_by: string | null;
  readonly reviewed_at: Date | null;
}

const TABLE = 'break_glass';
const OPENING = `
  select b.id, b.agency_id, b.opener_agency_id, b.share_ids as "shareIds", b.wrapped_key, b.reason, b.review_note, b.subject_type, b.reference, b.opened_by, b.opener_name, b.opened_at, b.until,
    now() < b.until as is_live, b.reviewed_by, b.reviewed_at
  from hub.break_glass b`;

export interface EmergencyCase {
  readonly id: string;
  readonly agencyId: string;
  /** Whose shares seal what is said of it. */
  readonly shareIds: readonly string[];
}

/** A case of the own agency or a partner, in the pool or not; nothing of one that the actor is barred from, or of which every record was destroyed. */
export async function findEmergencyCase(tx: Tx, vault: Vault, type: CaseType, reference: string): Promise<EmergencyCase | undefined> {
  const found = await row<EmergencyCase>(tx, 'select id, agency_id as "agencyId", share_ids as "shareIds" from hub.emergency_case($1, $2)', [type, reference]);
  const shareIds = found?.shareIds.filter((rowId) => !vault.isDestroyed({ agencyId: found.agencyId, rowId })) ?? [];
  return found && shareIds.length > 0 ? { ...found, shareIds } : undefined;
}

export interface NewOpening {
  readonly subjectType: CaseType;
  readonly subject: string;
  readonly reason: string;
  readonly minutes: number;
}

/** Sealed with the key of the record's agency, which is to read it. */
export async function insertOpening(tx: Tx, vault: Vault, actor: Actor, found: EmergencyCase, { subjectType, subject, reason, minutes }: NewOpening): Promise<string> {
  const id = randomUUID();
  const sealed = vault.sealTexts({ agencyId: found.agencyId, table: TABLE, rowId: id, shareIds: found.shareIds }, { reason });
  await rows(tx, `
    insert into hub.break_glass (id, agency_id, subject_type, unit_id, household_id, reference, opened_by, opener_agency_id, opener_name, share_ids, wrapped_key, reason, until)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::uuid[], $11, $12, now() + make_interval(mins => $13))`,
  [id, found.agencyId, subjectType, subjectType === 'UNIT' ? found.id : null, subjectType === 'HOUSEHOLD' ? found.id : null, subject, actor.userId, actor.agencyId, actor.displayName,
    found.shareIds, sealed.wrapped_key, sealed.reason, minutes]);
  return id;
}

export async function findOpening(tx: Tx, vault: Vault, id: string): Promise<Opening | undefined> {
  const found = await row<OpeningRow>(tx, `${OPENING} where b.id = $1::uuid`, [id]);
  return found && (await opened(tx, vault, [found]))[0];
}

/** Those that nobody reviewed first, then the newest. What was said of records that were destroyed waits for nobody any more. */
export async function listOpenings(tx: Tx, vault: Vault, { unreviewed, most }: { readonly unreviewed: boolean; readonly most: number }): Promise<Opening[]> {
  const which = unreviewed ? 'where b.reviewed_at is null' : '';
  const found = await rows<OpeningRow>(tx, `${OPENING} ${which} order by (b.reviewed_at is null) desc, b.opened_at desc limit $1`, [most]);
  return opened(tx, vault, unreviewed ? found.filter(({ agency_id, shareIds }) => shareIds.every((rowId) => !vault.isDestroyed({ agencyId: agency_id, rowId }))) : found);
}

async function opened(tx: Tx, vault: Vault, found: readonly OpeningRow[]): Promise<Opening[]> {
  if (found.length === 0) return [];
  const nameOf = await namesOf(tx, found.map(({ reviewed_by }) => reviewed_by));
  const agencies = await agenciesNamed(tx, found.flatMap(({ agency_id, opener_agency_id }) => [agency_id, opener_agency_id]));
  return found.map(({ id, agency_id, shareIds, wrapped_key, reason, review_note, ...one }) => {
    const said = vault.openTexts({ agencyId: agency_id, table: TABLE, rowId: id, shareIds }, { wrapped_key, reason, review_note });
    return {
      id, subjectType: one.subject_type, subject: one.reference, agency: agencies.get(agency_id) ?? null,
      openedBy: { id: one.opened_by, displayName: one.opener_name }, openerAgency: agencies.get(one.opener_agency_id) ?? null, openedAt: one.opened_at, until: one.until,
      isLive: one.is_live, reason: said.reason ?? DESTROYED_TEXT, reviewedBy: one.reviewed_by === null ? null : nameOf(one.reviewed_by), reviewedAt: one.reviewed_at, reviewNote: said.review_note,
    };
  });
}

/** For the access log, which names openings by their ids: why each was made. Where another agency's key is lost, the log is read all the same (trust.md BAK-3). */
export async function openingReasons(tx: Tx, vault: Vault, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map();
  const found = await rows<Pick<OpeningRow, 'id' | 'agency_id' | 'shareIds' | 'wrapped_key' | 'reason'>>(tx, `
    select id, agency_id, share_ids as "shareIds", wrapped_key, reason from hub.break_glass where id::text = any($1::text[])`, [ids]);
  return new Map(found.flatMap(({ id, agency_id, shareIds, wrapped_key, reason }) => {
    try {
      return [[id, vault.openTexts({ agencyId: agency_id, table: TABLE, rowId: id, shareIds }, { wrapped_key, reason }).reason ?? DESTROYED_TEXT] as const];
    } catch (error) {
      if (isKeyLoss(error)) return [];
      throw error;
    }
  }));
}

/** False where it was reviewed already. */
export async function reviewOpening(tx: Tx, vault: Vault, actor: Actor, { id, note }: { readonly id: string; readonly note: string }): Promise<boolean> {
  const key = await row<{ wrapped_key: Buffer; shareIds: string[] }>(tx, 'select wrapped_key, share_ids as "shareIds" from hub.break_glass where id = $1::uuid and reviewed_at is null for update', [id]);
  if (!key) return false;
  const sealed = vault.addTexts({ agencyId: actor.agencyId, table: TABLE, rowId: id, shareIds: key.shareIds }, key.wrapped_key, { review_note: note });
  return (await affected(tx, 'update hub.break_glass set reviewed_by = $2::uuid, reviewed_at = now(), review_note = $3 where id = $1::uuid', [id, actor.userId, sealed.review_note])) === 1;
}

export interface EmergencyPerson {
  readonly firstName: string | null;
  readonly lastName: string | null;
  /** Of children alone. */
  readonly dateOfBirth: IsoDate | null;
}

/** The least that serves in an emergency: who it is, how old a child is, and whom to ask. */
export interface EmergencyIdentity {
  readonly people: readonly EmergencyPerson[];
  /** What an agency calls the household. */
  readonly household: string | null;
  readonly contactName: string | null;
  readonly contactEmail: string | null;
}

interface SealedPerson { readonly agency_id: string; readonly identity_key: Buffer; readonly first_name: Buffer | null; readonly last_name: Buffer | null }
type SealedChild = SealedPerson & { readonly child_id: string; readonly birth_key: Buffer | null; readonly date_of_birth: Buffer | null };
type SealedAdult = SealedPerson & { readonly adult_id: string };

/** Null unless the opening is the actor's and its time is not over: the database looks, at every read. */
export async function openedIdentity(tx: Tx, vault: Vault, id: string): Promise<EmergencyIdentity | null> {
  // A record that two people had destroyed opens to nobody.
  const kept = (agencyId: string, rowId: string): boolean => !vault.isDestroyed({ agencyId, rowId });
  const children = (await rows<SealedChild>(tx, 'select * from hub.opened_children($1)', [id])).filter(({ agency_id, child_id }) => kept(agency_id, child_id));
  const adults = (await rows<SealedAdult>(tx, 'select * from hub.opened_adults($1)', [id])).filter(({ agency_id, adult_id }) => kept(agency_id, adult_id));
  const household = await row<{ household_id: string; agency_id: string; identity_key: Buffer; names: Buffer | null }>(tx, 'select * from hub.opened_household($1)', [id]);
  if (children.length === 0 && (!household || !kept(household.agency_id, household.household_id))) return null;
  const contact = await row<{ display_name: string; email: string }>(tx, 'select * from hub.opened_contact($1)', [id]);
  const nameOf = (table: string, rowId: string, { agency_id, identity_key: wrapped_key, first_name, last_name }: SealedPerson) => vault.openRecord(agency_id, table, rowId, { wrapped_key, first_name, last_name });
  const bornOn = ({ agency_id, child_id, birth_key, date_of_birth }: SealedChild): IsoDate | null => {
    const day = birth_key && vault.openRecord(agency_id, 'child_birth', child_id, { wrapped_key: birth_key, date_of_birth }).date_of_birth;
    return day === null ? null : isoDate(day);
  };
  const people = [
    ...children.map((child) => ({ ...nameOf('child_identity', child.child_id, child), dateOfBirth: bornOn(child) })),
    ...adults.map((adult) => ({ ...nameOf('adult_identity', adult.adult_id, adult), dateOfBirth: null })),
  ];
  return {
    people: people.map(({ first_name, last_name, dateOfBirth }) => ({ firstName: first_name, lastName: last_name, dateOfBirth })),
    household: household ? vault.openRecord(household.agency_id, 'household_identity', household.household_id, { wrapped_key: household.identity_key, names: household.names }).names : null,
    contactName: contact?.display_name ?? null, contactEmail: contact?.email ?? null,
  };
}
