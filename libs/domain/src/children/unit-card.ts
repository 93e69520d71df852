import type { IsoDate } from '../dates/iso-date';
import type { Contact, Level } from '../matching/pool';
import { levelOf } from '../matching/pool';
import type { AgeBand, HeritageGroup, WaitingBand } from './bands';
import { AGE_BANDS, ageBand, waitingBand } from './bands';
import type { FamilyFinding } from './codes';
import type { UnitMember } from './members';
import { combineMembers, highestNeed } from './members';
import type { ChildState } from './states';
import { isSearchable } from './states';
import { NEED_KEYS, WAITING_WORDS } from './words';

export type UnitSex = 'F' | 'M' | 'MIXED' | 'UNKNOWN';

export interface NeedLevel {
  readonly key: string;
  readonly level: Level | null;
  /** Where the level is shown as a range: its upper end. 0 to 3 is not shown. */
  readonly upTo?: Level | null;
}

/** What a unit is when its projections are made: nothing in here names a child. */
export interface UnitFacts {
  readonly reference: string;
  readonly regionBand: string;
  readonly familyFinding: FamilyFinding;
  readonly members: readonly (UnitMember & { readonly state: ChildState })[];
  readonly asAt: IsoDate;
}

/** S0: what every member with a live agreement may see of a child or a sibling group (product.md). */
export interface UnitCard {
  readonly reference: string;
  readonly groupSize: number;
  readonly youngestBand: AgeBand;
  readonly oldestBand: AgeBand;
  readonly sex: UnitSex;
  readonly needs: readonly NeedLevel[];
  readonly highestNeed: Level | null;
  readonly earlyPermanence: boolean;
  readonly regionBand: string;
  readonly waitingBand: WaitingBand;
  /** In the pool: family finding is active and every member still needs a family (domain.md trap 31). */
  readonly listed: boolean;
}

/** S1: a pseudonymised profile. The text is a person's, released by two. */
export interface UnitProfile {
  readonly heritageGroups: readonly HeritageGroup[];
  readonly contact: Contact | null;
  readonly progress: string;
  readonly about: string | null;
}

/** The card of a unit on a day. Bands only, no date, no place and no name (trust.md ANON-1). */
export function toUnitCard(unit: UnitFacts): UnitCard {
  const combined = combineMembers(unit.members);
  const bands = unit.members.flatMap(({ dateOfBirth }) => (dateOfBirth === null ? [] : ageBand(dateOfBirth, unit.asAt)));
  const order = bands.map((band) => AGE_BANDS.indexOf(band));
  return {
    reference: unit.reference,
    groupSize: unit.members.length,
    // A child whose birth is not recorded is not listed, so this default meets its own council's eyes alone.
    youngestBand: AGE_BANDS[order.length === 0 ? 0 : Math.min(...order)] ?? '0-1',
    oldestBand: AGE_BANDS[order.length === 0 ? 0 : Math.max(...order)] ?? '0-1',
    sex: unitSex(unit.members),
    needs: NEED_KEYS.map((key) => ({ key, level: levelOf(combined.needs, key) })),
    highestNeed: highestNeed(combined.needs),
    earlyPermanence: combined.earlyPermanence === true,
    regionBand: unit.regionBand,
    waitingBand: combined.waitingSince === null ? 'UNDER_3M' : waitingBand(combined.waitingSince, unit.asAt),
    listed: isInPool(unit),
  };
}

/** Does the unit enter runs and the region's search? The same question for both, asked in one place. */
export function isInPool({ familyFinding, members }: Pick<UnitFacts, 'familyFinding' | 'members'>): boolean {
  return (
    familyFinding === 'ACTIVE' &&
    members.length > 0 &&
    members.every(({ state, dateOfBirth, profile }) => dateOfBirth !== null && isSearchable(state, profile.earlyPermanence))
  );
}

/** `heritage`: the groups as the guard lets them be shown; none where it does not. */
export function toUnitProfile(unit: UnitFacts, about: string | null, heritage: readonly HeritageGroup[]): UnitProfile {
  return { heritageGroups: heritage, contact: combineMembers(unit.members).contact, progress: progressOf(unit), about };
}

export function unitSex(members: readonly Pick<UnitMember, 'sex'>[]): UnitSex {
  const sexes = new Set(members.map(({ sex }) => sex));
  if (sexes.has('F') && sexes.has('M')) return 'MIXED';
  if (sexes.size !== 1) return 'UNKNOWN';
  return sexes.has('F') ? 'F' : sexes.has('M') ? 'M' : 'UNKNOWN';
}

const COMMON: readonly ChildState[] = ['ADOPTION_CONSIDERED', 'ADM_DECIDED', 'AUTHORITY_TO_PLACE', 'LINKED'];
const PROGRESS: Readonly<Partial<Record<ChildState, string>>> = {
  ADOPTION_CONSIDERED: 'Adoption is being considered',
  ADM_DECIDED: 'Decided that adoption is the plan; authority to place is awaited',
  AUTHORITY_TO_PLACE: 'Authority to place has been given',
  LINKED: 'A link is being explored',
};

/** How far the slowest member has come, and the waiting band: about, never a date. */
function progressOf(unit: UnitFacts): string {
  const states = unit.members.map(({ state }) => state);
  const state = COMMON.find((candidate) => states.includes(candidate));
  const words = (state && PROGRESS[state]) ?? 'No longer looking for a family';
  const since = combineMembers(unit.members).waitingSince;
  return since === null ? words : `${words}; waiting ${WAITING_WORDS[waitingBand(since, unit.asAt)]}`;
}
