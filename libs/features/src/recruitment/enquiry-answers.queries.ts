import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { notFound } from '@hub/domain/errors';
import type { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { applyOneHousehold } from '../adopters/apply-households.queries';
import { takeHouseholdEvent } from '../adopters/household-events.queries';
import { loadHouseholds } from '../adopters/household-records.queries';
import { findAgency, type AgencySummary } from '../agencies/agencies.queries';
import { insertEvent } from '../children/events.queries';
import { refuseProblems } from '../children/problems';
import { assignWorker } from '../children/workers.queries';
import type { OpenEnquiry } from './enquiries.queries';

/** An agency that assesses adopters, by code. */
export async function placingAgency(tx: Tx, code: string): Promise<AgencySummary> {
  const agency = await findAgency(tx, code);
  if (!agency || (agency.kind !== 'COUNCIL' && agency.kind !== 'VOLUNTARY')) throw notFound('agency');
  return agency;
}

/** The household that an enquiry becomes: with its worker and all that was said, the people's own words as the first step of its history and the information that was sent as the next. */
export async function takenUp(tx: Tx, vault: Vault, actor: Actor, enquiry: OpenEnquiry, today: IsoDate): Promise<{ readonly id: string; readonly reference: string }> {
  const { names, phone, email, words, district, receivedOn, informedOn } = enquiry;
  const { problems, reference } = await applyOneHousehold(tx, vault, actor, { facts: { names, phone, email, area: district, enquiryOn: receivedOn }, record: null }, today);
  refuseProblems(problems);
  await assignWorker(tx, 'hub.household', reference ?? '', actor.userId);
  const [record] = await loadHouseholds(tx, vault, 'h.reference', [reference ?? ''], 'for update of h');
  if (!record) throw new Error('A household that was made is not there.');
  // `about` would go into a profile that others read.
  if (words) await insertEvent(tx, vault, 'household', { agencyId: actor.agencyId, subjectId: record.id, event: 'ENQUIRY', onDate: receivedOn, reason: words, recordedBy: actor.userId });
  if (informedOn !== null) await takeHouseholdEvent(tx, vault, actor, { record, event: 'INFO_GIVEN', onDate: informedOn, reason: null, today });
  return record;
}
