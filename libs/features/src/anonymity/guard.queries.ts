import { standingsOf, type Cell, type Standings } from '@hub/domain/anonymity/guard';
import type { NeedCounts } from '@hub/domain/anonymity/need-ranges';
import { traitsOf, type Traits } from '@hub/domain/anonymity/traits';
import type { AgeBand, HeritageGroup } from '@hub/domain/children/bands';
import { combineMembers } from '@hub/domain/children/members';
import type { UnitSex } from '@hub/domain/children/unit-card';
import { NEED_KEYS } from '@hub/domain/children/words';
import { addMonths } from '@hub/domain/dates/day-count';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { levelOf } from '@hub/domain/matching/pool';
import { row, rows, type Tx } from '@hub/database/tx';
import type { LoadedUnit } from '../children/unit-facts.queries';

/** What is needed to say how general a unit must be shown. Counts of the region, not rows of it. */
export interface Guard {
  readonly k: number;
  readonly overridePercent: number;
  readonly standings: Standings;
  readonly needs: NeedCounts;
}

interface CellRow {
  readonly youngest_band: AgeBand;
  readonly oldest_band: AgeBand;
  readonly sex: UnitSex;
  readonly heritage: readonly HeritageGroup[];
  readonly group_size: number;
  readonly region_band: string;
  readonly units: number;
}

interface RegionRow {
  readonly k: number;
  readonly percent: number;
  readonly cells: readonly CellRow[];
  readonly levels: readonly { readonly need: string; readonly level: number; readonly units: number }[];
}

const REGION = `
  select s.k, s.override_percent as percent, (select coalesce(jsonb_agg(p), '[]') from hub.anonymity_population() p) as cells,
    (select coalesce(jsonb_agg(n), '[]') from hub.anonymity_needs() n) as levels
  from hub.anonymity_setting s`;

/** One statement, whatever the region's size. Save the traits of changed units first. */
export async function openGuard(tx: Tx): Promise<Guard> {
  const region = await row<RegionRow>(tx, REGION);
  if (!region) throw new Error('The anonymity setting is missing.');
  const needs = Object.fromEntries(NEED_KEYS.map((key) => [key, [0, 0, 0, 0] as [number, number, number, number]]));
  for (const { need, level, units } of region.levels) if (needs[need]) needs[need][level] = units;
  return { k: region.k, overridePercent: region.percent, standings: standingsOf(region.cells.map(toCell), region.k), needs };
}

function toCell({ youngest_band, oldest_band, sex, heritage, group_size, region_band, units }: CellRow): Cell {
  return { traits: { youngest: youngest_band, oldest: oldest_band, sex, heritage, size: group_size, region: region_band }, units };
}

/** Releases of children that were ever approved in the region, and how many of them under an override. */
export async function overrideCounts(tx: Tx): Promise<{ approved: number; overridden: number }> {
  return (await row(tx, 'select * from hub.anonymity_overrides()')) ?? { approved: 0, overridden: 0 };
}

export const unitTraits = (unit: LoadedUnit, asAt: IsoDate): Traits | null =>
  traitsOf({ regionBand: unit.regionBand, members: unit.members.map(({ sex, dateOfBirth, ethnicity, profile: { heritage } }) => ({ sex, dateOfBirth, ethnicity, heritage })), asAt });

/** trust.md ANON-2: the past five years count too. */
const COUNTED_MONTHS = 60;

const COLUMNS = ['youngest_band', 'oldest_band', 'sex', 'heritage', 'group_size', 'region_band', 'needs', 'counts_until'];
const SAVE = `
  insert into hub.unit_traits as t (unit_id, agency_id, ${COLUMNS.join(', ')})
  select r.unit_id, r.agency_id, ${COLUMNS.map((column) => `r.${column}`).join(', ')} from jsonb_to_recordset($1::jsonb) as r(unit_id uuid, agency_id uuid,
    youngest_band text, oldest_band text, sex text, heritage text[], group_size smallint, region_band text, needs jsonb, counts_until date)
  on conflict (unit_id) do update set ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
  where (${COLUMNS.map((column) => `t.${column}`).join(', ')}) is distinct from (${COLUMNS.map((column) => `excluded.${column}`).join(', ')})`;

/** What the guard counts of these units, as at a day. A unit whose births are not recorded does not count. */
export async function saveTraits(tx: Tx, units: readonly LoadedUnit[], asAt: IsoDate): Promise<void> {
  const list = units.flatMap((unit) => {
    const traits = unitTraits(unit, asAt);
    return traits === null ? [] : [traitsRow(unit, traits)];
  });
  if (list.length > 0) await rows(tx, SAVE, [JSON.stringify(list)]);
}

function traitsRow(unit: LoadedUnit, { youngest, oldest, sex, heritage, size, region }: Traits): object {
  const { needs } = combineMembers(unit.members);
  const ends = unit.members.map(({ endedOn }) => endedOn);
  const last = ends.includes(null) ? null : ends.reduce((a, b) => ((b ?? '') > (a ?? '') ? b : a));
  return {
    unit_id: unit.id, agency_id: unit.agencyId, youngest_band: youngest, oldest_band: oldest, sex, heritage, group_size: size, region_band: region,
    needs: Object.fromEntries(NEED_KEYS.map((key) => [key, levelOf(needs, key)])), counts_until: last == null ? null : addMonths(last, COUNTED_MONTHS),
  };
}
