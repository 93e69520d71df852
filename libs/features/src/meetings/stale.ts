import { DomainError } from '@hub/domain/errors';
import { outcomeDifferences, type OutcomeVersion, type PairOutcome, type UnitOutcome } from '@hub/domain/meetings/outcomes';
import { rows, type Tx } from '@hub/database/tx';
import { peopleAt } from './meeting-parts.queries';
import type { MeetingRow } from './meetings.queries';

/** Of a pair's outcome, or of the item's own. */
export interface OutcomeOf {
  readonly itemId: string;
  readonly pairId: string | null;
  /** As it stands now. */
  readonly version: number;
}

/** For who came second: the outcome when they read it, and as it is now, field by field (trust.md REL-5). */
export async function staleOutcome(tx: Tx, meeting: MeetingRow, { itemId, pairId, version }: OutcomeOf, seen: number): Promise<DomainError> {
  const found = await rows<{ version: number; outcome: PairOutcome | UnitOutcome | null; reason: string | null; actorId: string | null }>(tx, `
    select of_version as version, outcome, reason, actor_id as "actorId" from hub.meeting_event
    where meeting_id = $1::uuid and item_id = $2::uuid and pair_id is not distinct from $3::uuid and of_version in ($4, $5)`, [meeting.id, itemId, pairId, seen, version]);
  const people = await peopleAt(tx, [meeting.id]);
  // The first version is no outcome at all, and has no row of history therefore.
  const at = (which: number): OutcomeVersion => {
    const row = found.find((one) => one.version === which);
    return { outcome: row?.outcome ?? null, reason: row?.reason ?? null, decidedBy: row?.actorId == null ? null : (people.get(row.actorId)?.displayName ?? null) };
  };
  return new DomainError('STALE_VERSION', 'Somebody else has recorded an outcome since you read this. Compare both, then decide again.', {
    seenVersion: seen, currentVersion: version, differences: outcomeDifferences(at(seen), at(version)),
  });
}

/** The meeting itself changed: what was seen and what is there now. */
export function staleMeeting({ version }: MeetingRow, seen: number): DomainError {
  return new DomainError('STALE_VERSION', 'Somebody else has changed this meeting since you opened it. Read it again, then decide.', {
    seenVersion: seen, currentVersion: version, differences: [{ field: 'version', seen: String(seen), now: String(version) }],
  });
}
