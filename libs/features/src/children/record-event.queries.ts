import type { Actor } from '@hub/domain/access/actor';
import { datesAfter } from '@hub/domain/children/event-dates';
import { next, type ChildEvent } from '@hub/domain/children/events';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { DomainError } from '@hub/domain/errors';
import type { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { settleUnits } from './cards.queries';
import type { ChildRecord } from './child-records.queries';
import { saveChildren } from './child-writes.queries';
import { insertEvent } from './events.queries';

export interface ChildStep {
  readonly event: ChildEvent;
  readonly onDate: IsoDate;
  readonly reason: string | null;
  readonly today: IsoDate;
  /** Of a match: the family, of whatever agency. */
  readonly householdId?: string;
}

/** Events that end a match take its household with them; the history of events keeps that there was one. */
const ENDS_MATCH: readonly ChildEvent[] = ['MATCH_FELL', 'SEARCH_RESUMED', 'ADM_DECIDED'];

/** The one path of an event of a child: state, dates, history, and what follows for search, links, grants and cards. The record is locked. Throws the domain's refusal. */
export async function recordChildEvent(tx: Tx, vault: Vault, actor: Pick<Actor, 'userId' | 'agencyId'>, record: ChildRecord, { event, onDate, reason, today, householdId }: ChildStep): Promise<void> {
  const { details } = record;
  const state = next(details.state, event, { dates: details.dates, dateOfBirth: details.dateOfBirth, onDate, reason, today });
  if (state instanceof DomainError) throw state;
  const matchedHouseholdId = ENDS_MATCH.includes(event) ? null : (householdId ?? record.matchedHouseholdId);
  const after = { ...details, state, dates: datesAfter(details.dates, event, onDate, reason) };
  await saveChildren(tx, vault, actor.agencyId, [{ ...record, matchedHouseholdId, before: details, after }]);
  await insertEvent(tx, vault, 'child', { agencyId: actor.agencyId, subjectId: record.id, event, onDate, reason, recordedBy: actor.userId });
  await settleUnits(tx, vault, [record.unitId], today);
}
