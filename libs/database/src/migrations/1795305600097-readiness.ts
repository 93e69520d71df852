import { forwardOnly } from './forward-only';
import { acting, OWN, protect, unbarred } from './protect';

const TABLES = `
-- What a child wishes and feels, and what each parent says of the plan: dated entries, none written over (AAR 2005 reg 14, 17).
create table hub.child_view (
  id uuid primary key,
  agency_id uuid not null references hub.agency,
  child_id uuid not null,
  holder text not null check (holder in ('CHILD', 'MOTHER', 'FATHER', 'OTHER')),
  on_date date not null,
  why_not text check (why_not in ('TOO_YOUNG', 'NOT_KNOWN', 'NOT_FOUND', 'DECLINED', 'NOT_SAFE', 'DIED')),
  share_ids uuid[] not null,
  wrapped_key bytea,
  words bytea,
  recorded_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  check (words is not null or why_not is not null),
  check ((wrapped_key is null) = (words is null)),
  foreign key (child_id, agency_id) references hub.child (id, agency_id) on delete cascade,
  foreign key (recorded_by, agency_id) references hub.app_user (id, agency_id)
);
create index child_view_child on hub.child_view (child_id);
create index child_view_agency on hub.child_view (agency_id);

-- What was done with the adopters of a link before a panel, and when (AAR 2005 reg 31(1)). Read by both sides.
create table hub.link_preparation (
  id uuid primary key,
  link_id uuid not null references hub.link on delete cascade,
  agency_id uuid not null references hub.agency,
  kind text not null check (kind in ('CPR_GIVEN', 'HEALTH_GIVEN', 'MEDICAL_ADVISER_MET', 'FOSTER_CARER_MET', 'COUNSELLING_OFFERED', 'SUPPORT_PLAN_GIVEN', 'APR_GIVEN', 'ADOPTERS_VIEWS')),
  on_date date not null,
  share_ids uuid[] not null,
  wrapped_key bytea,
  words bytea,
  recorded_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  check ((wrapped_key is null) = (words is null)),
  check (kind <> 'ADOPTERS_VIEWS' or words is not null),
  foreign key (recorded_by, agency_id) references hub.app_user (id, agency_id)
);
create index link_preparation_link on hub.link_preparation (link_id);
create index link_preparation_agency on hub.link_preparation (agency_id);

-- That a manager of the child's agency goes on to a panel although something is missing, and why.
create table hub.readiness_decision (
  id uuid primary key,
  link_id uuid not null references hub.link on delete cascade,
  agency_id uuid not null references hub.agency,
  missing text[] not null check (missing <@ array['CPR', 'CHILD_HEALTH', 'WISHES', 'PARENTS_VIEWS', 'SIBLING_ASSESSMENT', 'ADOPTERS_REPORT', 'APR', 'SUPPORT_PLAN', 'CPR_GIVEN', 'MEDICAL_ADVISER', 'FOSTER_CARER', 'APR_GIVEN', 'ADOPTERS_VIEWS'] and cardinality(missing) > 0),
  share_ids uuid[] not null,
  wrapped_key bytea not null,
  reason bytea not null,
  decided_by uuid not null,
  at timestamptz not null default clock_timestamp(),
  foreign key (decided_by, agency_id) references hub.app_user (id, agency_id)
);
create index readiness_decision_link on hub.readiness_decision (link_id);
create index readiness_decision_agency on hub.readiness_decision (agency_id);
`;

const FACTS = `
-- Which reports and views there are of a link's child or children and family, and how they stand: for its two agencies, from the sharing of the
-- permanence report on. Never what they say, nor of which child by name.
create function hub.readiness_facts(p_link uuid) returns jsonb language sql stable security definer set search_path = '' as $$
  with mine as (
    select l.* from hub.link l
    where l.id = p_link and hub.own_agency() in (l.agency_id, l.household_agency_id) and l.id <> all(array(select hub.barred_links()))
      and l.state not in ('SUGGESTED', 'EXPRESSED_INTEREST', 'SHORTLISTED', 'EXPLORING')
  ), report as (
    select d.kind, d.child_id, coalesce((
      select r.outcome from hub.document_version v join hub.document_review r on r.version_id = v.id
      where v.document_id = d.id and v.number = d.version and r.outcome <> 'FEEDBACK' order by r.reviewed_at desc, r.id limit 1), 'NOT_REVIEWED') as standing,
      row_number() over (partition by d.kind, d.child_id order by d.created_at desc, d.id) as newest
    from hub.document d, mine l
    where d.link_id = l.id or d.unit_id = l.unit_id or d.child_id in (select c.id from hub.child c where c.unit_id = l.unit_id)
  )
  select jsonb_build_object(
    'children', (
      select jsonb_agg(jsonb_build_object(
        'cpr', (select r.standing from report r where r.child_id = c.id and r.kind = 'CPR' and r.newest = 1),
        'health', (select r.standing from report r where r.child_id = c.id and r.kind = 'CHILD_HEALTH' and r.newest = 1),
        'views', coalesce((select jsonb_agg(distinct v.holder) from hub.child_view v where v.child_id = c.id), '[]')) order by c.created_at, c.id)
      from hub.child c where c.unit_id = l.unit_id),
    'isApart', (select u.plan = 'APART' from hub.unit u where u.id = l.unit_id),
    'siblingAssessment', (select r.standing from report r where r.kind = 'SIBLING_ASSESSMENT' and r.newest = 1 order by r.standing limit 1),
    'apr', (select r.standing from report r where r.kind = 'APR' and r.newest = 1),
    'supportPlan', (select r.standing from report r where r.kind = 'SUPPORT_PLAN' and r.newest = 1),
    'hasAdoptersReport', exists (
      select from hub.document d where d.household_id = l.household_id and d.kind = 'PAR'
        and (l.agency_id = l.household_agency_id or exists (select from hub.document_given g where g.document_id = d.id and g.link_id = l.id and g.taken_back_at is null))))
  from mine l
$$;
grant execute on function hub.readiness_facts(uuid) to hub_app;
`;

/** Whoever sees the link: row-level security of the link itself decides. */
const OF_LINK = (table: string): string => `exists (select from hub.link l where l.id = ${table}.link_id)`;

const PROTECTION = [
  protect('hub.child_view', {
    policies: [
      { name: 'own_select', on: 'select', when: `${OWN} and (select hub.opens('CHILD'))` },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('children.edit')} and recorded_by = (select hub.actor())` },
      { name: 'owner_select', on: 'select', when: 'true', to: 'hub_owner' },
    ],
    grant: 'select, insert, update (wrapped_key)',
  }),
  protect('hub.link_preparation', {
    policies: [
      { name: 'party_select', on: 'select', when: OF_LINK('link_preparation') },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('readiness.record')} and recorded_by = (select hub.actor()) and ${OF_LINK('link_preparation')}` },
    ],
    grant: 'select, insert, update (wrapped_key)',
  }),
  protect('hub.readiness_decision', {
    policies: [
      { name: 'own_select', on: 'select', when: OWN },
      { name: 'own_insert', on: 'insert', when: `${OWN} and ${acting('readiness.goOn')} and decided_by = (select hub.actor()) and ${OF_LINK('readiness_decision')}` },
    ],
    grant: 'select, insert, update (wrapped_key)',
  }),
  unbarred('hub.child_view', { child_id: 'CHILD' }),
  unbarred('hub.link_preparation', { link_id: 'LINK' }),
  unbarred('hub.readiness_decision', { link_id: 'LINK' }),
  "select hub.keep_rewrappable('hub.child_view'), hub.keep_rewrappable('hub.link_preparation'), hub.keep_rewrappable('hub.readiness_decision');",
].join('\n');

/** What a panel that considers a match needs: views, what was done with the adopters, and who went on without. */
export const Readiness = forwardOnly('Readiness1795305600097', TABLES + FACTS + PROTECTION);
