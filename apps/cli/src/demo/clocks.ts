import { addDays } from '@hub/domain/dates/day-count';
import { COUNCILS, staffOf, type World } from './world';

/** Of units whose reviews are recorded. */
const REVIEWED = 6;
const REVIEWED_DAYS_AGO = 20;

/** What makes clocks of the first council go on or rest: reviews that were held, the first of them late, and a family whose assessment pauses. */
export async function moveClocks(world: World): Promise<void> {
  const [council] = COUNCILS;
  const { finder, adopters } = council ? staffOf(world, council) : { finder: undefined, adopters: undefined };
  if (!finder || !adopters) return;
  const { services: { board, children, households, units }, today } = world;
  const { items } = await units.search(finder, { filter: { own: true }, sort: 'REFERENCE', first: 200, after: null });
  let reviewed = 0;
  for (const { reference } of items) {
    if (reviewed === REVIEWED) break;
    const { record } = await units.view(finder, reference);
    const overdue = (record?.children ?? []).filter(({ clocks }) => clocks.some(({ code, state }) => code === 'REVIEW_WITH_AUTHORITY' && state === 'OVERDUE'));
    for (const child of overdue) await children.recordEvent(finder, { subject: child.reference, version: child.version, event: 'REVIEWED', onDate: addDays(today, -REVIEWED_DAYS_AGO) });
    if (overdue.length > 0) reviewed += 1;
  }
  const inStageOne = (await board.read(adopters, {}, 100, 0)).items.filter(({ stage }) => stage === 'STAGE1').map(({ household }) => household).sort()[0];
  const family = inStageOne === undefined ? null : await households.view(adopters, inStageOne);
  if (family?.record) await households.recordEvent(adopters, { subject: family.reference, version: family.record.version, event: 'PUT_ON_HOLD', onDate: today, code: 'FAMILY', askedBy: 'ADOPTERS', reason: 'A bereavement in the family' });
}
