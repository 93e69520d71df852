import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Vault } from '@hub/database/crypto/vault';
import { affected, row, rows, type Tx } from '@hub/database/tx';
import type { Person } from '../agencies/users.queries';
import { namesOf } from './cases.queries';

export type WithholdingOutcome = 'APPROVED' | 'DECLINED';

/** That information on a child was not shared, because sharing would be more detrimental than not. */
export interface Withholding {
  readonly id: string;
  readonly unit: string;
  readonly child: string;
  readonly withWhom: string;
  readonly what: string;
  readonly reason: string;
  readonly decidedOn: IsoDate;
  readonly decidedBy: Person;
  readonly outcome: WithholdingOutcome | null;
  readonly settledBy: Person | null;
  readonly settledAt: Date | null;
}

interface WithholdingRow extends Pick<Withholding, 'id' | 'unit' | 'child' | 'decidedOn' | 'outcome' | 'settledAt'> {
  readonly agency_id: string;
  readonly wrapped_key: Buffer;
  readonly with_whom: Buffer;
  readonly what: Buffer;
  readonly reason: Buffer;
  readonly deciderId: string;
  readonly settlerId: string | null;
}

const TABLE = 'withholding';
const WITHHOLDING = `
  select w.id, w.agency_id, w.wrapped_key, w.with_whom, w.what, w.reason, w.decided_on as "decidedOn", w.decided_by as "deciderId", w.outcome,
    w.settled_by as "settlerId", w.settled_at as "settledAt", c.reference as child, u.reference as unit
  from hub.withholding w join hub.child c on c.id = w.child_id join hub.unit u on u.id = c.unit_id`;

/** The newest first. */
export async function withholdingsOf(tx: Tx, vault: Vault, child: string): Promise<Withholding[]> {
  return opened(tx, vault, await rows<WithholdingRow>(tx, `${WITHHOLDING} where c.reference = $1 order by w.decided_on desc, w.recorded_at desc limit 100`, [child]));
}

/** What waits for a second person: never what the person decided alone. */
export async function withholdingsToSettle(tx: Tx, vault: Vault, userId: string): Promise<Withholding[]> {
  return opened(tx, vault, await rows<WithholdingRow>(tx, `${WITHHOLDING} where w.outcome is null and w.decided_by <> $1::uuid order by w.recorded_at limit 50`, [userId]));
}

export async function findWithholding(tx: Tx, vault: Vault, id: string): Promise<Withholding | undefined> {
  const found = await row<WithholdingRow>(tx, `${WITHHOLDING} where w.id = $1::uuid`, [id]);
  return found && (await opened(tx, vault, [found]))[0];
}

async function opened(tx: Tx, vault: Vault, all: readonly WithholdingRow[]): Promise<Withholding[]> {
  const found = all.filter(({ id, agency_id }) => !vault.isDestroyed({ agencyId: agency_id, rowId: id }));
  const nameOf = await namesOf(tx, found.flatMap(({ deciderId, settlerId }) => [deciderId, settlerId]));
  return found.map(({ agency_id, wrapped_key, with_whom, what, reason, deciderId, settlerId, ...one }) => {
    const said = vault.openRecord(agency_id, TABLE, one.id, { wrapped_key, with_whom, what, reason });
    return {
      ...one, withWhom: said.with_whom ?? '', what: said.what ?? '', reason: said.reason ?? '', decidedBy: nameOf(deciderId), settledBy: settlerId === null ? null : nameOf(settlerId),
    };
  });
}

/** A child of the own council, as far as the actor may know of it. */
export async function findChildId(tx: Tx, reference: string): Promise<string | undefined> {
  return (await row<{ id: string }>(tx, 'select id from hub.child where reference = $1 and agency_id = (select hub.own_agency())', [reference]))?.id;
}

export type NewWithholding = Pick<Withholding, 'withWhom' | 'what' | 'reason' | 'decidedOn'>;

export async function insertWithholding(tx: Tx, vault: Vault, actor: Actor, childId: string, { withWhom, what, reason, decidedOn }: NewWithholding): Promise<string> {
  const id = randomUUID();
  const sealed = vault.sealRecord(actor.agencyId, TABLE, id, { with_whom: withWhom, what, reason });
  await rows(tx, 'insert into hub.withholding (id, agency_id, child_id, wrapped_key, with_whom, what, reason, decided_on, decided_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)',
    [id, actor.agencyId, childId, sealed.wrapped_key, sealed.with_whom, sealed.what, sealed.reason, decidedOn, actor.userId]);
  return id;
}

/** False where somebody settled it already. */
export async function settleWithholding(tx: Tx, actor: Actor, id: string, outcome: WithholdingOutcome): Promise<boolean> {
  return (await affected(tx, 'update hub.withholding set outcome = $2, settled_by = $3::uuid, settled_at = now() where id = $1::uuid and outcome is null', [id, outcome, actor.userId])) === 1;
}
