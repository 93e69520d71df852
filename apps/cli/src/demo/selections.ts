import { COUNCILS, staffOf, type World } from './world';

const NOTES = ['Their worker would like to hear more about contact.', 'Ask again once their panel date is known.'] as const;
const KEPT = 4;

/** For each council one selection of families for a child of its own, with notes, and a private one of children for the next meeting. */
export async function keepSelections(world: World, unitsOf: ReadonlyMap<string, readonly string[]>): Promise<void> {
  const { selections, households, units } = world.services;
  for (const council of COUNCILS) {
    const { finder } = staffOf(world, council);
    const subject = unitsOf.get(council.code)?.[0];
    if (!finder || !subject) continue;
    const families = await households.search(finder, { filter: { own: false }, first: KEPT, after: null });
    const children = await units.search(finder, { filter: {}, sort: 'WAITING', first: KEPT, after: null });
    const { id } = await selections.create(finder, { holds: 'HOUSEHOLD', subject, shared: true });
    const { entries } = await selections.keep(finder, id, families.items.map(({ reference }) => reference));
    for (const [at, note] of NOTES.entries()) await selections.note(finder, id, entries[at]?.id ?? '', note);
    const waiting = await selections.create(finder, { holds: 'UNIT', name: 'For the next matching meeting', shared: false });
    await selections.keep(finder, waiting.id, children.items.map(({ reference }) => reference));
  }
}
