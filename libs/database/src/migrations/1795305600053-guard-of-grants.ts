import { forwardOnly } from './forward-only';

/** A preview and the withdrawal of a grant make cards too, so they ask how common a unit is. */
const ASKS = `hub.acting('children.create', 'children.edit', 'familyFinding.change', 'imports.apply', 'imports.execute', 'releases.request', 'releases.approve', 'releases.withdraw',
  'cards.refresh', 'disclosure.preview', 'disclosure.withdraw')`;

const COUNTS = `
create or replace function hub.anonymity_population() returns table (youngest_band text, oldest_band text, sex text, heritage text[], group_size smallint, region_band text, units integer)
language sql stable security definer set search_path = '' as $$
  select t.youngest_band, t.oldest_band, t.sex, t.heritage, t.group_size, t.region_band, count(*)::integer
  from hub.unit_traits t where ${ASKS} and (t.counts_until is null or t.counts_until > hub.today())
  group by t.youngest_band, t.oldest_band, t.sex, t.heritage, t.group_size, t.region_band
$$;
create or replace function hub.anonymity_needs() returns table (need text, level integer, units integer)
language sql stable security definer set search_path = '' as $$
  select n.key, n.value::integer, count(*)::integer
  from hub.unit_traits t cross join jsonb_each_text(t.needs) n
  where ${ASKS} and (t.counts_until is null or t.counts_until > hub.today()) and n.value is not null
  group by n.key, n.value
$$;
create or replace function hub.anonymity_overrides() returns table (approved integer, overridden integer)
language sql stable security definer set search_path = '' as $$
  select count(*)::integer, count(*) filter (where r.override_reason is not null)::integer
  from hub.disclosure_grant r where hub.acting('releases.approve') and r.stage = 'S1' and r.subject_type = 'UNIT' and r.approved_at is not null
$$;
`;

/** The anonymisation guard counts releases among the grants. */
export const GuardOfGrants = forwardOnly('GuardOfGrants1795305600053', COUNTS);
