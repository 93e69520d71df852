import type { Actor } from '@hub/domain/access/actor';
import { refusesDay, type ChildEvent } from '@hub/domain/children/events';
import type { ChildDates } from '@hub/domain/children/states';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Vault } from '@hub/database/crypto/vault';
import { row, type Tx } from '@hub/database/tx';
import { settleUnits } from './cards.queries';
import type { ChildRecord } from './child-records.queries';
import { saveChildren } from './child-writes.queries';
import { insertEvent, STANDS } from './events.queries';

export interface CorrectedDay {
  readonly event: ChildEvent;
  readonly from: IsoDate;
  readonly onDate: IsoDate;
  /** What the event's row of history says from now on. */
  readonly reason: string | null;
  readonly today: IsoDate;
}

const FIELD: Readonly<Partial<Record<ChildEvent, keyof ChildDates>>> = {
  MATCHED: 'matchedOn', INTRODUCTIONS_STARTED: 'introductionsOn', PLACED: 'placedOn', PLACED_BY_AGREEMENT: 'placedOn', AO_APPLIED: 'aoAppliedOn', ADOPTED: 'adoptedOn', DISRUPTED: 'disruptedOn',
};

/**
 * Another day, or another reason, for an event of a child's record: the date where it still stands there, and a row of history instead of the one that was
 * wrong. The record is locked. Throws the sentence of the guard that the new day fails; where the record holds no such event, nothing happens.
 */
export async function correctChildEvent(tx: Tx, vault: Vault, actor: Pick<Actor, 'userId' | 'agencyId'>, record: ChildRecord, { event, from, onDate, reason, today }: CorrectedDay): Promise<void> {
  const { details } = record;
  const field = FIELD[event];
  if (field !== undefined && details.dates[field] === from && onDate !== from) {
    const refusal = refusesDay(event, { dates: details.dates, dateOfBirth: details.dateOfBirth, onDate, reason, today });
    if (refusal !== null) throw refusal;
    await saveChildren(tx, vault, actor.agencyId, [{ ...record, before: details, after: { ...details, dates: { ...details.dates, [field]: onDate } } }]);
  }
  const wrong = await row<{ id: string }>(tx, `
    select e.id from hub.child_event e where e.child_id = $1::uuid and e.event = $2 and e.on_date = $3::date and ${STANDS('child')} order by e.created_at desc limit 1`, [record.id, event, from]);
  if (wrong) await insertEvent(tx, vault, 'child', { agencyId: actor.agencyId, subjectId: record.id, event, onDate, reason, recordedBy: actor.userId, corrects: wrong.id });
  await settleUnits(tx, vault, [record.unitId], today);
}
