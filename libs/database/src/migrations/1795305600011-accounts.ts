import { forwardOnly } from './forward-only';

const PASSWORD = `
-- A new invitation takes the old password away: only the person, with the next one, makes the account active again.
create function hub.forget_password() returns trigger language plpgsql as $$
begin
  new.password_hash := null;
  return new;
end $$;
create trigger forget_password before update of status on hub.app_user for each row
  when (new.status = 'INVITED' and old.password_hash is not null) execute function hub.forget_password();

-- For an administrator of the hub whom nobody else can help. Granted to nobody: only the owner calls it.
create function hub.reinvite_administrator(p_email text, p_token_hash text, p_expires timestamptz)
returns uuid language plpgsql set search_path = '' as $$
declare
  who hub.app_user;
begin
  update hub.app_user u set status = 'INVITED'
  where u.email = lower(p_email) and 'HUB_ADMIN' = any (u.roles) and u.status <> 'DISABLED' returning u.* into who;
  if who.id is null then
    return null;
  end if;
  update hub.session s set ended_at = now() where s.user_id = who.id and s.ended_at is null;
  update hub.invitation i set expires_at = now() where i.user_id = who.id and i.used_at is null and i.expires_at > now();
  insert into hub.invitation (user_id, agency_id, token_hash, expires_at) values (who.id, who.agency_id, p_token_hash, p_expires);
  perform audit.add_sign_in(who.id, 'auth.reinvite', 'ALLOWED', null);
  return who.id;
end $$;
`;

const SESSIONS = `
alter table hub.session add column device text check (length(device) <= 60);
grant select (device) on hub.session to hub_app;
drop trigger audit on hub.session;
select audit.watch('hub.session', array['last_seen_at']);

-- The device has a default, so that the release before this one still opens sessions.
drop function hub.open_session(uuid, text, text, timestamptz, text);
create function hub.open_session(p_user uuid, p_token_hash text, p_kind text, p_expires timestamptz, p_request text, p_device text default null)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  opened uuid;
begin
  insert into hub.session (user_id, agency_id, kind, token_hash, expires_at, device)
  select u.id, u.agency_id, p_kind, p_token_hash, least(p_expires, now() + interval '12 hours'), p_device
  from hub.app_user u where u.id = p_user and u.status = 'ACTIVE'
  returning id into opened;
  perform audit.add_sign_in(p_user, 'auth.signIn', case when opened is null then 'REFUSED' else 'ALLOWED' end, p_request);
  return opened;
end $$;
grant execute on function hub.open_session(uuid, text, text, timestamptz, text, text) to hub_app;

-- As before, and the first use is noted however soon it comes: a token's owner reads from it whether the token was ever used.
create or replace function hub.session_actor(p_token_hash text)
returns table (session_id uuid, kind text, expires_at timestamptz, user_id uuid, display_name text, roles text[],
  agency_id uuid, agency_code text, agency_name text, agency_kind text)
language plpgsql security definer set search_path = '' as $$
begin
  update hub.session s set last_seen_at = now()
  where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > now()
    and (s.kind = 'API' or s.last_seen_at > now() - interval '30 minutes')
    and (s.last_seen_at < now() - interval '30 seconds' or s.last_seen_at = s.created_at);
  return query
  select s.id, s.kind, s.expires_at, u.id, u.display_name, u.roles, a.id, a.code, a.name, a.kind
  from hub.session s
  join hub.app_user u on u.id = s.user_id and u.status = 'ACTIVE'
  join hub.agency a on a.id = u.agency_id
  where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > now()
    and (s.kind = 'API' or s.last_seen_at > now() - interval '30 minutes');
end $$;
`;

/** A way back to a lost account, and what people see of their own sessions. */
export const Accounts = forwardOnly('Accounts1795305600011', PASSWORD + SESSIONS);
