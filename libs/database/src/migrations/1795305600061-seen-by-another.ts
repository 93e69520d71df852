import { forwardOnly } from './forward-only';

const ASKED = `
-- Asked on another agency's behalf too, whose households are hidden from the asker: it answers only whether there is one.
alter function hub.own_ep_approval() security definer;
alter function hub.own_ep_approval() set search_path = '';

-- For the access log: the grant that opens a subject to the viewer, and the agreement it rests on.
create function hub.grant_in_force(p_subject text, p_stage text, p_id uuid) returns table (grant_id uuid, agreement text)
language sql stable security definer set search_path = '' as $$
  select g.id, a.reference from hub.disclosure_grant g join hub.agreement a on a.id = g.agreement_id
  where g.subject_type = p_subject and g.stage = p_stage and g.subject_id = p_id and p_id in (select hub.granted(p_subject, p_stage))
    and g.audience_agency_id = hub.own_agency() and (g.audience_user_id is null or g.audience_user_id = hub.viewer())
    and g.approved_at is not null and g.withdrawn_at is null and g.expires_on > hub.today()
  order by g.audience_user_id nulls last, g.approved_at desc limit 1
$$;
grant execute on function hub.grant_in_force(text, text, uuid) to hub_app;
`;

/** The early-permanence gate, as another agency meets it, and under which grant it sees more. */
export const SeenByAnother = forwardOnly('SeenByAnother1795305600061', ASKED);
