import type { Tx } from '@hub/database/tx';
import { householdCardsByIds, type HouseholdHit } from '../adopters/household-search.queries';
import { unitCardsByIds, type UnitHit } from '../children/unit-search.queries';
import type { EntryRow } from './selection-entries.queries';

/** Both null: what is kept has left the pool, or the viewer may not see it by now. */
export interface EntryCard {
  readonly unit: UnitHit | null;
  readonly household: HouseholdHit | null;
}

/** The cards of a selection's entries, in their order. */
export async function entryCards(tx: Tx, entries: readonly EntryRow[]): Promise<EntryCard[]> {
  const ids = (of: 'unitId' | 'householdId'): string[] => entries.flatMap((entry) => (entry.listed ? (entry[of] ?? []) : []));
  const [unitIds, householdIds] = [ids('unitId'), ids('householdId')];
  const units = new Map(unitIds.length > 0 ? (await unitCardsByIds(tx, unitIds)).map((card) => [card.unitId, card]) : []);
  const households = new Map(householdIds.length > 0 ? (await householdCardsByIds(tx, householdIds)).map((card) => [card.householdId, card]) : []);
  return entries.map(({ unitId, householdId }) => ({ unit: units.get(unitId ?? '') ?? null, household: households.get(householdId ?? '') ?? null }));
}
