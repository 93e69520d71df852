import type { Actor } from '@hub/domain/access/actor';
import type { FamilyFinding, Sex, UnitPlan } from '@hub/domain/children/codes';
import type { Clock } from '@hub/domain/clocks/clock';
import { clocksOf } from '@hub/domain/clocks/clocks-of';
import { childJourney, type JourneyEvent, type RecordedEvent } from '@hub/domain/children/journey';
import { waitingSinceOf, type ChildProfile } from '@hub/domain/children/members';
import type { ChildDates, ChildState } from '@hub/domain/children/states';
import type { NeedLevel, UnitProfile } from '@hub/domain/children/unit-card';
import { ENGLAND_AND_WALES } from '@hub/domain/dates/bank-holidays';
import { daysBetween } from '@hub/domain/dates/day-count';
import type { ChildIdentified } from '@hub/domain/disclosure/identified';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { Vault } from '@hub/database/crypto/vault';
import { row, rows, type Tx } from '@hub/database/tx';
import { agenciesByIds, type AgencySummary } from '../agencies/agencies.queries';
import { peopleByIds, type Person } from '../agencies/users.queries';
import { childCasesOf } from '../clocks/child-cases.queries';
import { placementCasesOf } from '../clocks/placement-cases.queries';
import { clocksOfUnit, type UnitClocks } from '../drift/clocks-of-unit.queries';
import { isGranted } from '../disclosure/identified.queries';
import { localSearchOf, type LocalSearch } from '../local-search/local-search.queries';
import { photosOfChildren } from '../photos/photos.queries';
import { loadChildren, type ChildRecord } from './child-records.queries';
import { eventsOf } from './events.queries';
import { unitProfilePlace } from './profile-place';
import { toReleases, type Release } from './release-view.queries';
import { earlyPermanencePartnerIds, partnerIds, releasesOf } from './releases.queries';
import { toNeedLevels, unitCardByReference, type ShownUnitCard, type UnitHit } from './unit-search.queries';
import { familyFindingReason, findUnit } from './units.queries';

export interface ShownUnitProfile extends UnitProfile {
  readonly expiresOn: IsoDate | null;
}

/** Who can see what of a subject today. */
export interface Sharing {
  readonly card: readonly AgencySummary[];
  readonly profile: readonly AgencySummary[];
  readonly profileUntil: IsoDate | null;
}

/** What is recorded for matching, as a form shows it. */
export interface ProfileDraft extends Omit<ChildProfile, 'needs'> {
  readonly needs: readonly NeedLevel[];
  readonly about: string | null;
  readonly version: number;
}

/** A child of the own council. */
export interface ShownChild {
  readonly reference: string;
  readonly externalId: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly healthSummary: string | null;
  /** The reference of the photo; null where there is none. */
  readonly photo: string | null;
  readonly dateOfBirth: IsoDate | null;
  readonly sex: Sex;
  readonly ethnicity: string | null;
  readonly disability: boolean | null;
  readonly state: ChildState;
  readonly dates: ChildDates;
  readonly profile: ProfileDraft;
  readonly journey: readonly JourneyEvent[];
  readonly clocks: readonly Clock[];
  readonly version: number;
}

/** The council's own record of a unit. */
export interface UnitRecord {
  readonly plan: UnitPlan;
  readonly familyFinding: FamilyFinding;
  readonly familyFindingReason: string | null;
  readonly familyFindingSince: IsoDate | null;
  readonly waitingSince: IsoDate | null;
  readonly waitingDays: number | null;
  readonly namedWorker: Person | null;
  readonly children: readonly ShownChild[];
  readonly releases: readonly Release[];
  readonly sharedWith: Sharing;
  readonly localSearch: LocalSearch;
  /** Null where no search is open. */
  readonly searchClocks: UnitClocks | null;
  readonly version: number;
}

/** Projections out of tables of their own: what a stage does not show is never loaded (trust.md FLD-1). */
export interface UnitView {
  readonly reference: string;
  readonly stage: 'S0' | 'S1' | 'S2' | 'OWN';
  readonly card: ShownUnitCard;
  readonly profile: ShownUnitProfile | null;
  readonly identified: readonly ChildIdentified[] | null;
  readonly record: UnitRecord | null;
}

/** What is shared of a unit up to the profile, and whether there is more to open. */
export interface SharedUnit {
  readonly card: UnitHit;
  readonly profile: ShownUnitProfile | null;
  readonly isIdentified: boolean;
}

export async function sharedUnit(tx: Tx, vault: Vault, reference: string): Promise<SharedUnit | undefined> {
  const card = await unitCardByReference(tx, reference);
  if (!card) return undefined;
  const profile = card.hasProfile ? ((await liveUnitProfile(tx, vault, card.unitId)) ?? null) : null;
  return { card, profile, isIdentified: profile !== null && !card.isOwn && (await isGranted(tx, 'UNIT', card.unitId)) };
}

/** The view with the highest stage that is in it. */
export function toUnitView({ card, profile }: SharedUnit, identified: readonly ChildIdentified[], record: UnitRecord | null): UnitView {
  const stage = record !== null ? 'OWN' : identified.length > 0 ? 'S2' : profile !== null ? 'S1' : 'S0';
  return { reference: card.reference, stage, card, profile, identified: identified.length > 0 ? identified : null, record };
}

interface ProfileRow extends Omit<ShownUnitProfile, 'about'> {
  readonly agencyId: string;
  readonly shareIds: readonly string[];
  readonly wrapped_key: Buffer | null;
  readonly about: Buffer | null;
}

/** The released profile, while it is live; row-level security hides a partner's as soon as it is not. */
async function liveUnitProfile(tx: Tx, vault: Vault, unitId: string): Promise<ShownUnitProfile | undefined> {
  const found = await row<ProfileRow>(tx, `
    select heritage_groups as "heritageGroups", contact, progress, expires_on as "expiresOn", agency_id as "agencyId", share_ids as "shareIds", wrapped_key, about
    from hub.unit_profile where unit_id = $1::uuid and live and expires_on > hub.today()`, [unitId]);
  if (!found) return undefined;
  const { agencyId, shareIds, wrapped_key, about, ...plain } = found;
  return { ...plain, ...vault.openTexts(unitProfilePlace(unitId, agencyId, shareIds), { wrapped_key, about }) };
}

export async function unitRecord(tx: Tx, vault: Vault, actor: Actor, reference: string, today: IsoDate): Promise<UnitRecord | undefined> {
  const unit = await findUnit(tx, reference);
  if (!unit) return undefined;
  const children = await loadChildren(tx, vault, 'c.unit_id', [unit.id]);
  const ids = children.map(({ id }) => id);
  const history = await eventsOf(tx, vault, 'child', ids);
  const cases = [...(await childCasesOf(tx, vault, unit.id)), ...(await placementCasesOf(tx, ids))];
  const photos = await photosOfChildren(tx, ids);
  const releases = await toReleases(tx, actor, await releasesOf(tx, vault, unit.id));
  const workers = unit.namedWorkerId === null ? [] : await peopleByIds(tx, [unit.namedWorkerId]);
  const waitingSince = waitingSinceOf(children.map(({ details: { dates, dateOfBirth, sex, profile } }) =>
    ({ sex, dateOfBirth, profile, decidedOn: dates.admDecidedOn ?? dates.authorityOn ?? dates.enteredCareOn })));
  return {
    plan: unit.plan, familyFinding: unit.familyFinding, familyFindingReason: familyFindingReason(vault, unit), familyFindingSince: unit.familyFindingSince,
    waitingSince, waitingDays: waitingSince === null ? null : Math.max(0, daysBetween(waitingSince, today)), namedWorker: workers[0] ?? null,
    children: children.map((child) => toShownChild(child, history.filter(({ subjectId }) => subjectId === child.id), photos.get(child.id) ?? null, cases.filter(({ id }) => id === child.id).flatMap(({ facts }) => clocksOf(facts, ENGLAND_AND_WALES, today)))),
    releases, sharedWith: await sharingOf(tx, unit.id), localSearch: await localSearchOf(tx, vault, 'UNIT', unit.id),
    searchClocks: await clocksOfUnit(tx, unit.agencyId, unit, today), version: unit.version,
  };
}

function toShownChild({ reference, version, profileVersion, details }: ChildRecord, history: readonly RecordedEvent[], photo: string | null, clocks: readonly Clock[]): ShownChild {
  const { identity: { externalId, firstName, lastName, healthSummary }, dateOfBirth, sex, ethnicity, disability, state, dates, profile, about } = details;
  return {
    reference, externalId, firstName, lastName, healthSummary, photo, dateOfBirth, sex, ethnicity, disability, state, dates, version,
    profile: { ...profile, needs: toNeedLevels(profile.needs), about, version: profileVersion },
    journey: childJourney(dates, history, state, clocks), clocks,
  };
}

interface Shown {
  readonly listed: boolean;
  readonly early_permanence: boolean;
  readonly profile_until: IsoDate | null;
}

/**
 * Agencies that live agreements let see the unit today. Of early permanence only those are named who really see it.
 * That tells the child's council which partners have a family approved for it, though not which family or how many,
 * and not every such family is on a card; but a custodian has to be able to say who sees its child (trust.md AUD-7).
 */
async function sharingOf(tx: Tx, unitId: string): Promise<Sharing> {
  const shown = await row<Shown>(tx, `
    select k.listed and not coalesce(u.widens_on > hub.today(), false) as listed, k.early_permanence, (select p.expires_on from hub.unit_profile p where p.unit_id = k.unit_id and p.live and p.expires_on > hub.today()) as profile_until
    from hub.unit_card k join hub.unit u on u.id = k.unit_id where k.unit_id = $1::uuid`, [unitId]);
  if (!shown?.listed) return { card: [], profile: [], profileUntil: null };
  const partners = await agenciesByIds(tx, await (shown.early_permanence ? earlyPermanencePartnerIds(tx) : partnerIds(tx)));
  const released = shown.profile_until === null ? [] : await profileAudience(tx, unitId);
  return { card: partners, profile: partners.filter((agency) => released.includes(agency.id)), profileUntil: shown.profile_until };
}

/** The partners to whom the live profile is released, under agreements that allow it. */
async function profileAudience(tx: Tx, unitId: string): Promise<string[]> {
  const found = await rows<{ id: string }>(tx, `
    select distinct s.agency_id as id from hub.unit_profile p left join hub.disclosure_grant g on g.id = p.release_id, hub.sharing('S1') s
    where p.unit_id = $1::uuid
      and (p.audience = 'PARTNERS' or s.agency_id = g.audience_agency_id and s.agreement_id = g.agreement_id)`, [unitId]);
  return found.map((one) => one.id);
}
