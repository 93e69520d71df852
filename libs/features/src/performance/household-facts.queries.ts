import type { HouseholdDates } from '@hub/domain/adopters/states';
import type { HouseholdJourney } from '@hub/domain/performance/household-days';
import { HOUSEHOLD_STEPS, journeyOfHousehold } from '@hub/domain/performance/hub-households';
import type { AssessmentEvent } from '@hub/domain/recruitment/assessment';
import { rows, type Tx } from '@hub/database/tx';
import { HOUSEHOLD_DATE_COLUMNS, HOUSEHOLD_DATE_FIELDS } from '../adopters/household-records.queries';
import { STANDS } from '../children/events.queries';

interface HouseholdRow extends HouseholdDates {
  readonly history: readonly AssessmentEvent[];
}

const HOUSEHOLDS = `
  with stepped as (select e.household_id, jsonb_agg(jsonb_build_object('event', e.event, 'onDate', e.on_date, 'code', e.code, 'askedBy', e.asked_by, 'untilOn', e.until_on) order by e.on_date, e.created_at) as list
    from hub.household_event e where e.agency_id = $1 and e.event = any($2::text[]) and ${STANDS('household')} group by e.household_id)
  select ${HOUSEHOLD_DATE_FIELDS.map((field) => `h.${HOUSEHOLD_DATE_COLUMNS[field]} as "${field}"`).join(', ')}, coalesce(s.list, '[]') as history
  from hub.household h left join stepped s on s.household_id = h.id where h.agency_id = $1`;

/** Under `performance.reckon`: the households of one agency. */
export async function householdJourneys(tx: Tx, agencyId: string): Promise<HouseholdJourney[]> {
  return (await rows<HouseholdRow>(tx, HOUSEHOLDS, [agencyId, [...HOUSEHOLD_STEPS]])).map(({ history, ...dates }) => journeyOfHousehold(dates, history));
}
