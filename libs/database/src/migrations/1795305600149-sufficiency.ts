import { forwardOnly } from './forward-only';
import { acting, own, protect } from './protect';

const TABLE = `
-- Who waits, and which families there are for them, by what a family has to be approved for: as the nightly round counted. An agency's own in full, for it alone; of the
-- region what nobody can be found in (docs/adr/0034).
create table hub.sufficiency_count (
  id uuid primary key default gen_random_uuid(),
  -- Null: the region.
  agency_id uuid references hub.agency,
  dimension text not null check (dimension in ('ALL', 'AGE', 'SIZE', 'KIND', 'NEED', 'EARLY_PERMANENCE', 'HERITAGE')),
  value text not null check (value ~ '^[A-Za-z0-9+_[:space:]-]{1,60}$'),
  place smallint not null,
  -- Null: not shown.
  children integer check (children >= 0),
  units integer check (units >= 0),
  available integer check (available >= 0),
  pipeline integer check (pipeline >= 0),
  -- Of the own agency alone.
  not_recorded integer check (not_recorded >= 0),
  counted_on date not null,
  created_at timestamptz not null default now(),
  unique nulls not distinct (agency_id, dimension, value)
);
${['unit', 'child_profile'].map((table) => `create policy reckon on hub.${table} for select to hub_app using (${acting('performance.reckon')});`).join('\n')}
`;

const PROTECTION = protect('hub.sufficiency_count', {
  policies: [own('select'), { name: 'members', on: 'select', when: 'agency_id is null and (select hub.is_member())' }, { name: 'reckons', on: 'all', when: acting('performance.reckon') }],
  grant: 'select, insert, delete',
  bulk: true,
});

/** Children who wait against families who could take them. */
export const Sufficiency = forwardOnly('Sufficiency1795305600149', TABLE + PROTECTION);
