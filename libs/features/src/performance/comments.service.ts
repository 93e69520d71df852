import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { Actor } from '@hub/domain/access/actor';
import { notFound } from '@hub/domain/errors';
import type { Period } from '@hub/domain/performance/indicator';
import { firstDay, monthOf, type Month } from '@hub/domain/performance/periods';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import { affected, rows, type Tx } from '@hub/database/tx';
import { UnitOfWork } from '@hub/database/unit-of-work';
import { peopleByIds } from '../agencies/users.queries';

/** What somebody of the own agency wrote beside an indicator of its own. */
export interface PerformanceComment {
  readonly id: string;
  readonly code: string;
  /** The last month of the period that the words are about. */
  readonly month: Month;
  readonly words: string | null;
  readonly author: string;
  readonly at: Date;
  readonly isMine: boolean;
}

export interface CommentRequest {
  readonly code: string;
  readonly month: Month;
  readonly words: string;
  readonly idempotencyKey?: string | null;
}

interface Row {
  readonly id: string;
  readonly agencyId: string;
  readonly code: string;
  readonly month: IsoDate;
  readonly authorId: string;
  readonly at: Date;
  readonly shareIds: string[];
  readonly wrapped_key: Buffer;
  readonly words: Buffer;
}

const TABLE = 'performance_comment';
const MOST = 200;

/** Commentary beside indicators: the own agency's words about its own figures, which nobody else reads. */
@Injectable()
export class PerformanceCommentsService {
  constructor(@Inject(UnitOfWork) private readonly uow: UnitOfWork, @Inject(Vault) private readonly vault: Vault) {}

  /** Of the indicators named, or of all; the latest first. */
  list(actor: Actor, codes: readonly string[] | null): Promise<readonly PerformanceComment[]> {
    return this.uow.run(actor, 'reports.read', (tx) => readComments(tx, this.vault, actor, { codes }));
  }

  comment(actor: Actor, { idempotencyKey, ...body }: CommentRequest): Promise<readonly PerformanceComment[]> {
    return this.uow.run(actor, 'performance.comment', async (tx) => {
      await once(tx, this.vault, actor, { operation: 'performance.comment', key: idempotencyKey, body }, async () => {
        const id = randomUUID();
        const sealed = this.vault.sealTexts({ agencyId: actor.agencyId, table: TABLE, rowId: id, shareIds: [id] }, { words: body.words });
        await rows(tx, 'insert into hub.performance_comment (id, agency_id, code, month, author_id, share_ids, wrapped_key, words) values ($1, $2, $3, $4, $5, array[$1::uuid], $6, $7)',
          [id, actor.agencyId, body.code, firstDay(body.month), actor.userId, sealed.wrapped_key, sealed.words]);
        return {};
      });
      return readComments(tx, this.vault, actor, { codes: [body.code] });
    });
  }

  /** One's own alone. Throws NOT_FOUND for another's, and for one that was taken back. */
  withdraw(actor: Actor, id: string): Promise<boolean> {
    return this.uow.run(actor, 'performance.comment', async (tx) => {
      const done = await affected(tx, 'update hub.performance_comment set withdrawn_at = clock_timestamp() where id = $1::uuid and withdrawn_at is null and author_id = $2', [id, actor.userId]);
      if (done !== 1) throw notFound('comment of yours');
      return true;
    });
  }
}

/** Of the own agency, the latest first; `codes` null: of all indicators; `months`: of those that begin within it alone. */
export async function readComments(tx: Tx, vault: Vault, actor: Actor, { codes, months }: { readonly codes: readonly string[] | null; readonly months?: Period }): Promise<readonly PerformanceComment[]> {
  const found = await rows<Row>(tx, `
    select id, agency_id as "agencyId", code, month, author_id as "authorId", at, share_ids as "shareIds", wrapped_key, words from hub.performance_comment
    where agency_id = (select hub.own_agency()) and withdrawn_at is null and ($1::text[] is null or code = any($1))
      and ($2::date is null or month between $2 and $3) order by month desc, at desc limit ${MOST}`, [codes, months?.from ?? null, months?.to ?? null]);
  const people = new Map((await peopleByIds(tx, [...new Set(found.map(({ authorId }) => authorId))])).map(({ id, displayName }) => [id, displayName]));
  return found.map(({ id, agencyId, code, month, authorId, at, shareIds, wrapped_key, words }) => ({
    id, code, at, month: monthOf(month), author: people.get(authorId) ?? 'Somebody who left', isMine: authorId === actor.userId,
    ...vault.openTexts({ agencyId, table: TABLE, rowId: id, shareIds }, { wrapped_key, words }),
  }));
}
