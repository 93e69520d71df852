import { randomBytes } from 'node:crypto';
import type { AgencyKind } from '@hub/domain/access/actor';

/** One agency with a row of its own in every table, and the ids of those rows. */
export interface Settlement {
  readonly agencyId: string;
  readonly code: string;
  readonly kind: AgencyKind;
  readonly userId: string;
  readonly managerId: string;
  readonly unitId: string;
  readonly childId: string;
  readonly householdId: string;
  readonly runId: string;
}

/** What stands where something is sealed; nobody opens it. */
export const BLOB = Buffer.from('sealed');
export const hash = (): string => randomBytes(32).toString('hex');
export const reference = (): string => randomBytes(4).toString('hex').toUpperCase().slice(0, 6);
