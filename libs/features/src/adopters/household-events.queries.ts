import type { Actor } from '@hub/domain/access/actor';
import { householdDatesAfter, nextHousehold, type HouseholdEvent } from '@hub/domain/adopters/events';
import { ENGLAND_AND_WALES } from '@hub/domain/dates/bank-holidays';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { DomainError } from '@hub/domain/errors';
import { lastDayToAnswer } from '@hub/domain/recruitment/assessment';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { insertEvent, STANDS, type EventAnswers } from '../children/events.queries';
import { closeLinksOfHouseholds } from '../links/close-links.queries';
import { refreshHouseholdCards } from './household-cards.queries';
import type { HouseholdRecord } from './household-records.queries';
import { saveHouseholds } from './household-writes.queries';

export interface TakenEvent extends Partial<EventAnswers> {
  readonly record: HouseholdRecord;
  readonly event: HouseholdEvent;
  readonly onDate: IsoDate;
  readonly reason: string | null;
  readonly today: IsoDate;
}

/** The one path by which a household of the own agency goes on: its state, dates and history, its links and card. Throws the domain's refusal. */
export async function takeHouseholdEvent(tx: Tx, vault: Vault, actor: Actor, { record, event, onDate, reason, today, code = null, askedBy = null, untilOn = null }: TakenEvent): Promise<void> {
  const { details } = record;
  const answerableUntil = event === 'REFUSED' ? lastDayToAnswer(await stepsOf(tx, record.id), ENGLAND_AND_WALES) : null;
  const state = nextHousehold(details.state, event, { dates: details.dates, onDate, reason, today, code, askedBy, untilOn, answerableUntil });
  if (state instanceof DomainError) throw state;
  const after = { ...details, state, dates: householdDatesAfter(details.dates, event, onDate) };
  await saveHouseholds(tx, vault, actor.agencyId, [{ ...record, before: details, after }]);
  await insertEvent(tx, vault, 'household', { agencyId: actor.agencyId, subjectId: record.id, event, onDate, reason, recordedBy: actor.userId }, { code, askedBy, untilOn });
  await closeLinksOfHouseholds(tx, vault, [record.id], today);
  await refreshHouseholdCards(tx, { ids: [record.id] });
}

const stepsOf = (tx: Tx, householdId: string): Promise<{ event: string; onDate: IsoDate }[]> =>
  rows(tx, `select event, on_date as "onDate" from hub.household_event e where household_id = $1::uuid and ${STANDS('household')} order by on_date, created_at`, [householdId]);
