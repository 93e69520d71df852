import type { Actor } from '@hub/domain/access/actor';
import { conflict } from '@hub/domain/errors';
import type { Vault } from './crypto/vault';
import { row, rows, type Tx } from './tx';

/** What a person sent: which operation, under which key of their own, with which body. */
export interface Sent {
  /** The mutation's name, such as `links.step`. */
  readonly operation: string;
  /** 8 to 100 letters, digits, hyphens and underscores, made by the client; without one the work is done each time. */
  readonly key: string | null | undefined;
  readonly body: object;
}

/**
 * Does the work once for one key of a person's operation, and answers the same again (trust.md REL-4). `answer` is kept, so it holds
 * references, states and numbers alone. The same key with another body is CONFLICT. Key, work and answer are one transaction: of
 * two at once the second waits for the first; what failed leaves no key. Keys are kept for a week.
 */
export async function once<T extends object>(tx: Tx, vault: Vault, actor: Actor, { operation, key, body }: Sent, work: () => Promise<T>): Promise<T> {
  if (key === null || key === undefined) return work();
  const hash = vault.blindIndex(actor.agencyId, operation, JSON.stringify(body));
  await rows(tx, `delete from hub.idempotency_key where user_id = $1 and created_at < now() - interval '7 days'`, [actor.userId]);
  const mine = [actor.userId, operation, key];
  const taken = await row(tx, `
    insert into hub.idempotency_key (user_id, operation, key, agency_id, body_hash) values ($1, $2, $3, $4, $5) on conflict do nothing returning user_id`, [...mine, actor.agencyId, hash]);
  if (taken === undefined) {
    const before = await row<{ hash: string; answer: T }>(tx, 'select body_hash as hash, answer from hub.idempotency_key where user_id = $1 and operation = $2 and key = $3', mine);
    if (before?.hash !== hash) throw conflict('CONFLICT', 'Something else was sent under this key before, and it was done. Look at what stands there now, and send what is new under a key of its own.');
    return before.answer;
  }
  const answer = await work();
  await rows(tx, 'update hub.idempotency_key set answer = $4::json where user_id = $1 and operation = $2 and key = $3', [...mine, JSON.stringify(answer)]);
  return answer;
}
