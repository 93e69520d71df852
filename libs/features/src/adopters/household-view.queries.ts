import type { Actor } from '@hub/domain/access/actor';
import { saidWith } from '@hub/domain/adopters/event-codes';
import type { HouseholdProfile } from '@hub/domain/adopters/household-card';
import type { HouseholdDetails } from '@hub/domain/adopters/merge';
import { householdJourney } from '@hub/domain/adopters/journey';
import type { Clock } from '@hub/domain/clocks/clock';
import { clocksOf } from '@hub/domain/clocks/clocks-of';
import { ENGLAND_AND_WALES } from '@hub/domain/dates/bank-holidays';
import type { JourneyEvent } from '@hub/domain/children/journey';
import type { HouseholdIdentified } from '@hub/domain/disclosure/identified';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Vault } from '@hub/database/crypto/vault';
import { row, type Tx } from '@hub/database/tx';
import { peopleByIds, type Person } from '../agencies/users.queries';
import { householdCaseOf } from '../clocks/household-cases.queries';
import { eventsOf } from '../children/events.queries';
import { householdProfilePlace } from '../children/profile-place';
import { toReleases, type Release } from '../children/release-view.queries';
import { releasesOf } from '../children/releases.queries';
import { isGranted } from '../disclosure/identified.queries';
import { localSearchOf, type LocalSearch } from '../local-search/local-search.queries';
import { photosOf } from '../photos/photos.queries';
import { loadHouseholds, pick } from './household-records.queries';
import { householdCardByReference, type HouseholdHit, type ShownHouseholdCard } from './household-search.queries';

export interface ShownHouseholdProfile extends HouseholdProfile {
  readonly expiresOn: IsoDate | null;
}

const SHOWN = [
  'state', 'kind', 'availability', 'provisionalPanelOn', 'shareConsent', 'shareConsentOn', 'contact', 'heritage', 'languages', 'religion', 'area', 'childrenAtHome',
  'pets', 'smokers', 'experience', 'about', 'adults',
] as const satisfies readonly (keyof HouseholdDetails)[];

/** The agency's own record of a household. */
export interface HouseholdRecordView extends Pick<HouseholdDetails, (typeof SHOWN)[number]> {
  readonly familyId: string | null;
  readonly names: string | null;
  readonly address: string | null;
  readonly reportSummary: string | null;
  /** The reference of the photo; null where there is none. */
  readonly photo: string | null;
  readonly enquiryOn: IsoDate | null;
  readonly approvedOn: IsoDate | null;
  /** The first day without the consent to be shown, and without that to the profile. */
  readonly cardConsentUntil: IsoDate | null;
  readonly profileConsentUntil: IsoDate | null;
  readonly namedWorker: Person | null;
  readonly journey: readonly JourneyEvent[];
  readonly clocks: readonly Clock[];
  readonly releases: readonly Release[];
  readonly localSearch: LocalSearch;
  readonly version: number;
}

/** Projections out of tables of their own (trust.md FLD-1). */
export interface HouseholdView {
  readonly reference: string;
  readonly stage: 'S0' | 'S1' | 'S2' | 'OWN';
  readonly card: ShownHouseholdCard;
  readonly profile: ShownHouseholdProfile | null;
  readonly identified: HouseholdIdentified | null;
  readonly record: HouseholdRecordView | null;
}

/** What is shared of a household up to the profile, and whether there is more to open. */
export interface SharedHousehold {
  readonly card: HouseholdHit;
  readonly profile: ShownHouseholdProfile | null;
  readonly isIdentified: boolean;
}

export async function sharedHousehold(tx: Tx, vault: Vault, reference: string): Promise<SharedHousehold | undefined> {
  const card = await householdCardByReference(tx, reference);
  if (!card) return undefined;
  const profile = card.hasProfile ? ((await liveHouseholdProfile(tx, vault, card.householdId)) ?? null) : null;
  return { card, profile, isIdentified: profile !== null && !card.isOwn && (await isGranted(tx, 'HOUSEHOLD', card.householdId)) };
}

/** The view with the highest stage that is in it. */
export function toHouseholdView({ card, profile }: SharedHousehold, identified: HouseholdIdentified | null, record: HouseholdRecordView | null): HouseholdView {
  const stage = record !== null ? 'OWN' : identified !== null ? 'S2' : profile !== null ? 'S1' : 'S0';
  return { reference: card.reference, stage, card, profile, identified, record };
}

interface ProfileRow extends Omit<ShownHouseholdProfile, 'about' | 'experience'> {
  readonly agencyId: string;
  readonly wrapped_key: Buffer | null;
  readonly about: Buffer | null;
  readonly experience: Buffer | null;
}

/** The released profile, while it is live; row-level security hides a partner's as soon as it is not. */
async function liveHouseholdProfile(tx: Tx, vault: Vault, householdId: string): Promise<ShownHouseholdProfile | undefined> {
  const found = await row<ProfileRow>(tx, `
    select household_type as "householdType", heritage_groups as "heritageGroups", expires_on as "expiresOn", agency_id as "agencyId", wrapped_key, about, experience
    from hub.household_profile where household_id = $1::uuid and live and expires_on > hub.today()`, [householdId]);
  if (!found) return undefined;
  const { agencyId, wrapped_key, about, experience, ...plain } = found;
  return { ...plain, ...vault.openTexts(householdProfilePlace(householdId, agencyId), { wrapped_key, about, experience }) };
}

export async function householdRecord(tx: Tx, vault: Vault, actor: Actor, reference: string, today: IsoDate): Promise<HouseholdRecordView | undefined> {
  const [record] = await loadHouseholds(tx, vault, 'h.reference', [reference]);
  if (!record) return undefined;
  const history = (await eventsOf(tx, vault, 'household', [record.id])).map((one) => ({ ...one, reason: saidWith(one) }));
  const releases = await toReleases(tx, actor, await releasesOf(tx, vault, record.id));
  const workers = record.namedWorkerId === null ? [] : await peopleByIds(tx, [record.namedWorkerId]);
  const [photo] = await photosOf(tx, 'HOUSEHOLD', record.id);
  const found = await householdCaseOf(tx, record.id);
  const clocks = found ? clocksOf(found.facts, ENGLAND_AND_WALES, today) : [];
  const { identity, dates, state } = record.details;
  return {
    ...pick(record.details, SHOWN), familyId: identity.familyExternalId, names: identity.names, address: identity.address, reportSummary: identity.reportSummary, photo: photo ?? null,
    enquiryOn: dates.enquiryOn, approvedOn: dates.approvedOn, cardConsentUntil: record.cardConsentUntil, profileConsentUntil: record.profileConsentUntil, namedWorker: workers[0] ?? null, journey: householdJourney(dates, history, state, clocks), clocks, releases, localSearch: await localSearchOf(tx, vault, 'HOUSEHOLD', record.id), version: record.version,
  };
}
