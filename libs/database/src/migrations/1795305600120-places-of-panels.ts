import { forwardOnly } from './forward-only';

const FOLLOWED = `
-- The place is the fact: the provisional panel day of a household is that of the place it holds, and none once the place is given back.
create function hub.follow_panel_place() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  update hub.household h set provisional_panel_on = place.day, version = h.version + 1
  from (select min(p.meets_on) as day from hub.panel_item i join hub.panel p on p.id = i.panel_id
    where i.household_id = new.household_id and i.kind = 'APPROVAL' and i.status in ('PROVISIONAL', 'CONFIRMED')) place
  where h.id = new.household_id and h.provisional_panel_on is distinct from place.day;
  return null;
end $$;
create trigger first_place after insert on hub.panel_item for each row when (new.kind = 'APPROVAL') execute function hub.follow_panel_place();
-- What was heard leaves the day as it was.
create trigger place_changed after update of status, panel_id on hub.panel_item for each row when (new.kind = 'APPROVAL' and new.status <> 'HEARD') execute function hub.follow_panel_place();
`;

const FREE = `
-- However a place becomes free, by whom it held or because what it stood on ended, the host of a panel to come is told, unless an adviser of theirs did it.
create function hub.tell_place_free() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  insert into hub.notice (agency_id, role, kind, subject_type, subject_reference)
  select a.id, case a.kind when 'HUB' then 'HUB_COORDINATOR' else 'PANEL_ADVISER' end, 'PANEL_PLACE_GIVEN_UP', 'PANEL', p.reference
  from hub.panel p join hub.agency a on a.id = p.agency_id
  where p.id = old.panel_id and p.status = 'PLANNED' and p.meets_on >= hub.today()
    and not exists (select from hub.app_user u where u.id = hub.actor() and u.agency_id = a.id and u.roles && array['PANEL_ADVISER', 'HUB_COORDINATOR']);
  return null;
end $$;
create trigger place_free after update of status, panel_id on hub.panel_item for each row
  when (old.status in ('PROVISIONAL', 'CONFIRMED') and (new.status = 'WITHDRAWN' or new.panel_id <> old.panel_id)) execute function hub.tell_place_free();
`;

/** What follows from a place on a panel, and from its end. */
export const PlacesOfPanels = forwardOnly('PlacesOfPanels1795305600120', FOLLOWED + FREE);
