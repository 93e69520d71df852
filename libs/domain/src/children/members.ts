import type { IsoDate } from '../dates/iso-date';
import type { Contact, Level, Levels } from '../matching/pool';
import { levelOf } from '../matching/pool';
import type { Sex } from './codes';
import { NEED_KEYS } from './words';

/** What is recorded of one child for matching. `null` is not recorded, which is never the same as none. */
export interface ChildProfile {
  readonly needs: Levels;
  readonly essential: readonly string[];
  readonly earlyPermanence: boolean | null;
  readonly avoidAreas: readonly string[] | null;
  readonly contact: Contact | null;
  readonly heritage: readonly string[] | null;
  readonly languages: readonly string[] | null;
  readonly religion: string | null;
  readonly petsRisk: boolean | null;
  readonly waitingSince: IsoDate | null;
  readonly homeArea: string | null;
}

export const EMPTY_PROFILE: ChildProfile = {
  needs: {}, essential: [], earlyPermanence: null, avoidAreas: null, contact: null, heritage: null, languages: null,
  religion: null, petsRisk: null, waitingSince: null, homeArea: null,
};

/** A child as a member of a unit. */
export interface UnitMember {
  readonly sex: Sex;
  /** Not recorded for a row that a file brought without it; such a unit cannot be matched. */
  readonly dateOfBirth: IsoDate | null;
  /** From where waiting counts when the profile does not say: the decision, or care where there is none yet. */
  readonly decidedOn: IsoDate | null;
  readonly profile: ChildProfile;
}

/** Several children who are placed together, as the one unit that the engine and the card know. */
export type UnitProfileFacts = ChildProfile;

/**
 * One unit out of its members. A household must be able to do what the member with most asks for, so levels and
 * contact take the highest and lists the union. "None" is said only where every member says so: an unrecorded
 * member beside zeros leaves the unit unrecorded, because a guess would read as a perfect fit.
 */
export function combineMembers(members: readonly UnitMember[]): UnitProfileFacts {
  const profiles = members.map(({ profile }) => profile);
  const known = NEED_KEYS.map((key) => [key, highest(profiles.map(({ needs }) => levelOf(needs, key)))] as const);
  return {
    needs: Object.fromEntries(known),
    essential: union(profiles.map(({ essential }) => essential)) ?? [],
    earlyPermanence: anyTrue(profiles.map(({ earlyPermanence }) => earlyPermanence)),
    avoidAreas: union(profiles.map(({ avoidAreas }) => avoidAreas)),
    contact: highest(profiles.map(({ contact }) => contact)),
    heritage: union(profiles.map(({ heritage }) => heritage)),
    languages: union(profiles.map(({ languages }) => languages)),
    // Siblings of two faiths have no one faith to match: not recorded is the honest answer.
    religion: onlyOne(profiles.map(({ religion }) => religion)),
    petsRisk: anyTrue(profiles.map(({ petsRisk }) => petsRisk)),
    waitingSince: waitingSinceOf(members),
    homeArea: onlyRecorded(profiles.map(({ homeArea }) => homeArea)),
  };
}

/** The earliest day from which a member waits; `null` where nothing says. */
export function waitingSinceOf(members: readonly UnitMember[]): IsoDate | null {
  const days = members.flatMap(({ profile, decidedOn }) => profile.waitingSince ?? decidedOn ?? []);
  return days.reduce<IsoDate | null>((first, day) => (first === null || day < first ? day : first), null);
}

/** The highest recorded level; not recorded where none is, or where one is missing and the others are 0. */
function highest<T extends Level | Contact>(levels: readonly (T | null)[]): T | null {
  const recorded = levels.filter((level): level is T => level !== null);
  if (recorded.length === 0) return null;
  const most = recorded.reduce((a, b) => (b > a ? b : a));
  return most === 0 && recorded.length < levels.length ? null : most;
}

function anyTrue(facts: readonly (boolean | null)[]): boolean | null {
  if (facts.includes(true)) return true;
  return facts.length === 0 || facts.includes(null) ? null : false;
}

function union(lists: readonly (readonly string[] | null)[]): readonly string[] | null {
  const recorded = lists.filter((list) => list !== null);
  return recorded.length === 0 ? null : [...new Set(recorded.flat())];
}

function onlyOne(values: readonly (string | null)[]): string | null {
  return new Set(values).size === 1 ? (values[0] ?? null) : null;
}

// Siblings often share a carer of whom one record tells; two different homes have no one point to measure from.
function onlyRecorded(values: readonly (string | null)[]): string | null {
  return onlyOne(values.filter((value) => value !== null));
}

/** The highest need that is recorded, over all kinds. */
export function highestNeed(needs: Levels): Level | null {
  const levels = NEED_KEYS.map((key) => levelOf(needs, key)).filter((level) => level !== null);
  return levels.length === 0 ? null : (Math.max(...levels) as Level);
}
