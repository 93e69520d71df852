import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { USUAL_CHOICE, type MailChoice } from '@hub/domain/mail/choices';
import type { MailCounts } from '@hub/domain/mail/letter';
import { affected, row, rows, type Tx } from '@hub/database/tx';

export const choiceOf = async (tx: Tx, userId: string): Promise<MailChoice> =>
  (await row<{ choice: MailChoice }>(tx, 'select choice from hub.mail_choice where user_id = $1::uuid', [userId]))?.choice ?? USUAL_CHOICE;

export async function saveChoice(tx: Tx, { agencyId, userId }: Actor, choice: MailChoice): Promise<void> {
  await rows(tx, `
    insert into hub.mail_choice (user_id, agency_id, choice) values ($1::uuid, $2::uuid, $3) on conflict (user_id) do update set choice = excluded.choice where mail_choice.choice <> excluded.choice`,
  [userId, agencyId, choice]);
}

/** When the person was last sent a mail; null: never. */
export const lastSentAt = async (tx: Tx, userId: string): Promise<Date | null> =>
  (await row<{ at: Date | null }>(tx, 'select max(sent_at) as at from hub.mail where user_id = $1::uuid', [userId]))?.at ?? null;

/** People who chose a digest, and when they had the last. */
export function digestReaders(tx: Tx): Promise<{ userId: string; choice: MailChoice; last: IsoDate | null }[]> {
  return rows(tx, `
    select u.id as "userId", coalesce(c.choice, $1) as choice, (select max(m.on_date) from hub.mail m where m.user_id = u.id and m.kind = 'DIGEST') as last
    from hub.app_user u left join hub.mail_choice c on c.user_id = u.id
    where u.status = 'ACTIVE' and coalesce(c.choice, $1) in ('DAILY', 'WEEKLY') order by u.id`, [USUAL_CHOICE]);
}

/** Null where there is one of that day already. */
export async function insertDigest(tx: Tx, { agencyId, userId }: Actor, counts: MailCounts, today: IsoDate): Promise<string | null> {
  const made = await row<{ id: string }>(tx, `
    insert into hub.mail (agency_id, user_id, kind, counts, on_date) values ($1::uuid, $2::uuid, 'DIGEST', $3::jsonb, $4::date) on conflict do nothing returning id`, [agencyId, userId, JSON.stringify(counts), today]);
  return made?.id ?? null;
}

/** What was promised so long ago says nothing to anybody. */
export async function forgetMails(tx: Tx, before: Date): Promise<void> {
  await affected(tx, `delete from hub.mail where promised_at < $1 and status not in ('WAITING', 'SENDING')`, [before]);
}

/** A mail that this process has taken on. */
export interface ClaimedMail {
  readonly id: string;
  readonly userId: string;
  readonly noticeId: string | null;
  readonly counts: MailCounts;
  readonly attempts: number;
  /** Null where the account is closed, or the person wants no such mail any more. */
  readonly to: string | null;
}

/** `stale`: who took a mail on before, and said nothing since, is dead. */
interface Moment { readonly now: Date; readonly stale: Date; readonly tooOld: Date }

/**
 * The next mail to hand over, taken on: the oldest, and no other of a person before their earlier ones. None while the server is down and
 * the mail that found it so is not due again. What waited too long is given up.
 */
export async function claimMail(tx: Tx, { now, stale, tooOld }: Moment): Promise<ClaimedMail | undefined> {
  await affected(tx, `update hub.mail set status = 'GIVEN_UP' where status in ('WAITING', 'SENDING') and promised_at < $1`, [tooOld]);
  const [claimed] = await rows<{ id: string }>(tx, `
    update hub.mail set status = 'SENDING', claimed_at = $1, attempts = attempts + 1 where id = (
      select m.id from hub.mail m
      where (m.status = 'WAITING' and m.next_try_at <= $1 or m.status = 'SENDING' and m.claimed_at < $2)
        and not exists (select from hub.mail e where e.user_id = m.user_id and e.status in ('WAITING', 'SENDING') and (e.promised_at, e.id) < (m.promised_at, m.id))
        and not exists (select from hub.mail p where p.status = 'WAITING' and p.failure = 'SERVER' and p.next_try_at > $1)
      order by m.promised_at, m.id limit 1 for update skip locked)
    returning id`, [now, stale]);
  return claimed && row(tx, `
    select m.id, m.user_id as "userId", m.notice_id as "noticeId", m.counts, m.attempts,
      (select u.email from hub.app_user u left join hub.mail_choice c on c.user_id = u.id
       where u.id = m.user_id and u.status = 'ACTIVE' and case m.kind when 'NOTICE' then c.choice = 'EACH' else coalesce(c.choice, $2) in ('DAILY', 'WEEKLY') end) as to
    from hub.mail m where m.id = $1::uuid`, [claimed.id, USUAL_CHOICE]);
}

/** How a mail that was taken on ends, or from when on and why it waits. */
export type MailEnd = { readonly status: 'SENT' | 'DROPPED' | 'REFUSED' } | { readonly status: 'WAITING'; readonly failure: 'SERVER' | 'RECIPIENT'; readonly nextTry: Date };

/** `claim`: the number of the attempt: whoever was thought dead meanwhile says nothing more. */
export async function endMail(tx: Tx, { id, claim, now }: { id: string; claim: number; now: Date }, end: MailEnd): Promise<void> {
  const waits = end.status === 'WAITING' ? end : null;
  await affected(tx, `
    update hub.mail set status = $3, failure = $4, next_try_at = coalesce($5, next_try_at), sent_at = case when $3 = 'SENT' then $6::timestamptz end
    where id = $1::uuid and status = 'SENDING' and attempts = $2`, [id, claim, end.status, waits?.failure ?? null, waits?.nextTry ?? null, now]);
}
