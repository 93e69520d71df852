import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { ChannelKind, ChannelResult, OutsideOutcome } from '@hub/domain/channels/channels';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Vault } from '@hub/database/crypto/vault';
import { affected, row, rows, type Tx } from '@hub/database/tx';
import { agenciesNamed, type AgencySummary } from '../agencies/agencies.queries';
import { peopleByIds, type Person } from '../agencies/users.queries';
import { shareIdsOf } from '../disclosure/subjects.queries';

interface Recorded {
  readonly id: string;
  readonly words: string | null;
  readonly person: Person | null;
  readonly at: Date;
  readonly version: number;
}

export interface SearchChannel extends Recorded {
  readonly kind: ChannelKind;
  readonly agency: AgencySummary | null;
  readonly startedOn: IsoDate;
  readonly endedOn: IsoDate | null;
  readonly result: ChannelResult | null;
}

export interface OutsideHousehold extends Recorded {
  readonly agency: AgencySummary | null;
  /** What the agency outside calls the family; null where it went with the child's record. */
  readonly givenReference: string | null;
  readonly householdKind: 'SINGLE' | 'COUPLE' | null;
  readonly maxChildren: number | null;
  readonly ageMinMonths: number | null;
  readonly ageMaxMonths: number | null;
  readonly onDate: IsoDate;
  readonly outcome: OutsideOutcome;
}

export interface SearchLog {
  readonly channels: readonly SearchChannel[];
  readonly households: readonly OutsideHousehold[];
}

interface Row {
  readonly id: string;
  readonly agencyId: string;
  readonly outsideId: string | null;
  readonly recordedBy: string;
  readonly shareIds: string[];
  readonly wrapped_key: Buffer | null;
  readonly words: Buffer | null;
}

const CHANNEL = 'search_channel';
const HOUSEHOLD = 'outside_household';
const COMMON = `id, agency_id as "agencyId", outside_agency_id as "outsideId", recorded_by as "recordedBy", share_ids as "shareIds", wrapped_key, words, at, version`;
const MOST = 200;

/** The own agency's log of one unit, the latest first. */
export async function searchLog(tx: Tx, vault: Vault, unitId: string): Promise<SearchLog> {
  const channels = await rows<Row & Omit<SearchChannel, 'agency' | 'person' | 'words'>>(tx, `
    select ${COMMON}, kind, started_on as "startedOn", ended_on as "endedOn", result from hub.search_channel where unit_id = $1::uuid order by started_on desc, at desc limit ${MOST}`, [unitId]);
  const households = await rows<Row & { given_reference: Buffer } & Omit<OutsideHousehold, 'agency' | 'person' | 'words' | 'givenReference'>>(tx, `
    select ${COMMON}, given_reference, household_kind as "householdKind", max_children as "maxChildren", age_min_months as "ageMinMonths", age_max_months as "ageMaxMonths", on_date as "onDate", outcome
    from hub.outside_household where unit_id = $1::uuid order by on_date desc, at desc limit ${MOST}`, [unitId]);
  const all = [...channels, ...households];
  const agencies = await agenciesNamed(tx, all.flatMap(({ outsideId }) => outsideId ?? []));
  const people = new Map((await peopleByIds(tx, [...new Set(all.map(({ recordedBy }) => recordedBy))])).map((person) => [person.id, person]));
  const named = ({ outsideId, recordedBy }: Row) => ({ agency: (outsideId && agencies.get(outsideId)) || null, person: people.get(recordedBy) ?? null });
  return {
    channels: channels.map((one) => ({ ...one, ...named(one), ...vault.openTexts({ agencyId: one.agencyId, table: CHANNEL, rowId: one.id, shareIds: one.shareIds }, { wrapped_key: one.wrapped_key, words: one.words }) })),
    households: households.map(({ given_reference, ...one }) => {
      const { given_reference: givenReference, words } = vault.openTexts({ agencyId: one.agencyId, table: HOUSEHOLD, rowId: one.id, shareIds: one.shareIds }, { wrapped_key: one.wrapped_key, given_reference, words: one.words });
      return { ...one, ...named(one), givenReference, words };
    }),
  };
}

/** An entry of the log: new without an id, else as it was read at that version. */
export interface Place {
  readonly unitId: string;
  readonly id: string | null;
  readonly version: number | null;
}

export type ChannelWrite = Pick<SearchChannel, 'kind' | 'startedOn' | 'endedOn' | 'result' | 'words'> & { readonly outsideId: string | null };

/** False where somebody else was quicker. */
export async function saveChannel(tx: Tx, vault: Vault, actor: Actor, { unitId, id, version }: Place, { kind, outsideId, startedOn, endedOn, result, words }: ChannelWrite): Promise<boolean> {
  const [rowId, shareIds] = [id ?? randomUUID(), await shareIdsOf(tx, vault, 'UNIT', unitId)];
  const sealed = vault.sealTexts({ agencyId: actor.agencyId, table: CHANNEL, rowId, shareIds }, { words });
  return save(tx, 'hub.search_channel', { id: rowId, agency_id: actor.agencyId, unit_id: unitId, recorded_by: actor.userId, share_ids: shareIds, wrapped_key: sealed.wrapped_key, words: sealed.words,
    kind, outside_agency_id: outsideId, started_on: startedOn, ended_on: endedOn, result }, id === null ? null : (version ?? 0));
}

export type HouseholdWrite = Pick<OutsideHousehold, 'householdKind' | 'maxChildren' | 'ageMinMonths' | 'ageMaxMonths' | 'onDate' | 'outcome' | 'words'> & { readonly outsideId: string; readonly givenReference: string };

export async function saveOutsideHousehold(tx: Tx, vault: Vault, actor: Actor, { unitId, id, version }: Place, write: HouseholdWrite): Promise<boolean> {
  const [rowId, shareIds] = [id ?? randomUUID(), await shareIdsOf(tx, vault, 'UNIT', unitId)];
  const sealed = vault.sealTexts({ agencyId: actor.agencyId, table: HOUSEHOLD, rowId, shareIds }, { given_reference: write.givenReference, words: write.words });
  return save(tx, 'hub.outside_household', { id: rowId, agency_id: actor.agencyId, unit_id: unitId, recorded_by: actor.userId, share_ids: shareIds, ...sealed,
    outside_agency_id: write.outsideId, household_kind: write.householdKind, max_children: write.maxChildren, age_min_months: write.ageMinMonths, age_max_months: write.ageMaxMonths,
    on_date: write.onDate, outcome: write.outcome }, id === null ? null : (version ?? 0));
}

const FIXED = ['id', 'agency_id', 'unit_id'];

/** The one path by which the log is written; who wrote last stands there, and the trail keeps the rest. */
async function save(tx: Tx, table: string, values: Readonly<Record<string, unknown>>, version: number | null): Promise<boolean> {
  const columns = Object.keys(values);
  const params = Object.values(values);
  const at = (column: string): string => `$${columns.indexOf(column) + 1}`;
  if (version === null) return (await affected(tx, `insert into ${table} (${columns.join(', ')}) values (${columns.map(at).join(', ')})`, params)) === 1;
  const changed = columns.filter((column) => !FIXED.includes(column)).map((column) => `${column} = ${at(column)}`);
  return (await affected(tx, `
    update ${table} set ${changed.join(', ')}, at = clock_timestamp(), version = version + 1
    where id = ${at('id')} and unit_id = ${at('unit_id')} and agency_id = ${at('agency_id')} and version = $${params.length + 1}`, [...params, version])) === 1;
}

/** Whether the entry is there at all, for whom a save came back false. */
export const entryExists = async (tx: Tx, table: 'search_channel' | 'outside_household', id: string): Promise<boolean> =>
  (await row(tx, `select 1 from hub.${table} where id = $1::uuid`, [id])) !== undefined;
