import type { HouseholdState } from '../adopters/states';
import type { FamilyFinding } from '../children/codes';
import type { ChildState } from '../children/states';
import type { IsoDate } from '../dates/iso-date';
import { conflict, type DomainError } from '../errors';

export interface ChildAtRest {
  readonly state: ChildState;
  readonly adoptedOn: IsoDate | null;
  readonly familyFinding: FamilyFinding;
}

export interface HouseholdAtRest {
  readonly state: HouseholdState;
  readonly matchedOn: IsoDate | null;
  readonly placedOn: IsoDate | null;
  readonly aoOn: IsoDate | null;
  /** Whether a child of the agency is, or was, matched with the household. */
  readonly hasChild: boolean;
}

const STATUTE = 'at least 100 years from the adoption order (Disclosure of Adoption Information (Post-Commencement Adoptions) Regulations 2005, SI 2005/888)';

/** States in which a child's way through the hub has ended without an adoption. */
const ENDED: readonly ChildState[] = ['LEFT_CARE_OTHER', 'PLAN_CHANGED'];

/**
 * Why a child's record may not be destroyed, or null where it may (domain.md 6.3, trust.md RET-1). The hub's copy of a child
 * who was not adopted is under no statutory period of its own: the council's care record is.
 */
export function childMustBeKept({ state, adoptedOn, familyFinding }: ChildAtRest): DomainError | null {
  if (state === 'ADOPTED' || adoptedOn !== null) return conflict('GUARD_FAILED', `The record of an adopted child is kept for ${STATUTE}. It cannot be destroyed.`);
  if (!ENDED.includes(state) || familyFinding === 'ACTIVE' || familyFinding === 'PAUSED') {
    return conflict('GUARD_FAILED', 'The child’s journey is still open in the hub. Only the record of a child who left care another way, or whose plan changed, can be destroyed, once family finding is closed.');
  }
  return null;
}

/** The same of a household: adopters who adopted, or to whom a child was matched, are part of that child's adoption record. */
export function householdMustBeKept({ state, matchedOn, placedOn, aoOn, hasChild }: HouseholdAtRest): DomainError | null {
  if (aoOn !== null || placedOn !== null || matchedOn !== null || hasChild) {
    return conflict('GUARD_FAILED', `This household is part of the adoption record of a child, which is kept for ${STATUTE}. It cannot be destroyed.`);
  }
  if (state !== 'LEFT') return conflict('GUARD_FAILED', 'The household’s journey is still open in the hub. Record first that it left.');
  return null;
}
