import type { Pause, SearchClocks } from '@hub/domain/drift/clocks';
import type { Delay } from '@hub/domain/drift/delays';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Tx } from '@hub/database/tx';
import { limitsOf } from './limits.queries';
import { ownLinks, searchOf, timed } from './searches.queries';

/** The clocks of one of the own agency's searches, as its page shows them. */
export interface UnitClocks extends SearchClocks {
  readonly reviewedOn: IsoDate | null;
  readonly pauses: readonly Pause[];
  readonly delays: readonly Delay[];
}

/** Null where no search is open. */
export async function clocksOfUnit(tx: Tx, agencyId: string, unit: { readonly id: string; readonly reference: string }, today: IsoDate): Promise<UnitClocks | null> {
  const found = await searchOf(tx, unit.id);
  const [search] = found ? timed([found], await ownLinks(tx, unit.reference), await limitsOf(tx, agencyId), today) : [];
  return search ? { ...search.clocks, reviewedOn: search.reviewedOn, pauses: search.pauses, delays: search.delays } : null;
}
