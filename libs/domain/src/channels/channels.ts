import type { IsoDate } from '../dates/iso-date';
import { invalid, type DomainError, type Issue } from '../errors';

/** Where a search goes beyond the region. */
export const CHANNEL_KINDS = { NATIONAL_SITE: 'National site', ACTIVITY_DAY: 'Activity day', EXCHANGE_EVENT: 'Exchange event', MAGAZINE: 'Regional magazine or profiling', OTHER_AGENCY: 'Another agency approached' } as const;
export type ChannelKind = keyof typeof CHANNEL_KINDS;

export const CHANNEL_RESULTS = { NO_INTEREST: 'No interest', INTEREST: 'Interest, none followed up', FOLLOWED_UP: 'Interest that is followed up', FAMILY_FOUND: 'A family was found', CANCELLED: 'Cancelled' } as const;
export type ChannelResult = keyof typeof CHANNEL_RESULTS;

/** What kind of agency lies outside the region. */
export const OUTSIDE_KINDS = { COUNCIL: 'Council', REGIONAL: 'Regional adoption agency', VOLUNTARY: 'Voluntary agency', OTHER: 'Other' } as const;
export type OutsideKind = keyof typeof OUTSIDE_KINDS;

/** How it stands with a family of an agency outside. */
export const OUTSIDE_OUTCOMES = { INTERESTED: 'Interested', CONSIDERED: 'Being considered', DECLINED: 'Declined by them', RULED_OUT: 'Ruled out by us' } as const;
export type OutsideOutcome = keyof typeof OUTSIDE_OUTCOMES;

export interface ChannelFacts {
  readonly kind: ChannelKind;
  readonly agency: string | null;
  readonly startedOn: IsoDate;
  readonly endedOn: IsoDate | null;
  readonly result: ChannelResult | null;
}

/** Why a channel cannot be recorded so; null where it can. A result stands once it has ended. */
export function channelRefusal({ kind, agency, startedOn, endedOn, result }: ChannelFacts, today: IsoDate): DomainError | null {
  return refused([
    startedOn > today && { path: 'startedOn', message: 'The first day lies in the future.' },
    endedOn !== null && endedOn < startedOn && { path: 'endedOn', message: 'The last day lies before the first.' },
    endedOn !== null && endedOn > today && { path: 'endedOn', message: 'The last day lies in the future.' },
    (endedOn === null) !== (result === null) && { path: 'result', message: 'Give the last day and the result together.' },
    (kind === 'OTHER_AGENCY') !== (agency !== null) && { path: 'agency', message: 'Name the agency where one was approached.' },
  ]);
}

export interface OutsideHouseholdFacts {
  readonly maxChildren: number | null;
  readonly ageMinMonths: number | null;
  readonly ageMaxMonths: number | null;
  readonly onDate: IsoDate;
  readonly outcome: OutsideOutcome;
  readonly words: string | null;
}

/** Why a family of an agency outside cannot be recorded so; null where it can. Ruling one out takes a reason. */
export function outsideHouseholdRefusal({ ageMinMonths, ageMaxMonths, onDate, outcome, words }: OutsideHouseholdFacts, today: IsoDate): DomainError | null {
  return refused([
    onDate > today && { path: 'onDate', message: 'The day lies in the future.' },
    (ageMinMonths === null) !== (ageMaxMonths === null) && { path: 'ageMaxMonths', message: 'Give both ends of the age, or neither.' },
    ageMinMonths !== null && ageMaxMonths !== null && ageMinMonths > ageMaxMonths && { path: 'ageMaxMonths', message: 'The age ends before it begins.' },
    outcome === 'RULED_OUT' && (words ?? '').trim() === '' && { path: 'words', message: 'Say why the family was ruled out.' },
  ]);
}

const refused = (faults: readonly (Issue | false)[]): DomainError | null => {
  const issues = faults.filter((fault) => fault !== false);
  return issues.length === 0 ? null : invalid(issues);
};
