import type { AgencyKind } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { notFound } from '@hub/domain/errors';
import { row, rows, type Tx } from '@hub/database/tx';
import type { NewAgency } from './inputs';

export interface AgencySummary {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly regionBand: string;
  /** The latest membership; both null for an agency that never was a member. */
  readonly memberSince: IsoDate | null;
  readonly memberUntil: IsoDate | null;
}

const AGENCY = `
  select a.id, a.code, a.name, a.kind, a.region_band as "regionBand", m.starts_on as "memberSince", m.ends_on as "memberUntil"
  from hub.agency a
  left join lateral (select starts_on, ends_on from hub.membership where agency_id = a.id order by starts_on desc limit 1) m on true`;

/** A region has some ten agencies, all of England 150: the register is read whole. */
export function listAgencies(tx: Tx): Promise<AgencySummary[]> {
  return rows(tx, `${AGENCY} order by a.name, a.code limit 1000`);
}

export function findAgency(tx: Tx, code: string): Promise<AgencySummary | undefined> {
  return row(tx, `${AGENCY} where a.code = $1`, [code]);
}

export function agenciesByIds(tx: Tx, ids: readonly string[]): Promise<AgencySummary[]> {
  return rows(tx, `${AGENCY} where a.id = any($1::uuid[]) order by a.name, a.code`, [ids]);
}

/** By id, each once, however often it is asked for. */
export async function agenciesNamed(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, AgencySummary>> {
  return new Map((await agenciesByIds(tx, [...new Set(ids)])).map((agency) => [agency.id, agency]));
}

export function agenciesByCodes(tx: Tx, codes: readonly string[]): Promise<AgencySummary[]> {
  return rows(tx, `${AGENCY} where a.code = any($1::text[]) order by a.name, a.code`, [codes]);
}

/** Each once. Throws NOT_FOUND where one is not known. */
export async function mustFindAgencies(tx: Tx, codes: readonly string[]): Promise<AgencySummary[]> {
  const wanted = [...new Set(codes)];
  const found = await agenciesByCodes(tx, wanted);
  if (found.length < wanted.length) throw notFound('agency');
  return found;
}

export async function insertAgency(tx: Tx, id: string, { code, name, kind, regionBand, memberSince }: NewAgency): Promise<void> {
  await rows(tx, 'insert into hub.agency (id, code, name, kind, region_band) values ($1, $2, $3, $4, $5)', [id, code, name, kind, regionBand]);
  if (memberSince != null) await rows(tx, 'insert into hub.membership (agency_id, starts_on) values ($1, $2)', [id, memberSince]);
}
