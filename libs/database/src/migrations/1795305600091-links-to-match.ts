import { forwardOnly } from './forward-only';
import { acting } from './protect';

const OPEN = "'SUGGESTED', 'EXPRESSED_INTEREST', 'SHORTLISTED', 'EXPLORING', 'CPR_SHARED', 'VISITED', 'APR_DRAFTED', 'PANEL_BOOKED', 'PANEL_RECOMMENDED', 'MATCHED'";
const STATES = `${OPEN}, 'DECLINED_BY_CHILD_AGENCY', 'DECLINED_BY_ADOPTERS', 'WITHDRAWN_CHILD_PLAN_CHANGED', 'PANEL_NOT_RECOMMENDED', 'ADM_NOT_APPROVED', 'INTRODUCTIONS_FAILED', 'DISRUPTED', 'ADOPTED'`;

const MACHINE = `
alter table hub.link drop constraint link_state_check, drop constraint link_check, drop constraint link_check1,
  add constraint link_state_check check (state in (${STATES})),
  add constraint link_ended check ((ended_at is null) = (state in (${OPEN}))),
  add constraint link_panel_day check (case state when 'PANEL_BOOKED' then panel_on is not null when 'APR_DRAFTED' then panel_on is null else true end);
alter table hub.link_event drop constraint link_event_from_state_check, drop constraint link_event_to_state_check, alter column actor_id drop not null,
  add constraint link_event_from_state_check check (from_state in (${STATES})), add constraint link_event_to_state_check check (to_state in (${STATES}));
-- One way to a panel and beyond for a child or group, and one match of a household (domain.md 2.4, Rules).
drop index hub.link_panel;
create unique index link_panel on hub.link (unit_id) where state in ('PANEL_BOOKED', 'PANEL_RECOMMENDED', 'MATCHED');
create unique index link_match on hub.link (household_id) where state = 'MATCHED';
create policy party_panels on hub.link for update to hub_app using (
  agency_id = any(array(select hub.visible_agencies())) and ${acting('panels.book', 'panels.record', 'decisions.make')});
-- What follows from another agency's doing is written by the functions below.
create policy owner_insert on hub.link_event for insert to hub_owner with check (true);
create policy owner_insert on hub.link_reason for insert to hub_owner with check (true);

-- A link stands where its panel's item and decision put it, and nowhere further (trust.md I3: no match without a decision).
create function hub.assert_link_standing() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if exists (select from hub.link l where l.id = new.id and l.version = new.version) and not (case new.state
      when 'PANEL_BOOKED' then exists (select from hub.panel_item i join hub.panel p on p.id = i.panel_id
        where i.link_id = new.id and i.status in ('PROVISIONAL', 'CONFIRMED') and p.status = 'PLANNED' and p.meets_on = new.panel_on)
      when 'PANEL_RECOMMENDED' then exists (select from hub.panel_item i where i.link_id = new.id and i.recommendation in ('RECOMMENDED', 'NOT_RECOMMENDED'))
      when 'MATCHED' then exists (select from hub.agency_decision d join hub.panel_item i on i.id = d.panel_item_id where i.link_id = new.id and d.outcome = 'APPROVED')
      else true end) then
    raise exception 'a link at % without what put it there', new.state using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger standing after insert or update on hub.link deferrable initially deferred for each row execute function hub.assert_link_standing();
`;

const ITEMS = `
-- AAR 2005 reg 6: chair or vice chair, a social worker with three years' experience and three others (four of a joint panel); where an independent chair or vice chair is
-- missing, one of the others is independent. Whoever left the room for the item does not count.
create function hub.has_quorum(p_item uuid) returns boolean language sql stable security definer set search_path = '' as $$
  with present as (
    select a.role, a.is_independent from hub.panel_item i join hub.panel_attendance a on a.panel_id = i.panel_id and a.attendance = 'PRESENT'
    where i.id = p_item and not exists (select from hub.panel_absence b where b.item_id = i.id and b.member_id = a.member_id)
  )
  select (select count(*) from present) >= (select case when cardinality(p.part_ids) > 0 then 6 else 5 end from hub.panel_item i join hub.panel p on p.id = i.panel_id where i.id = p_item)
    and exists (select from present where role in ('CHAIR', 'VICE_CHAIR')) and exists (select from present where role = 'SOCIAL_WORKER')
    and exists (select from present where is_independent)
$$;

create function hub.guard_panel_item() returns trigger language plpgsql security definer set search_path = '' as $$
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
  if tg_op = 'UPDATE' and old.status in ('HEARD', 'WITHDRAWN') and (new.status, new.panel_id, new.slot, new.recommendation) is distinct from (old.status, old.panel_id, old.slot, old.recommendation) then
    raise exception 'what a panel heard is not changed' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard before insert or update on hub.panel_item for each row execute function hub.guard_panel_item();

-- Every version has its row of history (trust.md I7), and an item that waits for its panel has its link there.
create function hub.assert_panel_item_told() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from hub.panel_item_event e where e.item_id = new.id and e.version = new.version and e.status = new.status) then
    raise exception 'a change of an item without its row of history' using errcode = 'check_violation';
  end if;
  if exists (select from hub.panel_item i join hub.panel p on p.id = i.panel_id where i.id = new.id and i.kind = 'MATCH' and i.status in ('PROVISIONAL', 'CONFIRMED')
      and not exists (select from hub.link l where l.id = i.link_id and l.state = 'PANEL_BOOKED' and l.panel_on = p.meets_on)) then
    raise exception 'an item whose link is not booked for it' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger told after insert or update on hub.panel_item deferrable initially deferred for each row execute function hub.assert_panel_item_told();

create function hub.withdraw_item(p_item uuid) returns void language plpgsql security definer set search_path = '' as $$
begin
  update hub.panel_item set status = 'WITHDRAWN', version = version + 1 where id = p_item and status in ('PROVISIONAL', 'CONFIRMED');
  if found then
    insert into hub.panel_item_event (item_id, agency_id, version, event, panel_id, slot, status, actor_id, actor_agency_id)
    select i.id, i.agency_id, i.version, 'WITHDRAWN', i.panel_id, i.slot, i.status, hub.actor(), hub.own_agency() from hub.panel_item i where i.id = p_item;
  end if;
end $$;

-- Whichever side ends a link gives its place on the panel back.
create function hub.give_place_back() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform hub.withdraw_item(i.id) from hub.panel_item i where i.link_id = new.id and i.status in ('PROVISIONAL', 'CONFIRMED');
  return null;
end $$;
create trigger place_back after update of ended_at on hub.link for each row when (new.ended_at is not null and old.ended_at is null) execute function hub.give_place_back();

-- A household that leaves does so too.
create function hub.give_approval_place_back() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform hub.withdraw_item(i.id) from hub.panel_item i where i.household_id = new.id and i.kind = 'APPROVAL' and i.status in ('PROVISIONAL', 'CONFIRMED');
  return null;
end $$;
create trigger place_back after update of state on hub.household for each row when (new.state = 'LEFT' and old.state <> 'LEFT') execute function hub.give_approval_place_back();
`;

const PANELS = `
create function hub.guard_panel() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if new.version <> old.version + 1 or old.status = 'CANCELLED' then
    raise exception 'a panel changes by one version at a time, and not once it is cancelled' using errcode = 'check_violation';
  end if;
  if exists (select from hub.panel_item i where i.panel_id = new.id and i.status = 'HEARD') and (new.status, new.meets_on) <> (old.status, old.meets_on) then
    raise exception 'a panel that heard something stays' using errcode = 'HB003', constraint = 'panel_heard';
  end if;
  if new.meets_on <> old.meets_on and exists (select from hub.panel_item i where i.panel_id = new.id and i.status in ('PROVISIONAL', 'CONFIRMED')) then
    raise exception 'a panel with items keeps its day' using errcode = 'HB003', constraint = 'panel_taken';
  end if;
  if exists (select from hub.panel_item i where i.panel_id = new.id and i.status <> 'WITHDRAWN' and (i.slot > new.slot_count or i.agency_id <> new.agency_id and i.agency_id <> all(new.part_ids))) then
    raise exception 'a panel keeps the places that are taken' using errcode = 'HB003', constraint = 'panel_taken';
  end if;
  return new;
end $$;
create trigger guard before update on hub.panel for each row execute function hub.guard_panel();

-- With a panel go its items, and their links go back to where a panel can be booked; the host need be no party to them.
create function hub.cancel_panel_items() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform hub.withdraw_item(i.id) from hub.panel_item i where i.panel_id = new.id and i.status in ('PROVISIONAL', 'CONFIRMED');
  with back as (
    update hub.link l set state = 'APR_DRAFTED', panel_on = null, version = version + 1
    where l.state = 'PANEL_BOOKED' and exists (select from hub.panel_item i where i.link_id = l.id and i.panel_id = new.id and i.status = 'WITHDRAWN')
      and not exists (select from hub.panel_item i where i.link_id = l.id and i.status in ('PROVISIONAL', 'CONFIRMED'))
    returning l.*
  )
  insert into hub.link_event (link_id, version, agency_id, side, event, from_state, to_state, on_date, actor_id, child_worker_id, adopters_worker_id)
  select b.id, b.version, b.agency_id, 'CHILD', 'PANEL_RELEASED', 'PANEL_BOOKED', 'APR_DRAFTED', hub.today(), case when b.agency_id = hub.own_agency() then hub.actor() end, b.child_worker_id, b.adopters_worker_id from back b;
  return null;
end $$;
create trigger cancelled after update of status on hub.panel for each row when (new.status = 'CANCELLED' and old.status <> 'CANCELLED') execute function hub.cancel_panel_items();

-- AAR 2005 reg 30B(3), 33(2): no member of the panel takes the decision. Either comes second.
create function hub.guard_panel_attendance() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  perform from hub.panel p where p.id = new.panel_id for update;
  if exists (select from hub.agency_decision d join hub.panel_item i on i.id = d.panel_item_id join hub.panel_member m on m.id = new.member_id
      where i.panel_id = new.panel_id and d.decided_by = m.user_id) then
    raise exception 'who decided sits on no such panel' using errcode = 'HB003', constraint = 'panel_decider';
  end if;
  return new;
end $$;
create trigger guard before insert on hub.panel_attendance for each row execute function hub.guard_panel_attendance();

create function hub.guard_decision() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  heard hub.panel_item;
begin
  select * into heard from hub.panel_item i where i.id = new.panel_item_id and i.agency_id = new.agency_id;
  perform from hub.panel p where p.id = heard.panel_id for update;
  if exists (select from hub.panel_attendance a join hub.panel_member m on m.id = a.member_id where a.panel_id = heard.panel_id and m.user_id = new.decided_by) then
    raise exception 'no member of the panel decides' using errcode = 'HB003', constraint = 'panel_decider';
  end if;
  if heard.kind is distinct from new.kind or heard.recommendation is null or heard.recommendation = 'DEFERRED' or heard.minutes_final_on is null or new.decided_on < heard.minutes_final_on or new.decided_on > hub.today() then
    raise exception 'a decision follows the recommendation and the final minutes' using errcode = 'HB003', constraint = 'panel_minutes';
  end if;
  return new;
end $$;
create trigger guard before insert on hub.agency_decision for each row execute function hub.guard_decision();
`;

const MEMBERS = `
-- By which pages and the API name somebody on the central list.
alter table hub.panel_member add column reference text not null unique check (reference ~ '^N-[0-9A-Z]{6}$');
drop trigger audit on hub.panel_member;
select audit.watch('hub.panel_member', array[]::text[]);
-- The account of somebody on the central list, of whatever agency, by the address at work: who decides must be known to have sat there.
create function hub.panel_user(p_email text) returns table (id uuid, display_name text) language sql stable security definer set search_path = '' as $$
  select u.id, u.display_name from hub.app_user u where hub.acting('panels.plan') and u.email = lower(p_email) and u.status <> 'DISABLED'
$$;
grant execute on function hub.panel_user(text) to hub_app;
-- Who left the room is the agency's and the host's to know, not the other side's.
drop policy party_select on hub.panel_absence;
create policy inside_select on hub.panel_absence for select to hub_app using (agency_id = any(array(select hub.visible_agencies()))
  or exists (select from hub.panel p where p.id = panel_absence.panel_id and p.agency_id = any(array(select hub.visible_agencies()))));
create policy own_decides on hub.panel_item for update to hub_app using (agency_id = any(array(select hub.visible_agencies())) and ${acting('decisions.make')});
`;

const ACROSS = `
-- Which places of panels are taken, by whomever: no word of the case.
create function hub.panel_places(p_panels uuid[]) returns table (panel_id uuid, slot integer, status text) language sql stable security definer set search_path = '' as $$
  select i.panel_id, i.slot, i.status from hub.panel_item i where i.panel_id = any(p_panels) and i.status <> 'WITHDRAWN' and hub.has_context()
$$;
-- With the match of a unit and a household end the other links of both: those of the unit by its own agency, those of the household for its agency, of which
-- the decision maker need not know. Answers whom to tell.
create function hub.end_other_links(p_link uuid) returns table (reference text, agency_id uuid, household_agency_id uuid, child_worker_id uuid, adopters_worker_id uuid)
language plpgsql security definer set search_path = '' as $$
declare
  made hub.link;
begin
  select * into made from hub.link l where l.id = p_link and l.state = 'MATCHED' and l.agency_id = hub.own_agency();
  if not found or not hub.acting('decisions.make') then
    return;
  end if;
  return query
  with ended as (
    update hub.link l set state = case when l.unit_id = made.unit_id then 'DECLINED_BY_CHILD_AGENCY' else 'DECLINED_BY_ADOPTERS' end, version = l.version + 1, ended_at = now()
    from (select o.id, o.state from hub.link o where o.id <> made.id and o.ended_at is null and (o.unit_id = made.unit_id or o.household_id = made.household_id) order by o.id for update) b
    where l.id = b.id
    returning l.*, b.state as before
  ), told as (
    insert into hub.link_event (link_id, version, agency_id, side, event, from_state, to_state, on_date, actor_id, panel_on, child_worker_id, adopters_worker_id)
    select e.id, e.version, case when e.unit_id = made.unit_id then e.agency_id else e.household_agency_id end, case when e.unit_id = made.unit_id then 'CHILD' else 'ADOPTERS' end,
      e.state, e.before, e.state, hub.today(), case when e.unit_id = made.unit_id then hub.actor() end, e.panel_on, e.child_worker_id, e.adopters_worker_id from ended e
  ), said as (
    insert into hub.link_reason (link_id, agency_id, version, code)
    select e.id, case when e.unit_id = made.unit_id then e.agency_id else e.household_agency_id end, e.version, case when e.unit_id = made.unit_id then 'ANOTHER_FAMILY' else 'ANOTHER_CHILD' end from ended e
  )
  select e.reference, e.agency_id, e.household_agency_id, e.child_worker_id, e.adopters_worker_id from ended e;
end $$;
grant execute on function hub.panel_places(uuid[]), hub.end_other_links(uuid) to hub_app;
`;

/** Links go on to the panel, its recommendation and the match; what the database itself holds panels and decisions to. */
export const LinksToMatch = forwardOnly('LinksToMatch1795305600091', MACHINE + ITEMS + PANELS + MEMBERS + ACROSS);
