import { forwardOnly } from './forward-only';
import { acting, forOwner, OWN, protect } from './protect';

const AGREEMENT = `
alter table hub.agreement
  add column version text not null default '1' check (length(version) between 1 and 20),
  -- The highest step of the ladder that the parties agreed on; what lies above it is granted under another agreement or not at all.
  add column up_to_stage text not null default 'S1' check (up_to_stage in ('S0', 'S1', 'S2', 'S3', 'S4')),
  add column article6 text check (length(article6) <= 500),
  add column article9 text check (length(article9) <= 500),
  add column data_categories text[] not null default '{}',
  add column review_on date;
alter table hub.agreement_party
  add column signed_by text check (length(signed_by) between 1 and 200),
  add column signed_on date,
  add check ((signed_by is null) = (signed_on is null));
${['membership', 'agreement', 'agreement_party'].map((table) => `create policy granting on hub.${table} for select to hub_owner using (true);`).join('\n')}

-- Whom the own agency may share with up to a stage today, and under which agreement: both sides are members and parties to a
-- live one; the hub needs no membership. Seen as another agency, of all that this agency meets only the asker's records are left.
create function hub.sharing(p_stage text) returns table (agency_id uuid, agreement_id uuid) language sql stable as $$
  with member as (
    select m.agency_id from hub.membership m
    where m.starts_on <= hub.today() and (m.ends_on is null or m.ends_on > hub.today())
    union
    select a.id from hub.agency a where a.kind = 'HUB'
  )
  select theirs.agency_id, a.id
  from hub.agreement_party mine
  join hub.agreement a on a.id = mine.agreement_id
  join hub.agreement_party theirs on theirs.agreement_id = a.id and theirs.agency_id <> mine.agency_id
  where mine.agency_id = hub.own_agency()
    and a.purpose = 'FAMILY_FINDING' and a.starts_on <= hub.today() and (a.ends_on is null or a.ends_on > hub.today())
    and a.up_to_stage collate "C" >= p_stage
    and mine.agency_id in (select m.agency_id from member m)
    and theirs.agency_id in (select m.agency_id from member m)
    and (not hub.is_seen_by_another() or theirs.agency_id = hub.asking_agency())
$$;
create or replace function hub.partner_agencies() returns setof uuid language sql stable as $$ select distinct s.agency_id from hub.sharing('S0') s $$;
create function hub.partners(p_stage text) returns setof uuid language sql stable as $$ select distinct s.agency_id from hub.sharing(p_stage) s $$;
grant execute on function hub.sharing(text), hub.partners(text) to hub_app;
`;

// A preview asks the same policies as the other agency would, rather than a copy of them: own_agency() answers the other one, no
// row is the own any more, so that nothing is written and none of that agency's records is met, and partners are the asker alone.
const SEEN_BY = `
create function hub.asking_agency() returns uuid language sql stable parallel safe
return hub.setting('agency_id')::uuid;
create function hub.is_seen_by_another() returns boolean language sql stable parallel safe
return hub.acting('disclosure.preview', 'disclosure.whoSees') and hub.setting('seen_by') is not null;
create or replace function hub.own_agency() returns uuid language sql stable parallel safe
return case when hub.is_seen_by_another() then hub.setting('seen_by') else hub.setting('agency_id') end::uuid;
create or replace function hub.visible_agencies() returns setof uuid language sql stable parallel safe as
$$ select hub.own_agency() where hub.own_agency() is not null and not hub.is_seen_by_another() $$;
create function hub.viewer() returns uuid language sql stable parallel safe
return case when hub.is_seen_by_another() then hub.setting('seen_by_user')::uuid else hub.actor() end;

-- Null: as oneself again.
create function hub.see_as(p_agency uuid, p_user uuid) returns void language sql volatile as $$
  select set_config('hub.seen_by', coalesce(p_agency::text, ''), true), set_config('hub.seen_by_user', coalesce(p_user::text, ''), true)
$$;
grant execute on function hub.asking_agency(), hub.is_seen_by_another(), hub.viewer(), hub.see_as(uuid, uuid) to hub_app;
`;

const GRANT = `
alter table hub.profile_release rename to disclosure_grant;
alter index hub.profile_release_subject rename to disclosure_grant_subject;
alter index hub.profile_release_waiting rename to disclosure_grant_waiting;
alter table hub.disclosure_grant alter column content drop not null;
alter table hub.disclosure_grant
  add column stage text not null default 'S1' check (stage in ('S1', 'S2')),
  add column audience text not null default 'PARTNERS' check (audience in ('PARTNERS', 'AGENCY', 'PERSON')),
  add column audience_agency_id uuid references hub.agency,
  add column audience_user_id uuid,
  add column agreement_id uuid references hub.agreement,
  -- The children whom two people agreed to name; a group that changes ends the grant.
  add column members uuid[],
  add check ((audience = 'PARTNERS') = (audience_agency_id is null)),
  add check ((audience = 'PARTNERS') = (agreement_id is null)),
  add check ((audience = 'PERSON') = (audience_user_id is not null)),
  add check (audience_agency_id <> agency_id),
  -- Beyond a profile nothing is for everybody; the text that two people approved belongs to the profile.
  add check (stage = 'S1' or audience <> 'PARTNERS'),
  add check ((stage = 'S1') = (content is not null)),
  add foreign key (audience_user_id, audience_agency_id) references hub.app_user (id, agency_id);
create index disclosure_grant_audience on hub.disclosure_grant (audience_agency_id, subject_type, stage) where withdrawn_at is null;

drop policy own_all on hub.disclosure_grant;
create policy own_select on hub.disclosure_grant for select to hub_app using (${OWN});
create policy own_insert on hub.disclosure_grant for insert to hub_app with check (${OWN} and requested_by = (select hub.actor()));
create policy own_update on hub.disclosure_grant for update to hub_app using (${OWN}) with check (${OWN});
-- Whom and what a grant is about never changes: no row raises its own stage (trust.md AZ-5).
revoke insert, update on hub.disclosure_grant from hub_app;
grant insert (agency_id, subject_type, subject_id, purpose, requested_by, content, texts, generalisation, as_recorded, below_k, stage, audience, audience_agency_id, audience_user_id, agreement_id),
  update (approved_by, approved_at, expires_on, members, generalisation, below_k, override_reason, returned_at, returned_reason, withdrawn_by, withdrawn_at, withdrawal_reason) on hub.disclosure_grant to hub_app;

create function hub.guard_grant() returns trigger language plpgsql as $$
begin
  if old.withdrawn_at is not null then
    raise exception 'a withdrawn grant stays as it is' using errcode = 'check_violation';
  end if;
  if (new.approved_by, new.approved_at, new.expires_on) is distinct from (old.approved_by, old.approved_at, old.expires_on)
    and (old.approved_at is not null or not hub.acting('releases.approve', 'disclosure.approve', 'disclosure.preview')
      or new.approved_by is distinct from hub.actor() and not hub.acting('disclosure.preview')) then
    raise exception 'a grant is approved once, by the person who acts' using errcode = 'insufficient_privilege';
  end if;
  return new;
end $$;
create trigger guard before update on hub.disclosure_grant for each row execute function hub.guard_grant();

-- What a preview assumes is undone before it ends; if it were not, its transaction would fail here.
create function hub.refuse_in_preview() returns trigger language plpgsql as $$
begin
  if hub.acting('disclosure.preview') then
    raise exception 'a preview changes no grant' using errcode = 'insufficient_privilege';
  end if;
  return null;
end $$;
create constraint trigger no_preview after insert or update on hub.disclosure_grant deferrable initially deferred
  for each row execute function hub.refuse_in_preview();

-- The subjects of other agencies that live grants open to the viewer at a stage: to their agency, or to them alone. What is
-- granted to every partner stands in the profile's own row. An agreement that ended, or allows less, opens nothing.
create function hub.granted(p_subject text, p_stage text) returns setof uuid language sql stable security definer set search_path = '' as $$
  select g.subject_id
  from hub.disclosure_grant g
  join hub.sharing(p_stage) s on s.agreement_id = g.agreement_id and s.agency_id = g.agency_id
  where g.subject_type = p_subject and g.stage = p_stage and g.audience_agency_id = hub.own_agency()
    and (g.audience_user_id is null or g.audience_user_id = hub.viewer())
    and g.approved_at is not null and g.withdrawn_at is null and g.expires_on > hub.today()
$$;

-- A person of a partner, by the address that colleagues know: only for who is about to name them in a grant.
create function hub.find_colleague(p_agency uuid, p_email text) returns table (id uuid, display_name text) language sql stable security definer set search_path = '' as $$
  select u.id, u.display_name from hub.app_user u
  where hub.acting('disclosure.request', 'releases.request') and u.agency_id = p_agency and u.email = lower(p_email) and u.status = 'ACTIVE'
    and p_agency in (select hub.partner_agencies())
$$;
-- The people of other agencies whom the own agency's grants name.
create function hub.grant_people() returns table (id uuid, display_name text) language sql stable security definer set search_path = '' as $$
  select u.id, u.display_name from hub.app_user u
  where u.id in (select g.audience_user_id from hub.disclosure_grant g where g.agency_id = hub.own_agency())
$$;
grant execute on function hub.granted(text, text), hub.find_colleague(uuid, text), hub.grant_people() to hub_app;
`;

const of = (subject: 'unit' | 'household'): string => `
alter table hub.${subject}_profile add column audience text not null default 'PARTNERS' check (audience in ('PARTNERS', 'NAMED'));
alter table hub.${subject}_card add column profile_audience text check (profile_audience in ('PARTNERS', 'NAMED'));
update hub.${subject}_card set profile_audience = 'PARTNERS' where profile_until is not null;
create or replace function hub.tell_${subject}_card() returns trigger language plpgsql as $$
begin
  update hub.${subject}_card set profile_until = case when new.live then new.expires_on end, profile_audience = case when new.live then new.audience end
  where ${subject}_id = new.${subject}_id;
  return null;
end $$;
drop trigger tell_card on hub.${subject}_profile;
create trigger tell_card after insert or update of live, expires_on, audience on hub.${subject}_profile for each row execute function hub.tell_${subject}_card();
alter policy partner on hub.${subject}_profile using (
  agency_id = any(array(select hub.partners('S1'))) and (select hub.reaches('S1')) and live and expires_on > (select hub.today())
  and (audience = 'PARTNERS' or ${subject}_id = any(array(select hub.granted('${subject.toUpperCase()}', 'S1'))))
  and exists (select from hub.${subject}_card c where c.${subject}_id = ${subject}_profile.${subject}_id));
`;

/** No step is skipped: what is identified is seen only by whom the profile, and therefore the card, is shown to. */
const identified = (table: string, subject: 'unit' | 'household', opens: 'CHILD' | 'HOUSEHOLD'): string => protect(`hub.${table}`, {
  policies: [
    { name: 'own_all', on: 'all', when: `${OWN} and (select hub.opens('${opens}'))` },
    {
      name: 'partner', on: 'select',
      when: `${subject}_id = any(array(select hub.granted('${subject.toUpperCase()}', 'S2'))) and (select hub.reaches('S2'))
        and exists (select from hub.${subject}_profile p where p.${subject}_id = ${table}.${subject}_id)`,
    },
    { name: 'cards', on: 'all', when: acting('cards.refresh') },
    forOwner('all'),
  ],
  grant: 'select, insert, update, delete',
});

const IDENTIFIED = `
alter table hub.child_identity add column health_summary bytea;
alter table hub.household_identity add column report_summary bytea;

-- S2: the first name, the age in months and the health summary. Neither surname nor birth date stands here to be loaded.
create table hub.child_identified (
  child_id uuid primary key,
  agency_id uuid not null references hub.agency,
  unit_id uuid not null,
  wrapped_key bytea not null,
  first_name bytea,
  age_months bytea,
  health_summary bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (child_id, agency_id) references hub.child (id, agency_id) on delete cascade,
  foreign key (unit_id, agency_id) references hub.unit (id, agency_id) on delete cascade
);
create index child_identified_unit on hub.child_identified (unit_id);
create index child_identified_agency on hub.child_identified (agency_id);

create table hub.household_identified (
  household_id uuid primary key,
  agency_id uuid not null references hub.agency,
  wrapped_key bytea not null,
  first_names bytea,
  report_summary bytea,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (household_id, agency_id) references hub.household (id, agency_id) on delete cascade
);
create index household_identified_agency on hub.household_identified (agency_id);

${identified('child_identified', 'unit', 'CHILD')}
${identified('household_identified', 'household', 'HOUSEHOLD')}
select hub.keep_rewrappable('hub.child_identified'), hub.keep_rewrappable('hub.household_identified');

-- Whoever ends the last grant ends the copy with it, whether or not they may open the record.
create function hub.forget_identified() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  if not exists (select from hub.disclosure_grant g where g.subject_id = new.subject_id and g.stage = 'S2' and g.approved_at is not null and g.withdrawn_at is null) then
    delete from hub.child_identified where unit_id = new.subject_id;
    delete from hub.household_identified where household_id = new.subject_id;
  end if;
  return null;
end $$;
create trigger forget_identified after update of withdrawn_at on hub.disclosure_grant for each row
  when (new.withdrawn_at is not null and new.stage = 'S2') execute function hub.forget_identified();
`;

// The triggers name the columns that they watch.
const WATCHED = ['unit_card', 'household_card', 'unit_profile', 'household_profile', 'disclosure_grant', 'agreement', 'agreement_party', 'child_identity', 'household_identity'];
const WATCH = WATCHED.map((table) => `
drop trigger audit on hub.${table};
select audit.watch('hub.${table}', array[${table === 'unit_card' ? "'refreshed_on'" : ''}]::text[]);`).join('');

/** One list of grants for every stage and both sides, the identified stage, what an agreement allows, and how it is previewed. */
export const DisclosureGrants = forwardOnly('DisclosureGrants1795305600051', SEEN_BY + AGREEMENT + GRANT + of('unit') + of('household') + IDENTIFIED + WATCH);
