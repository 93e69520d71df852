import type { HouseholdDates, HouseholdState } from '@hub/domain/adopters/states';
import { NO_HOUSEHOLD_DATES } from '@hub/domain/adopters/states';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { AssessmentEvent } from '@hub/domain/recruitment/assessment';
import { PIPELINE_STATES } from '@hub/domain/recruitment/board';
import { rows, type Tx } from '@hub/database/tx';
import { HOUSEHOLD_DATE_COLUMNS } from '../adopters/household-records.queries';
import { STANDS } from '../children/events.queries';

/** What the clocks of a household read, as the tables hold it: codes and days, no identity and no word. */
export interface PipelineRow {
  readonly agencyId: string;
  readonly state: HouseholdState;
  readonly dates: HouseholdDates;
  readonly history: readonly AssessmentEvent[];
}

export interface OwnPipelineRow extends PipelineRow {
  readonly household: string;
  readonly workerId: string | null;
  readonly provisionalPanelOn: IsoDate | null;
}

const DATES = ['enquiryOn', 'roiOn', 'stage1StartedOn', 'stage1EndedOn', 'stage2StartedOn', 'approvedOn', 'onHoldSince', 'leftOn', 'leftReason'] as const satisfies readonly (keyof HouseholdDates)[];
const DATES_SQL = DATES.map((field) => `h.${HOUSEHOLD_DATE_COLUMNS[field]} as "${field}"`).join(', ');

type Flat<T> = Omit<T, 'dates'> & Pick<HouseholdDates, (typeof DATES)[number]>;

/** The own agency's households on their way to a match: one statement, which meets none that left or have a child. */
export async function ownPipeline(tx: Tx): Promise<OwnPipelineRow[]> {
  const found = await rows<Flat<OwnPipelineRow>>(tx, `
    select h.agency_id as "agencyId", h.reference as household, h.state, h.named_worker_id as "workerId", h.provisional_panel_on as "provisionalPanelOn", ${DATES_SQL}, coalesce(e.history, '[]') as history
    from hub.household h left join lateral (
      select jsonb_agg(jsonb_build_object('event', e.event, 'onDate', e.on_date, 'code', e.code, 'askedBy', e.asked_by, 'untilOn', e.until_on) order by e.on_date, e.created_at) as history
      from hub.household_event e where e.household_id = h.id and ${STANDS('household')}
    ) e on true
    where h.agency_id = (select hub.own_agency()) and h.state = any($1::text[])`, [PIPELINE_STATES]);
  return found.map(withDates);
}

/** Every agency's that the viewer's shares with, its own among them: nothing says which household it is. */
export async function regionPipeline(tx: Tx): Promise<PipelineRow[]> {
  const found = await rows<Flat<PipelineRow>>(tx, `select h.agency_id as "agencyId", h.state, ${DATES_SQL}, h.history from hub.region_recruitment() h`);
  return found.map(withDates);
}

function withDates<T extends PipelineRow>(row: Flat<T>): T {
  const dates = Object.fromEntries(DATES.map((field) => [field, row[field]]));
  return { ...row, dates: { ...NO_HOUSEHOLD_DATES, ...dates } } as unknown as T;
}
