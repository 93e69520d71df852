import { notFound } from '@hub/domain/errors';
import type { Policy } from '@hub/domain/matching/policy';
import { LARGEST_FIT } from '@hub/domain/matching/twentieths';
import type { ShownContribution } from '@hub/domain/matching/explanation/read-evidence';
import { DISTANCE_NOT_KNOWN, distanceBandOf, distanceBandsOf, type ShownDistance } from '@hub/domain/matching/shown-distance';
import { DEFAULT_POLICY } from '@hub/domain/matching/default-policy';
import type { Tx } from '@hub/database/tx';
import { householdCardByReference } from '../adopters/household-search.queries';
import { unitCardByReference } from '../children/unit-search.queries';
import { openHousehold } from './household-evidence';
import { readAsShown } from './read-as-shown';
import { openUnit } from './shortlists.service';

/** How far others are from an own unit or household, as far as its newest run told the viewer. */
export interface Distances {
  /** The bands that there may be, the nearest first and what is not known last. */
  readonly bands: readonly ShownDistance[];
  /** By reference; whoever is not in it, is not known. */
  readonly of: ReadonlyMap<string, ShownDistance>;
}

/**
 * Read out of the evidence of the unit's newest run and out of nothing else, so that asking by distance tells what the shortlist tells already
 * (docs/adr/0022). Whom the run did not list is not known, wherever they live. For own units alone.
 */
export async function distancesFromUnit(tx: Tx, unit: string): Promise<Distances> {
  const card = await unitCardByReference(tx, unit);
  if (!card?.isOwn) throw notFound('unit', unit);
  const opened = await openUnit(tx, unit, null);
  if (!opened) return NONE;
  return distancesOf(opened.policy, opened.pack.listed.map((listed) => [listed.offer.household, readAsShown(listed, opened).contributions]));
}

/** The same the other way round, out of the household's own run. */
export async function distancesFromHousehold(tx: Tx, household: string): Promise<Distances> {
  const card = await householdCardByReference(tx, household);
  if (!card?.isOwn) throw notFound('household', household);
  const opened = await openHousehold(tx, household, null);
  if (!opened) return NONE;
  const { rules, units } = opened;
  return distancesOf(rules.policy, units.flatMap(({ unit, pack }) => pack.listed.map((listed) => [unit.reference, readAsShown(listed, { pack, rules, unit }).contributions] as const)));
}

const NONE: Distances = { bands: distanceBandsOf(DEFAULT_POLICY), of: new Map() };

function distancesOf(policy: Policy, listed: readonly (readonly [reference: string, contributions: readonly ShownContribution[]])[]): Distances {
  const told = listed.map(([reference, contributions]) => {
    const fit = contributions.find(({ criterion }) => criterion === 'distance')?.fit ?? null;
    return [reference, fit === null ? DISTANCE_NOT_KNOWN : distanceBandOf(Math.round(fit * LARGEST_FIT), policy)] as const;
  });
  return { bands: distanceBandsOf(policy), of: new Map(told) };
}
