import { forwardOnly } from './forward-only';

const NOTES = `
-- One row about a person, or about nobody known, before there is an actor: signing in, and requests refused at the door.
drop function audit.add_sign_in(uuid, text, text, text);
drop function audit.add_access(uuid, uuid, uuid, text, text, text, text, text, text);

create function audit.add_entry(p_user uuid, p_agency uuid, p_action text, p_outcome text, p_request text, p_address inet, p_count integer)
returns void language sql security definer set search_path = '' as $$
  insert into audit.access (actor_id, agency_id, action, subject_type, subject_reference, outcome, request_id, client_address, row_count)
  values (p_user, p_agency, p_action, 'USER', p_user::text, p_outcome, left(p_request, 64), p_address, p_count)
$$;

-- What concerns nobody known is the hub's own agency's to watch.
create function audit.add_sign_in(p_user uuid, p_action text, p_outcome text, p_request text, p_address inet default null, p_count integer default null)
returns void language sql security invoker set search_path = '' as $$
  select audit.add_entry(p_user,
    coalesce((select u.agency_id from hub.app_user u where u.id = p_user), (select a.id from hub.agency a where a.kind = 'HUB' order by a.code limit 1)),
    p_action, p_outcome, p_request, p_address, p_count)
$$;
`;

// As before, and from where. The address has a default, so that the release before this one still signs people in.
const SIGN_IN = `
drop function hub.find_sign_in(text, text);
create function hub.find_sign_in(p_email text, p_request text, p_address inet default null)
returns table (user_id uuid, agency_id uuid, status text, password_hash text)
language plpgsql security definer set search_path = '' as $$
declare
  account hub.app_user;
begin
  select * into account from hub.app_user u where u.email = lower(p_email);
  perform audit.add_sign_in(account.id, 'auth.find', 'ALLOWED', p_request, p_address);
  if account.id is not null then
    return query select account.id, account.agency_id, account.status, account.password_hash;
  end if;
end $$;

drop function hub.open_session(uuid, text, text, timestamptz, text, text);
create function hub.open_session(p_user uuid, p_token_hash text, p_kind text, p_expires timestamptz, p_request text, p_device text default null, p_address inet default null)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  opened uuid;
begin
  insert into hub.session (user_id, agency_id, kind, token_hash, expires_at, device)
  select u.id, u.agency_id, p_kind, p_token_hash, least(p_expires, now() + interval '12 hours'), p_device
  from hub.app_user u where u.id = p_user and u.status = 'ACTIVE'
  returning id into opened;
  perform audit.add_sign_in(p_user, 'auth.signIn', case when opened is null then 'REFUSED' else 'ALLOWED' end, p_request, p_address);
  return opened;
end $$;

drop function hub.end_session(text, text);
create function hub.end_session(p_token_hash text, p_request text, p_address inet default null)
returns void language plpgsql security definer set search_path = '' as $$
declare
  who uuid;
begin
  update hub.session s set ended_at = now() where s.token_hash = p_token_hash and s.ended_at is null returning s.user_id into who;
  if who is not null then
    perform audit.add_sign_in(who, 'auth.signOut', 'ALLOWED', p_request, p_address);
  end if;
end $$;

drop function hub.accept_invitation(text, text, text);
create function hub.accept_invitation(p_token_hash text, p_password_hash text, p_request text, p_address inet default null)
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
  perform audit.add_sign_in(who, 'auth.acceptInvitation', case when who is null then 'REFUSED' else 'ALLOWED' end, p_request, p_address);
  return who;
end $$;

-- A failed attempt counts under each of its keys, and is one row of the log.
drop function hub.record_attempt(text, uuid, text);
create function hub.record_attempt(p_key_hashes text[], p_user uuid, p_action text, p_request text, p_address inet)
returns void language plpgsql security definer set search_path = '' as $$
begin
  delete from hub.sign_in_attempt t where t.key_hash = any (p_key_hashes) and t.at < now() - interval '1 day';
  insert into hub.sign_in_attempt (key_hash) select unnest(p_key_hashes);
  perform audit.add_sign_in(p_user, p_action, 'REFUSED', p_request, p_address);
end $$;
`;

const REFUSALS = `
-- Whom a refused request names, if anybody: by an address at sign-in, or by a session that may have ended.
create function hub.person_named(p_email text, p_token_hash text) returns uuid language sql stable security definer set search_path = '' as $$
  select coalesce((select u.id from hub.app_user u where u.email = lower(p_email)), (select s.user_id from hub.session s where s.token_hash = p_token_hash))
$$;

-- p_count: how often it happened since the row before it of the same kind, person and network.
create function hub.note_refusal(p_action text, p_user uuid, p_request text, p_address inet, p_count integer)
returns void language plpgsql security definer set search_path = '' as $$
begin
  if p_action <> all (array['auth.throttled', 'auth.forged', 'auth.noSession', 'api.refused']) then
    raise exception 'not a refusal' using errcode = '22023';
  end if;
  perform audit.add_sign_in(p_user, p_action, 'REFUSED', p_request, p_address, p_count);
end $$;
`;

const PASSWORD = `
-- What a signed-in person's password is compared with.
create function hub.own_password(p_token_hash text) returns table (email text, password_hash text) language sql stable security definer set search_path = '' as $$
  select u.email, u.password_hash from hub.session s join hub.app_user u on u.id = s.user_id and u.status = 'ACTIVE'
  where s.token_hash = p_token_hash and s.kind = 'WEB' and s.ended_at is null and s.expires_at > now() and s.last_seen_at > now() - interval '30 minutes'
$$;

create policy owner_leave on hub.notice for insert to hub_owner with check (true);

-- For who is signed in and shows the hash that is to be replaced. All that was open ends: browsers and API tokens.
create function hub.change_password(p_token_hash text, p_old text, p_new text, p_request text, p_address inet)
returns uuid language plpgsql security definer set search_path = '' as $$
declare
  who hub.app_user;
begin
  update hub.app_user u set password_hash = p_new
  where u.password_hash = p_old and u.email = (select o.email from hub.own_password(p_token_hash) o) returning u.* into who;
  if who.id is not null then
    update hub.session s set ended_at = now() where s.user_id = who.id and s.ended_at is null;
    insert into hub.notice (agency_id, user_id, kind) values (who.agency_id, who.id, 'PASSWORD_CHANGED');
  end if;
  perform audit.add_sign_in(who.id, 'auth.changePassword', case when who.id is null then 'REFUSED' else 'ALLOWED' end, p_request, p_address);
  return who.id;
end $$;

grant execute on function hub.find_sign_in(text, text, inet), hub.open_session(uuid, text, text, timestamptz, text, text, inet), hub.end_session(text, text, inet),
  hub.accept_invitation(text, text, text, inet), hub.record_attempt(text[], uuid, text, text, inet), hub.person_named(text, text),
  hub.note_refusal(text, uuid, text, inet, integer), hub.own_password(text), hub.change_password(text, text, text, text, inet) to hub_app;
`;

/** Signing in is logged with where from, refusals at the door leave rows, and people change their own password. */
export const SignInTrail = forwardOnly('SignInTrail1795305600066', NOTES + SIGN_IN + REFUSALS + PASSWORD);
