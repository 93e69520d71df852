import { forwardOnly } from './forward-only';
import { acting } from './protect';

const GUARD = `
create function hub.guard_meeting() returns trigger language plpgsql as $$
begin
  if new.status <> old.status and (old.status, new.status) not in (('PLANNED', 'LIVE'), ('PLANNED', 'CANCELLED'), ('LIVE', 'CLOSED')) then
    raise exception 'a meeting does not go from % to %', old.status, new.status using errcode = 'check_violation';
  end if;
  -- Whoever attends names people and ends actions; the meeting itself is not theirs to change.
  if hub.acting('meetings.attend') and to_jsonb(new) - array['version', 'updated_at'] is distinct from to_jsonb(old) - array['version', 'updated_at'] then
    raise exception 'an invited agency changes no meeting' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard before update on hub.meeting for each row execute function hub.guard_meeting();

-- Chair and minute taker record for everybody, so the convening agency says who they are.
create function hub.guard_meeting_person() returns trigger language plpgsql as $$
begin
  if not hub.acting('meetings.plan') and (case when tg_op = 'INSERT' then new.role in ('CHAIR', 'MINUTE_TAKER')
      else new.role <> old.role and (new.role in ('CHAIR', 'MINUTE_TAKER') or old.role in ('CHAIR', 'MINUTE_TAKER')) end) then
    raise exception 'the hub says who chairs and who takes the minutes' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger guard before insert or update of role on hub.meeting_person for each row when (hub.has_context()) execute function hub.guard_meeting_person();

-- What both call a case stands here as on links, for neither agency reads the other's record.
create function hub.guard_meeting_unit() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    select u.reference into new.unit_reference from hub.unit u where u.id = new.unit_id;
  elsif new.version <> old.version and not exists (select from hub.meeting m where m.id = new.meeting_id and m.status = 'LIVE') then
    raise exception 'an outcome is recorded while the meeting is live' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard before insert or update of outcome, version on hub.meeting_unit for each row execute function hub.guard_meeting_unit();

create function hub.guard_meeting_pair() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'INSERT' then
    select h.reference into new.household_reference from hub.household h where h.id = new.household_id;
  elsif new.version <> old.version and not exists (select from hub.meeting m where m.id = new.meeting_id and m.status = 'LIVE') then
    raise exception 'an outcome is recorded while the meeting is live' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger guard before insert or update of outcome, version on hub.meeting_pair for each row execute function hub.guard_meeting_pair();

create function hub.guard_meeting_outcome() returns trigger language plpgsql as $$
begin
  if new.version <> old.version + 1 then
    raise exception 'an outcome changes by one version at a time' using errcode = 'check_violation';
  end if;
  return new;
end $$;
${['unit', 'pair'].map((table) => `create trigger guard_outcome before update on hub.meeting_${table} for each row
  when ((new.outcome, new.decided_at, new.version) is distinct from (old.outcome, old.decided_at, old.version)) execute function hub.guard_meeting_outcome();`).join('\n')}
`;

const TOLD = `
-- Whose records the words of a row are about is known to the database alone: another agency's children have no id outside it.
create function hub.fill_meeting_event() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  new.about := array(select c.id from hub.child c join hub.meeting_unit u on u.unit_id = c.unit_id where u.item_id = new.item_id)
    || array(select p.household_id from hub.meeting_pair p where p.id = new.pair_id);
  return new;
end $$;
create trigger about before insert on hub.meeting_event for each row when (new.words is not null) execute function hub.fill_meeting_event();

-- Every version of a meeting has its row of history (trust.md I7), and a live one alone has an item before it.
create function hub.assert_meeting_told() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if tg_op = 'UPDATE' and new.version not in (old.version, old.version + 1) then
    raise exception 'a meeting changes by one version at a time' using errcode = 'check_violation';
  end if;
  if not exists (select from hub.meeting_event e where e.meeting_id = new.id and e.version = new.version) then
    raise exception 'a change of a meeting without its row of history' using errcode = 'check_violation';
  end if;
  if exists (select from hub.meeting_item i join hub.meeting m on m.id = i.meeting_id where i.meeting_id = new.id and i.status = 'CURRENT' and m.status <> 'LIVE') then
    raise exception 'an item before a meeting that is not live' using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger told after insert or update on hub.meeting deferrable initially deferred for each row execute function hub.assert_meeting_told();

-- An outcome has its row of history too.
create function hub.assert_outcome_told() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from hub.meeting_event e where e.item_id = new.item_id and e.of_version = new.version and e.outcome is not distinct from new.outcome
      and e.pair_id is not distinct from (to_jsonb(new) ->> 'id')::uuid) then
    raise exception 'an outcome without its row of history' using errcode = 'check_violation';
  end if;
  return null;
end $$;
${['unit', 'pair'].map((table) => `create constraint trigger told after update on hub.meeting_${table} deferrable initially deferred for each row when (new.version <> old.version) execute function hub.assert_outcome_told();`).join('\n')}
`;

const PEOPLE = `
-- Who is expected at meetings that the viewer met, who recorded there and who owns an action: they sit in one room.
create function hub.meeting_people(p_meetings uuid[]) returns table (user_id uuid, agency_id uuid, display_name text, is_active boolean)
language sql stable security definer set search_path = '' as $$
  with met as (select m.id from unnest(p_meetings) m(id) where m.id in (select hub.met_meetings())), person as (
    select p.user_id from hub.meeting_person p where p.meeting_id in (select m.id from met m)
    union select e.actor_id from hub.meeting_event e where e.meeting_id in (select m.id from met m)
    union select a.owner_id from hub.meeting_action a where a.meeting_id in (select m.id from met m)
    union select a.done_by from hub.meeting_action a where a.meeting_id in (select m.id from met m)
  )
  select u.id, u.agency_id, u.display_name, u.status <> 'DISABLED' from person p join hub.app_user u on u.id = p.user_id
$$;
-- Whether a pair that the viewer records can be put before both sides: OPEN (there is a link), UNIT or HOUSEHOLD (no room), or null.
create function hub.meeting_link(p_pair uuid) returns text language sql stable security definer set search_path = '' as $$
  select case
    when exists (select from hub.link l where l.unit_id = p.unit_id and l.household_id = p.household_id and l.ended_at is null) then 'OPEN'
    when (select count(*) from hub.link l where l.unit_id = p.unit_id and l.ended_at is null and l.state <> 'SUGGESTED') >= (select c.per_unit from hub.link_caps(u.unit_agency_id) c) then 'UNIT'
    when (select count(*) from hub.link l where l.household_id = p.household_id and l.ended_at is null and l.state <> 'SUGGESTED') >= (select c.per_household from hub.link_caps(p.household_agency_id) c) then 'HOUSEHOLD'
  end
  from hub.meeting_pair p join hub.meeting_unit u on u.item_id = p.item_id
  where p.id = p_pair and hub.acting('meetings.record') and p.meeting_id in (select hub.recorded_meetings())
$$;
-- The children of a unit on a meeting that the viewer records: with whose shares its agency's reason is sealed.
create function hub.meeting_children(p_item uuid) returns setof uuid language sql stable security definer set search_path = '' as $$
  select c.id from hub.meeting_unit u join hub.child c on c.unit_id = u.unit_id
  where u.item_id = p_item and hub.acting('meetings.record') and u.meeting_id in (select hub.recorded_meetings()) order by c.created_at, c.id
$$;
-- Words at meetings about a record of the viewer's agency that is to be destroyed: whose share goes with it.
create function hub.meeting_words_about(p_record uuid) returns table (id uuid, agency_id uuid) language sql stable security definer set search_path = '' as $$
  select e.id, e.agency_id from hub.meeting_event e
  where e.about @> array[p_record] and hub.acting('keys.confirmShredding')
    and (exists (select from hub.child c where c.id = p_record and c.agency_id = hub.own_agency()) or exists (select from hub.household h where h.id = p_record and h.agency_id = hub.own_agency()))
$$;
-- How many families stand beside each item, shown to the viewer or not.
create function hub.meeting_pair_counts(p_meeting uuid) returns table (item_id uuid, pairs integer) language sql stable security definer set search_path = '' as $$
  select p.item_id, count(*)::integer from hub.meeting_pair p
  where p.meeting_id = p_meeting and not p.left_out and p.meeting_id in (select hub.met_meetings()) and p.item_id not in (select hub.barred_meeting_items()) group by p.item_id
$$;
grant execute on function hub.meeting_pair_counts(uuid), hub.meeting_people(uuid[]), hub.meeting_link(uuid), hub.meeting_children(uuid), hub.meeting_words_about(uuid) to hub_app;
`;

const EFFECTS = `
-- What a meeting puts before both sides, and what it rules out for the child's agency, which reads why and may lift it.
create policy meeting_insert on hub.link for insert to hub_app with check (suggested_by = (select hub.actor()) and ${acting('meetings.record')} and state = 'SUGGESTED');
alter table hub.ruled_out add column meeting_id uuid references hub.meeting, alter column ruled_by drop not null,
  add constraint ruled_out_author check ((ruled_by is null) = (meeting_id is not null)), add constraint ruled_out_of_unit check (meeting_id is null or agency_id = unit_agency_id);
create policy meeting_all on hub.ruled_out for all to hub_app using (${acting('meetings.record')} and meeting_id = any(array(select hub.recorded_meetings())));
`;

// What the programme is made of: the newest region's run, and who is in the pool, linked or ruled out today.
const PROPOSES = ['matching_run', 'matching_result', 'matching_offers', 'unit_card', 'household_card', 'ruled_out', 'link', 'app_user'].map((table) =>
  `create policy propose on hub.${table} for select to hub_app using (${acting('meetings.propose')});`).join('\n');

/** What the database itself holds meetings to, what they set going, and what the agenda's programme reads. */
export const GuardOfMeetings = forwardOnly('GuardOfMeetings1795305600077', GUARD + TOLD + PEOPLE + EFFECTS + PROPOSES);
