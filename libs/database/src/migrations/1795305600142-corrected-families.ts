import { forwardOnly } from './forward-only';

const DATES = ['enquiry_on', 'roi_on', 'stage1_started_on', 'stage1_ended_on', 'stage2_started_on', 'approved_on', 'on_hold_since', 'left_on'];

const REGION = `
-- As before, but of a step that was put right what is known today.
create or replace function hub.region_recruitment() returns table (agency_id uuid, state text, left_reason text, ${DATES.map((column) => `${column} date`).join(', ')}, history jsonb)
language sql stable security definer set search_path = '' as $$
  select h.agency_id, h.state, h.left_reason, ${DATES.map((column) => `h.${column}`).join(', ')},
    coalesce((select jsonb_agg(jsonb_build_object('event', e.event, 'onDate', e.on_date, 'code', e.code, 'askedBy', e.asked_by, 'untilOn', e.until_on) order by e.on_date, e.created_at)
      from hub.household_event e where e.household_id = h.id and not exists (select from hub.household_event n where n.corrects = e.id)), '[]')
  from hub.household h
  where hub.acting('recruitment.readRegion')
    and h.state in ('ENQUIRY', 'INFO_GIVEN', 'ROI_SUBMITTED', 'STAGE1', 'GAP', 'STAGE2', 'AT_PANEL', 'QUALIFYING_DETERMINATION', 'APPROVED', 'LINKED', 'ON_HOLD')
    and (h.agency_id = hub.own_agency() or h.agency_id = any(array(select hub.partner_agencies())))
    and h.id <> all(array(select hub.kept_elsewhere())) and h.id <> all(array(select hub.barred_households()))
$$;
`;

const FAMILY = `
-- As before, but the family's children were placed when the first of them was.
create or replace function hub.correct_family() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  p hub.placement;
  v_of hub.placement_event;
  v_before date;
  v_on date := new.on_date;
  v_others date;
  v_event text;
begin
  select * into p from hub.placement where id = new.placement_id;
  select * into v_of from hub.placement_event e where e.placement_id = p.id and e.version = new.corrects;
  v_before := coalesce((select e.on_date from hub.placement_event e where e.placement_id = p.id and e.corrects = new.corrects and e.event = 'CORRECTED' and e.version < new.version order by e.version desc limit 1), v_of.on_date);
  v_event := case when v_of.event = 'OPENED' then 'MATCHED' when v_of.event in ('PLACED', 'PLACED_BY_AGREEMENT') then 'PLACED' when v_of.event = p.state then case p.state when 'FELL' then 'MATCH_FELL' when 'DISRUPTED' then 'DISRUPTED' when 'ADOPTED' then 'AO_GRANTED' end end;
  if v_event in ('MATCH_FELL', 'DISRUPTED', 'AO_GRANTED') then
    select case v_event when 'AO_GRANTED' then max(c.adopted_on) when 'DISRUPTED' then max(c.disrupted_on) else max(c.fell_on) end into v_others
    from hub.placement_child c where c.placement_id = p.id and c.child_id <> new.child_id;
    v_before := greatest(v_before, v_others);
    v_on := greatest(v_on, v_others);
  elsif v_event = 'PLACED' then
    select min(c.placed_on) into v_others from hub.placement_child c where c.placement_id = p.id and c.child_id <> new.child_id;
    v_before := least(v_before, v_others);
    v_on := least(v_on, v_others);
  end if;
  if v_event is null or v_before = v_on then
    return null;
  end if;
  insert into hub.household_event (agency_id, household_id, event, on_date, recorded_by, corrects)
  select p.household_agency_id, p.household_id, v_event, v_on, new.actor_id, e.id from hub.household_event e
  where e.household_id = p.household_id and e.event = v_event and e.on_date = v_before and not exists (select from hub.household_event n where n.corrects = e.id) order by e.created_at desc limit 1;
  if found then
    update hub.household set version = version + 1,
      matched_on = case when v_event = 'MATCHED' and matched_on = v_before then v_on else matched_on end,
      placed_on = case when v_event = 'PLACED' and placed_on = v_before then v_on else placed_on end,
      ao_on = case when v_event = 'AO_GRANTED' and ao_on = v_before then v_on else ao_on end
    where id = p.household_id;
  end if;
  return null;
end $$;
`;

/** Steps of families as they are known today: in the region's counts, and in the family's record where one of several children was placed on another day. */
export const CorrectedFamilies = forwardOnly('CorrectedFamilies1795305600142', REGION + FAMILY);
