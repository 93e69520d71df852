/** Tells whether a unit and a household, by id, are among some pairs. */
export function pairTest(pairs: readonly { readonly unit: string; readonly household: string }[]): (unit: string, household: string) => boolean {
  const byUnit = new Map<string, Set<string>>();
  for (const { unit, household } of pairs) byUnit.set(unit, (byUnit.get(unit) ?? new Set()).add(household));
  return (unit, household) => byUnit.get(unit)?.has(household) === true;
}
