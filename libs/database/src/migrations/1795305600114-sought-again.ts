import { forwardOnly } from './forward-only';

/** Where a placement ends and a family is sought again, or a day is put right that leads back to a search, the card is made anew too. */
const ASKS = `hub.acting('children.create', 'children.edit', 'familyFinding.change', 'imports.apply', 'imports.execute', 'releases.request', 'releases.approve', 'releases.withdraw',
  'cards.refresh', 'disclosure.preview', 'disclosure.withdraw', 'placements.move', 'placements.approve', 'decisions.make')`;

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
`;

/** The anonymisation guard counts the region where a placement's end opens a search. */
export const SoughtAgain = forwardOnly('SoughtAgain1795305600114', COUNTS);
