import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { Vault } from '@hub/database/crypto/vault';
import { affected, row, rows, type Tx } from '@hub/database/tx';
import type { Person } from '../agencies/users.queries';
import { namesOf, type CaseType, type OwnCase } from './cases.queries';
import { DESTROYED_TEXT } from './grant-texts.queries';

/** That a person must not meet a case. It says nothing of whether the hub knows the person. */
export interface Bar {
  readonly id: string;
  readonly subjectType: CaseType;
  readonly subject: string;
  readonly email: string;
  readonly reason: string;
  readonly barredBy: Person;
  readonly barredAt: Date;
  readonly liftedBy: Person | null;
  readonly liftedAt: Date | null;
  readonly liftingReason: string | null;
}

interface BarRow {
  readonly id: string;
  readonly agency_id: string;
  readonly wrapped_key: Buffer;
  readonly email: Buffer;
  readonly reason: Buffer;
  readonly lifting_reason: Buffer | null;
  readonly barred_by: string;
  readonly barred_at: Date;
  readonly lifted_by: string | null;
  readonly lifted_at: Date | null;
  readonly unit: string | null;
  readonly household: string | null;
}

const BAR = `
  select b.id, b.agency_id, b.wrapped_key, b.email, b.reason, b.lifting_reason, b.barred_by, b.barred_at, b.lifted_by, b.lifted_at,
    (select u.reference from hub.barred_unit s join hub.unit u on u.id = s.unit_id where s.bar_id = b.id order by (s.unit_id = b.unit_id) desc limit 1) as unit,
    (select h.reference from hub.household h where h.id = b.household_id) as household
  from hub.bar b`;
const TABLE = 'bar';

const ofCase = (type: CaseType): string =>
  type === 'UNIT' ? 'exists (select from hub.barred_unit s where s.bar_id = b.id and s.unit_id = $1::uuid)' : 'b.household_id = $1::uuid';

/** The live ones first, then the newest. */
export async function barsOf(tx: Tx, vault: Vault, { type, id }: OwnCase): Promise<Bar[]> {
  return opened(tx, vault, await rows<BarRow>(tx, `${BAR} where ${ofCase(type)} order by (b.lifted_at is null) desc, b.barred_at desc limit 200`, [id]));
}

/** How many bars stand on a case. */
export async function standingBars(tx: Tx, { type, id }: OwnCase): Promise<number> {
  return (await row<{ count: number }>(tx, `select count(*)::int as count from hub.bar b where ${ofCase(type)} and b.lifted_at is null`, [id]))?.count ?? 0;
}

export async function findBar(tx: Tx, vault: Vault, id: string): Promise<Bar | undefined> {
  const found = await row<BarRow>(tx, `${BAR} where b.id = $1::uuid`, [id]);
  return found && (await opened(tx, vault, [found]))[0];
}

async function opened(tx: Tx, vault: Vault, found: readonly BarRow[]): Promise<Bar[]> {
  const nameOf = await namesOf(tx, found.flatMap(({ barred_by, lifted_by }) => [barred_by, lifted_by]));
  return found.map(({ id, agency_id, wrapped_key, email, reason, lifting_reason, unit, household, ...bar }) => {
    const said = vault.openTexts({ agencyId: agency_id, table: TABLE, rowId: id, shareIds: [id] }, { wrapped_key, email, reason, lifting_reason });
    return {
      id, subjectType: household === null ? 'UNIT' : 'HOUSEHOLD', subject: household ?? unit ?? '', email: said.email ?? DESTROYED_TEXT, reason: said.reason ?? DESTROYED_TEXT,
      barredBy: nameOf(bar.barred_by), barredAt: bar.barred_at, liftedBy: bar.lifted_by === null ? null : nameOf(bar.lifted_by), liftedAt: bar.lifted_at,
      liftingReason: said.lifting_reason,
    };
  });
}

/** `email` in small letters: accounts are compared with it now and whenever one is made or changed (hub.bar_hash). */
export async function insertBar(tx: Tx, vault: Vault, actor: Actor, bar: { readonly subject: OwnCase; readonly email: string; readonly reason: string }): Promise<string> {
  const id = randomUUID();
  const salt = randomBytes(16);
  const hash = createHash('sha256').update(salt).update(bar.email).digest('hex');
  const sealed = vault.sealRecord(actor.agencyId, TABLE, id, { email: bar.email, reason: bar.reason });
  const { type, id: subjectId } = bar.subject;
  await rows(tx, `
    insert into hub.bar (id, agency_id, unit_id, household_id, wrapped_key, email, salt, email_hash, reason, barred_by) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
  [id, actor.agencyId, type === 'UNIT' ? subjectId : null, type === 'HOUSEHOLD' ? subjectId : null, sealed.wrapped_key, sealed.email, salt, hash, sealed.reason, actor.userId]);
  return id;
}

/** False where it was lifted already. */
export async function liftBar(tx: Tx, vault: Vault, actor: Actor, { id, reason }: { readonly id: string; readonly reason: string }): Promise<boolean> {
  const key = await row<{ wrapped_key: Buffer }>(tx, 'select wrapped_key from hub.bar where id = $1::uuid and lifted_at is null for update', [id]);
  if (!key) return false;
  const sealed = vault.resealRecord(actor.agencyId, TABLE, id, key.wrapped_key, { lifting_reason: reason });
  return (await affected(tx, 'update hub.bar set lifted_by = $2::uuid, lifted_at = now(), lifting_reason = $3 where id = $1::uuid', [id, actor.userId, sealed.lifting_reason])) === 1;
}

/** The actor's own address, by which a bar would name them. */
export async function ownEmail(tx: Tx, actor: Actor): Promise<string> {
  return (await row<{ email: string }>(tx, 'select email from hub.app_user where id = $1::uuid', [actor.userId]))?.email ?? '';
}
