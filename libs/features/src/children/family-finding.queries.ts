import type { FamilyFinding } from '@hub/domain/children/codes';
import type { Problem } from '@hub/domain/children/facts';
import { nextFamilyFinding } from '@hub/domain/children/family-finding';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { DomainError } from '@hub/domain/errors';
import type { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { loadUnits, type LoadedUnit } from './unit-facts.queries';
import { findUnits, saveFamilyFinding, type FamilyFindingChange, type UnitRow } from './units.queries';

/** What a row of a file says of family finding: it is a fact of the unit, told beside one of its children. */
export interface FindingWish {
  readonly childId: string;
  readonly unitId: string;
  readonly to: FamilyFinding | null | undefined;
  readonly reason: string | null | undefined;
}

export interface AppliedFinding {
  readonly changed: readonly string[];
  readonly problems: ReadonlyMap<string, readonly Problem[]>;
}

/** Family finding as files give it, under the same guards as a person's change. What a guard refuses is a warning: the row itself is good. */
export async function applyFamilyFinding(tx: Tx, vault: Vault, wishes: readonly FindingWish[], today: IsoDate): Promise<AppliedFinding> {
  const named = wishes.filter(({ to }) => to);
  if (named.length === 0) return { changed: [], problems: new Map() };
  const ids = [...new Set(named.map(({ unitId }) => unitId))];
  const units = new Map((await findUnits(tx, ids)).map((unit) => [unit.id, unit]));
  const facts = new Map((await loadUnits(tx, vault, { ids })).map((unit) => [unit.id, unit]));
  const changes = new Map<string, FamilyFindingChange>();
  const problems = new Map<string, readonly Problem[]>();
  for (const wish of named) {
    const result = decide(wish, units.get(wish.unitId), facts.get(wish.unitId), today);
    if (result instanceof DomainError) problems.set(wish.childId, [{ severity: 'WARNING', field: 'familyFinding', code: 'FAMILY_FINDING', message: result.message }]);
    else if (result !== null) changes.set(result.id, result);
  }
  if (changes.size > 0) await saveFamilyFinding(tx, vault, [...changes.values()], today);
  return { changed: [...changes.keys()], problems };
}

function decide({ to, reason }: FindingWish, unit: UnitRow | undefined, facts: LoadedUnit | undefined, today: IsoDate): FamilyFindingChange | DomainError | null {
  if (unit === undefined || facts === undefined || !to || unit.familyFinding === to) return null;
  const members = facts.members.map(({ state, profile }) => ({ state, earlyPermanence: profile.earlyPermanence }));
  const status = nextFamilyFinding(unit.familyFinding, to, { members, reason: reason ?? null, onDate: today, since: unit.familyFindingSince, today });
  return status instanceof DomainError ? status : { id: unit.id, agencyId: unit.agencyId, to: status, reason: reason ?? null, shareIds: facts.members.map(({ childId }) => childId) };
}
