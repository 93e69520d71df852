import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { agenciesByIds } from '../agencies/agencies.queries';
import { ACTION, type ActionRow } from './meeting-parts.queries';
import type { MeetingAction } from './meeting-view';

const MOST = 50;

type OpenRow = ActionRow & {
  readonly meeting: string;
  readonly unitReference: string | null;
  readonly eventId: string | null;
  readonly agencyId: string | null;
  readonly shareIds: string[] | null;
  readonly wrapped_key: Buffer | null;
  readonly words: Buffer | null;
};

/** The viewer's own open actions, the first due first. Where the item is not shown to them any more, neither are its reference and words. */
export async function openActionsOf(tx: Tx, vault: Vault, actor: Actor, today: IsoDate): Promise<MeetingAction[]> {
  const found = await rows<OpenRow>(tx, `
    select a.*, m.reference as meeting, u.unit_reference as "unitReference", e.id as "eventId", e.agency_id as "agencyId", e.share_ids as "shareIds", e.wrapped_key, e.words
    from (${ACTION} where a.owner_id = $1::uuid and a.done_on is null) a join hub.meeting m on m.id = a."meetingId"
      left join hub.meeting_unit u on u.item_id = a."itemId" left join hub.meeting_event e on e.action_id = a.id and e.event = 'ACTION_GIVEN'
    order by a."dueOn", m.reference, a.number limit ${MOST}`, [actor.userId]);
  const [own] = found.length === 0 ? [] : await agenciesByIds(tx, [actor.agencyId]);
  return found.map(({ meeting, number, unitReference, dueOn, eventId, agencyId, shareIds, wrapped_key, words }) => ({
    meeting, number, unitReference, owner: { id: actor.userId, displayName: actor.displayName }, ownerAgency: own ?? null, isMine: true, mayFinish: true, dueOn, isOverdue: dueOn < today, doneOn: null,
    words: eventId === null ? null : vault.openTexts({ agencyId: agencyId ?? '', table: 'meeting_event', rowId: eventId, shareIds: shareIds ?? [] }, { wrapped_key, words }).words,
  }));
}
