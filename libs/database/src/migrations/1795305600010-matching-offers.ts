import { forwardOnly } from './forward-only';
import { acting, own, protect } from './protect';

const TABLES = `
-- Results were kept in another shape before, which no reader knows any more; a run is soon asked for again.
truncate hub.matching_result;


alter table hub.matching_result add column best text check (best in ('A', 'B', 'C', 'D'));

-- What a run tells of the households that an agency's units were compared with. It is the same for all of its units, and
-- written out for each it was two thirds of what a run stores.
create table hub.matching_offers (
  run_id uuid not null references hub.matching_run on delete cascade,
  -- The units' agency, which alone reads the row.
  agency_id uuid not null references hub.agency,
  -- Deflated text, safe to show at S0.
  evidence bytea not null,
  primary key (run_id, agency_id)
);
create index matching_offers_agency on hub.matching_offers (agency_id);
`;

const PROTECTION = protect('hub.matching_offers', {
  policies: [own('select'), { name: 'run', on: 'all', when: acting('matching.execute') }, { name: 'region', on: 'select', when: acting('matching.readRegion') }],
  grant: 'select, insert, delete', bulk: true,
});

/** The households of a run once for each agency, and the best band of each result without opening its evidence. */
export const MatchingOffers = forwardOnly('MatchingOffers1795305600010', TABLES + PROTECTION);
