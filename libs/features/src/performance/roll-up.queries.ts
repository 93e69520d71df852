import type { AgencyKind } from '@hub/domain/access/actor';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { recountedSince, type Former } from '@hub/domain/performance/former';
import type { Membership } from '@hub/domain/performance/membership';
import { firstDay, monthOf, type Month } from '@hub/domain/performance/periods';
import type { Block, RegionBasis } from '@hub/domain/performance/shown';
import type { Counted } from '@hub/domain/performance/source';
import { row, rows, type Tx } from '@hub/database/tx';
import { newReference } from '@hub/platform/reference';
import type { AgencyMonths, CountedAgency } from './counted';

const CHUNK = 20_000;

/** Councils and voluntary agencies that are or were members. */
export function agenciesToCount(tx: Tx): Promise<CountedAgency[]> {
  return rows(tx, `select a.id, a.code, a.kind from hub.agency a where a.kind in ('COUNCIL', 'VOLUNTARY') and exists (select from hub.membership m where m.agency_id = a.id) order by a.code`);
}

export async function agencyKinds(tx: Tx): Promise<ReadonlyMap<string, AgencyKind>> {
  return new Map((await rows<{ id: string; kind: AgencyKind }>(tx, 'select id, kind from hub.agency')).map(({ id, kind }) => [id, kind]));
}

export function memberships(tx: Tx): Promise<Membership[]> {
  return rows(tx, 'select agency_id as "agencyId", starts_on as "startsOn", ends_on as "endsOn" from hub.membership order by starts_on');
}

export interface NewEdition {
  readonly dataDate: IsoDate;
  readonly months: readonly Month[];
  readonly agencies: Readonly<Record<string, Counted>>;
  readonly definitions: Readonly<Record<string, number>>;
  readonly settledUntil: Month | null;
}

/** Takes the place of the current edition, which goes unless it was published; within the transaction, so that everybody sees the one or the other. */
export async function replaceEdition(tx: Tx, { dataDate, months, agencies, definitions, settledUntil }: NewEdition): Promise<string> {
  // Whoever is just publishing it is waited for, so that what follows sees its name.
  await rows(tx, 'select from hub.performance_edition where is_current for update');
  await rows(tx, 'update hub.performance_edition set is_current = false where is_current and name is not null');
  await rows(tx, 'delete from hub.performance_edition where is_current');
  const made = await row<{ id: string }>(tx, `
    insert into hub.performance_edition (reference, data_date, first_month, last_month, agencies, definitions, settled_until, is_current) values ($1, $2::date, $3::date, $4::date, $5, $6, $7::date, true) returning id`,
  [newReference('PE'), dataDate, firstDay(months[0] as Month), firstDay(months.at(-1) as Month), JSON.stringify(agencies), JSON.stringify(definitions), settledUntil === null ? null : firstDay(settledUntil)]);
  return made?.id as string;
}

export async function insertMonths(tx: Tx, editionId: string, { agencyId, source, isUsed, months }: AgencyMonths): Promise<void> {
  const all = [...months].map(([month, tallies]) => ({ month: firstDay(month), tallies }));
  await rows(tx, `
    insert into hub.performance_month (edition_id, agency_id, source, is_used, month, tallies)
    select $1, $2, $3, $4, n.month, n.tallies from jsonb_to_recordset($5::jsonb) n (month date, tallies jsonb)`, [editionId, agencyId, source, isUsed, JSON.stringify(all)]);
}

/** What everybody was shown until now, of whom, with the region's as of that day's members; agencies by id. `now`: what they are counted from today. */
export async function shownBefore(tx: Tx, now: NewEdition['agencies']): Promise<Former> {
  const found = await rows<Omit<Block, 'from' | 'to'> & { readonly from: IsoDate; readonly to: IsoDate }>(tx, `
    select b.agency_id as agency, b.code, b.part, b.from_month as "from", b.to_month as "to", b.tally
    from hub.performance_block b join hub.performance_edition e on e.id = b.edition_id where e.is_current and b.basis is distinct from 'FROZEN'`);
  const shown = await row<{ agencies: NewEdition['agencies']; until: IsoDate; settled: IsoDate | null }>(tx, 'select agencies, last_month as until, settled_until as settled from hub.performance_edition where is_current');
  if (shown === undefined) return { agencies: [], blocks: [] };
  const until = monthOf(shown.until);
  return {
    agencies: Object.keys(shown.agencies), recounted: recountedSince(shown.agencies, now, until), until, settledUntil: shown.settled === null ? null : monthOf(shown.settled),
    blocks: found.map((block) => ({ ...block, from: monthOf(block.from), to: monthOf(block.to) })),
  };
}

/** `basis`: of the region's; `agency` is an id here. */
export async function insertBlocks(tx: Tx, editionId: string, basis: RegionBasis, blocks: readonly Block[]): Promise<void> {
  for (let at = 0; at < blocks.length; at += CHUNK) {
    const some = blocks.slice(at, at + CHUNK).map(({ from, to, ...block }) => ({ ...block, from: firstDay(from), to: firstDay(to) }));
    await rows(tx, `
      insert into hub.performance_block (edition_id, agency_id, basis, code, part, from_month, to_month, tally)
      select $1, n.agency, case when n.agency is null then $2 end, n.code, n.part, n."from", n."to", n.tally
      from jsonb_to_recordset($3::jsonb) n (agency uuid, code text, part text, "from" date, "to" date, tally jsonb)`, [editionId, basis, JSON.stringify(some)]);
  }
}
