import { forwardOnly } from './forward-only';
import { acting, OWN, protect, unbarred } from './protect';

const OUTSIDE = `
-- Agencies outside the region: any council records one when a search reaches it, each once.
alter table hub.agency add column outside_kind text check (outside_kind in ('COUNCIL', 'REGIONAL', 'VOLUNTARY', 'OTHER')),
  add constraint agency_outside_kind check (outside_kind is null or kind = 'OUTSIDE');
create unique index agency_outside_name on hub.agency (lower(regexp_replace(btrim(name), '\\s+', ' ', 'g'))) where kind = 'OUTSIDE';
create policy reached on hub.agency for insert to hub_app with check (${acting('channels.record')} and kind = 'OUTSIDE');
drop trigger audit on hub.agency;
select audit.watch('hub.agency', '{}');
`;

const COMMON = `
  id uuid primary key,
  agency_id uuid not null references hub.agency,
  unit_id uuid not null,
  share_ids uuid[] not null,
  recorded_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  version integer not null default 1,
  foreign key (unit_id, agency_id) references hub.unit (id, agency_id) on delete cascade,
  foreign key (recorded_by, agency_id) references hub.app_user (id, agency_id)`;

const TABLES = `
-- Where a search went beyond the region, and what came of it.
create table hub.search_channel (
  kind text not null check (kind in ('NATIONAL_SITE', 'ACTIVITY_DAY', 'EXCHANGE_EVENT', 'MAGAZINE', 'OTHER_AGENCY')),
  outside_agency_id uuid references hub.agency,
  started_on date not null,
  ended_on date check (ended_on >= started_on),
  result text check (result in ('NO_INTEREST', 'INTEREST', 'FOLLOWED_UP', 'FAMILY_FOUND', 'CANCELLED')),
  wrapped_key bytea,
  words bytea,
  check ((ended_on is null) = (result is null)),
  check ((kind = 'OTHER_AGENCY') = (outside_agency_id is not null)),
  check ((wrapped_key is null) = (words is null)),${COMMON}
);
create index search_channel_unit on hub.search_channel (unit_id);
create index search_channel_agency on hub.search_channel (agency_id);

-- A family of an agency outside whom a search reached. What that agency calls it is sealed: it may say who they are.
create table hub.outside_household (
  outside_agency_id uuid not null references hub.agency,
  household_kind text check (household_kind in ('SINGLE', 'COUPLE')),
  max_children smallint check (max_children between 1 and 10),
  age_min_months smallint check (age_min_months between 0 and 216),
  age_max_months smallint check (age_max_months between 0 and 216),
  on_date date not null,
  outcome text not null check (outcome in ('INTERESTED', 'CONSIDERED', 'DECLINED', 'RULED_OUT')),
  wrapped_key bytea not null,
  given_reference bytea not null,
  words bytea,${COMMON}
);
create index outside_household_unit on hub.outside_household (unit_id);
create index outside_household_agency on hub.outside_household (agency_id);
`;

const policies = [
  { name: 'own_select', on: 'select', when: OWN },
  { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('channels.record')} and recorded_by = (select hub.actor())` },
  { name: 'own_update', on: 'update', when: `${OWN} and ${acting('channels.record')}` },
] as const;

const PROTECTION = [
  protect('hub.search_channel', { policies, grant: 'select, insert, update (kind, outside_agency_id, started_on, ended_on, result, wrapped_key, share_ids, words, recorded_by, at, version)' }),
  protect('hub.outside_household', { policies, grant: 'select, insert, update (outside_agency_id, household_kind, max_children, age_min_months, age_max_months, on_date, outcome, wrapped_key, share_ids, given_reference, words, recorded_by, at, version)' }),
  "select hub.keep_rewrappable('hub.search_channel'), hub.keep_rewrappable('hub.outside_household');",
  unbarred('hub.search_channel', { unit_id: 'UNIT' }),
  unbarred('hub.outside_household', { unit_id: 'UNIT' }),
].join('\n');

const LIVE = `l.ended_at is null and l.state <> 'SUGGESTED'`;
const IDENTIFIED = (table: string, subject: string): string => `
  select 'I4', i.${subject}_id from hub.${table} i
  where not exists (select from hub.disclosure_grant g where g.subject_id = i.${subject}_id and g.stage = 'S2' and g.approved_at is not null and g.withdrawn_at is null)`;
const CAP = (subject: 'unit' | 'household', agency: string): string => `
  select 'I10', l.id from (
    select l.*, row_number() over (partition by l.${subject}_id order by l.created_at, l.id) as place from hub.link l where ${LIVE}
  ) l where l.place > (select c.per_${subject} from hub.link_caps(l.${agency}) c)
    and l.created_at > coalesce((select max(c.updated_at) from hub.link_cap c join hub.agency a on a.id = c.agency_id where c.agency_id = l.${agency} or a.kind = 'HUB'), '-infinity')`;

// Asked of the tables themselves, past every policy: it answers which promise a row breaks and the row's own id, and nothing of what stands in it.
const INVARIANTS = `
${['unit_profile', 'outbox'].map((table) => `create policy checked on hub.${table} for select to hub_owner using (true);`).join(' ')}
create function hub.broken_invariants() returns table (invariant text, row_id uuid) language sql stable security definer set search_path = '' as $$
  select b.invariant, b.row_id from (
  -- I4: nothing is shown beyond what is granted.
  ${IDENTIFIED('child_identified', 'unit')}
  union all ${IDENTIFIED('household_identified', 'household')}
  union all
  select 'I4', p.unit_id from hub.unit_profile p
  where p.live and not exists (select from hub.disclosure_grant g where g.id = p.release_id and g.stage = 'S1' and g.approved_at is not null and g.withdrawn_at is null)
  union all
  select 'I4', l.id from hub.link l
  where l.ended_at is null and l.agency_id <> l.household_agency_id
    and (exists (select from hub.unit u where u.id = l.unit_id and u.widens_on > hub.today()) or exists (select from hub.household h where h.id = l.household_id and h.widens_on > hub.today()))
  union all
  -- I6: a job that was promised is delivered, and ends.
  select 'I6', o.id from hub.outbox o where coalesce(o.handed_over_at, o.created_at) < now() - interval '1 day'
  union all
  -- I7: histories have no gap, follow one another and end where the row stands.
  select distinct 'I7', l.id from hub.link l left join (
    select e.link_id, e.version, e.from_state, e.at, e.to_state, row_number() over w as place, lag(e.to_state) over w as before, lag(e.at) over w as earlier, count(*) over (partition by e.link_id) as steps
    from hub.link_event e window w as (partition by e.link_id order by e.version)
  ) e on e.link_id = l.id
  where e.link_id is null or e.steps <> l.version or e.version <> e.place or e.from_state is distinct from e.before or e.at < e.earlier or (e.version = l.version and e.to_state <> l.state)
  union all
  select 'I7', u.id from hub.unit u
  where exists (select from hub.family_finding_event e where e.unit_id = u.id)
    and u.family_finding <> (select e.status from hub.family_finding_event e where e.unit_id = u.id order by e.at desc, e.id desc limit 1)
  union all
  -- I10: approval, agreement and room on every live link, and one way to a panel for a child.
  select 'I10', l.id from hub.link l join hub.household h on h.id = l.household_id where ${LIVE} and h.state = 'LEFT'
  union all
  select 'I10', l.id from hub.link l join hub.unit u on u.id = l.unit_id where ${LIVE} and u.family_finding = 'CLOSED'
    and not exists (select from hub.child c where c.unit_id = u.id and c.matched_household_id = l.household_id)
  union all
  select 'I10', l.id from hub.link l where l.state in ('EXPLORING', 'CPR_SHARED', 'VISITED', 'APR_DRAFTED', 'PANEL_BOOKED') and not (l.child_agreed and l.adopters_agreed)
  union all ${CAP('unit', 'agency_id')}
  union all ${CAP('household', 'household_agency_id')}
  union all
  select 'I10', l.unit_id from hub.link l where l.state = 'PANEL_BOOKED' group by l.unit_id having count(*) > 1
  ) b (invariant, row_id) where hub.acting('invariants.check') order by 1, 2 limit 1000
$$;
grant execute on function hub.broken_invariants() to hub_app;
`;

/** Where searches go beyond the region and whom they reach there, and what is checked every night. */
export const Channels = forwardOnly('Channels1795305600086', OUTSIDE + TABLES + PROTECTION + INVARIANTS);
