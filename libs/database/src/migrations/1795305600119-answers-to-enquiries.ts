import { forwardOnly } from './forward-only';
import { acting, OWN } from './protect';

const INFORMED = `
-- The day on which they were sent the information pack: its clock begins with the enquiry, before there is a household.
alter table hub.enquiry add column informed_on date check (informed_on >= received_on);
grant update (informed_on) on hub.enquiry to hub_app;
drop trigger audit on hub.enquiry;
select audit.watch('hub.enquiry', '{}');
`;

const DISTRICTS = `
-- An agency sets the districts in which it answers, the hub's administrators those of any.
alter policy own_insert on hub.enquiry_district with check (${OWN} and ${acting('enquiryDistricts.set')} or ${acting('enquiryDistricts.setAny')});
alter policy own_delete on hub.enquiry_district using (${OWN} and ${acting('enquiryDistricts.set')} or ${acting('enquiryDistricts.setAny')});
`;

const ACROSS = `
-- Enquiries that wait, with the days of their clock: of the own agency, and for the daily round of every agency. No name, no word.
create function hub.waiting_enquiries() returns table (id uuid, agency_id uuid, reference text, received_on date, informed_on date)
language sql stable security definer set search_path = '' as $$
  select e.id, e.agency_id, e.reference, e.received_on, e.informed_on from hub.enquiry e
  where e.state = 'NEW' and (e.agency_id = any(array(select hub.visible_agencies())) or hub.acting('notices.remind'))
$$;

-- What became of the enquiries that the own agency took for others: days and states. Not who they are, and not which household they are now.
create function hub.enquiries_passed_on() returns table (reference text, agency_id uuid, district text, how text, state text, received_on date, informed_on date, ended_on date)
language sql stable security definer set search_path = '' as $$
  select e.reference, e.agency_id, e.district, e.how, e.state, e.received_on, e.informed_on, e.ended_on from hub.enquiry e
  where hub.acting('enquiries.take') and e.taken_by_agency_id = any(array(select hub.visible_agencies())) and e.agency_id <> e.taken_by_agency_id
    and (e.household_id is null or e.household_id <> all(array(select hub.barred_households())))
$$;

-- Enquiries of which nothing was to stay: their shares are destroyed.
create function hub.emptied_enquiries() returns table (id uuid, agency_id uuid) language sql stable security definer set search_path = '' as $$
  select e.id, e.agency_id from hub.enquiry e where hub.acting('keys.inspect') and e.state <> 'NEW'
$$;
create policy owner_select on hub.enquiry for select to hub_owner using (true);
grant execute on function hub.waiting_enquiries(), hub.enquiries_passed_on(), hub.emptied_enquiries() to hub_app;
`;

/** What an enquiry is told before it is taken up, what became of those that others answer, and whose keys go with them. */
export const AnswersToEnquiries = forwardOnly('AnswersToEnquiries1795305600119', INFORMED + DISTRICTS + ACROSS);
