import type { HouseholdCard } from '@hub/domain/adopters/household-card';
import { rows, type Tx } from '@hub/database/tx';
import type { Level } from '@hub/domain/matching/pool';
import { Conditions, hasProfile, levelConditions, readCounts, withDistance, type FoundKey, type Near, type NeedFilter, type PageOf } from '../children/search-sql';
import { toNeedLevels } from '../children/unit-search.queries';

export type HouseholdSort = 'STAGE' | 'ROOM' | 'REFERENCE';

/** S0 fields alone (trust.md FLD-3). */
export interface HouseholdFilter {
  readonly maxChildrenAtLeast?: number | null;
  readonly regionBands?: readonly string[] | null;
  readonly stages?: readonly string[] | null;
  readonly earlyPermanence?: boolean | null;
  readonly acceptsAtLeast?: readonly NeedFilter[] | null;
  readonly forAgeMonths?: number | null;
  readonly own?: boolean | null;
  readonly withProfile?: boolean | null;
  readonly references?: readonly string[] | null;
  /** An own unit: how far they are from it, as its newest run told. */
  readonly nearUnit?: string | null;
  readonly distanceBands?: readonly string[] | null;
}

export interface HouseholdSearch {
  readonly filter: HouseholdFilter;
  /** The furthest approved first, unless it says otherwise. */
  readonly sort?: HouseholdSort;
  readonly first: number;
  readonly after: string | null;
}

export interface ShownHouseholdCard extends Omit<HouseholdCard, 'listed'> {
  readonly isOwn: boolean;
  readonly hasProfile: boolean;
  /** Of a search that asks for it. */
  readonly distanceBand?: string | null;
}

export interface HouseholdHit extends ShownHouseholdCard {
  readonly householdId: string;
  readonly position: string;
}

interface CardRow extends Omit<HouseholdHit, 'offers'> {
  readonly accepts: Readonly<Record<string, Level | null>>;
}

const CARD_SQL = `k.household_id as "householdId", k.reference, k.age_min_months as "approvedFromMonths", k.age_max_months as "approvedToMonths",
  k.max_children as "maxChildren", k.sex_preference as "sexPreference", k.accepts, k.early_permanence as "earlyPermanence", k.region_band as "regionBand", k.stage,
  (k.agency_id = (select hub.own_agency())) as "isOwn"`;
const HAS_PROFILE = `(${hasProfile('HOUSEHOLD')} and coalesce(k.profile_consent_until > (select hub.today()), false))`;
/** In the pool, with consent of this day. */
const LISTED = 'k.listed and k.consent_until > (select hub.today())';
const MINE = 'k.agency_id = (select hub.own_agency())';

const CARD_COLUMNS = `household_id, agency_id, reference, age_min_months, age_max_months, max_children, sex_preference, accepts, early_permanence, region_band, stage, listed,
  profile_until, profile_audience, consent_until, profile_consent_until`;
// An agency's own households that have nothing to offer yet, or any more, have no card: its own list reads them from the record.
const OWN_CARDS = `(
  select ${CARD_COLUMNS} from hub.household_card where agency_id = (select hub.own_agency())
  union all
  select h.id, h.agency_id, h.reference, h.age_min_months, h.age_max_months, h.max_children, h.sex_preference, h.accepts, h.early_permanence, a.region_band, 'OTHER', false, null::date, null::text, null::date, null::date
  from hub.household h join hub.agency a on a.id = h.agency_id
  where h.agency_id = (select hub.own_agency()) and h.state not in ('LEFT', 'AO_GRANTED') and not exists (select from hub.household_card c where c.household_id = h.id))`;

const FACETS = ['maxChildren', 'regionBands', 'stages', 'earlyPermanence'] as const;
type Facet = (typeof FACETS)[number] | 'distanceBands';
const facetsOf = (near: Near | undefined): readonly Facet[] => (near ? [...FACETS, 'distanceBands'] : FACETS);
const FACET_VALUES: Readonly<Record<Facet, string>> = {
  maxChildren: `coalesce(max_children::text, 'NOT_RECORDED')`,
  regionBands: 'region_band',
  stages: 'stage',
  earlyPermanence: `coalesce(early_permanence::text, 'NOT_RECORDED')`,
  distanceBands: 'distance_band',
};
const FACET_ORDERS = { maxChildren: null, regionBands: null, stages: ['APPROVED', 'STAGE_TWO', 'OTHER'], earlyPermanence: null };
const SORT_KEYS: Readonly<Record<HouseholdSort, string>> = {
  STAGE: `(case k.stage when 'APPROVED' then '1' when 'STAGE_TWO' then '2' else '3' end) || k.reference`,
  // Most room first; what is not recorded stands last, as neither none nor any.
  ROOM: `(case when k.max_children is null then '99' else lpad((99 - least(k.max_children, 98))::text, 2, '0') end) || k.reference`,
  REFERENCE: 'k.reference',
};

function conditionsOf(filter: HouseholdFilter): Conditions {
  const c = new Conditions();
  if (filter.maxChildrenAtLeast != null) c.whereFacet('maxChildren', `k.max_children >= ${c.param(filter.maxChildrenAtLeast)}::int`);
  if (filter.regionBands && filter.regionBands.length > 0) c.whereFacet('regionBands', `k.region_band = any(${c.param(filter.regionBands)}::text[])`);
  if (filter.stages && filter.stages.length > 0) c.whereFacet('stages', `k.stage = any(${c.param(filter.stages)}::text[])`);
  if (filter.distanceBands && filter.distanceBands.length > 0) c.whereFacet('distanceBands', `k.distance_band = any(${c.param(filter.distanceBands)}::text[])`);
  if (filter.earlyPermanence != null) c.whereFacet('earlyPermanence', `k.early_permanence = ${c.param(filter.earlyPermanence)}::boolean`);
  if (filter.forAgeMonths != null) c.where(`${c.param(filter.forAgeMonths)}::int between k.age_min_months and k.age_max_months`);
  levelConditions('k.accepts', filter.acceptsAtLeast ?? [], c);
  c.where(filter.own === true ? MINE : filter.own === false ? `${LISTED} and not (${MINE})` : LISTED);
  if (filter.references) c.where(`k.reference = any(${c.param(filter.references)}::text[])`);
  if (filter.withProfile != null) c.where(filter.withProfile ? HAS_PROFILE : `not ${HAS_PROFILE}`);
  return c;
}

function sourceOf(filter: HouseholdFilter, near: Near | undefined, conditions: Conditions): string {
  const source = filter.own === true ? OWN_CARDS : 'hub.household_card';
  return near ? withDistance(source, near, conditions) : source;
}

/** Two statements whatever is asked: the page, and the total with every facet's counts. */
export async function searchHouseholds(tx: Tx, { filter, sort = 'STAGE', first, after }: HouseholdSearch, near?: Near): Promise<PageOf<HouseholdHit>> {
  const page = conditionsOf(filter);
  const facets = facetsOf(near);
  const scan = `select k.*, (${SORT_KEYS[sort]}) collate "C" as position, ${page.facetColumns(facets)} from ${sourceOf(filter, near, page)} k where ${page.commonSql()}`;
  const later = after === null ? 'true' : `k.position > ${page.param(after)} collate "C"`;
  const found = await rows<CardRow>(tx, `
    select ${CARD_SQL}, k.position, ${HAS_PROFILE} as "hasProfile"${near ? ', k.distance_band as "distanceBand"' : ''} from (${scan}) k
    where ${page.allFacets(facets)} and ${later} order by k.position limit ${page.param(first + 1)}`, page.params);
  const counts = await countHouseholds(tx, filter, near);
  return { items: found.slice(0, first).map(toHit), hasNextPage: found.length > first, ...counts };
}

async function countHouseholds(tx: Tx, filter: HouseholdFilter, near: Near | undefined) {
  const c = conditionsOf(filter);
  const facets = facetsOf(near);
  const scan = `select k.max_children, k.region_band, k.stage, k.early_permanence, ${near ? 'k.distance_band, ' : ''}${c.facetColumns(facets)} from ${sourceOf(filter, near, c)} k where ${c.commonSql()}`;
  const counted = facets.map((facet) => `select '${facet}' as name, ${FACET_VALUES[facet]} as value, count(*) as count from base where ${c.allFacets(facets, facet)} group by 2`);
  const counts = await rows<{ name: string; value: string; count: number }>(tx, `
    with base as materialized (${scan})
    select 'total' as name, '' as value, count(*) as count from base where ${c.allFacets(facets)} union all ${counted.join(' union all ')}`, c.params);
  return readCounts(counts, FACET_ORDERS, near);
}

/** Keys of what a search finds, by reference, and no more than `most`. */
export async function foundHouseholds(tx: Tx, filter: HouseholdFilter, most: number): Promise<FoundKey[]> {
  const c = conditionsOf(filter);
  const scan = `select k.household_id, k.agency_id, k.reference, ${c.facetColumns(FACETS)} from ${sourceOf(filter, undefined, c)} k where ${c.commonSql()}`;
  return rows(tx, `select k.household_id as id, k.agency_id as "agencyId", k.reference from (${scan}) k where ${c.allFacets(FACETS)} order by k.reference limit ${c.param(most)}`, c.params);
}

function toHit({ accepts, ...row }: CardRow): HouseholdHit {
  return { ...row, offers: toNeedLevels(accepts) };
}

/** Cards by household id, as the actor may see them: for loaders and for lists that other features make. */
export async function householdCardsByIds(tx: Tx, ids: readonly string[]): Promise<HouseholdHit[]> {
  const found = await rows<CardRow>(tx, `select ${CARD_SQL}, k.reference as position, ${HAS_PROFILE} as "hasProfile" from hub.household_card k where k.household_id = any($1::uuid[])`, [ids]);
  return found.map(toHit);
}

/** The same by reference, for what a run kept. */
export async function householdCardsByReferences(tx: Tx, references: readonly string[]): Promise<HouseholdHit[]> {
  const found = await rows<CardRow>(tx, `select ${CARD_SQL}, k.reference as position, ${HAS_PROFILE} as "hasProfile" from hub.household_card k where k.reference = any($1::text[])`, [references]);
  return found.map(toHit);
}

/** The card of a reference: one of the own agency's households, carded or not, or a partner's that is listed. */
export async function householdCardByReference(tx: Tx, reference: string): Promise<HouseholdHit | undefined> {
  const select = (from: string): string => `select ${CARD_SQL}, k.reference as position, ${HAS_PROFILE} as "hasProfile" from ${from} k where k.reference = $1`;
  const own = `(select h.id as household_id, h.agency_id, h.reference, h.age_min_months, h.age_max_months, h.max_children, h.sex_preference, h.accepts, h.early_permanence,
    a.region_band, 'OTHER' as stage, null::date as profile_until, null as profile_audience, null::date as profile_consent_until from hub.household h join hub.agency a on a.id = h.agency_id
    where h.agency_id = (select hub.own_agency()) and not exists (select from hub.household_card c where c.household_id = h.id))`;
  const found = await rows<CardRow>(tx, `${select('hub.household_card')} union all ${select(own)}`, [reference]);
  return found.map(toHit)[0];
}
