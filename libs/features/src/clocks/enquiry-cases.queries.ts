import type { HouseholdClockFacts } from '@hub/domain/clocks/facts';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { enquiryClockFacts } from '@hub/domain/recruitment/enquiries';
import { rows, type Tx } from '@hub/database/tx';
import type { ClockCase } from './child-cases.queries';

interface EnquiryRow {
  readonly id: string;
  readonly agencyId: string;
  readonly subject: string;
  readonly receivedOn: IsoDate;
  readonly informedOn: IsoDate | null;
}

/** Enquiries that wait: of the own agency, or of all in a round. They are with nobody before they are taken up. One statement. */
export async function enquiryCases(tx: Tx): Promise<ClockCase<HouseholdClockFacts>[]> {
  return (await rows<EnquiryRow>(tx, `select id, agency_id as "agencyId", reference as subject, received_on as "receivedOn", informed_on as "informedOn" from hub.waiting_enquiries()`))
    .map(({ receivedOn, informedOn, ...one }) => ({ ...one, workerId: null, member: null, facts: enquiryClockFacts(receivedOn, informedOn) }));
}
