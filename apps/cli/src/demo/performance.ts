import { addDays } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import { lastDay, monthLater, monthOf } from '@hub/domain/performance/periods';
import { writeAgencyFiles } from '../generate/workbooks';
import { COUNCILS, personOf, staffOf, type World } from './world';

const INVENTED = 'Invented for this demonstration';
const SINCE = isoDate('2024-04-01');

/** Targets of the region and of one council, that council's own list beside the hub's records, a publication, and the reckoning with which the pages are full from the start. */
export async function reckonFigures(world: World): Promise<void> {
  const { targets, returns, publications, rollUp } = world.services;
  const coordinator = personOf(world, 'coordinator@hub.example');
  const target = { from: SINCE, until: null, source: INVENTED, note: null };
  await targets.enter(coordinator, { ...target, code: 'A1', value: 500 });
  await targets.enter(coordinator, { ...target, code: 'A2', value: 200 });
  await targets.enter(coordinator, { ...target, code: 'A3', value: 45 });
  const [council] = COUNCILS;
  if (council) {
    const { manager } = staffOf(world, council);
    await targets.enter(manager, { ...target, code: 'A1', value: 480, until: addDays(SINCE, 1094) });
    const { annexA } = await writeAgencyFiles(world.region, council.code);
    await returns.load(manager, { source: 'ANNEX_A', year: null, asAt: lastDay(monthLater(monthOf(world.today), -1)), files: [{ name: `${council.code}-annex-a.xlsx`, bytes: annexA }] });
  }
  await rollUp.reckon();
  await publications.publish(coordinator, 'Figures of the demonstration');
  await rollUp.reckon();
}
