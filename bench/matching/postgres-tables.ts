import type { Client } from 'pg';
import type { Policy } from '@hub/domain/matching/policy';
import { levelOf } from '@hub/domain/matching/pool';
import type { Pool } from '@hub/domain/matching/pool';
import { prepareHousehold, prepareUnit } from '@hub/domain/matching/prepared';

type Row = Readonly<Record<string, unknown>>;

// Ids sort by code point; everything that a rule derives from a record alone is reckoned before, as in the kernel.
const tables = (needs: readonly string[]): string => `
  create temp table unit (
    place int, id text collate "C", agency text, size int, youngest int, oldest int, ages int[], female boolean,
    male boolean, sex_missing boolean, early boolean, avoid text[], x float8, y float8, z float8, contact int,
    heritage text[], languages text[], religion text, pets_risk boolean
    ${needs.map((_, at) => `, need_${at + 1} int, essential_${at + 1} boolean`).join('')});
  create temp table household (
    id text collate "C", agency text, available boolean, share_consent boolean, age_min int, age_max int, room int,
    sex text, early boolean, area text, x float8, y float8, z float8, contact int, heritage text[],
    languages text[], religion text, at_home int[], youngest_at_home int, pets boolean, smokers boolean
    ${needs.map((_, at) => `, accepts_${at + 1} int`).join('')});
  create temp table veto (unit text, household text)`;

/** Creates the tables of a pool in this session and fills them. */
export async function loadPool(client: Client, pool: Pool, policy: Policy): Promise<void> {
  await client.query(tables(policy.needs));
  await insert(client, 'unit', unitRows(pool, policy));
  await insert(client, 'household', householdRows(pool, policy));
  await insert(client, 'veto', (pool.vetoes ?? []).map(({ unit, household }) => ({ unit, household })));
  await client.query('analyze unit; analyze household; analyze veto');
}

async function insert(client: Client, table: string, rows: readonly Row[]): Promise<void> {
  // One statement: PostgreSQL reads the columns by their names from JSON.
  await client.query(`insert into ${table} select * from json_populate_recordset(null::${table}, $1)`, [JSON.stringify(rows)]);
}

function unitRows(pool: Pool, policy: Policy): readonly Row[] {
  return pool.units.map((unit, place) => {
    const { ages, youngest, oldest, position } = prepareUnit(unit, pool.asAt);
    const sexes = unit.members.map(({ sex }) => sex ?? null);
    return {
      place,
      id: unit.id,
      agency: unit.agency,
      size: ages.length,
      youngest,
      oldest,
      ages,
      female: sexes.includes('F'),
      male: sexes.includes('M'),
      sex_missing: sexes.includes(null),
      early: unit.earlyPermanence === true,
      avoid: unit.avoidAreas ?? [],
      ...columnsOf(position),
      contact: unit.contact,
      heritage: unit.heritage,
      languages: unit.languages,
      religion: unit.religion,
      pets_risk: unit.petsRisk,
      ...perNeed(policy, 'need', (key) => levelOf(unit.needs, key)),
      ...perNeed(policy, 'essential', (key) => unit.essential?.includes(key) === true),
    };
  });
}

function householdRows(pool: Pool, policy: Policy): readonly Row[] {
  return pool.households.map((household) => ({
    id: household.id,
    agency: household.agency,
    available: household.available,
    share_consent: household.shareConsent,
    age_min: household.ageMonths?.min,
    age_max: household.ageMonths?.max,
    room: household.maxChildren,
    sex: household.sex,
    early: household.earlyPermanence,
    area: household.area,
    ...columnsOf(prepareHousehold(household).position),
    contact: household.contact,
    heritage: household.heritage,
    languages: household.languages,
    religion: household.religion,
    at_home: household.childrenAtHome,
    youngest_at_home: household.childrenAtHome?.length ? Math.min(...household.childrenAtHome) : null,
    pets: household.pets,
    smokers: household.smokers,
    ...perNeed(policy, 'accepts', (key) => levelOf(household.accepts, key)),
  }));
}

function columnsOf(position: readonly number[] | null): Row {
  return { x: position?.[0], y: position?.[1], z: position?.[2] };
}

// One column per need: PostgreSQL reads a column far faster than an array's element.
function perNeed(policy: Policy, column: string, valueOf: (key: string) => unknown): Row {
  return Object.fromEntries(policy.needs.map((key, at) => [`${column}_${at + 1}`, valueOf(key)]));
}
