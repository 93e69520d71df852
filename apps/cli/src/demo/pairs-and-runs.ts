import { COUNCILS, chanceFor, personOf, staffOf, type World } from './world';

const REASONS = [
  'A birth relative lives in the adopters’ street',
  'The adopters work with a member of the birth family',
  'The child already knows this family through school, and it did not go well',
  'The adopters have told their worker that they could not manage this plan for contact',
] as const;
const RULED_OUT_EACH = 3;

/** A few pairs that the councils' finders have decided against. */
export async function ruleOutPairs(world: World, unitsOf: ReadonlyMap<string, readonly string[]>, households: readonly string[]): Promise<void> {
  for (const council of COUNCILS) {
    const { finder } = staffOf(world, council);
    const random = chanceFor(world, council, 'pairs');
    const units = (unitsOf.get(council.code) ?? []).slice(0, RULED_OUT_EACH);
    for (const [at, unit] of units.entries()) {
      const household = households[(at * 17 + random.whole(0, 16)) % households.length];
      if (finder && household) await world.services.rulingOut.ruleOut(finder, unit, household, random.pick(REASONS));
    }
  }
}

/** One run over the region by the hub and one by a council: the worker does them when it starts. */
export async function queueRuns(world: World): Promise<void> {
  for (const email of ['coordinator@hub.example', 'finder@ald.example']) await world.services.matching.start(personOf(world, email), 'REGION', null);
}
