import { forwardOnly } from './forward-only';
import { acting, forOwner, OWN, protect } from './protect';

const TABLES = `
-- How a person wants to be written to; whoever is not here has a digest a day.
create table hub.mail_choice (
  user_id uuid primary key,
  agency_id uuid not null references hub.agency,
  choice text not null check (choice in ('EACH', 'DAILY', 'WEEKLY', 'NONE')),
  updated_at timestamptz not null default now(),
  foreign key (user_id, agency_id) references hub.app_user (id, agency_id)
);
create index mail_choice_agency on hub.mail_choice (agency_id);

-- A mail that was promised, and what became of it: the truth, of which the queue knows nothing (docs/adr/0020).
create table hub.mail (
  id uuid primary key default gen_random_uuid(),
  agency_id uuid not null references hub.agency,
  user_id uuid not null,
  kind text not null check (kind in ('NOTICE', 'DIGEST')),
  notice_id uuid references hub.notice on delete cascade,
  -- How many of what; no word of anybody's.
  counts jsonb not null,
  on_date date not null default hub.today(),
  -- DROPPED: it is not wanted any more. REFUSED: the server takes it never. GIVEN_UP: it waited too long.
  status text not null default 'WAITING' check (status in ('WAITING', 'SENDING', 'SENT', 'DROPPED', 'REFUSED', 'GIVEN_UP')),
  attempts integer not null default 0,
  -- Why it waits: nothing passes the server, or this one does not.
  failure text check (failure in ('SERVER', 'RECIPIENT')),
  promised_at timestamptz not null default clock_timestamp(),
  next_try_at timestamptz not null default clock_timestamp(),
  claimed_at timestamptz,
  sent_at timestamptz,
  check ((kind = 'NOTICE') = (notice_id is not null)),
  check ((status = 'SENT') = (sent_at is not null)),
  foreign key (user_id, agency_id) references hub.app_user (id, agency_id)
);
create index mail_agency on hub.mail (agency_id);
create index mail_user on hub.mail (user_id, promised_at);
create index mail_notice on hub.mail (notice_id) where notice_id is not null;
create index mail_open on hub.mail (promised_at) where status in ('WAITING', 'SENDING');
-- However often the round is made.
create unique index mail_digest on hub.mail (user_id, on_date) where kind = 'DIGEST';
`;

const SELF = `${OWN} and user_id = (select hub.actor())`;
const SENDS = acting('mail.send');
const ROUND = acting('mail.round');

const PROTECTION = [
  protect('hub.mail_choice', {
    policies: [{ name: 'own_all', on: 'all', when: SELF }, { name: 'mails', on: 'select', when: acting('mail.send', 'mail.round') }, forOwner()],
    grant: 'select, insert, update (choice)',
  }),
  protect('hub.mail', {
    policies: [
      { name: 'own_select', on: 'select', when: SELF },
      { name: 'own_insert', on: 'insert', when: `${SELF} and ${acting('mail.digest')}` },
      { name: 'send_select', on: 'select', when: SENDS },
      { name: 'send_update', on: 'update', when: SENDS },
      { name: 'round_select', on: 'select', when: ROUND },
      { name: 'round_delete', on: 'delete', when: ROUND },
      forOwner('insert'), forOwner(),
    ],
    grant: 'select, insert, update (status, attempts, failure, next_try_at, claimed_at, sent_at), delete', bulk: true,
  }),
  `create policy mails on hub.app_user for select to hub_app using (${acting('mail.send', 'mail.round')});`,
  'create policy owner_leave on hub.outbox for insert to hub_owner with check (true);',
].join('\n');

const PROMISE = `
-- Whoever wants a mail of each notice is promised one in the notice's own transaction. hub.mails: whether this hub sends any.
create function hub.promise_mails() returns trigger language plpgsql security definer set search_path = '' as $$
begin
  with promised as (
    insert into hub.mail (agency_id, user_id, kind, notice_id, counts)
    select u.agency_id, u.id, 'NOTICE', new.id, jsonb_build_object(new.kind, 1)
    from hub.app_user u join hub.mail_choice c on c.user_id = u.id and c.choice = 'EACH'
    where u.agency_id = new.agency_id and u.status = 'ACTIVE' and (u.id = new.user_id or new.role = any (u.roles))
    returning id
  )
  insert into hub.outbox (name, queue, payload) select 'mail.send', 'mail', jsonb_build_object('mailId', p.id) from promised p;
  return null;
end $$;
create trigger promise_mails after insert on hub.notice for each row when (hub.setting('mails') = 'on') execute function hub.promise_mails();
`;

/** Mails: what is promised, and how people want to be written to. */
export const Mail = forwardOnly('Mail1795305600080', TABLES + PROTECTION + PROMISE);
