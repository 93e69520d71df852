import { addDays } from '@hub/domain/dates/day-count';
import type { EnquiryWay } from '@hub/domain/recruitment/enquiries';
import { PLACING, staffOf, type World } from './world';

const RECEIVED: readonly (readonly [names: string, how: EnquiryWay, daysAgo: number, words: string])[] = [
  ['Hannah and Joe Whitcombe', 'WEB', 1, 'They read about brothers and sisters who wait, and ask what an information evening is like.'],
  ['Priya Raman', 'PHONE', 12, 'She fosters already, and asks how long an assessment takes.'],
  ['Mark and Dele Osborne', 'EVENT', 4, 'They left their number at the stall, and have a spare room from the summer on.'],
];

/** The districts in which each agency answers, and enquiries that wait there: one that is late, and one that the neighbour took. */
export async function takeEnquiries(world: World): Promise<void> {
  const { enquiries } = world.services;
  for (const agency of PLACING) await enquiries.route(staffOf(world, agency).manager, agency.districts);
  for (const [at, agency] of PLACING.entries()) {
    const neighbour = PLACING[(at + 1) % PLACING.length] ?? agency;
    for (const [number, [names, how, daysAgo, words]] of RECEIVED.entries()) {
      const taker = staffOf(world, number === 2 ? neighbour : agency).adopters;
      const district = agency.districts[(at + number) % agency.districts.length] ?? null;
      await enquiries.take(taker, { names, how, words, receivedOn: addDays(world.today, -daysAgo), district, agency: null, phone: '01632 960417', email: null });
    }
  }
}
