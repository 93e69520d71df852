import type { Action } from '@hub/domain/access/actions';
import type { Actor } from '@hub/domain/access/actor';
import { forbidden, notFound } from '@hub/domain/errors';
import type { Vault } from '@hub/database/crypto/vault';
import { once } from '@hub/database/once';
import type { Tx } from '@hub/database/tx';
import type { UnitOfWork } from '@hub/database/unit-of-work';
import type { MeetingStanding } from './meeting-steps.queries';
import { findMeeting, type MeetingRow } from './meetings.queries';

/** What a person asks of a meeting: by its reference, under a key of theirs. */
export interface Asked {
  readonly meeting: string;
  readonly idempotencyKey?: string | null | undefined;
}

export interface Door {
  readonly uow: UnitOfWork;
  readonly vault: Vault;
}

/**
 * A change of a meeting: the meeting is held first, so that changes follow one another, and done once for each key. For an action that only the
 * convening agency or a recorder may take, whoever is neither is refused here, and by row-level security behind it.
 */
export function changeMeeting<T extends Asked>({ uow, vault }: Door, actor: Actor, action: 'meetings.plan' | 'meetings.record' | 'meetings.attend', { name, request }: { readonly name: string; readonly request: T },
  work: (tx: Tx, meeting: MeetingRow) => Promise<MeetingStanding>): Promise<MeetingStanding> {
  const { idempotencyKey, ...body } = request;
  return uow.run(actor, action satisfies Action, (tx) => once(tx, vault, actor, { operation: `meetings.${name}`, key: idempotencyKey, body }, async () => {
    const meeting = await findMeeting(tx, request.meeting, 'lock');
    if (!meeting) throw notFound('meeting', request.meeting);
    if (action === 'meetings.record' && !meeting.mayRecord || action === 'meetings.plan' && !meeting.isConvened) throw forbidden(action);
    return work(tx, meeting);
  }));
}
