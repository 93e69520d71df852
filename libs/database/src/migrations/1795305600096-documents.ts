import { forwardOnly } from './forward-only';
import { acting, forOwner, OWN, protect, unbarred } from './protect';

const TABLES = `
-- A report about a child, a group, a household or a link. What it is made of lies in its versions.
create table hub.document (
  id uuid primary key,
  reference text not null unique check (reference ~ '^D-[0-9A-Z]{6}$'),
  -- Who holds it; of a link the child's agency.
  agency_id uuid not null references hub.agency,
  kind text not null check (kind in ('CPR', 'PAR', 'APR', 'SIBLING_ASSESSMENT', 'CHILD_HEALTH', 'ADULT_HEALTH', 'SUPPORT_PLAN', 'OTHER')),
  child_id uuid,
  unit_id uuid,
  household_id uuid,
  link_id uuid references hub.link on delete cascade,
  -- The number of its newest version.
  version integer not null default 1 check (version > 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (num_nonnulls(child_id, unit_id, household_id, link_id) = 1),
  foreign key (child_id, agency_id) references hub.child (id, agency_id) on delete cascade,
  foreign key (unit_id, agency_id) references hub.unit (id, agency_id) on delete cascade,
  foreign key (household_id, agency_id) references hub.household (id, agency_id) on delete cascade,
  unique (id, agency_id)
);
create index document_agency on hub.document (agency_id);
create index document_child on hub.document (child_id);
create index document_unit on hub.document (unit_id);
create index document_household on hub.document (household_id);
create index document_link on hub.document (link_id);

-- Never changed and never written over: who added what, when, and why.
create table hub.document_version (
  id uuid primary key,
  document_id uuid not null,
  agency_id uuid not null,
  number integer not null check (number > 0),
  type text not null check (type in ('PDF', 'DOCX', 'PNG', 'JPEG')),
  size_bytes integer not null check (size_bytes between 1 and 10485760),
  stored_in text not null check (stored_in in ('DATABASE', 'S3')),
  share_ids uuid[] not null,
  wrapped_key bytea not null,
  title bytea,
  why bytea,
  added_by uuid not null,
  added_at timestamptz not null default now(),
  unique (document_id, number),
  foreign key (document_id, agency_id) references hub.document (id, agency_id) on delete cascade,
  foreign key (added_by, agency_id) references hub.app_user (id, agency_id)
);
create index document_version_agency on hub.document_version (agency_id);

-- The sealed bytes, where the database is their store.
create table hub.document_file (
  version_id uuid primary key references hub.document_version on delete cascade,
  document_id uuid not null,
  agency_id uuid not null,
  sealed bytea not null
);
create index document_file_agency on hub.document_file (agency_id);

create table hub.document_review (
  id uuid primary key,
  document_id uuid not null,
  version_id uuid not null references hub.document_version on delete cascade,
  agency_id uuid not null,
  outcome text not null check (outcome in ('FEEDBACK', 'CHANGES_ASKED', 'ACCEPTED')),
  share_ids uuid[] not null,
  wrapped_key bytea,
  words bytea,
  reviewed_by uuid not null,
  reviewed_at timestamptz not null default clock_timestamp(),
  check ((wrapped_key is null) = (words is null)),
  foreign key (reviewed_by, agency_id) references hub.app_user (id, agency_id)
);
create index document_review_version on hub.document_review (version_id);
create index document_review_agency on hub.document_review (agency_id);

-- Which version the other side of a link was given. Taken back, it is shown no more.
create table hub.document_given (
  id uuid primary key,
  document_id uuid not null,
  version_id uuid not null references hub.document_version on delete cascade,
  link_id uuid not null references hub.link on delete cascade,
  agency_id uuid not null,
  to_side text not null check (to_side in ('CHILD', 'ADOPTERS')),
  given_by uuid not null,
  given_at timestamptz not null default clock_timestamp(),
  taken_back_by uuid,
  taken_back_at timestamptz,
  check ((taken_back_by is null) = (taken_back_at is null)),
  foreign key (given_by, agency_id) references hub.app_user (id, agency_id),
  foreign key (taken_back_by, agency_id) references hub.app_user (id, agency_id)
);
create unique index document_given_once on hub.document_given (version_id, link_id) where taken_back_at is null;
create index document_given_link on hub.document_given (link_id);
create index document_given_agency on hub.document_given (agency_id);
`;

const SHARING = `
-- What the viewer was given by the other side of a link (stage S3): from the sharing of the permanence report on, while the link is open and both
-- agreements to explore live under an agreement up to S3; for the side's named worker, and once a panel is booked for those who prepare and
-- decide at the child's agency. Approval of the match ends both grants with the search: from then on the placement stands for them (S4), and
-- whoever acts in it keeps what was given until it ends. Asked on every read, so that its end needs no job.
create function hub.given_documents() returns table (document_id uuid, version_id uuid) language sql stable security definer set search_path = '' as $$
  select g.document_id, g.version_id
  from hub.document_given g join hub.link l on l.id = g.link_id left join hub.placement p on p.link_id = l.id and p.ended_at is null
  where g.taken_back_at is null and l.ended_at is null and l.state not in ('SUGGESTED', 'EXPRESSED_INTEREST', 'SHORTLISTED', 'EXPLORING')
    and case g.to_side
      when 'ADOPTERS' then l.household_agency_id = hub.own_agency() and coalesce(p.adopters_worker_id, l.adopters_worker_id) = hub.viewer()
      else l.agency_id = hub.own_agency() and (coalesce(p.child_worker_id, l.child_worker_id) = hub.viewer()
        or l.state not in ('CPR_SHARED', 'VISITED', 'APR_DRAFTED') and exists (select from hub.own_roles() r(role) where r.role in ('PANEL_ADVISER', 'DECISION_MAKER')))
      end
    and (l.agency_id = l.household_agency_id or case when p.id is not null
      then exists (select from hub.sharing('S3') s where s.agency_id = case when l.agency_id = hub.own_agency() then l.household_agency_id else l.agency_id end)
      else 2 = (
        select count(distinct s.id) from hub.disclosure_grant s
        join hub.sharing('S3') a on a.agreement_id = s.agreement_id and a.agency_id = case when l.agency_id = hub.own_agency() then l.household_agency_id else l.agency_id end
        where s.id in (l.child_grant_id, l.adopters_grant_id) and s.approved_at is not null and s.withdrawn_at is null and s.expires_on > hub.today()) end)
$$;
grant execute on function hub.given_documents() to hub_app;

create function hub.barred_documents() returns setof uuid language sql stable security definer set search_path = '' as $$
  select d.id from hub.document d where d.child_id in (select hub.barred_children()) or d.unit_id in (select hub.barred_units())
    or d.household_id in (select hub.barred_households()) or d.link_id in (select hub.barred_links())
$$;
grant execute on function hub.barred_documents() to hub_app;
`;

const OPENED = `(household_id is null and (select hub.opens('CHILD')) or household_id is not null and (select hub.opens('HOUSEHOLD')))`;
/** Whoever meets the document: row-level security of the document itself decides. */
const OF_DOCUMENT = (table: string): string => `exists (select from hub.document d where d.id = ${table}.document_id)`;
const KEEPS = acting('documents.keepChild', 'documents.keepHousehold');
const GIVEN = (column: 'document_id' | 'version_id'): string => `any(array(select g.${column} from hub.given_documents() g)) and (select hub.reaches('S3'))`;

const PROTECTION = [
  protect('hub.document', {
    policies: [
      { name: 'own_select', on: 'select', when: `${OWN} and ${OPENED}` },
      {
        name: 'own_insert', on: 'insert',
        when: `${OWN} and ${OPENED} and ${KEEPS} and (link_id is null or exists (select from hub.link l where l.id = link_id and l.agency_id = document.agency_id and l.ended_at is null))`,
      },
      { name: 'own_update', on: 'update', when: `${OWN} and ${OPENED} and ${KEEPS}` },
      { name: 'given_select', on: 'select', when: `id = ${GIVEN('document_id')}` },
      forOwner(),
    ],
    grant: 'select, insert, update (version)',
  }),
  protect('hub.document_version', {
    policies: [
      { name: 'own_select', on: 'select', when: `${OWN} and exists (select from hub.document d where d.id = document_version.document_id and ${OPENED})` },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${KEEPS} and added_by = (select hub.actor()) and ${OF_DOCUMENT('document_version')}` },
      { name: 'given_select', on: 'select', when: `id = ${GIVEN('version_id')}` },
      forOwner(),
    ],
    grant: 'select, insert, update (wrapped_key)',
  }),
  protect('hub.document_file', {
    policies: [
      { name: 'version_select', on: 'select', when: 'exists (select from hub.document_version v where v.id = document_file.version_id)' },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${KEEPS} and ${OF_DOCUMENT('document_file')}` },
    ],
    grant: 'select, insert',
    bulk: true,
  }),
  protect('hub.document_review', {
    policies: [
      { name: 'own_select', on: 'select', when: `${OWN} and ${OF_DOCUMENT('document_review')}` },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('documents.review')} and reviewed_by = (select hub.actor()) and ${OF_DOCUMENT('document_review')}` },
      forOwner(),
    ],
    grant: 'select, insert, update (wrapped_key)',
  }),
  protect('hub.document_given', {
    policies: [
      { name: 'party_select', on: 'select', when: 'exists (select from hub.link l where l.id = document_given.link_id)' },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('documents.give')} and given_by = (select hub.actor()) and ${OF_DOCUMENT('document_given')}` },
      { name: 'own_update', on: 'update', when: `${OWN} and ${acting('documents.give')}` },
      forOwner(),
    ],
    grant: 'select, insert, update (taken_back_by, taken_back_at)',
  }),
  unbarred('hub.document', { child_id: 'CHILD', unit_id: 'UNIT', household_id: 'HOUSEHOLD', link_id: 'LINK' }),
  ...['document_version', 'document_file', 'document_review'].map((table) => unbarred(`hub.${table}`, { document_id: 'DOCUMENT' })),
  unbarred('hub.document_given', { document_id: 'DOCUMENT', link_id: 'LINK' }),
  // What happened to a document names it, and its versions name the records that seal them.
  `create policy unbarred_documents on audit.event as restrictive for all to hub_app using (
    (row_id is null or row_id <> all(array(select b::text from hub.barred_documents() b))) and coalesce(coalesce(after, before) ->> 'document_id', '') <> all(array(select b::text from hub.barred_documents() b)));`,
  "select hub.keep_rewrappable('hub.document_version'), hub.keep_rewrappable('hub.document_review');",
].join('\n');

/** Documents, their versions, what reviewers say of them, and to whom of another side they were given. */
export const Documents = forwardOnly('Documents1795305600096', TABLES + SHARING + PROTECTION);
