import { forwardOnly } from './forward-only';

const DAYS = `
-- As before, but dated by what the placement ended as: the last order, disruption or fall among its children.
create or replace function hub.move_family() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  p hub.placement;
  v_state text;
  v_approved date;
  v_event text;
  v_on date;
begin
  select * into p from hub.placement where id = new.placement_id;
  select h.state, h.approved_on into v_state, v_approved from hub.household h where h.id = p.household_id for update;
  v_event := case
    when new.event = 'OPENED' then 'MATCHED'
    when new.to_state = 'PLACED' and v_state = 'MATCHED' then 'PLACED'
    when new.from_state = new.to_state then null
    when new.to_state = 'FELL' then 'MATCH_FELL'
    when new.to_state = 'DISRUPTED' then 'DISRUPTED'
    when new.to_state = 'ADOPTED' then 'AO_GRANTED'
  end;
  if v_event is null then
    return null;
  end if;
  if not (v_event = 'MATCHED' and v_state in ('APPROVED', 'LINKED') and v_approved <= new.on_date or v_event in ('PLACED', 'MATCH_FELL') and v_state = 'MATCHED' or v_event in ('DISRUPTED', 'AO_GRANTED') and v_state = 'PLACED') then
    raise exception 'the family does not stand where this follows' using errcode = 'HB004';
  end if;
  -- The step that ends a placement may be another child's, and of another kind, than what it ends as.
  select coalesce(case v_event when 'AO_GRANTED' then max(c.adopted_on) when 'DISRUPTED' then max(c.disrupted_on) when 'MATCH_FELL' then max(c.fell_on) end, new.on_date)
  into v_on from hub.placement_child c where c.placement_id = p.id;
  update hub.household set version = version + 1,
    state = case v_event when 'AO_GRANTED' then v_event when 'MATCHED' then v_event when 'PLACED' then v_event else 'APPROVED' end,
    matched_on = case when v_event = 'MATCHED' then v_on when v_event in ('MATCH_FELL', 'DISRUPTED') then null else matched_on end,
    placed_on = case when v_event = 'PLACED' then v_on when v_event in ('MATCH_FELL', 'DISRUPTED') then null else placed_on end,
    ao_on = case when v_event = 'AO_GRANTED' then v_on else ao_on end,
    -- Nobody but its own agency offers the family again.
    availability = case when v_event in ('MATCH_FELL', 'DISRUPTED') then 'NOT_AVAILABLE' else availability end
  where id = p.household_id;
  insert into hub.household_event (agency_id, household_id, event, on_date, recorded_by) values (p.household_agency_id, p.household_id, v_event, v_on, new.actor_id);
  -- Out of the pool at once, and what was granted of it with it; its own agency's next change makes the card anew.
  delete from hub.household_card where household_id = p.household_id;
  update hub.household_profile set live = false where household_id = p.household_id and live;
  update hub.disclosure_grant g set withdrawn_at = now(), withdrawn_by = case when g.agency_id = hub.own_agency() then hub.actor() end, withdrawal_cause = 'NOT_AVAILABLE'
  where g.subject_type = 'HOUSEHOLD' and g.subject_id = p.household_id and g.withdrawn_at is null;
  return null;
end $$;
`;

/** The day of the order, and of a disruption, in the family's record. */
export const DaysOfFamilies = forwardOnly('DaysOfFamilies1795305600127', DAYS);
