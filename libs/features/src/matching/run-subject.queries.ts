import type { RunScope } from '@hub/domain/access/run-scopes';
import type { FamilyFinding } from '@hub/domain/children/codes';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { invalid, notFound } from '@hub/domain/errors';
import { householdNotInPool, unitNotInPool } from '@hub/domain/matching/not-in-pool';
import { row, type Tx } from '@hub/database/tx';
import { householdCardByReference } from '../adopters/household-search.queries';
import { loadPoolHouseholds } from '../adopters/pool-households.queries';
import { unitCardByReference } from '../children/unit-search.queries';

/**
 * The id of whom a run is to be about, by reference; null for a region. Refuses a subject that the agency does not have
 * (NOT_FOUND), or that no run would compare (NOT_IN_POOL).
 */
export async function runSubject(tx: Tx, scope: RunScope, subject: string | null, asAt: IsoDate): Promise<string | null> {
  if (scope === 'REGION') {
    if (subject !== null) throw invalid([{ path: 'subject', message: 'A run over the region has no subject.' }]);
    return null;
  }
  if (subject === null) throw invalid([{ path: 'subject', message: 'Say which child or household the run is for.' }]);
  return scope === 'UNIT' ? unitSubject(tx, subject) : householdSubject(tx, subject, asAt);
}

async function unitSubject(tx: Tx, reference: string): Promise<string> {
  const card = await unitCardByReference(tx, reference);
  if (!card) throw notFound('unit', reference);
  const unit = await row<{ listed: boolean; familyFinding: FamilyFinding }>(tx, `
    select k.listed, u.family_finding as "familyFinding" from hub.unit u join hub.unit_card k on k.unit_id = u.id where u.id = $1`, [card.unitId]);
  if (!unit?.listed) throw unitNotInPool(unit?.familyFinding ?? 'NOT_STARTED');
  return card.unitId;
}

async function householdSubject(tx: Tx, reference: string, asAt: IsoDate): Promise<string> {
  const card = await householdCardByReference(tx, reference);
  if (!card) throw notFound('household', reference);
  if ((await loadPoolHouseholds(tx, card.householdId, asAt)).length === 0) throw householdNotInPool();
  return card.householdId;
}
