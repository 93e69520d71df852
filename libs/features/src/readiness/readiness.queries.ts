import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import { ENGLAND_AND_WALES } from '@hub/domain/dates/bank-holidays';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Preparation } from '@hub/domain/readiness/preparation';
import { readiness, type Check, type CheckName, type ReadinessFacts } from '@hub/domain/readiness/readiness';
import type { Vault } from '@hub/database/crypto/vault';
import { row, rows, type Tx } from '@hub/database/tx';
import type { Person } from '../agencies/users.queries';
import { namesOf } from '../disclosure/cases.queries';
import { shareIdsOf } from '../disclosure/subjects.queries';
import type { LinkRow } from '../links/links.queries';

/** What was done with the adopters on a day. */
export interface PreparationRecord {
  readonly kind: Preparation;
  readonly onDate: IsoDate;
  readonly words: string | null;
  readonly isOwn: boolean;
  /** A colleague; null where the other agency recorded it. */
  readonly person: Person | null;
  readonly at: Date;
}

/** That a manager of the own agency went on although something was missing. */
export interface ReadinessDecision {
  readonly missing: readonly CheckName[];
  readonly reason: string | null;
  readonly person: Person;
  readonly at: Date;
}

export interface ReadinessView {
  readonly checks: readonly Check[];
  readonly prepared: readonly PreparationRecord[];
  readonly decisions: readonly ReadinessDecision[];
}

type LinkKeys = Pick<LinkRow, 'id' | 'unitId' | 'householdId' | 'childAgencyId' | 'adoptersAgencyId' | 'panelOn'>;

/** The same for both agencies of the link but the own one's decisions; null before the permanence report is shared, and for whoever is no party to it. */
export async function readinessOf(tx: Tx, vault: Vault, actor: Pick<Actor, 'agencyId'>, link: LinkKeys): Promise<ReadinessView | null> {
  const found = await row<{ facts: Omit<ReadinessFacts, 'prepared' | 'panelOn'> | null }>(tx, 'select hub.readiness_facts($1::uuid) as facts', [link.id]);
  if (!found?.facts) return null;
  const prepared = await preparationsOf(tx, vault, actor, link.id);
  const latest: Partial<Record<Preparation, IsoDate>> = {};
  for (const { kind, onDate } of prepared) if ((latest[kind] ?? '') < onDate) latest[kind] = onDate;
  return { checks: readiness({ ...found.facts, prepared: latest, panelOn: link.panelOn }, ENGLAND_AND_WALES), prepared, decisions: await decisionsOf(tx, vault, link.id) };
}

export const missingOf = ({ checks }: Pick<ReadinessView, 'checks'>): CheckName[] => checks.filter(({ state }) => state === 'MISSING').map(({ name }) => name);

/** The own side's records: the other side's are not the writer's to destroy. */
async function ownShares(tx: Tx, vault: Vault, { agencyId }: Pick<Actor, 'agencyId'>, link: LinkKeys): Promise<string[]> {
  return [
    ...(link.childAgencyId === agencyId ? await shareIdsOf(tx, vault, 'UNIT', link.unitId) : []), ...(link.adoptersAgencyId === agencyId ? [link.householdId] : []),
  ];
}

export async function insertPreparation(tx: Tx, vault: Vault, actor: Actor, link: LinkKeys, { kind, onDate, words }: Pick<PreparationRecord, 'kind' | 'onDate' | 'words'>): Promise<void> {
  const [id, shareIds] = [randomUUID(), await ownShares(tx, vault, actor, link)];
  const sealed = vault.sealTexts({ agencyId: actor.agencyId, table: 'link_preparation', rowId: id, shareIds }, { words });
  await rows(tx, 'insert into hub.link_preparation (id, link_id, agency_id, kind, on_date, share_ids, wrapped_key, words, recorded_by) values ($1, $2, $3, $4, $5, $6::uuid[], $7, $8, $9)',
    [id, link.id, actor.agencyId, kind, onDate, shareIds, sealed.wrapped_key, sealed.words, actor.userId]);
}

async function preparationsOf(tx: Tx, vault: Vault, actor: Pick<Actor, 'agencyId'>, linkId: string): Promise<PreparationRecord[]> {
  const found = await rows<{ id: string; agencyId: string; kind: Preparation; onDate: IsoDate; shareIds: string[]; recordedBy: string; at: Date; wrapped_key: Buffer | null; words: Buffer | null }>(tx, `
    select id, agency_id as "agencyId", kind, on_date as "onDate", share_ids as "shareIds", recorded_by as "recordedBy", at, wrapped_key, words
    from hub.link_preparation where link_id = $1::uuid order by on_date, at`, [linkId]);
  const nameOf = await namesOf(tx, found.filter(({ agencyId }) => agencyId === actor.agencyId).map(({ recordedBy }) => recordedBy));
  return found.map(({ id, agencyId, kind, onDate, shareIds, recordedBy, at, wrapped_key, words }) => {
    const isOwn = agencyId === actor.agencyId;
    return { kind, onDate, isOwn, at, person: isOwn ? nameOf(recordedBy) : null, ...vault.openTexts({ agencyId, table: 'link_preparation', rowId: id, shareIds }, { wrapped_key, words }) };
  });
}

export async function insertDecision(tx: Tx, vault: Vault, actor: Actor, link: LinkKeys, { missing, reason }: { missing: readonly CheckName[]; reason: string }): Promise<void> {
  const [id, shareIds] = [randomUUID(), await ownShares(tx, vault, actor, link)];
  const sealed = vault.sealTexts({ agencyId: actor.agencyId, table: 'readiness_decision', rowId: id, shareIds }, { reason });
  await rows(tx, 'insert into hub.readiness_decision (id, link_id, agency_id, missing, share_ids, wrapped_key, reason, decided_by) values ($1, $2, $3, $4::text[], $5::uuid[], $6, $7, $8)',
    [id, link.id, actor.agencyId, missing, shareIds, sealed.wrapped_key, sealed.reason, actor.userId]);
}

async function decisionsOf(tx: Tx, vault: Vault, linkId: string): Promise<ReadinessDecision[]> {
  const found = await rows<{ id: string; agencyId: string; missing: CheckName[]; shareIds: string[]; decidedBy: string; at: Date; wrapped_key: Buffer; reason: Buffer }>(tx, `
    select id, agency_id as "agencyId", missing, share_ids as "shareIds", decided_by as "decidedBy", at, wrapped_key, reason from hub.readiness_decision where link_id = $1::uuid order by at`, [linkId]);
  const nameOf = await namesOf(tx, found.map(({ decidedBy }) => decidedBy));
  return found.map(({ id, agencyId, missing, shareIds, decidedBy, at, wrapped_key, reason }) =>
    ({ missing, at, person: nameOf(decidedBy), ...vault.openTexts({ agencyId, table: 'readiness_decision', rowId: id, shareIds }, { wrapped_key, reason }) }));
}
