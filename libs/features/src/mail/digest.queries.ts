import { can, type Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import type { NoticeKind } from '@hub/domain/audit/notices';
import { waitsFor } from '@hub/domain/links/who-acts';
import type { MailCounts, WaitingWork } from '@hub/domain/mail/letter';
import { row, rows, type Tx } from '@hub/database/tx';
import { consentsToRenew } from '../disclosure/consents.queries';
import { listLinks } from '../links/links.queries';

interface Counter {
  readonly of: WaitingWork;
  /** Who may not has none of it. */
  readonly may: Action;
  readonly count: (tx: Tx, actor: Actor) => Promise<number>;
}

/** Of the work that waits, what a digest counts: a line here and its words in libs/domain/src/mail/letter.ts. */
const COUNTERS: readonly Counter[] = [
  { of: 'WAITING_LINKS', may: 'links.move', count: async (tx, { userId, agencyId }) => (await listLinks(tx, { workerId: userId })).filter((link) => waitsFor(agencyId, link)).length },
  { of: 'WAITING_HANDOVERS', may: 'disclosure.approve', count: async (tx) => (await listLinks(tx, { isUnassigned: true })).length },
  { of: 'WAITING_APPROVALS', may: 'disclosure.approve', count: approvals },
  { of: 'WAITING_ACTIONS', may: 'meetings.read', count: openActions },
  { of: 'WAITING_CONSENTS', may: 'disclosure.consent', count: async (tx, { userId }) => (await consentsToRenew(tx, userId)).length },
];

/** Releases and grants of the own agency that a second person decides. */
async function approvals(tx: Tx, { userId, agencyId }: Actor): Promise<number> {
  const found = await row<{ count: number }>(tx, `
    select count(*)::int as count from hub.disclosure_grant r where r.agency_id = $1::uuid and r.approved_at is null and r.withdrawn_at is null and r.requested_by <> $2::uuid`, [agencyId, userId]);
  return found?.count ?? 0;
}

async function openActions(tx: Tx, { userId }: Actor): Promise<number> {
  const found = await row<{ count: number }>(tx, 'select count(*)::int as count from hub.meeting_action a where a.owner_id = $1::uuid and a.done_on is null', [userId]);
  return found?.count ?? 0;
}

/** Unread notices by kind since the last digest (without one: all), as far as the person meets them; and what waits for them. */
export async function digestCounts(tx: Tx, actor: Actor): Promise<MailCounts> {
  const counts: Partial<Record<NoticeKind | WaitingWork, number>> = {};
  const notices = await rows<{ kind: NoticeKind; count: number }>(tx, `
    select n.kind, sum(coalesce(n.count, 1))::int as count from hub.notice n
    where n.read_at is null and n.at > coalesce((select max(m.promised_at) from hub.mail m where m.user_id = $1::uuid and m.kind = 'DIGEST'), '-infinity') group by n.kind`, [actor.userId]);
  for (const { kind, count } of notices) counts[kind] = count;
  for (const { of, may, count } of COUNTERS) {
    const waiting = can(actor, may) ? await count(tx, actor) : 0;
    if (waiting > 0) counts[of] = waiting;
  }
  return counts;
}
