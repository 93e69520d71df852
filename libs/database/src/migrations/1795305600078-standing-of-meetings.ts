import { forwardOnly } from './forward-only';

/**
 * What people left off an agenda is told apart from what a later proposal had no room for: neither has a place, and only the first is not proposed
 * again. No row goes, for the history names it. And the audit trail keeps for which meeting a pair was ruled out.
 */
export const StandingOfMeetings = forwardOnly('StandingOfMeetings1795305600078', `
alter table hub.meeting_item add column left_out boolean not null default false, add constraint meeting_item_left_out check (not left_out or position is null);
alter table hub.meeting_pair alter column position drop not null, add constraint meeting_pair_left_out check (not left_out or position is null),
  add constraint meeting_pair_decided check (outcome is null or position is not null);
revoke delete on hub.meeting_pair from hub_app;
grant update (left_out) on hub.meeting_item to hub_app;
create or replace function hub.meeting_pair_counts(p_meeting uuid) returns table (item_id uuid, pairs integer) language sql stable security definer set search_path = '' as $$
  select p.item_id, count(*)::integer from hub.meeting_pair p
  where p.meeting_id = p_meeting and p.position is not null and p.meeting_id in (select hub.met_meetings()) and p.item_id not in (select hub.barred_meeting_items()) group by p.item_id
$$;
-- What an agency keeps to itself for a time is on no agenda (docs/adr/0021). Late-bound: the day stands in a table's column of a later migration.
create function hub.kept_from_agendas() returns setof uuid language plpgsql stable security definer set search_path = '' as $$
begin
  if hub.acting('meetings.propose') then
    return query select u.id from hub.unit u where u.widens_on > hub.today() union all select h.id from hub.household h where h.widens_on > hub.today();
  end if;
end $$;
grant execute on function hub.kept_from_agendas() to hub_app;
-- Which pairs are ruled out or linked, and which links take up places: ids alone, for nothing else of them is the programme's to read.
create function hub.agenda_pairs() returns table (unit_id uuid, household_id uuid, takes_place boolean) language sql stable security definer set search_path = '' as $$
  select p.unit_id, p.household_id, bool_or(p.takes_place) from (
    select r.unit_id, r.household_id, false as takes_place from hub.ruled_out r where r.lifted_at is null
    union all select l.unit_id, l.household_id, l.state <> 'SUGGESTED' from hub.link l where l.ended_at is null
  ) p where hub.acting('meetings.propose') group by p.unit_id, p.household_id
$$;
grant execute on function hub.agenda_pairs() to hub_app;
drop policy propose on hub.link; drop policy propose on hub.ruled_out; drop policy propose on hub.app_user;
-- For an older copy of the key store that was put back: the words that went with a record.
create function hub.meeting_words_destroyed() returns table (id uuid, agency_id uuid) language sql stable security definer set search_path = '' as $$
  select distinct e.id, e.agency_id from hub.shredding s join hub.meeting_event e on e.about @> array[s.subject_id] where s.confirmed_at is not null and hub.acting('keys.inspect')
$$;
grant execute on function hub.meeting_words_destroyed() to hub_app;
drop trigger audit on hub.meeting_item;
select audit.watch('hub.meeting_item', array[]::text[]);
drop trigger audit on hub.ruled_out;
select audit.watch('hub.ruled_out', array[]::text[]);
`);
