import { forwardOnly } from './forward-only';

const INVITED = `
-- Whose invitation this is, for who holds its token: a password may not hold the person's own words (trust.md AUTH-2).
create function hub.find_invited(p_token_hash text)
returns table (email text, display_name text, agency_name text, agency_code text)
language sql stable security definer set search_path = '' as $$
  select u.email, u.display_name, a.name, a.code
  from hub.invitation i
  join hub.app_user u on u.id = i.user_id and u.status <> 'DISABLED'
  join hub.agency a on a.id = u.agency_id
  where i.token_hash = p_token_hash and i.used_at is null and i.expires_at > now()
$$;
grant execute on function hub.find_invited(text) to hub_app;
`;

/** Who was invited, before they are anybody. */
export const InvitedPerson = forwardOnly('InvitedPerson1795305600009', INVITED);
