import type { Actor } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { EnteredRate } from '@hub/domain/fees/fee-table';
import type { RateEntry } from '@hub/domain/fees/enter-rate';
import type { Partnership } from '@hub/domain/fees/inter-agency';
import { affected, row, rows, type Tx } from '@hub/database/tx';

/** A rate with who entered it. */
export interface RecordedRate extends EnteredRate {
  readonly agencyId: string;
  /** For everybody: entered by the hub. */
  readonly isHubs: boolean;
  readonly at: Date;
}

const MOST = 1000;

/** All that was ever entered, the latest first. */
export function recordedRates(tx: Tx): Promise<RecordedRate[]> {
  return rows(tx, `
    select r.id, r.agency_id as "agencyId", a.kind = 'HUB' as "isHubs", r.kind, r.provider, r.children, r.starts_on as "from", r.ends_on as until, r.amount_pence as amount, r.plan, r.source, r.at
    from hub.fee_rate r join hub.agency a on a.id = r.agency_id order by r.at desc, r.id limit ${MOST}`);
}

/** Those that hold between two agencies: the hub's first, then the payee's, whose charge it is, then the payer's. Of each the latest. */
export function ratesBetween(rates: readonly RecordedRate[], { agencyId, payeeAgencyId }: { readonly agencyId: string; readonly payeeAgencyId: string }): RecordedRate[] {
  return [rates.filter(({ isHubs }) => isHubs), ...[payeeAgencyId, agencyId].map((id) => rates.filter((rate) => !rate.isHubs && rate.agencyId === id))].flat();
}

export async function insertRate(tx: Tx, actor: Actor, { kind, provider, children, from, until, amount, plan, source }: RateEntry): Promise<void> {
  await rows(tx, `
    insert into hub.fee_rate (agency_id, kind, provider, children, starts_on, ends_on, amount_pence, plan, source, entered_by) values ($1, $2, $3, $4, $5::date, $6::date, $7, $8, $9, $10)`,
  [actor.agencyId, kind, provider, children, from, until, amount, plan, source.trim(), actor.userId]);
}

export interface RecordedPartnership extends Partnership {
  readonly name: string;
  readonly version: number;
}

/** Partnerships and consortia with their terms, the latest first. */
export function partnerships(tx: Tx): Promise<RecordedPartnership[]> {
  return rows(tx, `
    select p.id, p.name, p.terms, p.starts_on as "startsOn", p.ends_on as "endsOn", p.version, array(select m.agency_id from hub.fee_partner m where m.partnership_id = p.id) as "agencyIds"
    from hub.fee_partnership p order by p.starts_on desc, p.name limit ${MOST}`);
}

export type NewPartnership = Pick<RecordedPartnership, 'name' | 'terms' | 'startsOn' | 'endsOn' | 'agencyIds'>;

export async function insertPartnership(tx: Tx, { name, terms, startsOn, endsOn, agencyIds }: NewPartnership): Promise<void> {
  const made = await row<{ id: string }>(tx, 'insert into hub.fee_partnership (name, terms, starts_on, ends_on) values ($1, $2, $3::date, $4::date) returning id', [name, terms, startsOn, endsOn]);
  for (const agencyId of agencyIds) await rows(tx, 'insert into hub.fee_partner (partnership_id, agency_id) values ($1, $2)', [made?.id, agencyId]);
}

/** False where somebody else has changed it, or there is none. */
export const endPartnership = async (tx: Tx, { id, version, endsOn }: { readonly id: string; readonly version: number; readonly endsOn: IsoDate }): Promise<boolean> =>
  (await affected(tx, 'update hub.fee_partnership set ends_on = $3::date, version = version + 1 where id = $1::uuid and version = $2 and starts_on <= $3::date', [id, version, endsOn])) === 1;

/** The ids of London's agencies. */
export const londonAgencies = async (tx: Tx): Promise<string[]> => (await rows<{ id: string }>(tx, 'select id from hub.agency where is_london')).map(({ id }) => id);

/** False where there is no such agency. */
export const markLondon = async (tx: Tx, code: string, isLondon: boolean): Promise<boolean> => (await affected(tx, 'update hub.agency set is_london = $2 where code = $1', [code, isLondon])) === 1;
