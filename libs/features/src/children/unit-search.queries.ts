import { IN_THE_REGION, NOT_SHOWN, SHOWN_AGE_BANDS, SHOWN_AS, showing } from '@hub/domain/anonymity/shown';
import type { ShownCard } from '@hub/domain/anonymity/shown-card';
import { AGE_BANDS, WAITING_BANDS, type AgeBand } from '@hub/domain/children/bands';
import type { NeedLevel } from '@hub/domain/children/unit-card';
import { NEED_KEYS } from '@hub/domain/children/words';
import { levelOf, type Level, type Levels } from '@hub/domain/matching/pool';
import { rows, type Tx } from '@hub/database/tx';
import { Conditions, hasProfile, levelConditions, readCounts, withDistance, type FoundKey, type Near, type NeedFilter, type PageOf } from './search-sql';

export type UnitSort = 'WAITING' | 'YOUNGEST' | 'REFERENCE';

/** S0 fields alone: what is not on the card can be neither filtered nor sorted nor counted (trust.md FLD-3). */
export interface UnitFilter {
  readonly ageBands?: readonly string[] | null;
  readonly sex?: readonly string[] | null;
  readonly groupSizes?: readonly number[] | null;
  readonly regionBands?: readonly string[] | null;
  readonly waitingBands?: readonly string[] | null;
  readonly earlyPermanence?: boolean | null;
  readonly needs?: readonly NeedFilter[] | null;
  readonly own?: boolean | null;
  readonly withProfile?: boolean | null;
  readonly references?: readonly string[] | null;
  /** An own household: how far they are from it, as its newest run told. */
  readonly nearHousehold?: string | null;
  readonly distanceBands?: readonly string[] | null;
}

export interface UnitSearch {
  readonly filter: UnitFilter;
  readonly sort: UnitSort;
  readonly first: number;
  readonly after: string | null;
}

/** A card as a viewer meets it. */
export interface ShownUnitCard extends Omit<ShownCard, 'listed'> {
  readonly isOwn: boolean;
  readonly hasProfile: boolean;
  /** Of a search that asks for it. */
  readonly distanceBand?: string | null;
}

export interface UnitHit extends ShownUnitCard {
  readonly unitId: string;
  readonly position: string;
}

interface CardRow extends Omit<UnitHit, 'needs'> {
  readonly needs: Readonly<Record<string, Level | null>>;
  readonly needsUpTo: Readonly<Record<string, Level>>;
}

export const CARD_SQL = `k.unit_id as "unitId", k.reference, k.group_size as "groupSize", k.youngest_band as "youngestBand", k.oldest_band as "oldestBand", k.sex,
  k.group_open as "groupOpen", k.needs, k.needs_up_to as "needsUpTo", k.highest_need as "highestNeed", k.early_permanence as "earlyPermanence", k.region_band as "regionBand", k.waiting_band as "waitingBand",
  (k.agency_id = (select hub.own_agency())) as "isOwn"`;
export const HAS_PROFILE = hasProfile('UNIT');

const rank = (column: string, order: readonly string[]): string => `array_position(array[${order.map((value) => `'${value}'`).join(', ')}], ${column})`;
const SORT_KEYS: Readonly<Record<UnitSort, string>> = {
  // Bands alone, longest first: an order by the day itself would tell it.
  WAITING: `lpad((${WAITING_BANDS.length} - ${rank('k.waiting_band', WAITING_BANDS)})::text, 2, '0') || k.reference`,
  YOUNGEST: `lpad(${rank('k.youngest_band', SHOWN_AGE_BANDS)}::text, 2, '0') || k.reference`,
  REFERENCE: 'k.reference',
};

const FACETS = ['ageBands', 'sex', 'groupSizes', 'regionBands', 'waitingBands', 'earlyPermanence'] as const;
type Facet = (typeof FACETS)[number] | 'distanceBands';
const facetsOf = (near: Near | undefined): readonly Facet[] => (near ? [...FACETS, 'distanceBands'] : FACETS);
const list = (values: readonly string[]): string => `array[${values.map((value) => `'${value}'`).join(', ')}]`;
const AGES = SHOWN_AS.map(([band, shown]) => `('${band}', ${list(shown)})`).join(', ');
/** A value of each facet beside the cards that choosing it finds. A card that shows less is found by every value it may have. */
const FACET_JOINS: Readonly<Record<Facet, string>> = {
  ageBands: `join (values ${AGES}) v (value, shown) on youngest_band = any(v.shown) or oldest_band = any(v.shown)`,
  sex: `join (values ('F'), ('M'), ('MIXED'), ('UNKNOWN')) v (value) on sex in (v.value, '${NOT_SHOWN}')`,
  groupSizes: 'join (select distinct group_size as size, group_size::text as value from base) v on group_size = v.size or (group_open and group_size < v.size)',
  regionBands: `join (select distinct region_band as value from base) v on region_band in (v.value, '${IN_THE_REGION}')`,
  waitingBands: 'cross join lateral (values (waiting_band)) v (value)',
  earlyPermanence: 'cross join lateral (values (early_permanence::text)) v (value)',
  distanceBands: 'cross join lateral (values (distance_band)) v (value)',
};
const FACET_ORDERS = { ageBands: AGE_BANDS, sex: ['F', 'M', 'MIXED', 'UNKNOWN'], groupSizes: null, regionBands: null, waitingBands: WAITING_BANDS, earlyPermanence: null };

function conditionsOf(filter: UnitFilter): Conditions {
  const c = new Conditions();
  const anyOf = (facet: string, column: string, list: readonly unknown[] | null | undefined, type: string): void => {
    if (list && list.length > 0) c.whereFacet(facet, `${column} = any(${c.param(list)}::${type}[])`);
  };
  if (filter.ageBands && filter.ageBands.length > 0) {
    const bands = c.param([...new Set(filter.ageBands.flatMap((band) => showing(band as AgeBand)))]);
    c.whereFacet('ageBands', `k.youngest_band = any(${bands}::text[]) or k.oldest_band = any(${bands}::text[])`);
  }
  anyOf('sex', 'k.sex', withOr(filter.sex, NOT_SHOWN), 'text');
  if (filter.groupSizes && filter.groupSizes.length > 0) {
    c.whereFacet('groupSizes', `k.group_size = any(${c.param(filter.groupSizes)}::int[]) or (k.group_open and k.group_size <= ${c.param(Math.max(...filter.groupSizes))})`);
  }
  anyOf('regionBands', 'k.region_band', withOr(filter.regionBands, IN_THE_REGION), 'text');
  anyOf('waitingBands', 'k.waiting_band', filter.waitingBands, 'text');
  anyOf('distanceBands', 'k.distance_band', filter.distanceBands, 'text');
  if (filter.earlyPermanence != null) c.whereFacet('earlyPermanence', `k.early_permanence = ${c.param(filter.earlyPermanence)}::boolean`);
  levelConditions('k.needs', filter.needs ?? [], c, 'k.needs_up_to');
  c.where(ownCondition(filter.own));
  if (filter.references) c.where(`k.reference = any(${c.param(filter.references)}::text[])`);
  if (filter.withProfile != null) c.where(filter.withProfile ? HAS_PROFILE : `not ${HAS_PROFILE}`);
  return c;
}

/** The chosen values, and what is shown instead of any of them. */
const withOr = (chosen: readonly string[] | null | undefined, instead: string): readonly string[] | null => (chosen && chosen.length > 0 ? [...chosen, instead] : null);

/**
 * The pool is what is listed. With `own` a council sees its other units too, whatever their stage, but for children
 * who were adopted or left care: their searchability ends (domain.md trap 31).
 */
function ownCondition(own: boolean | null | undefined): string {
  const mine = 'k.agency_id = (select hub.own_agency())';
  if (own === true) return `${mine} and exists (select from hub.child c where c.unit_id = k.unit_id and c.state not in ('ADOPTED', 'LEFT_CARE_OTHER'))`;
  return own === false ? `k.listed and not (${mine})` : 'k.listed';
}

/** Two statements whatever is asked: the page, and the total with every facet's counts. Row-level security decides whose cards. */
export async function searchUnits(tx: Tx, { filter, sort, first, after }: UnitSearch, near?: Near): Promise<PageOf<UnitHit>> {
  const page = conditionsOf(filter);
  const facets = facetsOf(near);
  const source = near ? withDistance('hub.unit_card', near, page) : 'hub.unit_card';
  const scan = `select k.*, ${SORT_KEYS[sort]} collate "C" as position, ${page.facetColumns(facets)} from ${source} k where ${page.commonSql()}`;
  const later = after === null ? 'true' : `k.position > ${page.param(after)} collate "C"`;
  const found = await rows<CardRow>(tx, `
    select ${CARD_SQL}, k.position, ${HAS_PROFILE} as "hasProfile"${near ? ', k.distance_band as "distanceBand"' : ''} from (${scan}) k
    where ${page.allFacets(facets)} and ${later} order by k.position limit ${page.param(first + 1)}`, page.params);
  const counts = await countUnits(tx, filter, near);
  return { items: found.slice(0, first).map(toHit), hasNextPage: found.length > first, ...counts };
}

async function countUnits(tx: Tx, filter: UnitFilter, near: Near | undefined) {
  const c = conditionsOf(filter);
  const facets = facetsOf(near);
  const [source, band] = near ? [withDistance('hub.unit_card', near, c), 'k.distance_band, '] : ['hub.unit_card', ''];
  const scan = `select k.youngest_band, k.oldest_band, k.sex, k.group_size, k.group_open, k.region_band, k.waiting_band, k.early_permanence, ${band}${c.facetColumns(facets)}
    from ${source} k where ${c.commonSql()}`;
  const counted = facets.map((facet) => `select '${facet}' as name, v.value, count(*) as count from base ${FACET_JOINS[facet]} where ${c.allFacets(facets, facet)} group by 2`);
  const counts = await rows<{ name: string; value: string; count: number }>(tx, `
    with base as materialized (${scan})
    select 'total' as name, '' as value, count(*) as count from base where ${c.allFacets(facets)} union all ${counted.join(' union all ')}`, c.params);
  return readCounts(counts, FACET_ORDERS, near);
}

/** Keys of what a search finds, by reference, and no more than `most`. */
export async function foundUnits(tx: Tx, filter: UnitFilter, most: number): Promise<FoundKey[]> {
  const c = conditionsOf(filter);
  const scan = `select k.unit_id, k.agency_id, k.reference, ${c.facetColumns(FACETS)} from hub.unit_card k where ${c.commonSql()}`;
  return rows(tx, `select k.unit_id as id, k.agency_id as "agencyId", k.reference from (${scan}) k where ${c.allFacets(FACETS)} order by k.reference limit ${c.param(most)}`, c.params);
}

function toHit({ needsUpTo, ...row }: CardRow): UnitHit {
  return { ...row, needs: toNeedLevels(row.needs, needsUpTo) };
}

export function toNeedLevels(levels: Levels, upTo: Levels = {}): NeedLevel[] {
  return NEED_KEYS.map((key) => ({ key, level: levelOf(levels, key), upTo: levelOf(upTo, key) }));
}

/** Cards by unit id, as the actor may see them: for loaders and for lists that other features make. */
export async function unitCardsByIds(tx: Tx, ids: readonly string[]): Promise<UnitHit[]> {
  const found = await rows<CardRow>(tx, `select ${CARD_SQL}, k.reference as position, ${HAS_PROFILE} as "hasProfile" from hub.unit_card k where k.unit_id = any($1::uuid[])`, [ids]);
  return found.map(toHit);
}

/** The same by reference, for what a run kept. */
export async function unitCardsByReferences(tx: Tx, references: readonly string[]): Promise<UnitHit[]> {
  const found = await rows<CardRow>(tx, `select ${CARD_SQL}, k.reference as position, ${HAS_PROFILE} as "hasProfile" from hub.unit_card k where k.reference = any($1::text[])`, [references]);
  return found.map(toHit);
}

/** The card of a reference: the own agency's, or a partner's that is listed. */
export async function unitCardByReference(tx: Tx, reference: string): Promise<UnitHit | undefined> {
  const found = await rows<CardRow>(tx, `select ${CARD_SQL}, k.reference as position, ${HAS_PROFILE} as "hasProfile" from hub.unit_card k where k.reference = $1`, [reference]);
  return found.map(toHit)[0];
}
