import type { Town, World } from '../../test/harness/world';

export const SIZE = { councils: 150, children: 100_000, households: 20_000 } as const;

/** A number from 0 to `below`, drawn once and for all for what is numbered n, by its purpose. */
const draw = (below: number, purpose: string): string => `abs(hashtext('${purpose}' || n)) % ${below}`;

const COUNCILS = `
  with made as (insert into hub.agency (code, name, kind, region_band) select 'C' || lpad(n::text, 3, '0'), 'Council ' || n, 'COUNCIL', 'North' from generate_series(2, ${SIZE.councils}) n returning id)
  insert into hub.membership (agency_id, starts_on) select id, '2015-01-01' from made`;

// The way of each child, day by day; what would lie after the last day has not happened.
const CHILDREN = `
  with council as (select id, row_number() over (order by code) - 1 as nth from hub.agency where kind = 'COUNCIL'),
  entered as (select n, c.id as agency_id, gen_random_uuid() as unit_id, gen_random_uuid() as child_id, date '2019-06-01' + (${draw(2500, 'entered')})::int as entered_on
    from generate_series(1, ${SIZE.children}) s (n) join council c on c.nth = s.n % ${SIZE.councils}),
  decided as (select *, entered_on + 90 + (${draw(240, 'decided')})::int as decided_on, (${draw(100, 'fate')}) < 14 as is_reversed, (${draw(100, 'order')}) < 90 as has_order from entered),
  matched as (select *, decided_on + 20 + (${draw(90, 'ordered')})::int as ordered_on, decided_on + 30 + (${draw(380, 'matched')})::int as matched_on from decided),
  placed as (select *, matched_on + 10 + (${draw(60, 'placed')})::int as placed_on from matched),
  adopted as (select *, placed_on + 90 + (${draw(260, 'adopted')})::int as adopted_on, decided_on + 60 + (${draw(400, 'reversed')})::int as reversed_on from placed),
  units as (insert into hub.unit (id, agency_id, reference) select unit_id, agency_id, 'U' || lpad(to_hex(n), 6, '0') from adopted)
  insert into hub.child (id, agency_id, unit_id, reference, sex, ethnicity, entered_care_on, adm_decided_on, authority_on, authority_type, matched_on, placed_on, adopted_on, decision_reversed_on)
  select child_id, agency_id, unit_id, 'K' || lpad(to_hex(n), 6, '0'), 'F', case when n % 5 = 0 then 'MWBC' when n % 31 = 0 then 'REFU' else 'WBRI' end, entered_on, decided_on,
    case when has_order and ordered_on <= $1::date then ordered_on end, case when has_order and ordered_on <= $1::date then 'PO' end,
    case when not is_reversed and matched_on <= $1::date then matched_on end, case when not is_reversed and placed_on <= $1::date then placed_on end,
    case when not is_reversed and adopted_on <= $1::date then adopted_on end, case when is_reversed and reversed_on <= $1::date then reversed_on end
  from adopted where decided_on <= $1::date`;

const HOUSEHOLDS = `
  with council as (select id, row_number() over (order by code) - 1 as nth from hub.agency where kind = 'COUNCIL'),
  drawn as (select n, c.id as agency_id, date '2019-06-01' + (${draw(2500, 'enquiry')})::int as enquiry_on, ${draw(4, 'fast')} = 0 as is_fast from generate_series(1, ${SIZE.households}) s (n) join council c on c.nth = s.n % ${SIZE.councils}),
  dated as (select *, enquiry_on + 30 as one_on, enquiry_on + 75 + (${draw(60, 'one')})::int as one_ended_on, enquiry_on + 140 + (${draw(60, 'two')})::int as two_on from drawn),
  approved as (select *, two_on + 80 + (${draw(90, 'approved')})::int as approved_on from dated)
  insert into hub.household (agency_id, reference, kind, state, enquiry_on, stage1_started_on, stage1_ended_on, stage2_started_on, approved_on, matched_on)
  select agency_id, 'H' || lpad(to_hex(n), 6, '0'), 'SINGLE', 'ENQUIRY', enquiry_on, case when not is_fast and one_on <= $1::date then one_on end, case when not is_fast and one_ended_on <= $1::date then one_ended_on end,
    case when two_on <= $1::date then two_on end, case when approved_on <= $1::date then approved_on end, case when approved_on + (${draw(300, 'matched')})::int <= $1::date then approved_on + (${draw(300, 'matched')})::int end
  from approved where enquiry_on <= $1::date`;

/** Councils with children and households up to a day, laid out past the door. Answers the first council. */
export async function fillCouncils(world: World, lastDay: string): Promise<Town> {
  const first = await world.town('C001');
  await world.sql("set session_replication_role = 'replica'");
  await world.sql(COUNCILS);
  await world.sql(CHILDREN, [lastDay]);
  await world.sql(HOUSEHOLDS, [lastDay]);
  await world.sql("set session_replication_role = 'origin'");
  for (const table of ['unit', 'child', 'household']) await world.sql(`analyze hub.${table}`);
  return first;
}
