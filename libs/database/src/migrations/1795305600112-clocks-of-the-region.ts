import { forwardOnly } from './forward-only';
import { acting, PARTNER, protect } from './protect';

const TABLE = `
-- How the clocks of each agency stand, by rule, as the nightly round counted them: no case, no day of one. So the hub's coordinators
-- meet no fact of an agency's record (docs/adr/0029).
create table hub.clock_count (
  agency_id uuid not null references hub.agency,
  code text not null check (code ~ '^[A-Z_]{3,40}$'),
  overdue integer not null check (overdue >= 0),
  soon integer not null check (soon >= 0),
  running integer not null check (running >= 0),
  paused integer not null check (paused >= 0),
  -- Of those that are overdue, the most days.
  longest_days integer check (longest_days > 0),
  counted_on date not null,
  created_at timestamptz not null default now(),
  primary key (agency_id, code),
  check ((overdue = 0) = (longest_days is null))
);
`;

const PROTECTION = protect('hub.clock_count', {
  policies: [
    { name: 'region', on: 'select', when: `${PARTNER} and (select hub.reaches('S0')) and ${acting('clocks.readRegion')}` },
    { name: 'round', on: 'all', when: acting('notices.remind') },
  ],
  grant: 'select, insert, delete',
  bulk: true,
});

/** What the region's coordinators read of clocks. */
export const ClocksOfTheRegion = forwardOnly('ClocksOfTheRegion1795305600112', TABLE + PROTECTION);
