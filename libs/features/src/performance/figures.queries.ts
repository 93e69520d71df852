import { monthOf, type Month } from '@hub/domain/performance/periods';
import type { Block, RegionBasis } from '@hub/domain/performance/shown';
import type { Tally } from '@hub/domain/performance/tally';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { rows, type Tx } from '@hub/database/tx';

/** Of which edition, indicators and months something is asked. */
export interface Asked {
  readonly editionId: string;
  readonly codes: readonly string[];
  /** First days of the first and the last month. */
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** By code and month, of the source that is used: the own agency's alone, as row-level security sees to. */
export async function monthsOfAgency(tx: Tx, agencyId: string, { editionId, codes, from, to }: Asked): Promise<ReadonlyMap<string, ReadonlyMap<Month, Tally>>> {
  const found = await rows<{ month: IsoDate; code: string; tally: Tally }>(tx, `
    select m.month, c.code, c.tally from hub.performance_month m cross join jsonb_each(m.tallies) c (code, tally)
    where m.edition_id = $1 and m.agency_id = $2 and m.is_used and m.month between $4 and $5 and c.code = any($3::text[])`, [editionId, agencyId, codes, from, to]);
  const byCode = new Map<string, Map<Month, Tally>>(codes.map((code) => [code, new Map()]));
  for (const { month, code, tally } of found) byCode.get(code)?.set(monthOf(month), tally);
  return byCode;
}

interface BlockRow extends Omit<Block, 'from' | 'to'> {
  readonly from: IsoDate;
  readonly to: IsoDate;
}

/** Blocks of some agencies, by id, and of the region (null); `agency` of a block is an id here. */
export async function blocksOfAgencies(tx: Tx, agencyIds: readonly (string | null)[], basis: RegionBasis, { editionId, codes, from, to }: Asked): Promise<ReadonlyMap<string, readonly Block[]>> {
  const found = await rows<BlockRow>(tx, `
    select agency_id as agency, code, part, from_month as "from", to_month as "to", tally from hub.performance_block
    where edition_id = $1 and code = any($2::text[]) and (agency_id = any($3::uuid[]) or $4 and basis = $5) and to_month >= $6 and from_month <= $7 order by from_month`,
  [editionId, codes, agencyIds.filter((id) => id !== null), agencyIds.includes(null), basis, from, to]);
  const by = new Map<string, Block[]>();
  for (const block of found) {
    const key = blockKey(block.agency, block.code);
    const same = by.get(key);
    const known = { ...block, from: monthOf(block.from), to: monthOf(block.to) };
    if (same) same.push(known);
    else by.set(key, [known]);
  }
  return by;
}

export const blockKey = (agencyId: string | null, code: string): string => `${agencyId ?? ''} ${code}`;
