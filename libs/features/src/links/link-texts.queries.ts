import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { KnownName } from '@hub/domain/anonymity/text/known-names';
import { summaryRefusals } from '@hub/domain/disclosure/identified';
import { REPORTED_STATES, type Side } from '@hub/domain/links/states';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { loadHouseholds } from '../adopters/household-records.queries';
import { loadChildren } from '../children/child-records.queries';
import { shareIdsOf } from '../disclosure/subjects.queries';
import type { LinkRow } from './links.queries';

type LinkKeys = Pick<LinkRow, 'unitId' | 'householdId' | 'childAgencyId' | 'adoptersAgencyId'>;

/** The own side's records that a text of the link is about: the other side's are not the writer's to destroy. */
async function ownShares(tx: Tx, vault: Vault, { agencyId }: Pick<Actor, 'agencyId'>, link: LinkKeys): Promise<string[]> {
  return [
    ...(link.childAgencyId === agencyId ? await shareIdsOf(tx, vault, 'UNIT', link.unitId) : []), ...(link.adoptersAgencyId === agencyId ? [link.householdId] : []),
  ];
}

export interface ExitReason {
  readonly code: string;
  readonly words: string | null;
}

/** Why the actor's side ended a link, at the version that ended it. */
export async function insertReason(tx: Tx, vault: Vault, actor: Pick<Actor, 'agencyId'>, link: LinkRow, { code, words }: ExitReason): Promise<void> {
  const [id, shareIds] = [randomUUID(), await ownShares(tx, vault, actor, link)];
  const sealed = vault.sealTexts({ agencyId: actor.agencyId, table: 'link_reason', rowId: id, shareIds }, { words });
  await rows(tx, `insert into hub.link_reason (id, link_id, agency_id, version, code, share_ids, wrapped_key, words) values ($1, $2, $3, $4, $5, $6::uuid[], $7, $8)`,
    [id, link.id, actor.agencyId, link.version + 1, code, shareIds, sealed.wrapped_key, sealed.words]);
}

/** The own agency's reason for ending the link; null where it did not. */
export async function reasonOf(tx: Tx, vault: Vault, linkId: string): Promise<ExitReason | null> {
  const [found] = await rows<{ id: string; agencyId: string; code: string; shareIds: string[]; wrapped_key: Buffer | null; words: Buffer | null }>(tx, `
    select id, agency_id as "agencyId", code, share_ids as "shareIds", wrapped_key, words from hub.link_reason where link_id = $1::uuid order by version desc limit 1`, [linkId]);
  if (!found) return null;
  const { id, agencyId, code, shareIds, wrapped_key, words } = found;
  return { code, ...vault.openTexts({ agencyId, table: 'link_reason', rowId: id, shareIds }, { wrapped_key, words }) };
}

export async function insertMessage(tx: Tx, vault: Vault, actor: Actor, { link, side, body }: { readonly link: LinkRow; readonly side: Side; readonly body: string }): Promise<void> {
  const [id, shareIds] = [randomUUID(), await ownShares(tx, vault, actor, link)];
  const sealed = vault.sealTexts({ agencyId: actor.agencyId, table: 'link_message', rowId: id, shareIds }, { body });
  await rows(tx, `insert into hub.link_message (id, link_id, agency_id, side, author_id, share_ids, wrapped_key, body) values ($1, $2, $3, $4, $5, $6::uuid[], $7, $8)`,
    [id, link.id, actor.agencyId, side, actor.userId, shareIds, sealed.wrapped_key, sealed.body]);
}

export interface MessageRow {
  readonly id: string;
  readonly side: Side;
  readonly authorId: string;
  /** Null where it went with a record that it was about. */
  readonly body: string | null;
  readonly at: Date;
}

const MOST = 200;

/** The newest last. */
export async function messagesOf(tx: Tx, vault: Vault, linkId: string): Promise<MessageRow[]> {
  const found = await rows<Omit<MessageRow, 'body'> & { agencyId: string; shareIds: string[]; wrapped_key: Buffer; body: Buffer }>(tx, `
    select id, side, author_id as "authorId", at, agency_id as "agencyId", share_ids as "shareIds", wrapped_key, body from hub.link_message where link_id = $1::uuid order by at desc, id limit ${MOST}`, [linkId]);
  return found.reverse().map(({ agencyId, shareIds, wrapped_key, body, ...message }) =>
    ({ ...message, ...vault.openTexts({ agencyId, table: 'link_message', rowId: message.id, shareIds }, { wrapped_key, body }) }));
}

/**
 * Why a message must not cross as it stands: it would tell more than the stage that the link has reached (docs/adr/0017). Before the reports are
 * shared no surname, date, address or identifier of the own record; before both agreed to explore no first name either.
 */
export async function messageRefusals(tx: Tx, vault: Vault, actor: Actor, link: LinkRow, body: string): Promise<readonly string[]> {
  if (REPORTED_STATES.includes(link.state) || link.childAgencyId === link.adoptersAgencyId) return [];
  const firstNames = link.state !== 'EXPLORING';
  const known = link.childAgencyId === actor.agencyId ? await namesOfUnit(tx, vault, link.unitId, firstNames) : await namesOfHousehold(tx, vault, link.householdId, firstNames);
  return summaryRefusals(body, known);
}

async function namesOfUnit(tx: Tx, vault: Vault, unitId: string, firstNames: boolean): Promise<KnownName[]> {
  const children = await loadChildren(tx, vault, 'c.unit_id', [unitId]);
  return children.flatMap(({ details: { identity } }) => named('CHILD', [identity.lastName, identity.externalId, firstNames ? identity.firstName : null]));
}

async function namesOfHousehold(tx: Tx, vault: Vault, householdId: string, firstNames: boolean): Promise<KnownName[]> {
  const households = await loadHouseholds(tx, vault, 'h.id', [householdId]);
  return households.flatMap(({ details: { identity, adults } }) =>
    named('ADULT', [identity.familyExternalId, ...adults.flatMap(({ firstName, lastName, externalId }) => [lastName, externalId, firstNames ? firstName : null])]));
}

const named = (of: KnownName['of'], texts: readonly (string | null)[]): KnownName[] => texts.flatMap((text) => (text === null ? [] : [{ text, of }]));
