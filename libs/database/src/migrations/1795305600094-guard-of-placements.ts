import { forwardOnly } from './forward-only';

const GUARD = `
-- No placement without the link of the match and an approved decision on it (trust.md I3).
create function hub.guard_placement() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  select l.unit_reference, l.household_reference into new.unit_reference, new.household_reference from hub.link l
  join hub.panel_item i on i.link_id = l.id join hub.agency_decision d on d.panel_item_id = i.id
  where l.id = new.link_id and d.id = new.decision_id and d.kind = 'MATCH' and d.outcome = 'APPROVED'
    and (l.unit_id, l.agency_id, l.household_id, l.household_agency_id) = (new.unit_id, new.agency_id, new.household_id, new.household_agency_id);
  if not found then
    raise exception 'a placement without an approved match' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard before insert on hub.placement for each row execute function hub.guard_placement();

-- Every version has its row of history (trust.md I7), a placement has children, its link stands at the match while it lives and ends with it.
create function hub.assert_placement_told() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  v_ended boolean;
begin
  if tg_op = 'UPDATE' and new.version <> old.version + 1 then
    raise exception 'a placement changes by one version at a time' using errcode = 'check_violation';
  end if;
  if not exists (select from hub.placement_event e where e.placement_id = new.id and e.version = new.version and e.to_state = new.state) then
    raise exception 'a step of a placement without its row of history' using errcode = 'check_violation';
  end if;
  select p.ended_at is not null into v_ended from hub.placement p where p.id = new.id;
  if exists (select from hub.link l where l.id = new.link_id and case when v_ended then l.ended_at is null else l.state <> 'MATCHED' end) then
    raise exception 'a placement and its link fall apart' using errcode = 'check_violation';
  end if;
  if exists (select from hub.placement_child c where c.placement_id = new.id and c.state in ('MATCHED', 'PLACED', 'AO_APPLIED')) = v_ended then
    raise exception 'a placement lives as long as a child of it does' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger told after insert or update on hub.placement deferrable initially deferred for each row execute function hub.assert_placement_told();

-- A child's own way moves with a step that says so, in its transaction.
create function hub.assert_placed_child_told() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from hub.placement_event e where e.placement_id = new.placement_id and e.child_id = new.child_id and e.at >= transaction_timestamp()) then
    raise exception 'a child of a placement moved without a row of history' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger told after update of state, home on hub.placement_child deferrable initially deferred for each row
  when ((new.state, new.home) is distinct from (old.state, old.home)) execute function hub.assert_placed_child_told();
`;

// The family follows the placement, also where it is another agency's, whose record nobody here reads: the same transitions as that agency records itself (domain.md 2.3).
const FAMILY = `
create policy owner_update on hub.household for update to hub_owner using (true);
create policy owner_insert on hub.household_event for insert to hub_owner with check (true);
create policy owner_delete on hub.household_card for delete to hub_owner using (true);
create policy owner_find on hub.household_card for select to hub_owner using (true);
create policy owner_update on hub.household_profile for update to hub_owner using (true);
create policy owner_find on hub.household_profile for select to hub_owner using (true);
create function hub.move_family() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  p hub.placement;
  v_state text;
  v_approved date;
  v_event text;
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
  update hub.household set version = version + 1,
    state = case v_event when 'AO_GRANTED' then v_event when 'MATCHED' then v_event when 'PLACED' then v_event else 'APPROVED' end,
    matched_on = case when v_event = 'MATCHED' then new.on_date when v_event in ('MATCH_FELL', 'DISRUPTED') then null else matched_on end,
    placed_on = case when v_event = 'PLACED' then new.on_date when v_event in ('MATCH_FELL', 'DISRUPTED') then null else placed_on end,
    ao_on = case when v_event = 'AO_GRANTED' then new.on_date else ao_on end,
    -- Nobody but its own agency offers the family again.
    availability = case when v_event in ('MATCH_FELL', 'DISRUPTED') then 'NOT_AVAILABLE' else availability end
  where id = p.household_id;
  insert into hub.household_event (agency_id, household_id, event, on_date, recorded_by) values (p.household_agency_id, p.household_id, v_event, new.on_date, new.actor_id);
  -- Out of the pool at once, and what was granted of it with it; its own agency's next change makes the card anew.
  delete from hub.household_card where household_id = p.household_id;
  update hub.household_profile set live = false where household_id = p.household_id and live;
  update hub.disclosure_grant g set withdrawn_at = now(), withdrawn_by = case when g.agency_id = hub.own_agency() then hub.actor() end, withdrawal_cause = 'NOT_AVAILABLE'
  where g.subject_type = 'HOUSEHOLD' and g.subject_id = p.household_id and g.withdrawn_at is null;
  return null;
end $$;
create trigger family after insert on hub.placement_event for each row execute function hub.move_family();
`;

const WORDS = `
create function hub.fill_placement_event() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.about := array(select c.child_id from hub.placement_child c where c.placement_id = new.placement_id and (new.child_id is null or c.child_id = new.child_id))
    || array(select p.household_id from hub.placement p where p.id = new.placement_id);
  return new;
end $$;
create trigger about before insert on hub.placement_event for each row when (new.words is not null) execute function hub.fill_placement_event();

-- Words about a record of the viewer's agency that is to be destroyed, whose share goes with it; and for an older copy of the key store that was put back, all such words.
create function hub.placement_words_about(p_record uuid) returns table (id uuid, agency_id uuid) language sql stable security definer set search_path = '' as $$
  select e.id, e.agency_id from hub.placement_event e
  where e.about @> array[p_record] and hub.acting('keys.confirmShredding')
    and (exists (select from hub.child c where c.id = p_record and c.agency_id = hub.own_agency()) or exists (select from hub.household h where h.id = p_record and h.agency_id = hub.own_agency()))
$$;
create function hub.placement_words_destroyed() returns table (id uuid, agency_id uuid) language sql stable security definer set search_path = '' as $$
  select distinct e.id, e.agency_id from hub.shredding s join hub.placement_event e on e.about @> array[s.subject_id] where s.confirmed_at is not null and hub.acting('keys.inspect')
$$;
-- Who acts for each side of placements that the viewer is a party to, and who took their steps.
create function hub.placement_people(p_placements uuid[]) returns table (placement_id uuid, agency_id uuid, user_id uuid, display_name text, is_active boolean)
language sql stable security definer set search_path = '' as $$
  with mine as (
    select p.* from hub.placement p where p.id = any(p_placements) and hub.own_agency() in (p.agency_id, p.household_agency_id) and p.id <> all(array(select hub.barred_placements()))
  ), person as (
    select m.id, m.child_worker_id as user_id from mine m union select m.id, m.adopters_worker_id from mine m
    union select e.placement_id, e.actor_id from hub.placement_event e where e.placement_id in (select m.id from mine m)
  )
  select p.id, u.agency_id, u.id, u.display_name, u.status <> 'DISABLED' from person p join hub.app_user u on u.id = p.user_id
$$;
grant execute on function hub.placement_words_about(uuid), hub.placement_words_destroyed(), hub.placement_people(uuid[]) to hub_app;
`;

/** What the database itself holds placements to, and how the family's record follows them. */
export const GuardOfPlacements = forwardOnly('GuardOfPlacements1795305600094', GUARD + FAMILY + WORDS);
