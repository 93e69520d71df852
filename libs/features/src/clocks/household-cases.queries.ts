import type { HouseholdDates } from '@hub/domain/adopters/states';
import type { HouseholdClockFacts } from '@hub/domain/clocks/facts';
import { householdClockFacts, type HouseholdStep } from '@hub/domain/clocks/household-facts';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { rows, type Tx } from '@hub/database/tx';
import { HOUSEHOLD_DATE_COLUMNS, HOUSEHOLD_DATE_FIELDS } from '../adopters/household-records.queries';
import { STANDS } from '../children/events.queries';
import type { ClockCase } from './child-cases.queries';

interface HouseholdRow extends HouseholdDates {
  readonly id: string;
  readonly agencyId: string;
  readonly workerId: string | null;
  readonly subject: string;
  readonly offeredOn: IsoDate | null;
  readonly widensOn: IsoDate | null;
  readonly mayBeShown: boolean;
  readonly provisionalPanelOn: IsoDate | null;
  readonly linkedSince: IsoDate | null;
  readonly history: readonly HouseholdStep[];
}

const READ = [
  'INFO_GIVEN', 'PUT_ON_HOLD', 'RESUMED', 'STAGE1_EXTENDED', 'STAGE2_EXTENDED', 'REPORT_GIVEN', 'AT_PANEL', 'BRIEF_REPORT', 'QUALIFYING_DETERMINATION', 'REPRESENTATIONS_MADE', 'INDEPENDENT_REVIEW',
  'APPROVAL_REVIEWED', 'MATCHING_PLAN', 'OFFERS_CONFIRMED',
];
/** Who has left, or has a child: no clock of theirs runs any more. A hold that a file brought as a way of leaving is none (trap 29). */
const OVER = ['PLACED', 'AO_GRANTED', 'LEFT'];

const HOUSEHOLD = `
  select h.id, h.agency_id as "agencyId", h.named_worker_id as "workerId", h.reference as subject, ${HOUSEHOLD_DATE_FIELDS.map((field) => `h.${HOUSEHOLD_DATE_COLUMNS[field]} as "${field}"`).join(', ')},
    h.offered_on as "offeredOn", h.widens_on as "widensOn", h.provisional_panel_on as "provisionalPanelOn", coalesce(h.share_consent, false) and coalesce(h.card_consent_until > hub.today(), true) as "mayBeShown",
    n.since as "linkedSince",
    coalesce((select jsonb_agg(jsonb_build_object('event', e.event, 'onDate', e.on_date, 'code', e.code, 'askedBy', e.asked_by, 'untilOn', e.until_on) order by e.on_date, e.created_at)
      from hub.household_event e where e.household_id = h.id and e.event = any($1::text[]) and ${STANDS('household')}), '[]') as history
  from hub.household h left join hub.linked_since() n on n.subject_id = h.id`;

const toCase = ({ id, agencyId, workerId, subject, history, offeredOn, widensOn, mayBeShown, linkedSince, provisionalPanelOn, ...dates }: HouseholdRow): ClockCase<HouseholdClockFacts> =>
  ({ id, agencyId, workerId, subject, member: null, facts: householdClockFacts(dates, history, { offeredOn, widensOn, mayBeShown, linkedSince, provisionalPanelOn }) });

/** Households on the way to a match: of the own agency, or of all in a round. One statement. */
export async function householdCases(tx: Tx): Promise<ClockCase<HouseholdClockFacts>[]> {
  return (await rows<HouseholdRow>(tx, `${HOUSEHOLD} where h.state <> all($2::text[])`, [READ, OVER])).map(toCase);
}

/** One, whatever became of it. */
export async function householdCaseOf(tx: Tx, id: string): Promise<ClockCase<HouseholdClockFacts> | undefined> {
  return (await rows<HouseholdRow>(tx, `${HOUSEHOLD} where h.id = $2::uuid`, [READ, id])).map(toCase)[0];
}
