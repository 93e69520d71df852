import type { Sex } from '@hub/domain/children/codes';
import type { ChildDates } from '@hub/domain/children/states';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { JOURNEY_STEPS, type ChildHistory, type JourneyStep, type PlacementFacts } from '@hub/domain/performance/hub-journeys';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { DATES_SQL, openBirth, toDates } from '../children/child-records.queries';
import { STANDS } from '../children/events.queries';

interface ChildRow extends Record<keyof ChildDates, unknown> {
  readonly id: string;
  readonly sex: Sex;
  readonly ethnicity: string | null;
  readonly disability: boolean | null;
  readonly birth_key: Buffer | null;
  readonly date_of_birth: Buffer | null;
  readonly decisions: readonly { readonly decidedOn: IsoDate; readonly reversedOn: IsoDate | null }[];
  readonly steps: readonly JourneyStep[];
  readonly placements: readonly PlacementFacts[];
  readonly isWithOwnFamily: boolean;
  readonly placedTogether: number;
}

// The same way for each of the sets, so that one reading of each table serves all children of the agency.
const CHILDREN = `
  with decided as (select child_id, jsonb_agg(jsonb_build_object('decidedOn', decided_on, 'reversedOn', reversed_on) order by decided_on) as list from hub.adoption_decision where agency_id = $1 group by child_id),
    stepped as (select e.child_id, jsonb_agg(jsonb_build_object('event', e.event, 'onDate', e.on_date) order by e.on_date, e.created_at) as list
      from hub.child_event e where e.agency_id = $1 and e.event = any($2::text[]) and ${STANDS('child')} group by e.child_id),
    placed as (select p.child_id, jsonb_agg(jsonb_build_object('householdAgencyId', p.household_agency_id, 'home', p.home, 'livesThereSince', p.lives_there_since, 'placedOn', p.placed_on, 'disruptedOn', p.disrupted_on, 'together', p.placed_together,
      'celebratedOn', p.celebrated_on, 'lifeStoryOn', p.life_story_on, 'laterLifeOn', p.later_life_on) order by p.placed_on) as list from hub.performance_placements($1) p group by p.child_id)
  select c.id, c.sex, c.ethnicity, c.disability, ${DATES_SQL}, b.wrapped_key as birth_key, b.date_of_birth,
    coalesce(d.list, '[]') as decisions, coalesce(s.list, '[]') as steps, coalesce(p.list, '[]') as placements,
    c.matched_household_id is not null as "isWithOwnFamily", count(c.placed_on) over (partition by c.unit_id, c.placed_on)::int as "placedTogether"
  from hub.child c left join hub.child_birth b on b.child_id = c.id left join decided d on d.child_id = c.id left join stepped s on s.child_id = c.id left join placed p on p.child_id = c.id
  where c.agency_id = $1 and (c.adm_decided_on is not null or c.authority_on is not null or c.adopted_on is not null or d.child_id is not null)`;

/** Under `performance.reckon`: the children of one agency with a decision, an authority or an order, whose records are not destroyed. */
export async function childHistories(tx: Tx, vault: Vault, agencyId: string): Promise<ChildHistory[]> {
  const found = await rows<ChildRow>(tx, CHILDREN, [agencyId, [...JOURNEY_STEPS]]);
  return found.filter(({ id }) => !vault.isDestroyed({ agencyId, rowId: id })).map((row) => ({
    id: row.id, council: agencyId, dateOfBirth: row.birth_key === null ? null : openBirth(vault, agencyId, row.id, row.birth_key, row.date_of_birth), sex: row.sex, ethnicity: row.ethnicity, disability: row.disability,
    dates: toDates(row), decisions: row.decisions, steps: row.steps, placements: row.placements, isWithOwnFamily: row.isWithOwnFamily, placedTogether: row.placedTogether,
  }));
}
