import { forwardOnly } from './forward-only';
import { acting, forOwner, OWN, protect, unbarred } from './protect';

const TABLE = `
-- What adopters agreed to, answer by answer: the latest of a scope counts, and none is written over (domain.md 5.4).
create table hub.adopter_consent (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  household_id uuid not null,
  scope text not null check (scope in ('CARD', 'PROFILE', 'PHOTO_REPORT')),
  granted boolean not null,
  -- Which wording they were asked with; a file does not say.
  wording text check (length(wording) between 1 and 40),
  how text not null check (how in ('WRITTEN', 'SPOKEN', 'ELECTRONIC', 'FILE', 'FORM')),
  given_by text check (given_by in ('ALL_ADULTS', 'ONE_ADULT')),
  given_on date not null,
  -- The first day without: it is asked for anew each year.
  expires_on date not null check (expires_on > given_on),
  recorded_by uuid not null,
  recorded_at timestamptz not null default clock_timestamp(),
  withdrawn_by uuid,
  withdrawn_at timestamptz,
  check ((withdrawn_by is null) = (withdrawn_at is null)),
  check (granted or withdrawn_at is null),
  -- One may refuse for both, and not agree for both.
  check (not granted or given_by is distinct from 'ONE_ADULT'),
  foreign key (household_id, agency_id) references hub.household (id, agency_id) on delete cascade,
  foreign key (recorded_by, agency_id) references hub.app_user (id, agency_id),
  foreign key (withdrawn_by, agency_id) references hub.app_user (id, agency_id)
);
create index adopter_consent_household on hub.adopter_consent (household_id, scope, recorded_at desc);
create index adopter_consent_agency on hub.adopter_consent (agency_id);

-- The latest answers, where searches and runs read them: written by the trigger below alone.
alter table hub.household add column card_consent_until date, add column profile_consent_until date;
alter table hub.household_card add column consent_until date, add column profile_consent_until date;
`;

const WRITES = acting('disclosure.consent', 'adopters.create', 'adopters.edit', 'imports.apply');

const PROTECTION = [
  protect('hub.adopter_consent', {
    policies: [
      { name: 'own_select', on: 'select', when: OWN },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${WRITES} and recorded_by = (select hub.actor())` },
      { name: 'own_update', on: 'update', when: `${OWN} and ${WRITES}` },
      forOwner(),
    ],
    grant: 'select, insert, update (withdrawn_by, withdrawn_at)',
  }),
  unbarred('hub.adopter_consent', { household_id: 'HOUSEHOLD' }),
  ...['household', 'household_card'].map((table) => `create policy consent on hub.${table} for update to hub_owner using (true);`),
  'create policy owner_select on hub.household_card for select to hub_owner using (true);',
].join('\n');

const LATEST = (scope: string): string => `select distinct on (c.household_id) c.granted, c.given_on, c.expires_on, c.withdrawn_at
    from hub.adopter_consent c where c.household_id = new.household_id and c.scope = '${scope}' order by c.household_id, c.recorded_at desc, c.id`;

const TELLS = `
create function hub.tell_consent() returns trigger language plpgsql security definer set search_path = '' as $$
declare
  card record;
  profile record;
begin
  ${LATEST('CARD')} into card;
  ${LATEST('PROFILE')} into profile;
  update hub.household h set
    share_consent = card.granted and card.withdrawn_at is null,
    share_consent_on = coalesce((card.withdrawn_at at time zone 'Europe/London')::date, card.given_on),
    card_consent_until = case when card.granted and card.withdrawn_at is null then card.expires_on end,
    profile_consent_until = case when profile.granted and profile.withdrawn_at is null then profile.expires_on end
  where h.id = new.household_id;
  update hub.household_card k set consent_until = h.card_consent_until, profile_consent_until = h.profile_consent_until
  from hub.household h where h.id = new.household_id and k.household_id = h.id;
  return null;
end $$;
create trigger tell_consent after insert or update on hub.adopter_consent for each row execute function hub.tell_consent();

-- Nothing else writes them.
create function hub.keep_consent() returns trigger language plpgsql as $$
begin
  if current_user = 'hub_app' and (new.share_consent, new.share_consent_on, new.card_consent_until, new.profile_consent_until)
    is distinct from (old.share_consent, old.share_consent_on, old.card_consent_until, old.profile_consent_until) then
    raise exception 'consent is recorded in hub.adopter_consent' using errcode = '42501';
  end if;
  return new;
end $$;
create trigger keep_consent before insert or update on hub.household for each row execute function hub.keep_consent();
`;

const NOT_SHARED = `agency_id = any(array(select hub.visible_agencies())) or ${acting('matching.execute', 'cards.refresh')}`;

// Whatever opens a card or a profile to others, without consent of this day it is closed.
const CLOSED = `
create policy consented on hub.household_card as restrictive for select to hub_app using (${NOT_SHARED} or consent_until > (select hub.today()));
create policy consented on hub.household_profile as restrictive for select to hub_app using (${NOT_SHARED}
  or exists (select from hub.household_card c where c.household_id = household_profile.household_id and c.profile_consent_until > (select hub.today())));
drop trigger audit on hub.household;
select audit.watch('hub.household', '{}');
drop trigger audit on hub.household_card;
select audit.watch('hub.household_card', '{}');
`;

/** What adopters agreed to be shown, until when, and how it takes effect at the next read. */
export const Consents = forwardOnly('Consents1795305600058', TABLE + PROTECTION + TELLS + CLOSED);
