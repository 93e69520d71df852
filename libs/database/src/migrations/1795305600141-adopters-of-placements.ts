import { forwardOnly } from './forward-only';
import { acting, forOwner, protect } from './protect';

const TABLE = `
-- Stage S4: what both agencies call the adopters by, as it was recorded when the match was approved. Sealed by the household's agency's key, with the household's share.
create table hub.placement_adopters (
  placement_id uuid primary key references hub.placement on delete cascade,
  -- The household's.
  agency_id uuid not null,
  household_id uuid not null,
  share_ids uuid[] not null,
  wrapped_key bytea not null,
  first_names bytea not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (household_id, agency_id) references hub.household (id, agency_id) on delete cascade
);
create index placement_adopters_agency on hub.placement_adopters (agency_id);
create index placement_adopters_household on hub.placement_adopters (household_id);
`;

const OF_PLACEMENT = 'exists (select from hub.placement p where p.id = placement_adopters.placement_id)';

const PROTECTION = [
  protect('hub.placement_adopters', {
    policies: [
      // The nightly round of fees reads placements, and nobody's name.
      { name: 'party_select', on: 'select', when: `${OF_PLACEMENT} and not ${acting('fees.fallDue')}` },
      { name: 'decided_insert', on: 'insert', when: `${acting('decisions.make')} and exists (select from hub.placement p where p.id = placement_adopters.placement_id
        and p.agency_id = any(array(select hub.visible_agencies())) and (p.household_id, p.household_agency_id) = (placement_adopters.household_id, placement_adopters.agency_id))` },
      forOwner(),
    ],
    grant: 'select, insert, update (wrapped_key)',
  }),
  "select hub.keep_rewrappable('hub.placement_adopters');",
  'create policy unbarred on hub.placement_adopters as restrictive for all to hub_app using (placement_id <> all(array(select hub.barred_placements())) and household_id <> all(array(select hub.barred_households())));',
].join('\n');

const NAMES = `
-- The sealed first names of a matched family, for who decides on the match and for the placement that the decision opens alone.
create function hub.matched_adults(p_link uuid) returns table (adult_id uuid, agency_id uuid, identity_key bytea, first_name bytea)
language sql stable security definer set search_path = '' as $$
  select a.id, a.agency_id, i.wrapped_key, i.first_name
  from hub.link l join hub.adult a on a.household_id = l.household_id join hub.adult_identity i on i.adult_id = a.id
  where l.id = p_link and l.state = 'MATCHED' and l.agency_id = hub.own_agency() and hub.acting('decisions.make')
    and l.id <> all(array(select hub.barred_links())) and i.first_name is not null
  order by a.created_at, a.id
$$;
grant execute on function hub.matched_adults(uuid) to hub_app;
`;

/** Adopters' first names cross with the approved match, as the children's do (docs/adr/0025). */
export const AdoptersOfPlacements = forwardOnly('AdoptersOfPlacements1795305600141', TABLE + PROTECTION + NAMES);
