import { row, type Tx } from '@hub/database/tx';
import type { PairIds } from '../matching/ruled-out.queries';

/** Whether two are shown to each other, as the actor's agency meets them today. */
export interface PairFacts extends PairIds {
  readonly isShared: boolean;
  readonly lacksEarlyPermanence: boolean;
  /** Of two agencies, one of which keeps its own to itself yet. */
  readonly isKept: boolean;
}

/**
 * A pair by ids or references, as far as the actor may see both cards: a partner's only while it is in the pool under a live agreement,
 * with consent, and of early permanence only with a family approved for it. Undefined where one of them is not there.
 */
export function pairFacts(tx: Tx, by: 'id' | 'reference', unit: string, household: string): Promise<PairFacts | undefined> {
  const of = by === 'id' ? 'k.unit_id = $1::uuid and h.household_id = $2::uuid' : 'k.reference = $1 and h.reference = $2';
  return row(tx, `
    select k.unit_id as "unitId", k.agency_id as "unitAgencyId", h.household_id as "householdId", h.agency_id as "householdAgencyId",
      k.listed and h.listed and coalesce(h.consent_until > hub.today(), false) as "isShared", coalesce(k.early_permanence, false) and not coalesce(h.early_permanence, false) as "lacksEarlyPermanence",
      k.agency_id <> h.agency_id and (exists (select from hub.unit u where u.id = k.unit_id and u.widens_on > hub.today())
        or exists (select from hub.household o where o.id = h.household_id and o.widens_on > hub.today())) as "isKept"
    from hub.unit_card k cross join hub.household_card h where ${of}`, [unit, household]);
}
