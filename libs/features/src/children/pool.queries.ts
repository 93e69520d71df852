import { combineMembers } from '@hub/domain/children/members';
import { isInPool } from '@hub/domain/children/unit-card';
import { isKept } from '@hub/domain/local-search/local-search';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Household, Pool, Unit, Veto } from '@hub/domain/matching/pool';
import type { Vault } from '@hub/database/crypto/vault';
import { rows, type Tx } from '@hub/database/tx';
import { loadPoolHouseholds, type PoolHousehold } from '../adopters/pool-households.queries';
import { loadUnits, type LoadedUnit } from './unit-facts.queries';

/** What a run is about; `subjectId` is the unit's or the household's id, `null` for a region's run. */
export interface PoolRequest {
  readonly scope: 'REGION' | 'UNIT' | 'HOUSEHOLD';
  readonly subjectId: string | null;
  readonly asAt: IsoDate;
}

/** Whom a reference of the pool stands for. */
export interface PoolSubject {
  readonly id: string;
  readonly agencyId: string;
}

/** The engine's pool, in which `id` is the hub's reference, and who stands behind each reference. */
export interface LoadedPool {
  readonly pool: Pool;
  readonly units: ReadonlyMap<string, PoolSubject>;
  readonly households: ReadonlyMap<string, PoolSubject>;
  /** References of those that their own agency keeps to itself on the day of the run (docs/adr/0021). */
  readonly kept: ReadonlySet<string>;
}

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/**
 * The pool of a run, under the action `matching.execute`: units whose family finding is active, households available
 * or (unknown) in stage two with a provisional panel date. Four statements, plus the agencies' codes. A subject
 * that is not in the pool leaves its side empty.
 */
export async function loadPool(tx: Tx, vault: Vault, { scope, subjectId, asAt }: PoolRequest): Promise<LoadedPool> {
  const agencies = new Map((await rows<{ id: string; code: string }>(tx, 'select id, code from hub.agency')).map(({ id, code }) => [id, code]));
  const units = (await loadUnits(tx, vault, scope === 'UNIT' ? { ids: subjectId === null ? [] : [subjectId] } : 'ACTIVE')).filter(isInPool);
  const households = await loadPoolHouseholds(tx, scope === 'HOUSEHOLD' ? subjectId : null, asAt);
  const points = await loadPoints(tx, units, households);
  const pool: Pool = {
    asAt,
    units: units.map((unit) => toUnit(unit, agencies, points, asAt)),
    households: households.map((household) => toHousehold(household, agencies, points)),
    vetoes: await loadVetoes(tx, units, households),
  };
  const kept = [...units, ...households].flatMap(({ reference, widensOn }) => (isKept(widensOn, asAt) ? [reference] : []));
  return { pool, units: subjects(units), households: subjects(households), kept: new Set(kept) };
}

function subjects(list: readonly { readonly reference: string; readonly id: string; readonly agencyId: string }[]): ReadonlyMap<string, PoolSubject> {
  return new Map(list.map(({ reference, id, agencyId }) => [reference, { id, agencyId }]));
}

async function loadPoints(tx: Tx, units: readonly LoadedUnit[], households: readonly PoolHousehold[]): Promise<ReadonlyMap<string, Point>> {
  const areas = [...units.flatMap(({ members }) => members.flatMap(({ profile }) => profile.homeArea ?? [])), ...households.flatMap(({ area }) => area ?? [])];
  if (areas.length === 0) return new Map();
  const found = await rows<Point & { outcode: string }>(tx, 'select outcode, lat, lon from hub.place where outcode = any($1::text[])', [[...new Set(areas)]]);
  return new Map(found.map(({ outcode, lat, lon }) => [outcode, { lat, lon }]));
}

/** Pairs that people ruled out, by whichever side; the run learns that they did and not why (product.md, stages). */
async function loadVetoes(tx: Tx, units: readonly LoadedUnit[], households: readonly PoolHousehold[]): Promise<Veto[]> {
  const found = await rows<{ unit_id: string; household_id: string }>(tx, 'select distinct unit_id, household_id from hub.ruled_out where lifted_at is null');
  const unitOf = new Map(units.map(({ id, reference }) => [id, reference]));
  const householdOf = new Map(households.map(({ id, reference }) => [id, reference]));
  return found.flatMap(({ unit_id, household_id }) => {
    const [unit, household] = [unitOf.get(unit_id), householdOf.get(household_id)];
    return unit === undefined || household === undefined ? [] : [{ unit, household }];
  }).sort((a, b) => (`${a.unit} ${a.household}` < `${b.unit} ${b.household}` ? -1 : 1));
}

/** A unit of the pool as the rules of the engine read it, without its place. */
export const unitForRun = (unit: LoadedUnit, asAt: IsoDate): Unit => toUnit(unit, new Map(), new Map(), asAt);

function toUnit(unit: LoadedUnit, agencies: ReadonlyMap<string, string>, points: ReadonlyMap<string, Point>, asAt: IsoDate): Unit {
  const { homeArea, waitingSince, ...profile } = combineMembers(unit.members);
  return {
    ...profile, id: unit.reference, agency: agencies.get(unit.agencyId) ?? unit.agencyId, point: pointOf(homeArea, points),
    // isInPool lets no unit pass whose members' births are not recorded; the decision dates every one that searches.
    members: unit.members.flatMap(({ dateOfBirth, sex }) => (dateOfBirth === null ? [] : { dateOfBirth, sex: sex === 'F' || sex === 'M' ? sex : null })),
    waitingSince: waitingSince ?? unit.familyFindingSince ?? asAt,
  };
}

function toHousehold({ reference, agencyId, area, offer }: PoolHousehold, agencies: ReadonlyMap<string, string>, points: ReadonlyMap<string, Point>): Household {
  return { ...offer, id: reference, agency: agencies.get(agencyId) ?? agencyId, area, point: pointOf(area, points) };
}

function pointOf(area: string | null, points: ReadonlyMap<string, Point>): Point | null {
  return area === null ? null : (points.get(area) ?? null);
}
