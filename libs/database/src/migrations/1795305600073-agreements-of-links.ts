import { forwardOnly } from './forward-only';

const LIVE = `
-- Which grants of other agencies live for the viewer's: of a link exactly the one that it stands on, whatever else its subject is granted under.
create function hub.live_grants(p_stage text) returns setof uuid language sql stable security definer set search_path = '' as $$
  select g.id from hub.disclosure_grant g join hub.sharing(p_stage) s on s.agreement_id = g.agreement_id and s.agency_id = g.agency_id
  where g.stage = p_stage and g.audience_agency_id = hub.own_agency() and g.audience_user_id is null
    and g.approved_at is not null and g.withdrawn_at is null and g.expires_on > hub.today()
$$;
grant execute on function hub.live_grants(text) to hub_app;
`;

/** How another agency's agreement to a link stands. */
export const AgreementsOfLinks = forwardOnly('AgreementsOfLinks1795305600073', LIVE);
