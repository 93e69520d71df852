import type { Statement } from '../../test/harness/statements';
import type { World } from '../../test/harness/world';

const months = `greatest(0, (extract(year from d.today) - extract(year from b.born)) * 12 + extract(month from d.today) - extract(month from b.born)
  - (extract(day from d.today) < extract(day from b.born))::int)`;
const band = (age: string): string => `(array['0-1', '2-3', '4-5', '6-7', '8+'])[least(5, floor(${age} / 24)::int + 1)]`;
const VISIBLE = `(x.agency_id = hub.own_agency() or (x.listed and x.agency_id in (select hub.partner_agencies())`;

/*
 * The card of each unit out of the base tables at every search: what the projection saves. Births lie in the clear
 * here, because no query can open a sealed one; that favours the rival.
 */
const UNITS = `
  create view bench.unit_card as select * from (
    select u.id as unit_id, u.agency_id, u.reference, null::date as profile_until, null::text as profile_audience, count(*)::smallint as group_size, false as group_open, '{}'::jsonb as needs_up_to, ${band(`min(${months})`)} as youngest_band, ${band(`max(${months})`)} as oldest_band,
      case when bool_or(c.sex = 'F') and bool_or(c.sex = 'M') then 'MIXED' when bool_and(c.sex = 'F') then 'F' when bool_and(c.sex = 'M') then 'M' else 'UNKNOWN' end as sex,
      (select jsonb_object_agg(n.key, n.level) from (
        select e.key, case when max(e.level) = 0 and count(e.level) < (select count(*) from hub.child k where k.unit_id = u.id) then null else max(e.level) end as level
        from (select i.key, nullif(i.value, 'null')::text::int as level from hub.child k join hub.child_profile q on q.child_id = k.id, jsonb_each(q.needs) i where k.unit_id = u.id) e
        group by e.key) n) as needs,
      (select max(nullif(i.value, 'null')::text::int) from hub.child k join hub.child_profile q on q.child_id = k.id, jsonb_each(q.needs) i where k.unit_id = u.id)::smallint as highest_need,
      coalesce(bool_or(p.early_permanence), false) as early_permanence, a.region_band,
      case when d.today >= min(coalesce(p.waiting_since, c.adm_decided_on)) + interval '18 months' then 'OVER_18M'
        when d.today >= min(coalesce(p.waiting_since, c.adm_decided_on)) + interval '12 months' then '12_18M'
        when d.today >= min(coalesce(p.waiting_since, c.adm_decided_on)) + interval '6 months' then '6_12M'
        when d.today >= min(coalesce(p.waiting_since, c.adm_decided_on)) + interval '3 months' then '3_6M' else 'UNDER_3M' end as waiting_band,
      u.family_finding = 'ACTIVE' and bool_and(c.state in ('ADM_DECIDED', 'AUTHORITY_TO_PLACE', 'LINKED') or c.state = 'ADOPTION_CONSIDERED' and p.early_permanence) as listed
    from hub.unit u join hub.agency a on a.id = u.agency_id join hub.child c on c.unit_id = u.id join hub.child_profile p on p.child_id = c.id
      join bench.birth b on b.child_id = c.id cross join (select hub.today() as today) d
    group by u.id, a.region_band, d.today
  ) x where ${VISIBLE} and (not x.early_permanence or hub.own_ep_approval())))`;

const HOUSEHOLDS = `
  create view bench.household_card as select * from (
    select h.id as household_id, h.agency_id, h.reference, null::date as profile_until, null::text as profile_audience, h.card_consent_until as consent_until, h.profile_consent_until,
      h.age_min_months, h.age_max_months, h.max_children, h.sex_preference, h.accepts, h.early_permanence, a.region_band,
      case when h.state in ('APPROVED', 'LINKED') then 'APPROVED' when h.state in ('STAGE2', 'AT_PANEL') then 'STAGE_TWO' end as stage,
      h.share_consent is true and h.availability is distinct from 'NOT_AVAILABLE'
        and (h.state in ('APPROVED', 'LINKED') or h.state in ('STAGE2', 'AT_PANEL') and h.provisional_panel_on is not null) as listed
    from hub.household h join hub.agency a on a.id = h.agency_id
  ) x where x.stage is not null and ${VISIBLE}))`;

/** Lays out the rival's views, past the door. */
export async function prepareRival(world: World, births: readonly { readonly id: string; readonly born: string | null }[]): Promise<void> {
  await world.sql('create schema bench');
  await world.sql('create table bench.birth (child_id uuid primary key, born date)');
  await world.sql('insert into bench.birth select r.id, r.born from jsonb_to_recordset($1::jsonb) as r(id uuid, born date)', [JSON.stringify(births)]);
  await world.sql('analyze bench.birth');
  await world.sql(UNITS);
  await world.sql(HOUSEHOLDS);
}

/** A statement of the hub's search, over the base tables. */
export function overBaseTables({ text, values }: Pick<Statement, 'text' | 'values'>): Pick<Statement, 'text' | 'values'> {
  return { text: text.replaceAll('hub.unit_card', 'bench.unit_card').replaceAll('hub.household_card', 'bench.household_card'), values };
}
