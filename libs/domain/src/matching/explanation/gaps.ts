import type { PreparedUnit } from '../prepared';
import type { CriterionName } from '../result';

/**
 * Criteria for which the unit's own side is not recorded, so that a reader learns whom to ask. Needs and contact tell
 * it by their levels; what the household offers at home is the household's to record.
 */
export function gapsOf({ unit, position }: PreparedUnit): CriterionName[] {
  const gaps: readonly (readonly [CriterionName, boolean])[] = [
    ['sex', unit.members.some(({ sex }) => sex == null)],
    ['distance', position === null],
    ['heritage', unit.heritage == null],
    ['language', unit.languages == null],
    ['religion', unit.religion == null],
    ['pets', unit.petsRisk == null],
  ];
  return gaps.flatMap(([criterion, isGap]) => (isGap ? [criterion] : []));
}
