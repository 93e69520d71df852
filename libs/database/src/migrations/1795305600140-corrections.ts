import { forwardOnly } from './forward-only';
import { acting, OWN } from './protect';

const COLUMNS = `
-- The row of history of the same placement that this one asks to put right, puts right or strikes out.
alter table hub.placement_event add column corrects integer, add constraint placement_event_corrects
  check ((corrects is not null) = (event in ('CORRECTION_ASKED', 'CORRECTED', 'CORRECTION_REFUSED', 'STRUCK_OUT')) and corrects < version);
-- Few rows are corrections, and every reading of a history asks for them.
create index placement_event_corrects on hub.placement_event (placement_id, corrects) where corrects is not null;
-- The row of a record's history instead of which this one stands.
${['child', 'household'].map((of) => `alter table hub.${of}_event add column corrects uuid unique references hub.${of}_event on delete cascade;`).join('\n')}
-- What an item was at each of its versions.
alter table hub.panel_item_event add column recommendation text check (recommendation in ('RECOMMENDED', 'NOT_RECOMMENDED', 'DEFERRED')), add column minutes_final_on date, add column decided_on date;
-- A correction has words of its own, and may have other reasons; what was written before stays.
alter table hub.panel_text drop constraint panel_text_part_check, add constraint panel_text_part_check check (part in ('REASONS', 'ADVICE', 'DECISION', 'CORRECTION')),
  add column version integer not null default 1, drop constraint panel_text_item_id_part_key, add unique (item_id, part, version);
${['placement_event', 'child_event', 'household_event', 'panel_item_event', 'panel_text'].map((table) => `drop trigger audit on hub.${table}; select audit.watch('hub.${table}', '{}');`).join('\n')}
`;

const PARTY = '(agency_id = any(array(select hub.visible_agencies())) or household_agency_id = any(array(select hub.visible_agencies())))';
const APPROVES = acting('placements.approve');
const DECIDES = acting('decisions.make');

const PROTECTION = `
create policy own_corrects on hub.placement for update to hub_app using (${OWN} and (${APPROVES} or ${DECIDES}));
grant update (decided_on) on hub.placement to hub_app;
create policy own_corrects on hub.placement_child for update to hub_app using (${OWN} and ${APPROVES});
create policy own_corrects on hub.placement_event for insert to hub_app with check (${OWN} and actor_id = (select hub.actor()) and ${APPROVES} and exists (select from hub.placement p where p.id = placement_event.placement_id));
create policy placement_corrects on hub.link for update to hub_app using (${PARTY} and ${APPROVES});
create policy own_corrects on hub.agency_decision for update to hub_app using (${OWN} and ${DECIDES}) with check (${OWN} and ${DECIDES});
grant update (decided_on) on hub.agency_decision to hub_app;
`;

const GUARD = `
-- A day from which rights follow is corrected as a second person of the agency approved it; the decision's by who decides.
create function hub.guard_placement_correction() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_of hub.placement_event;
  v_asked hub.placement_event;
begin
  select * into v_of from hub.placement_event e where e.placement_id = new.placement_id and e.version = new.corrects;
  if not found or v_of.corrects is not null or v_of.event = 'HANDED_OVER' or (v_of.side, v_of.agency_id, v_of.child_id) is distinct from (new.side, new.agency_id, new.child_id) or new.from_state is distinct from new.to_state then
    raise exception 'a correction of nothing that its side recorded' using errcode = 'check_violation';
  end if;
  select * into v_asked from hub.placement_event e where e.placement_id = new.placement_id and e.corrects = new.corrects order by e.version desc limit 1;
  if v_of.event = 'OPENED' then
    if new.event <> 'CORRECTED' or not hub.acting('decisions.make') then
      raise exception 'the decision''s day goes with the decision' using errcode = 'check_violation';
    end if;
  elsif v_of.event in ('LIVES_THERE', 'PLACED', 'PLACED_BY_AGREEMENT', 'FELL', 'AO_APPLIED', 'ADOPTED', 'DISRUPTED') and new.event <> 'CORRECTION_ASKED' and (
      new.event = 'STRUCK_OUT' or v_asked.event is distinct from 'CORRECTION_ASKED' or v_asked.actor_id = new.actor_id
      or new.event = 'CORRECTED' and (v_asked.on_date, v_asked.code) is distinct from (new.on_date, new.code)) then
    raise exception 'a correction that no second person approved' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger correction before insert on hub.placement_event for each row when (new.corrects is not null) execute function hub.guard_placement_correction();

-- The family's record follows a corrected day as it followed the step, also where it is another agency's. How it ended is dated by the last of its children, and their placing by the first.
create function hub.correct_family() returns trigger language plpgsql security definer set search_path = '' as $$
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
create trigger family_corrected after insert on hub.placement_event for each row when (new.event = 'CORRECTED') execute function hub.correct_family();

create function hub.guard_decided_on() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from hub.panel_item i where i.id = new.panel_item_id and i.minutes_final_on <= new.decided_on) or new.decided_on > hub.today() then
    raise exception 'a decision follows the recommendation and the final minutes' using errcode = 'HB003', constraint = 'panel_minutes';
  end if;
  return new;
end $$;
create trigger corrected before update on hub.agency_decision for each row when (new.decided_on <> old.decided_on) execute function hub.guard_decided_on();

-- Until the decision is made what the panel said may be put right; its minutes are final anew then.
create or replace function hub.guard_panel_item() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  held hub.panel;
begin
  select * into held from hub.panel p where p.id = new.panel_id for share;
  if tg_op = 'INSERT' then
    select h.reference into new.household_reference from hub.household h where h.id = new.household_id;
    if new.kind = 'MATCH' then
      select l.unit_reference into new.unit_reference from hub.link l
      where l.id = new.link_id and l.agency_id = new.agency_id and l.unit_id = new.unit_id and l.household_id = new.household_id and l.household_agency_id = new.household_agency_id;
      if new.unit_reference is null then
        raise exception 'an item that is not its link''s' using errcode = 'check_violation';
      end if;
    end if;
  elsif new.version <> old.version + 1 then
    raise exception 'an item changes by one version at a time' using errcode = 'check_violation';
  end if;
  -- Taking a place: of a panel to come in which the item's own agency takes part (domain.md 2.4: the panel of the child's agency considers the match).
  if new.status in ('PROVISIONAL', 'CONFIRMED') and (tg_op = 'INSERT' or (new.panel_id, new.slot) <> (old.panel_id, old.slot)) and (
      held.status <> 'PLANNED' or new.slot > held.slot_count or new.panel_agency_id <> held.agency_id or new.agency_id <> held.agency_id and new.agency_id <> all(held.part_ids)) then
    raise exception 'no such place on a panel of this agency' using errcode = 'HB003', constraint = 'panel_place';
  end if;
  if new.status = 'HEARD' and (tg_op = 'INSERT' or old.status <> 'HEARD') then
    if tg_op = 'INSERT' or old.status = 'WITHDRAWN' or held.meets_on > hub.today() then
      raise exception 'an item is heard on the day of its panel' using errcode = 'HB003', constraint = 'panel_day';
    end if;
    if not hub.has_quorum(new.id) then
      raise exception 'no quorum' using errcode = 'HB003', constraint = 'panel_quorum';
    end if;
  end if;
  if tg_op = 'UPDATE' and old.status in ('HEARD', 'WITHDRAWN') and ((new.status, new.panel_id, new.slot) <> (old.status, old.panel_id, old.slot)
      or (new.recommendation, new.minutes_final_on) is distinct from (old.recommendation, old.minutes_final_on) and exists (select from hub.agency_decision d where d.panel_item_id = new.id)
      or new.recommendation is distinct from old.recommendation and new.minutes_final_on is not null) then
    raise exception 'what a panel heard is not changed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
`;

// Clocks go by what is known today.
const CLOCKS = `
create or replace function hub.placed_children() returns table (child_id uuid, agency_id uuid, worker_id uuid, reference text, member text, number integer, state text, home text, lives_there_since date,
  placed_on date, ao_applied_on date, adopted_on date, disrupted_on date, fell_on date, done jsonb)
language sql stable security definer set search_path = '' as $$
  select c.child_id, c.agency_id, p.child_worker_id, p.reference, k.reference, c.number, c.state, c.home, c.lives_there_since, c.placed_on, c.ao_applied_on, c.adopted_on, c.disrupted_on, c.fell_on,
    coalesce((select jsonb_agg(jsonb_build_object('event', e.event, 'child', case when e.child_id is null then null else c.number end, 'code', coalesce(n.code, e.code), 'onDate', coalesce(n.on_date, e.on_date)) order by coalesce(n.on_date, e.on_date), e.version)
      from hub.placement_event e left join (
        select distinct on (r.corrects) r.corrects, r.on_date, r.code, r.event from hub.placement_event r where r.placement_id = p.id and r.corrects is not null and r.event in ('CORRECTED', 'STRUCK_OUT') order by r.corrects, r.version desc
      ) n on n.corrects = e.version
      where e.placement_id = p.id and e.corrects is null and n.event is distinct from 'STRUCK_OUT' and (e.child_id is null or e.child_id = c.child_id)), '[]')
  from hub.placement_child c join hub.placement p on p.id = c.placement_id join hub.child k on k.id = c.child_id
  where c.state in ('PLACED', 'AO_APPLIED', 'ADOPTED')
    and (c.agency_id = any(array(select hub.visible_agencies())) or hub.acting('notices.remind'))
    and p.id <> all(array(select hub.barred_placements())) and c.child_id <> all(array(select hub.barred_children()))
$$;
create or replace function hub.placement_reviews() returns table (child_id uuid, held_on date) language sql stable security definer set search_path = '' as $$
  select c.child_id, coalesce(n.on_date, e.on_date) from hub.placement_event e join hub.placement_child c on c.placement_id = e.placement_id and (e.child_id is null or e.child_id = c.child_id)
  left join lateral (
    select r.on_date, r.event from hub.placement_event r where r.placement_id = e.placement_id and r.corrects = e.version and r.event in ('CORRECTED', 'STRUCK_OUT') order by r.version desc limit 1
  ) n on true
  where e.event = 'REVIEWED' and n.event is distinct from 'STRUCK_OUT' and (c.agency_id = any(array(select hub.visible_agencies())) or hub.acting('notices.remind'))
$$;
`;

const DATES = ['enquiry_on', 'roi_on', 'stage1_started_on', 'stage1_ended_on', 'stage2_started_on', 'approved_on', 'on_hold_since', 'left_on'];

const REGION = `
-- Of a step that was put right what is known today.
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

/** What was recorded wrongly of a placement, a recommendation or a decision is put right by a row of history (docs/adr/0030). */
export const Corrections = forwardOnly('Corrections1795305600140', COLUMNS + PROTECTION + GUARD + CLOCKS + REGION);
