import { can, type DisclosureStage } from '../access/actions';
import type { Actor } from '../access/actor';
import { addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';

/** Stages that people grant; the card (S0) is shared by the agreement alone. */
export const GRANT_STAGES = ['S1', 'S2'] as const;
export type GrantStage = (typeof GRANT_STAGES)[number];

/** To every partner, to one agency, or to one person of one agency. */
export const AUDIENCES = ['PARTNERS', 'AGENCY', 'PERSON'] as const;
export type Audience = (typeof AUDIENCES)[number];

/**
 * DRAFT: the record changed under a profile, and two people have to decide again. REQUESTED: waits for the second person. AGREEMENT_ENDED: the agreement it rests on is over or no longer allows the stage.
 * WITHDRAWN: by a person, or with family finding, the match or the group it was for.
 */
export const GRANT_STATUSES = ['DRAFT', 'REQUESTED', 'LIVE', 'EXPIRED', 'AGREEMENT_ENDED', 'WITHDRAWN'] as const;
export type GrantStatus = (typeof GRANT_STATUSES)[number];

/** What the hub ends a grant for, or returns a profile to draft for, by itself; a person gives a reason of their own. */
export const GRANT_CAUSE_WORDS = {
  REPLACED: 'Replaced by a newer grant',
  ASKED_ANEW: 'Asked for anew',
  PROFILE_WITHDRAWN: 'The profile that it stood on was withdrawn',
  NOT_AVAILABLE: 'No longer available, or consent withdrawn',
  SEARCH_CLOSED: 'Family finding closed',
  GROUP_CHANGED: 'The sibling group changed',
  JOINED_GROUP: 'Joined a sibling group',
  RECORD_CHANGED: 'The record was changed',
  LINK_ENDED: 'The link that it was for ended',
  MORE_GENERAL: 'The region’s records changed: what is shown must be more general',
} as const;
export type GrantCause = keyof typeof GRANT_CAUSE_WORDS;

/** Of an identified stage: whether photos were asked for with it, and what was decided. Null where nobody asked. */
export const GRANT_PHOTOS = ['ASKED', 'SHOWN', 'NOT_SHOWN'] as const;
export type GrantPhotos = (typeof GRANT_PHOTOS)[number];

const LONGEST_MONTHS = 12;

/** Whoever edits a record decides with whom it is shared, and sees it as others do; each role on its side alone. */
export const mayShare = (actor: Actor, subjectType: 'UNIT' | 'HOUSEHOLD'): boolean => can(actor, subjectType === 'UNIT' ? 'children.edit' : 'adopters.edit');

/** Why a stage cannot be granted to named people of a partner, in words for who asks; null where it can. */
export function stageRefusal(stage: DisclosureStage): string | null {
  if (stage === 'S2') return null;
  if (stage === 'S0') return 'The card (S0) needs no grant: an agreement shares it.';
  if (stage === 'S1') return 'The profile (S1) is released with its text. Ask for a release.';
  return `Stage ${stage} is not granted by itself: give the reports on a link, version by version, once both sides explore it.`;
}

/**
 * Why a grant cannot end on a day (the first day without it); null where it can. `profileUntil`: of the profile that an
 * identified stage stands on, because no stage outlives the one below it (trust.md AZ-7).
 */
export function expiryRefusal(expiresOn: IsoDate, today: IsoDate, profileUntil: IsoDate | null): string | null {
  if (expiresOn <= today) return 'A grant ends on a day to come.';
  if (expiresOn > addMonths(today, LONGEST_MONTHS)) return `A grant lasts ${LONGEST_MONTHS} months at most. Grant it again when it ends.`;
  return profileUntil !== null && expiresOn > profileUntil ? 'A grant ends no later than the profile it stands on.' : null;
}
