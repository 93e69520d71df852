import type { IsoDate } from '../dates/iso-date';
import type { Levels } from '../matching/pool';
import { levelOf } from '../matching/pool';
import type { Sex } from './codes';
import type { ChildChanges, Difference } from './facts';
import type { ChildProfile } from './members';
import { EMPTY_PROFILE } from './members';
import type { ChildDates, ChildState } from './states';
import { deriveState, NO_DATES, oneEnding } from './states';

/** Who the child is: the council's own eyes only. */
export interface ChildIdentity {
  readonly externalId: string | null;
  readonly firstName: string | null;
  readonly lastName: string | null;
  readonly address: string | null;
  readonly birthFamily: string | null;
  readonly notes: string | null;
  readonly healthSummary: string | null;
}

/** Everything that a correction or a file can change of one child. */
export interface ChildDetails {
  readonly identity: ChildIdentity;
  readonly dateOfBirth: IsoDate | null;
  readonly sex: Sex;
  readonly ethnicity: string | null;
  readonly disability: boolean | null;
  readonly dates: ChildDates;
  readonly state: ChildState;
  readonly profile: ChildProfile;
  readonly about: string | null;
}

export const NEW_CHILD: ChildDetails = {
  identity: { externalId: null, firstName: null, lastName: null, address: null, birthFamily: null, notes: null, healthSummary: null },
  dateOfBirth: null, sex: 'U', ethnicity: null, disability: null, dates: NO_DATES, state: 'LOOKED_AFTER', profile: EMPTY_PROFILE, about: null,
};

/** What of the record is touched: each part is a row of its own, and only touched rows are written. */
export interface MergedChild {
  readonly after: ChildDetails;
  readonly differences: readonly Difference[];
  /** The dates before one of two endings gave way: what is wrong with them is judged by these. */
  readonly said: ChildDates;
}

const IDENTITY = ['externalId', 'firstName', 'lastName', 'address', 'birthFamily', 'notes', 'healthSummary'] as const;
const PLAIN = ['dateOfBirth', 'sex', 'ethnicity', 'disability', 'about'] as const;
const DATES = ['enteredCareOn', 'admDecidedOn', 'matchedOn', 'placedOn', 'adoptedOn', 'decisionReversedOn', 'reversalReason', 'earlyPermanencePlacedOn'] as const;
const PROFILE = ['essential', 'earlyPermanence', 'avoidAreas', 'contact', 'heritage', 'languages', 'religion', 'petsRisk', 'waitingSince', 'homeArea'] as const;

/** The record with the changes in it, and every field that differs. What is not mentioned stays. */
export function mergeChild(before: ChildDetails, changes: ChildChanges): MergedChild {
  const said = mergeAuthority({ ...before.dates, ...mentioned(changes, DATES) }, changes);
  const dates = oneEnding(said);
  const profile = { ...before.profile, ...mentioned(changes, PROFILE) };
  const after: ChildDetails = {
    ...before,
    ...mentioned(changes, PLAIN),
    identity: { ...before.identity, ...mentioned(changes, IDENTITY) },
    dates,
    state: deriveState(dates, before.state),
    // A blank list of essentials is an empty one: nothing is essential.
    profile: { ...profile, essential: profile.essential ?? [], needs: mergeLevels(before.profile.needs, changes.needs) },
  };
  return { after, differences: differencesOf(before, after), said };
}

/** A placement order outweighs consent; a blank clears only the kind of authority that it names. */
function mergeAuthority(dates: ChildDates, { placementOrderOn, consentOn }: ChildChanges): ChildDates {
  if (placementOrderOn) return { ...dates, authorityOn: placementOrderOn, authorityType: 'PO' };
  if (placementOrderOn === null && dates.authorityType === 'PO') return mergeAuthority({ ...dates, authorityOn: null, authorityType: null }, { consentOn });
  if (consentOn && dates.authorityType !== 'PO') return { ...dates, authorityOn: consentOn, authorityType: 'CONSENT' };
  if (consentOn === null && dates.authorityType === 'CONSENT') return { ...dates, authorityOn: null, authorityType: null };
  return dates;
}

/** Only the keys that are named change. `null` for the whole clears every level. */
export function mergeLevels(before: Levels, changes: Levels | null | undefined): Levels {
  if (changes === undefined) return before;
  if (changes === null) return {};
  return { ...before, ...Object.fromEntries(Object.entries(changes).filter(([, level]) => level !== undefined)) };
}

/** The named fields that are not `undefined`. */
export function mentioned<T extends object, K extends keyof T>(changes: T, fields: readonly K[]): { [F in K]-?: Exclude<T[F], undefined> } {
  return Object.fromEntries(fields.filter((field) => changes[field] !== undefined).map((field) => [field, changes[field]])) as {
    [F in K]-?: Exclude<T[F], undefined>;
  };
}

function differencesOf(before: ChildDetails, after: ChildDetails): readonly Difference[] {
  return compare([
    ...IDENTITY.map((field) => [field, before.identity[field], after.identity[field]] as const),
    ...PLAIN.map((field) => [field, before[field], after[field]] as const),
    ...(Object.keys(NO_DATES) as (keyof ChildDates)[]).map((field) => [field, before.dates[field], after.dates[field]] as const),
    ['state', before.state, after.state],
    ...levelPairs('needs', before.profile.needs, after.profile.needs),
    ...PROFILE.map((field) => [field, before.profile[field], after.profile[field]] as const),
  ]);
}

export type FieldPair = readonly [field: string, before: unknown, after: unknown];

export function levelPairs(field: string, before: Levels, after: Levels): readonly FieldPair[] {
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].map((key) => [`${field}.${key}`, levelOf(before, key), levelOf(after, key)] as const);
}

/** The pairs whose texts differ. Lists compare as they stand, joined by commas. */
export function compare(pairs: readonly FieldPair[]): readonly Difference[] {
  return pairs
    .map(([field, before, after]) => ({ field, before: asText(before), after: asText(after) }))
    .filter(({ before, after }) => before !== after);
}

function asText(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.join(', ');
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return String(value);
}
