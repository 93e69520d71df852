import { forwardOnly } from './forward-only';
import { forOwner, OWN, protect, unbarred } from './protect';

const COLUMNS = `
-- What a step says beside its day, so that clocks can be reckoned without opening a word: a code of a list, at whose wish, until when.
alter table hub.household_event
  add column code text check (code ~ '^[A-Z0-9_]{2,40}$'),
  add column asked_by text check (asked_by in ('ADOPTERS', 'EXCEPTIONAL', 'AGENCY')),
  add column until_on date check (until_on > on_date),
  -- A pause says why and at whose wish; stage two lasts longer at the adopters' wish or for exceptional circumstances alone (AAR 30B(2)).
  add constraint household_event_pause check (event not in ('PUT_ON_HOLD', 'STAGE1_EXTENDED', 'STAGE2_EXTENDED') or (code is not null and asked_by is not null)),
  add constraint household_event_extension check ((event in ('STAGE1_EXTENDED', 'STAGE2_EXTENDED')) = (until_on is not null)),
  add constraint household_event_lawful check (event <> 'STAGE2_EXTENDED' or asked_by <> 'AGENCY');
drop trigger audit on hub.household_event;
select audit.watch('hub.household_event', '{}');
`;

const RANGE = ['age_min_months', 'age_max_months', 'max_children', 'sex_preference', 'accepts', 'early_permanence'];

const TABLE = `
-- Whom a household was thought right for, and would take, version by version: advice, which fixes nothing in law (domain.md 5.5).
create table hub.approval_range (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  household_id uuid not null,
  record_version integer not null,
  age_min_months smallint,
  age_max_months smallint,
  max_children smallint,
  sex_preference text check (sex_preference in ('any', 'F', 'M')),
  accepts jsonb not null,
  early_permanence boolean,
  -- Null where the hub itself wrote it.
  recorded_by uuid,
  from_on date not null,
  at timestamptz not null default clock_timestamp(),
  foreign key (household_id, agency_id) references hub.household (id, agency_id) on delete cascade
);
create index approval_range_household on hub.approval_range (household_id, at);
create index approval_range_agency on hub.approval_range (agency_id);
`;

const PROTECTION = [
  // Written by the trigger alone.
  protect('hub.approval_range', { policies: [{ name: 'own_select', on: 'select', when: OWN }, forOwner('all')], grant: 'select' }),
  unbarred('hub.approval_range', { household_id: 'HOUSEHOLD' }),
].join('\n');

// A need of which nothing is known is none that was recorded.
const row = (of: string): string => `(${RANGE.map((column) => (column === 'accepts' ? `jsonb_strip_nulls(${of}.accepts)` : `${of}.${column}`)).join(', ')})`;
const NOTED = `
create function hub.note_approval_range() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into hub.approval_range (agency_id, household_id, record_version, ${RANGE.join(', ')}, recorded_by, from_on)
  values (new.agency_id, new.id, new.version, ${RANGE.map((column) => `new.${column}`).join(', ')}, hub.actor(), hub.today());
  return null;
end $$;
create trigger note_first_range after insert on hub.household for each row when (${row('new')} is distinct from (null, null, null, null, '{}'::jsonb, null)) execute function hub.note_approval_range();
create trigger note_approval_range after update of ${RANGE.join(', ')} on hub.household for each row when (${row('new')} is distinct from ${row('old')}) execute function hub.note_approval_range();
`;

const DATES = ['enquiry_on', 'roi_on', 'stage1_started_on', 'stage1_ended_on', 'stage2_started_on', 'approved_on', 'on_hold_since', 'left_on'];

const REGION = `
-- Where the households of the region stand on their way to a match: dates and codes without a reference, for counts alone. Nobody but
-- their own agency is told of an applicant; what is kept local, or kept from the viewer, is not counted either.
create function hub.region_recruitment() returns table (agency_id uuid, state text, left_reason text, ${DATES.map((column) => `${column} date`).join(', ')}, history jsonb)
language sql stable security definer set search_path = '' as $$
  select h.agency_id, h.state, h.left_reason, ${DATES.map((column) => `h.${column}`).join(', ')},
    coalesce((select jsonb_agg(jsonb_build_object('event', e.event, 'onDate', e.on_date, 'code', e.code, 'askedBy', e.asked_by, 'untilOn', e.until_on) order by e.on_date, e.created_at)
      from hub.household_event e where e.household_id = h.id), '[]')
  from hub.household h
  where hub.acting('recruitment.readRegion')
    and h.state in ('ENQUIRY', 'INFO_GIVEN', 'ROI_SUBMITTED', 'STAGE1', 'GAP', 'STAGE2', 'AT_PANEL', 'QUALIFYING_DETERMINATION', 'APPROVED', 'LINKED', 'ON_HOLD')
    and (h.agency_id = hub.own_agency() or h.agency_id = any(array(select hub.partner_agencies())))
    and h.id <> all(array(select hub.kept_elsewhere())) and h.id <> all(array(select hub.barred_households()))
$$;
grant execute on function hub.region_recruitment() to hub_app;
`;

/** The way from enquiry to approval: why and at whose wish it takes longer, what approval advised, and where the region's households stand. */
export const Recruitment = forwardOnly('Recruitment1795305600100', COLUMNS + TABLE + PROTECTION + NOTED + REGION);
