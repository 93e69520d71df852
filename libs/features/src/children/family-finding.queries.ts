import type { FamilyFinding } from '@hub/domain/children/codes';
import type { Problem } from '@hub/domain/children/facts';
import { nextFamilyFinding } from '@hub/domain/children/family-finding';
import { isSearchable } from '@hub/domain/children/states';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import { DomainError } from '@hub/domain/errors';
import type { Vault } from '@hub/database/crypto/vault';
import type { Tx } from '@hub/database/tx';
import { settleUnits } from './cards.queries';
import { loadUnits, type LoadedUnit } from './unit-facts.queries';
import { findUnits, saveFamilyFinding, type FamilyFindingChange, type UnitRow } from './units.queries';

export interface FindingChange {
  readonly to: FamilyFinding;
  readonly reason: string | null;
  readonly onDate: IsoDate;
  readonly today: IsoDate;
}

/** What a person decides of a unit, which is locked, and what follows for its card, links and grants. Throws the domain's refusal. */
export async function changeFamilyFinding(tx: Tx, vault: Vault, unit: UnitRow, { to, reason, onDate, today }: FindingChange): Promise<void> {
  const [facts] = await loadUnits(tx, vault, { ids: [unit.id] });
  const status = nextFamilyFinding(unit.familyFinding, to, { members: facts ? searchedFor(facts) : [], reason, onDate, since: unit.familyFindingSince, today });
  if (status instanceof DomainError) throw status;
  await saveFamilyFinding(tx, vault, [{ id: unit.id, agencyId: unit.agencyId, to: status, reason, shareIds: facts?.members.map(({ childId }) => childId) ?? [] }], onDate);
  await settleUnits(tx, vault, [unit.id], today);
}

/** After a disruption, or a match that fell: of each unit whose every child needs a family. Of a group in which somebody stays it opens once its council takes them out. */
export async function seekAgain(tx: Tx, vault: Vault, unitIds: readonly string[], { onDate, today }: Pick<FindingChange, 'onDate' | 'today'>): Promise<void> {
  for (const unit of await findUnits(tx, unitIds, 'for update')) {
    const [facts] = await loadUnits(tx, vault, { ids: [unit.id] });
    const isWanted = facts !== undefined && searchedFor(facts).every(({ state, earlyPermanence }) => isSearchable(state, earlyPermanence));
    if (isWanted && unit.familyFinding !== 'ACTIVE') await changeFamilyFinding(tx, vault, unit, { to: 'ACTIVE', reason: null, onDate, today });
  }
}

const searchedFor = ({ members }: LoadedUnit) => members.map(({ state, profile }) => ({ state, earlyPermanence: profile.earlyPermanence }));

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
  const status = nextFamilyFinding(unit.familyFinding, to, { members: searchedFor(facts), reason: reason ?? null, onDate: today, since: unit.familyFindingSince, today });
  return status instanceof DomainError ? status : { id: unit.id, agencyId: unit.agencyId, to: status, reason: reason ?? null, shareIds: facts.members.map(({ childId }) => childId) };
}
