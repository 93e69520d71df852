import type { Actor } from '@hub/domain/access/actor';
import { consentEnds, SHOWN_SCOPES, type ConsentAnswer, type ConsentScope } from '@hub/domain/disclosure/consent';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { affected, rows, type Tx } from '@hub/database/tx';
import type { Person } from '../agencies/users.queries';
import { namesOf } from './cases.queries';

export type ConsentManner = 'WRITTEN' | 'SPOKEN' | 'ELECTRONIC' | 'FILE' | 'FORM';
export type ConsentGiver = 'ALL_ADULTS' | 'ONE_ADULT';

/** One answer of adopters. */
export interface Consent {
  readonly id: string;
  readonly scope: ConsentScope;
  readonly granted: boolean;
  readonly wording: string | null;
  readonly how: ConsentManner;
  readonly givenBy: ConsentGiver | null;
  readonly givenOn: IsoDate;
  /** The first day without. */
  readonly expiresOn: IsoDate;
  /** Whether it is what counts of its scope today. */
  readonly isLive: boolean;
  readonly recordedBy: Person;
  readonly recordedAt: Date;
  readonly withdrawnBy: Person | null;
  readonly withdrawnAt: Date | null;
}

type ConsentRow = Omit<Consent, 'recordedBy' | 'withdrawnBy'> & { readonly recorderId: string; readonly withdrawerId: string | null };

const LIVE = `c.granted and c.withdrawn_at is null and c.expires_on > (select hub.today())
  and not exists (select from hub.adopter_consent n where n.household_id = c.household_id and n.scope = c.scope and n.recorded_at > c.recorded_at)`;

/** The newest first. */
export async function consentsOf(tx: Tx, householdId: string): Promise<Consent[]> {
  const found = await rows<ConsentRow>(tx, `
    select c.id, c.scope, c.granted, c.wording, c.how, c.given_by as "givenBy", c.given_on as "givenOn", c.expires_on as "expiresOn", ${LIVE} as "isLive",
      c.recorded_by as "recorderId", c.recorded_at as "recordedAt", c.withdrawn_by as "withdrawerId", c.withdrawn_at as "withdrawnAt"
    from hub.adopter_consent c where c.household_id = $1::uuid order by c.recorded_at desc limit 200`, [householdId]);
  const nameOf = await namesOf(tx, found.flatMap(({ recorderId, withdrawerId }) => [recorderId, withdrawerId]));
  return found.map(({ recorderId, withdrawerId, ...one }) => ({ ...one, recordedBy: nameOf(recorderId), withdrawnBy: withdrawerId === null ? null : nameOf(withdrawerId) }));
}

/** Whether the household's latest answer on this is a yes of less than a year. */
export async function isConsented(tx: Tx, householdId: string, scope: ConsentScope): Promise<boolean> {
  return (await rows(tx, `select from hub.adopter_consent c where c.household_id = $1::uuid and c.scope = $2 and ${LIVE}`, [householdId, scope])).length > 0;
}

export interface NewConsent {
  readonly householdId: string;
  readonly scope: ConsentScope;
  readonly granted: boolean;
  readonly wording: string | null;
  readonly how: ConsentManner;
  readonly givenBy: ConsentGiver | null;
  readonly givenOn: IsoDate;
}

/** The one way by which consent reaches the tables; what it changes of cards and profiles, the database does in the same statement. */
export async function insertConsents(tx: Tx, actor: Actor, consents: readonly NewConsent[]): Promise<void> {
  if (consents.length === 0) return;
  const list = consents.map(({ householdId, givenBy, givenOn, ...one }) => ({ ...one, household_id: householdId, given_by: givenBy, given_on: givenOn, expires_on: consentEnds(givenOn) }));
  await rows(tx, `
    insert into hub.adopter_consent (agency_id, recorded_by, household_id, scope, granted, wording, how, given_by, given_on, expires_on)
    select $2::uuid, $3::uuid, r.household_id, r.scope, r.granted, r.wording, r.how, r.given_by, r.given_on, r.expires_on
    from jsonb_to_recordset($1::jsonb) as r(household_id uuid, scope text, granted boolean, wording text, how text, given_by text, given_on date, expires_on date)`,
  [JSON.stringify(list), actor.agencyId, actor.userId]);
}

/** What a file or a form says of consent, as answers: a day that it leaves out is the day on which it is taken. */
export function consentFacts(householdId: string, answer: ConsentAnswer, taken: { readonly how: 'FILE' | 'FORM'; readonly today: IsoDate }): NewConsent[] {
  const { shareConsent, shareConsentOn } = answer;
  if (shareConsent === null) return [];
  return SHOWN_SCOPES.map((scope) => ({ householdId, scope, granted: shareConsent, wording: null, how: taken.how, givenBy: null, givenOn: shareConsentOn ?? taken.today }));
}

/** How many answers end: those of these scopes that count today. */
export function withdrawConsents(tx: Tx, actor: Actor, householdId: string, scopes: readonly ConsentScope[]): Promise<number> {
  return affected(tx, `
    update hub.adopter_consent c set withdrawn_at = now(), withdrawn_by = $3::uuid
    where c.household_id = $1::uuid and c.scope = any($2::text[]) and ${LIVE}`, [householdId, scopes, actor.userId]);
}

export interface ConsentToRenew {
  readonly household: string;
  readonly expiresOn: IsoDate;
}

/** Households in this person's name that are to be asked again within a month, or should have been. */
export function consentsToRenew(tx: Tx, userId: string): Promise<ConsentToRenew[]> {
  return rows(tx, `
    select h.reference as household, h.card_consent_until as "expiresOn" from hub.household h
    where h.named_worker_id = $1::uuid and h.card_consent_until <= (select hub.today()) + interval '1 month' and h.state in ('APPROVED', 'LINKED', 'STAGE2', 'AT_PANEL')
    order by h.card_consent_until, h.reference limit 20`, [userId]);
}
