import { toHouseholdCard, type HouseholdCard, type HouseholdOffer } from '@hub/domain/adopters/household-card';
import { isListed } from '@hub/domain/adopters/household-card';
import { availabilityOf } from '@hub/domain/adopters/states';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { rows, type Tx } from '@hub/database/tx';
import { withdrawGrantsOf } from '../disclosure/grants.queries';
import { DETAILS_SQL } from './household-records.queries';

const BATCH = 1000;

interface OfferRow extends HouseholdOffer {
  readonly id: string;
  readonly agencyId: string;
  readonly cardConsentUntil: IsoDate | null;
  readonly profileConsentUntil: IsoDate | null;
  readonly offeredOn: IsoDate | null;
}

// No identity is joined: a card cannot hold what was never loaded (trust.md FLD-1).
const OFFER = `
  select h.id, h.agency_id as "agencyId", h.reference, a.region_band as "regionBand", h.state, h.offered_on as "offeredOn", ${DETAILS_SQL}
  from hub.household h join hub.agency a on a.id = h.agency_id`;

export function loadOffers(tx: Tx, which: { readonly ids: readonly string[] } | 'ALL'): Promise<OfferRow[]> {
  return which === 'ALL' ? rows(tx, `${OFFER} order by h.reference`) : rows(tx, `${OFFER} where h.id = any($1::uuid[]) order by h.reference`, [which.ids]);
}

const COLUMNS = ['reference', 'age_min_months', 'age_max_months', 'max_children', 'sex_preference', 'accepts', 'early_permanence', 'region_band', 'stage', 'listed', 'consent_until', 'profile_consent_until'];
const SAVE = `
  insert into hub.household_card as k (household_id, agency_id, ${COLUMNS.join(', ')})
  select r.household_id, r.agency_id, ${COLUMNS.map((column) => `r.${column}`).join(', ')} from jsonb_to_recordset($1::jsonb) as r(household_id uuid, agency_id uuid,
    reference text, age_min_months smallint, age_max_months smallint, max_children smallint, sex_preference text, accepts jsonb, early_permanence boolean,
    region_band text, stage text, listed boolean, consent_until date, profile_consent_until date)
  on conflict (household_id) do update set ${COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ')}
  where (${COLUMNS.map((column) => `k.${column}`).join(', ')}) is distinct from (${COLUMNS.map((column) => `excluded.${column}`).join(', ')})`;

/** Makes the cards of households anew. A household before stage two, or gone, has no card: there is nothing to offer. */
export async function refreshHouseholdCards(tx: Tx, which: { readonly ids: readonly string[] } | 'ALL'): Promise<number> {
  const offers = await loadOffers(tx, which);
  if (which !== 'ALL') await beginOffers(tx, offers);
  const carded = offers.filter((offer) => toHouseholdCard(offer).stage !== 'OTHER');
  for (let at = 0; at < carded.length; at += BATCH) await rows(tx, SAVE, [JSON.stringify(carded.slice(at, at + BATCH).map(cardRow))]);
  const gone = offers.filter((offer) => !carded.includes(offer)).map(({ id }) => id);
  if (gone.length > 0) await rows(tx, 'delete from hub.household_card where household_id = any($1::uuid[])', [gone]);
  const hidden = offers.filter((offer) => !isListed(offer) || offer.profileConsentUntil === null).map(({ id }) => id);
  // Consent withdrawn, matched, left or on hold: what was shared of the household ends with it. What ran out can be renewed.
  if (which !== 'ALL') await withdrawGrantsOf(tx, hidden, 'NOT_AVAILABLE');
  return offers.length;
}

/** With the first offer of a household its time with the own agency alone begins, under the policy of that day. */
async function beginOffers(tx: Tx, offers: readonly OfferRow[]): Promise<void> {
  const begun = offers.filter(({ offeredOn, state, availability, provisionalPanelOn }) => offeredOn === null && availabilityOf(state, availability, provisionalPanelOn) !== false);
  if (begun.length === 0) return;
  await rows(tx, `
    update hub.household h set offered_on = o.day, widens_on = greatest(h.widens_on, o.day + hub.local_search_days(h.agency_id, 'HOUSEHOLD', o.day))
    from (select id, coalesce(approved_on, hub.today()) as day from hub.household where id = any($1::uuid[])) o where o.id = h.id`, [begun.map(({ id }) => id)]);
}

function cardRow(offer: OfferRow): object {
  const card: HouseholdCard = toHouseholdCard(offer);
  return {
    household_id: offer.id, agency_id: offer.agencyId, reference: card.reference, age_min_months: card.approvedFromMonths, age_max_months: card.approvedToMonths,
    max_children: card.maxChildren, sex_preference: card.sexPreference, accepts: Object.fromEntries(card.offers.map(({ key, level }) => [key, level])),
    early_permanence: card.earlyPermanence, region_band: card.regionBand, stage: card.stage, listed: card.listed,
    consent_until: offer.cardConsentUntil, profile_consent_until: offer.profileConsentUntil,
  };
}
