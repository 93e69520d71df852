/** As what somebody sits at a panel (AAR 2005 reg 3 and 4). SOCIAL_WORKER: with three years' relevant experience since qualifying. */
export const MEMBER_ROLES = {
  CHAIR: 'Chair',
  VICE_CHAIR: 'Vice chair',
  MEDICAL_ADVISER: 'Medical adviser',
  SOCIAL_WORKER: 'Social worker with three years’ experience',
  INDEPENDENT: 'Independent member',
  OTHER: 'Other member',
} as const;

export type MemberRole = keyof typeof MEMBER_ROLES;

/** Reg 4(3)(a) and 4(8): the chair is independent of the agency, and so is an independent member. */
export const INDEPENDENT_ROLES: readonly MemberRole[] = ['CHAIR', 'INDEPENDENT'];

export interface SittingMember {
  readonly role: MemberRole;
  readonly isIndependent: boolean;
}

export interface Quorum {
  readonly isMet: boolean;
  readonly present: number;
  readonly needed: number;
  /** What is missing, in words. */
  readonly missing: readonly string[];
}

const MEMBERS = 5;
const MEMBERS_OF_JOINT = 6;

/**
 * Whether a panel may do business (AAR 2005 reg 6 as amended in 2011; general knowledge, to be verified): the chair or a vice chair, a
 * social worker with three years' experience and three others meet, four of a joint panel; where the chair is not there and the
 * vice chair is not independent of the agency, one of the others is. `present`: who is in the room for the item.
 */
export function quorumOf(present: readonly SittingMember[], isJoint: boolean): Quorum {
  const needed = isJoint ? MEMBERS_OF_JOINT : MEMBERS;
  const leads = present.filter(({ role }) => role === 'CHAIR' || role === 'VICE_CHAIR');
  const missing = [
    ...(present.length < needed ? [`${needed} members`] : []),
    ...(leads.length === 0 ? ['the chair or a vice chair'] : []),
    ...(present.some(({ role }) => role === 'SOCIAL_WORKER') ? [] : ['a social worker with three years’ experience']),
    ...(present.some(({ isIndependent }) => isIndependent) ? [] : ['an independent member, as the chair is not there']),
  ];
  return { isMet: missing.length === 0, present: present.length, needed, missing };
}
