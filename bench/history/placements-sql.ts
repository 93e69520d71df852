/**
 * What the placements of the children and families stand on, and all that happened in them, past the door and the guards: laid out as services would
 * have written it over ten years, which no benchmark can wait for.
 */
export const PLACEMENTS: readonly string[] = [
  "set session_replication_role = 'replica'",
  `create temp table pair as
   with child as (select c.*, row_number() over (order by c.placed_on, c.id) as nth from hub.child c where c.placed_on is not null),
     family as (select h.*, row_number() over (order by h.placed_on, h.id) as nth from hub.household h where h.placed_on is not null)
   select c.nth, c.id as child_id, c.unit_id, c.agency_id, h.id as household_id, h.agency_id as household_agency_id, u.reference as unit_reference, h.reference as household_reference,
     c.matched_on, c.placed_on, c.adopted_on, gen_random_uuid() as link_id, gen_random_uuid() as panel_id, gen_random_uuid() as item_id, gen_random_uuid() as decision_id, gen_random_uuid() as placement_id,
     lpad(upper(to_hex(c.nth)), 6, '0') as reference,
     (select s.id from hub.app_user s where s.agency_id = c.agency_id order by s.id limit 1) as child_worker_id, (select s.id from hub.app_user s where s.agency_id = h.agency_id order by s.id limit 1) as adopters_worker_id
   from child c join family h on h.nth = c.nth join hub.unit u on u.id = c.unit_id`,
  `create temp table step as select * from (values
     (1, 'OPENED', null, 'MATCHED', 'M', 0), (2, 'PLAN_AGREED', null, 'PLAN_AGREED', 'M', 7), (3, 'INTRODUCTIONS_STARTED', null, 'INTRODUCTIONS', 'M', 20), (4, 'INTRODUCTIONS_REVIEWED', 'GO_ON', 'INTRODUCTIONS', 'M', 27),
     (5, 'NOTIFIED', 'AREA', 'INTRODUCTIONS', 'M', 28), (6, 'NOTIFIED', 'HEALTH', 'INTRODUCTIONS', 'M', 28), (7, 'SUPPORT_PLANNED', null, 'INTRODUCTIONS', 'M', 30), (8, 'PLACED', null, 'PLACED', 'P', 0),
     (9, 'VISITED', null, 'PLACED', 'P', 5), (10, 'VISITED', null, 'PLACED', 'P', 12), (11, 'VISITED', null, 'PLACED', 'P', 19), (12, 'REVIEWED', 'FORTNIGHTLY', 'PLACED', 'P', 25), (13, 'VISITED', null, 'PLACED', 'P', 39),
     (14, 'VISITED', null, 'PLACED', 'P', 53), (15, 'LIFE_STORY_BOOK', 'FIRST', 'PLACED', 'P', 90), (16, 'AO_APPLIED', null, 'PLACED', 'P', 100), (17, 'REVIEWED', 'FOUR_WEEKLY', 'PLACED', 'P', 110),
     (18, 'ADOPTED', null, 'ADOPTED', 'A', 0), (19, 'CELEBRATED', null, 'ADOPTED', 'A', 10), (20, 'LATER_LIFE_LETTER', null, 'ADOPTED', 'A', 20)) s (version, event, code, to_state, anchor, after)`,
  `create temp table deed as select p.*, s.version, s.event, s.code, s.to_state, lag(s.to_state) over (partition by p.nth order by s.version) as from_state,
     case s.anchor when 'M' then p.matched_on when 'P' then p.placed_on else p.adopted_on end + s.after as on_date
   from pair p cross join step s where case s.anchor when 'M' then p.matched_on when 'P' then p.placed_on else p.adopted_on end + s.after <= current_date`,
  `insert into hub.link (id, reference, agency_id, household_agency_id, unit_id, household_id, unit_reference, household_reference, state, interest_by, child_worker_id, adopters_worker_id, child_agreed, adopters_agreed, panel_on, version, ended_at)
   select link_id, 'L-' || reference, agency_id, household_agency_id, unit_id, household_id, unit_reference, household_reference, case when adopted_on is null then 'MATCHED' else 'ADOPTED' end, 'CHILD', child_worker_id, adopters_worker_id,
     true, true, matched_on - 7, 11, adopted_on from pair`,
  `insert into hub.link_event (link_id, version, agency_id, side, event, from_state, to_state, on_date, at, actor_id)
   select p.link_id, s.version, p.agency_id, 'CHILD', s.event, null, s.event, p.matched_on - 120 + 10 * s.version, p.matched_on - 120 + 10 * s.version, p.child_worker_id
   from pair p cross join (values (1, 'EXPRESSED_INTEREST'), (2, 'SHORTLISTED'), (5, 'EXPLORING'), (6, 'CPR_SHARED'), (7, 'VISITED'), (8, 'APR_DRAFTED'), (9, 'PANEL_BOOKED'), (10, 'PANEL_RECOMMENDED'), (11, 'MATCHED')) s (version, event)`,
  `insert into hub.panel (id, agency_id, reference, meets_on, starts_at, slot_count, slot_minutes, place, papers_due_on, created_by)
   select panel_id, agency_id, 'P-' || reference, matched_on - 7, '09:30', 4, 45, '', matched_on - 21, child_worker_id from pair`,
  `insert into hub.panel_item (id, reference, agency_id, kind, panel_id, panel_agency_id, slot, status, link_id, unit_id, household_id, household_agency_id, unit_reference, household_reference, papers_in_on, recommendation, minutes_final_on)
   select item_id, 'B-' || reference, agency_id, 'MATCH', panel_id, agency_id, 1, 'HEARD', link_id, unit_id, household_id, household_agency_id, unit_reference, household_reference, matched_on - 22, 'RECOMMENDED', matched_on - 4 from pair`,
  `insert into hub.agency_decision (id, agency_id, panel_item_id, kind, outcome, decided_on, decided_by) select decision_id, agency_id, item_id, 'MATCH', 'APPROVED', matched_on, child_worker_id from pair`,
  `insert into hub.placement (id, reference, agency_id, household_agency_id, link_id, decision_id, unit_id, household_id, unit_reference, household_reference, state, decided_on, plan_agreed_on, introductions_on, child_worker_id, adopters_worker_id, version, ended_at)
   select placement_id, 'PL-' || reference, agency_id, household_agency_id, link_id, decision_id, unit_id, household_id, unit_reference, household_reference, case when adopted_on is null then 'PLACED' else 'ADOPTED' end, matched_on,
     matched_on + 7, matched_on + 20, child_worker_id, adopters_worker_id, (select max(d.version) from deed d where d.nth = pair.nth), adopted_on from pair`,
  `insert into hub.placement_child (id, placement_id, agency_id, child_id, number, state, placed_on, ao_applied_on, adopted_on)
   select gen_random_uuid(), placement_id, agency_id, child_id, 1, case when adopted_on is not null then 'ADOPTED' when placed_on + 100 <= current_date then 'AO_APPLIED' else 'PLACED' end, placed_on,
     case when placed_on + 100 <= current_date then placed_on + 100 end, adopted_on from pair`,
  `insert into hub.placement_event (id, placement_id, version, agency_id, side, event, child_id, code, from_state, to_state, on_date, at, actor_id)
   select gen_random_uuid(), placement_id, version, agency_id, 'CHILD', event, case when event in ('PLACED', 'AO_APPLIED', 'ADOPTED') then child_id end, code, from_state, to_state, on_date, on_date, child_worker_id from deed`,
  "set session_replication_role = 'origin'",
];
