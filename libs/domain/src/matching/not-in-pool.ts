import type { FamilyFinding } from '../children/codes';
import { conflict } from '../errors';
import type { DomainError } from '../errors';

const UNIT: Readonly<Record<FamilyFinding, string>> = {
  NOT_STARTED: 'Family finding for this child or group has not started. Start it on their page, then look for families.',
  ACTIVE: 'A child of this unit has no date of birth recorded, or no longer needs a family. Correct the record, then look for families.',
  PAUSED: 'Family finding for this child or group is paused. Start it again on their page, then look for families.',
  CLOSED: 'Family finding for this child or group is closed. Open it again on their page, then look for families.',
};

/** Why no run can be about a unit that is not in the pool, and what to do; `ACTIVE` alone does not put it there. */
export function unitNotInPool(familyFinding: FamilyFinding): DomainError {
  return conflict('NOT_IN_POOL', UNIT[familyFinding]);
}

export function householdNotInPool(): DomainError {
  return conflict('NOT_IN_POOL', 'This family is not available: not yet approved, on hold, matched, gone or recorded as not available. Correct their record, then look for children.');
}
