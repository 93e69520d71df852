import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { EnquiryState, EnquiryWay } from '@hub/domain/recruitment/enquiries';
import type { Vault } from '@hub/database/crypto/vault';
import { affected, row, rows, type Tx } from '@hub/database/tx';
import { newReference } from '@hub/platform/reference';

/** What somebody who enquired said; nothing of it stays here once they are taken up or handed on. */
export interface Enquirer {
  readonly names: string;
  readonly phone: string | null;
  readonly email: string | null;
  readonly words: string | null;
}

/** A new enquiry as the agency whose it is reads it. */
export interface OpenEnquiry extends Enquirer {
  readonly id: string;
  readonly reference: string;
  readonly district: string | null;
  readonly how: EnquiryWay;
  readonly receivedOn: IsoDate;
  /** The day on which the information pack was sent. */
  readonly informedOn: IsoDate | null;
}

export interface NewEnquiry extends Enquirer, Pick<OpenEnquiry, 'district' | 'how' | 'receivedOn' | 'informedOn'> {
  /** Whose it is. */
  readonly agencyId: string;
}

/** Sealed for the agency whose it is: another that takes it cannot open it again. Answers its reference. */
export async function insertEnquiry(tx: Tx, vault: Vault, actor: Actor, { agencyId, district, how, receivedOn, informedOn, names, phone, email, words }: NewEnquiry): Promise<string> {
  const [id, reference] = [randomUUID(), newReference('E')];
  vault.prepare(agencyId, [id]);
  const sealed = vault.sealRecord(agencyId, 'enquiry', id, { names, phone, email, words });
  await rows(tx, `
    insert into hub.enquiry (id, agency_id, reference, district, how, received_on, taken_by, taken_by_agency_id, wrapped_key, names, phone, email, words, informed_on)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
  [id, agencyId, reference, district, how, receivedOn, actor.userId, actor.agencyId, sealed.wrapped_key, sealed.names, sealed.phone, sealed.email, sealed.words, informedOn]);
  return reference;
}

interface Row extends Omit<OpenEnquiry, keyof Enquirer> {
  readonly agencyId: string;
  readonly wrapped_key: Buffer;
  readonly names: Buffer;
  readonly phone: Buffer | null;
  readonly email: Buffer | null;
  readonly words: Buffer | null;
}

const OPEN = `
  select id, agency_id as "agencyId", reference, district, how, received_on as "receivedOn", informed_on as "informedOn", wrapped_key, names, phone, email, words from hub.enquiry
  where state = 'NEW' and agency_id = (select hub.own_agency())`;
const MOST = 200;

function opened(vault: Vault, { agencyId, wrapped_key, names, phone, email, words, ...plain }: Row): OpenEnquiry {
  const who = vault.openRecord(agencyId, 'enquiry', plain.id, { wrapped_key, names, phone, email, words });
  return { ...plain, ...who, names: who.names ?? '' };
}

/** The own agency's that nobody has answered, the oldest first. */
export const openEnquiries = async (tx: Tx, vault: Vault): Promise<OpenEnquiry[]> => (await rows<Row>(tx, `${OPEN} order by received_on, reference limit ${MOST}`)).map((found) => opened(vault, found));

/** One of them, held until the end of the transaction. */
export async function lockEnquiry(tx: Tx, vault: Vault, reference: string): Promise<OpenEnquiry | undefined> {
  const found = await row<Row>(tx, `${OPEN} and reference = $1 for update`, [reference]);
  return found && opened(vault, found);
}

export async function informEnquiry(tx: Tx, id: string, on: IsoDate): Promise<void> {
  await rows(tx, 'update hub.enquiry set informed_on = $2 where id = $1', [id, on]);
}

/** Nothing of who they are stays behind. */
export async function endEnquiry(tx: Tx, id: string, { state, householdId = null, on }: { readonly state: 'TAKEN_UP' | 'HANDED_ON' | 'CLOSED'; readonly householdId?: string | null; readonly on: IsoDate }): Promise<void> {
  const done = await affected(tx, `
    update hub.enquiry set state = $2, household_id = $3, ended_on = $4, wrapped_key = null, names = null, phone = null, email = null, words = null where id = $1 and state = 'NEW'`, [id, state, householdId, on]);
  if (done !== 1) throw new Error('The enquiry was not there any more.');
}

/** An enquiry that was taken for another agency, as whoever took it is told of it. */
export interface PassedOnRow {
  readonly reference: string;
  readonly agencyId: string;
  readonly district: string | null;
  readonly how: EnquiryWay;
  readonly state: EnquiryState;
  readonly receivedOn: IsoDate;
  readonly informedOn: IsoDate | null;
  readonly endedOn: IsoDate | null;
}

/** Taken by the own agency since a day, the newest first. */
export const passedOn = (tx: Tx, since: IsoDate): Promise<PassedOnRow[]> => rows(tx, `
  select reference, agency_id as "agencyId", district, how, state, received_on as "receivedOn", informed_on as "informedOn", ended_on as "endedOn" from hub.enquiries_passed_on()
  where received_on >= $1::date order by received_on desc, reference`, [since]);

export const agencyOfDistrict = (tx: Tx, district: string): Promise<{ agencyId: string } | undefined> =>
  row(tx, 'select agency_id as "agencyId" from hub.enquiry_district where district = $1', [district]);

export interface EnquiryDistrict {
  readonly district: string;
  readonly agencyId: string;
}

export const listDistricts = (tx: Tx): Promise<EnquiryDistrict[]> => rows(tx, 'select district, agency_id as "agencyId" from hub.enquiry_district order by district');

/** The agency's districts become these; those that are another's stay theirs and are answered. */
export async function setDistricts(tx: Tx, agencyId: string, districts: readonly string[]): Promise<string[]> {
  await rows(tx, 'delete from hub.enquiry_district where agency_id = $1 and district <> all($2::text[])', [agencyId, districts]);
  await rows(tx, 'insert into hub.enquiry_district (district, agency_id) select d, $1 from unnest($2::text[]) d on conflict do nothing', [agencyId, districts]);
  return (await rows<{ district: string }>(tx, 'select district from hub.enquiry_district where district = any($2::text[]) and agency_id <> $1 order by 1', [agencyId, districts])).map(({ district }) => district);
}
