import type { RecordedAvailability, SexPreference } from '@hub/domain/adopters/facts';
import type { HouseholdState } from '@hub/domain/adopters/states';
import { availabilityOf } from '@hub/domain/adopters/states';
import { ageInMonths } from '@hub/domain/dates/day-count';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import type { Contact, Household, Levels } from '@hub/domain/matching/pool';
import type { Offering } from '@hub/domain/performance/sufficiency';
import { rows, type Tx } from '@hub/database/tx';

/** A household as a run needs it: offers, no names, no addresses. */
export interface PoolHousehold {
  readonly id: string;
  readonly agencyId: string;
  readonly reference: string;
  /** Before that day its own agency alone sees it. */
  readonly widensOn: IsoDate | null;
  readonly area: string | null;
  readonly offer: Omit<Household, 'id' | 'agency' | 'area' | 'point'>;
}

interface OfferRow {
  readonly id: string;
  readonly agencyId: string;
  readonly reference: string;
  readonly widensOn: IsoDate | null;
  readonly state: HouseholdState;
  readonly availability: RecordedAvailability | null;
  readonly provisionalPanelOn: IsoDate | null;
  readonly shareConsent: boolean | null;
  readonly maxChildren: number | null;
  readonly ageMinMonths: number | null;
  readonly ageMaxMonths: number | null;
  readonly sexPreference: SexPreference | null;
  readonly accepts: Levels;
  readonly earlyPermanence: boolean | null;
  readonly area: string | null;
  readonly contact: Contact | null;
  readonly heritage: string[] | null;
  readonly languages: string[] | null;
  readonly religion: string | null;
  readonly childrenAtHome: string[] | null;
  readonly pets: boolean | null;
  readonly smokers: boolean | null;
}

// Consent that ran out is one to be asked for again, so it is not known.
const OFFERS = `
  select h.id, h.agency_id as "agencyId", h.reference, h.widens_on as "widensOn", h.state, h.availability, h.provisional_panel_on as "provisionalPanelOn", 
    case when h.share_consent and h.card_consent_until <= $1::date then null else h.share_consent end as "shareConsent",
    h.max_children as "maxChildren", h.age_min_months as "ageMinMonths", h.age_max_months as "ageMaxMonths", h.sex_preference as "sexPreference", h.accepts,
    h.early_permanence as "earlyPermanence", h.area, h.contact, h.heritage, h.languages, h.religion, h.children_at_home as "childrenAtHome", h.pets, h.smokers
  from hub.household h`;

/** Households that are available or, unknown, in stage two with a provisional panel date; or the one that a run is about, if it is such. */
export async function loadPoolHouseholds(tx: Tx, only: string | null, asAt: IsoDate): Promise<PoolHousehold[]> {
  const states = `h.state in ('APPROVED', 'LINKED', 'STAGE2', 'AT_PANEL')`;
  const found = only === null
    ? await rows<OfferRow>(tx, `${OFFERS} where ${states} order by h.reference`, [asAt])
    : await rows<OfferRow>(tx, `${OFFERS} where ${states} and h.id = $2::uuid`, [asAt, only]);
  return found.flatMap((row) => {
    const available = availabilityOf(row.state, row.availability, row.provisionalPanelOn);
    return available === false ? [] : [toPoolHousehold(row, available, asAt)];
  });
}

/** A household that can be asked, or one on its way to approval, and whose it is. */
export interface AgencyOffering extends Offering {
  readonly agencyId: string;
}

/** Of every agency: approved and available ones, and those between registering their interest and the decision. */
export async function loadOfferings(tx: Tx, asAt: IsoDate): Promise<AgencyOffering[]> {
  const found = await rows<OfferRow>(tx, `${OFFERS} where h.state in ('APPROVED', 'LINKED', 'ROI_SUBMITTED', 'STAGE1', 'GAP', 'STAGE2', 'AT_PANEL')`, [asAt]);
  return found.flatMap((row): AgencyOffering[] => {
    const isApproved = row.state === 'APPROVED' || row.state === 'LINKED';
    if (isApproved && availabilityOf(row.state, row.availability, row.provisionalPanelOn) !== true) return [];
    const { offer, reference } = toPoolHousehold(row, true, asAt);
    return [{ agencyId: row.agencyId, standing: isApproved ? 'AVAILABLE' : 'PIPELINE', household: { ...offer, id: reference, agency: row.agencyId } }];
  });
}

function toPoolHousehold(row: OfferRow, available: true | null, asAt: IsoDate): PoolHousehold {
  const { ageMinMonths: min, ageMaxMonths: max } = row;
  return {
    id: row.id, agencyId: row.agencyId, reference: row.reference, widensOn: row.widensOn, area: row.area,
    offer: {
      available, shareConsent: row.shareConsent, maxChildren: row.maxChildren, ageMonths: min === null || max === null ? null : { min, max },
      sex: row.sexPreference, accepts: row.accepts, earlyPermanence: row.earlyPermanence, contact: row.contact, heritage: row.heritage,
      languages: row.languages, religion: row.religion, pets: row.pets, smokers: row.smokers,
      // Only the month of birth is kept: its first day makes a child at home at most a month too old.
      childrenAtHome: row.childrenAtHome && row.childrenAtHome.map((month) => ageInMonths(isoDate(`${month}-01`), asAt)),
    },
  };
}
