import { forwardOnly } from './forward-only';

const NOTES = `
-- Adds one row to the access log. Not granted: only the functions below and audit.note_access call it.
create function audit.add_access(p_actor uuid, p_agency uuid, p_subject_agency uuid, p_action text, p_type text, p_reference text, p_stage text, p_outcome text, p_request text)
returns void language sql security definer set search_path = '' as $$
  insert into audit.access (actor_id, agency_id, subject_agency_id, action, subject_type, subject_reference, stage, outcome, request_id)
  values (p_actor, p_agency, p_subject_agency, p_action, p_type, p_reference, p_stage, p_outcome, left(p_request, 64))
$$;

create function audit.add_sign_in(p_user uuid, p_action text, p_outcome text, p_request text)
returns void language sql security definer set search_path = '' as $$
  select audit.add_access(p_user, (select u.agency_id from hub.app_user u where u.id = p_user), null, p_action, 'USER', p_user::text, null, p_outcome, p_request)
$$;
`;

const SIGN_IN = `
-- Before any actor exists, sign-in goes through these functions alone; each answers about one account, token
-- or invitation that the caller already names.
create function hub.find_sign_in(p_email text, p_request text)
returns table (user_id uuid, agency_id uuid, status text, password_hash text)
language plpgsql security definer set search_path = '' as $$
declare
  account hub.app_user;
begin
  select * into account from hub.app_user u where u.email = lower(p_email);
  perform audit.add_sign_in(account.id, 'auth.find', 'ALLOWED', p_request);
  if account.id is not null then
    return query select account.id, account.agency_id, account.status, account.password_hash;
  end if;
end $$;

create function hub.open_session(p_user uuid, p_token_hash text, p_kind text, p_expires timestamptz, p_request text)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  opened uuid;
begin
  insert into hub.session (user_id, agency_id, kind, token_hash, expires_at)
  select u.id, u.agency_id, p_kind, p_token_hash, least(p_expires, now() + interval '12 hours')
  from hub.app_user u where u.id = p_user and u.status = 'ACTIVE'
  returning id into opened;
  perform audit.add_sign_in(p_user, 'auth.signIn', case when opened is null then 'REFUSED' else 'ALLOWED' end, p_request);
  return opened;
end $$;

-- The actor of a live session; idle for 30 minutes ends a browser's (trust.md SES-3).
create function hub.session_actor(p_token_hash text)
returns table (session_id uuid, kind text, expires_at timestamptz, user_id uuid, display_name text, roles text[],
  agency_id uuid, agency_code text, agency_name text, agency_kind text)
language plpgsql security definer set search_path = '' as $$
begin
  update hub.session s set last_seen_at = now()
  where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > now()
    and (s.kind = 'API' or s.last_seen_at > now() - interval '30 minutes')
    and s.last_seen_at < now() - interval '30 seconds';
  return query
  select s.id, s.kind, s.expires_at, u.id, u.display_name, u.roles, a.id, a.code, a.name, a.kind
  from hub.session s
  join hub.app_user u on u.id = s.user_id and u.status = 'ACTIVE'
  join hub.agency a on a.id = u.agency_id
  where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > now()
    and (s.kind = 'API' or s.last_seen_at > now() - interval '30 minutes');
end $$;

create function hub.end_session(p_token_hash text, p_request text)
returns void language plpgsql security definer set search_path = '' as $$
declare
  who uuid;
begin
  update hub.session s set ended_at = now() where s.token_hash = p_token_hash and s.ended_at is null returning s.user_id into who;
  if who is not null then
    perform audit.add_sign_in(who, 'auth.signOut', 'ALLOWED', p_request);
  end if;
end $$;

-- Sets the password once; whoever was signed in with an older one is signed out.
create function hub.accept_invitation(p_token_hash text, p_password_hash text, p_request text)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  who uuid;
begin
  update hub.invitation i set used_at = now()
  where i.token_hash = p_token_hash and i.used_at is null and i.expires_at > now()
    and exists (select from hub.app_user u where u.id = i.user_id and u.status <> 'DISABLED')
  returning i.user_id into who;
  if who is not null then
    update hub.app_user u set password_hash = p_password_hash, status = 'ACTIVE' where u.id = who;
    update hub.session s set ended_at = now() where s.user_id = who and s.ended_at is null;
  end if;
  perform audit.add_sign_in(who, 'auth.acceptInvitation', case when who is null then 'REFUSED' else 'ALLOWED' end, p_request);
  return who;
end $$;

-- Re-hashing at sign-in (trust.md AUTH-1): only for who shows the hash that is to be replaced.
create function hub.renew_password_hash(p_user uuid, p_old text, p_new text)
returns boolean language plpgsql security definer set search_path = '' as $$
begin
  update hub.app_user u set password_hash = p_new where u.id = p_user and u.password_hash = p_old and u.status = 'ACTIVE';
  return found;
end $$;

-- Failed attempts per account and per address (trust.md AUTH-8); rows older than a day go.
create function hub.record_attempt(p_key_hash text, p_user uuid, p_request text)
returns void language plpgsql security definer set search_path = '' as $$
begin
  delete from hub.sign_in_attempt t where t.key_hash = p_key_hash and t.at < now() - interval '1 day';
  insert into hub.sign_in_attempt (key_hash) values (p_key_hash);
  perform audit.add_sign_in(p_user, 'auth.signIn', 'REFUSED', p_request);
end $$;

create function hub.count_attempts(p_key_hash text, p_within interval)
returns integer language sql stable security definer set search_path = '' as $$
  select count(*)::integer from hub.sign_in_attempt t where t.key_hash = p_key_hash and t.at > now() - p_within
$$;

grant execute on function hub.find_sign_in(text, text), hub.open_session(uuid, text, text, timestamptz, text), hub.session_actor(text),
  hub.end_session(text, text), hub.accept_invitation(text, text, text), hub.renew_password_hash(uuid, text, text),
  hub.record_attempt(text, uuid, text), hub.count_attempts(text, interval) to hub_app;

-- The first account of a fresh database (trust.md AUTH-10). Granted to nobody: only the owner calls it.
create function hub.create_first_administrator(p_agency_code text, p_agency_name text, p_region_band text, p_email text, p_display_name text, p_token_hash text, p_expires timestamptz)
returns uuid language plpgsql set search_path = '' as $$
declare
  agency uuid;
  who uuid;
begin
  perform pg_catalog.pg_advisory_xact_lock(7205759403792794);
  if exists (select from hub.app_user u where 'HUB_ADMIN' = any (u.roles) and u.status = 'ACTIVE') then
    raise exception 'there is an administrator already' using errcode = '23505';
  end if;
  select a.id into agency from hub.agency a where a.code = p_agency_code and a.kind = 'HUB';
  if agency is null then
    insert into hub.agency (code, name, kind, region_band) values (p_agency_code, p_agency_name, 'HUB', p_region_band) returning id into agency;
    insert into hub.membership (agency_id, starts_on) values (agency, hub.today());
  end if;
  insert into hub.app_user as u (agency_id, email, display_name, roles) values (agency, lower(p_email), p_display_name, array['HUB_ADMIN'])
  on conflict (email) do update set display_name = excluded.display_name where u.agency_id = excluded.agency_id and u.status = 'INVITED'
  returning u.id into who;
  if who is null then
    raise exception 'this account exists' using errcode = '23505';
  end if;
  update hub.invitation i set expires_at = now() where i.user_id = who and i.used_at is null and i.expires_at > now();
  insert into hub.invitation (user_id, agency_id, token_hash, expires_at) values (who, agency, p_token_hash, p_expires);
  return who;
end $$;
`;

/** Sign-in, sessions, invitations and the throttle, as functions with the owner's rights. */
export const SignIn = forwardOnly('SignIn1795305600004', NOTES + SIGN_IN);
