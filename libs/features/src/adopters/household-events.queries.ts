import type { Actor } from '@hub/domain/access/actor';
import { householdDatesAfter, nextHousehold, type HouseholdEvent } from '@hub/domain/adopters/events';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { DomainError } from '@hub/domain/errors';
import type { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { insertEvent } from '../children/events.queries';
import { closeLinksOfHouseholds } from '../links/close-links.queries';
import { refreshHouseholdCards } from './household-cards.queries';
import type { HouseholdRecord } from './household-records.queries';
import { saveHouseholds } from './household-writes.queries';

export interface TakenEvent {
  readonly record: HouseholdRecord;
  readonly event: HouseholdEvent;
  readonly onDate: IsoDate;
  readonly reason: string | null;
  readonly today: IsoDate;
}

/** The one path by which a household of the own agency goes on: its state, dates and history, its links and card. Throws the domain's refusal. */
export async function takeHouseholdEvent(tx: Tx, vault: Vault, actor: Actor, { record, event, onDate, reason, today }: TakenEvent): Promise<void> {
  const { details } = record;
  const state = nextHousehold(details.state, event, { dates: details.dates, onDate, reason, today });
  if (state instanceof DomainError) throw state;
  const after = { ...details, state, dates: householdDatesAfter(details.dates, event, onDate) };
  await saveHouseholds(tx, vault, actor.agencyId, [{ ...record, before: details, after }]);
  await insertEvent(tx, vault, 'household', { agencyId: actor.agencyId, subjectId: record.id, event, onDate, reason, recordedBy: actor.userId });
  await closeLinksOfHouseholds(tx, vault, [record.id], today);
  await refreshHouseholdCards(tx, { ids: [record.id] });
}
