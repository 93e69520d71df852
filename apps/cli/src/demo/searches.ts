import { COUNCILS, staffOf, type World } from './world';

/** For each council two saved searches, from before most children and families are there: what came since is new. */
export async function saveSearches(world: World): Promise<void> {
  const { searches } = world.services;
  for (const council of COUNCILS) {
    const { finder } = staffOf(world, council);
    if (!finder) continue;
    await searches.save(finder, { name: 'Youngest girls who wait', shared: true, tells: 'HOURLY', units: { ageBands: ['0-1'], sex: ['F'], waitingBands: ['12_18M', 'OVER_18M'] } });
    await searches.save(finder, { name: 'Room for two and early permanence', shared: false, tells: 'HOURLY', households: { earlyPermanence: true, maxChildrenAtLeast: 2 } });
  }
}
