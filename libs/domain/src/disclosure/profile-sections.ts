import type { NeedLevel } from '../children/unit-card';
import type { Level } from '../matching/pool';
import { inPolicyOrder, needLabel, rangeWord } from '../children/words';
import type { ChildIdentified, HouseholdIdentified } from './identified';
import {
  childRows, householdIdentifiedRows, householdProfileRows, householdRows, unitProfileRows, unitRows, type ShownRow,
} from './shown-rows';

/** A part of a file that the hub makes. */
export interface ProfileSection {
  readonly heading: string;
  readonly text: string | null;
  readonly rows: readonly ShownRow[];
}

interface Released {
  readonly about: string | null;
}

export interface UnitContent {
  readonly card: Parameters<typeof unitRows>[0] & { readonly needs: readonly NeedLevel[] };
  readonly profile: Parameters<typeof unitProfileRows>[0] & Released;
  /** Where the identified stage is granted. A file holds no photo: nobody can take it back out of one. */
  readonly children: readonly Omit<ChildIdentified, 'photo'>[];
}

export interface HouseholdContent {
  readonly card: Parameters<typeof householdRows>[0] & { readonly offers: readonly NeedLevel[] };
  readonly profile: Parameters<typeof householdProfileRows>[0] & Released;
  readonly identified: Omit<HouseholdIdentified, 'photo'> | null;
}

interface Leveled {
  readonly key: string;
  readonly level?: number | null;
  readonly upTo?: number | null;
}

/** Needs or offers, in the order of the policy. */
export const levelRows = (all: readonly Leveled[]): ShownRow[] =>
  inPolicyOrder(all).map(({ key, level, upTo }) => ({ label: needLabel(key), value: rangeWord((level ?? null) as Level | null, (upTo ?? null) as Level | null) }));

/** What the page of a unit shows to another agency, in the same words. */
export function unitSections({ card, profile, children }: UnitContent): ProfileSection[] {
  return [
    ...children.map((child) => ({ heading: child.firstName ?? 'First name not recorded', text: null, rows: childRows(child) })),
    { heading: 'The card', text: null, rows: unitRows(card) },
    { heading: 'Needs', text: null, rows: levelRows(card.needs) },
    { heading: 'The profile', text: profile.about, rows: unitProfileRows(profile) },
  ];
}

/** The same of a household. */
export function householdSections({ card, profile, identified }: HouseholdContent): ProfileSection[] {
  const names = identified && identified.firstNames.length > 0 ? identified.firstNames.join(' and ') : 'First names not recorded';
  return [
    ...(identified ? [{ heading: names, text: null, rows: householdIdentifiedRows(identified) }] : []),
    { heading: 'The card', text: null, rows: householdRows(card) },
    { heading: 'What they would accept', text: null, rows: levelRows(card.offers) },
    { heading: 'The profile', text: profile.about, rows: householdProfileRows(profile) },
  ];
}
