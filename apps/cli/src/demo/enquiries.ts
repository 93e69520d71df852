import { addDays } from '@hub/domain/dates/day-count';
import type { EnquiryWay } from '@hub/domain/recruitment/enquiries';
import { PLACING, personOf, staffOf, type World } from './world';

interface Received {
  readonly names: string;
  readonly how: EnquiryWay;
  readonly daysAgo: number;
  readonly words: string;
  readonly by: 'OWN' | 'NEIGHBOUR' | 'HUB';
  readonly then?: 'INFORMED' | 'CLOSED';
}

const RECEIVED: readonly Received[] = [
  { names: 'Hannah and Joe Whitcombe', how: 'WEB', daysAgo: 1, by: 'OWN', words: 'They read about brothers and sisters who wait, and ask what an information evening is like.' },
  { names: 'Priya Raman', how: 'PHONE', daysAgo: 12, by: 'OWN', then: 'INFORMED', words: 'She fosters already, and asks how long an assessment takes.' },
  { names: 'Mark and Dele Osborne', how: 'EVENT', daysAgo: 4, by: 'NEIGHBOUR', words: 'They left their number at the stall, and have a spare room from the summer on.' },
  { names: 'Sal and Imogen Tarrant', how: 'WEB', daysAgo: 2, by: 'HUB', words: 'They wrote to the region’s page, and have a dog.' },
  { names: 'Colin Averill', how: 'PHONE', daysAgo: 40, by: 'HUB', then: 'CLOSED', words: 'He asked for a friend, who will ring herself.' },
];

/** The districts in which each agency answers, and enquiries that wait there: one that is late, one that the neighbour took, and what the hub took. */
export async function takeEnquiries(world: World): Promise<void> {
  const { enquiries, districts } = world.services;
  const coordinator = personOf(world, 'coordinator@hub.example');
  for (const agency of PLACING) await districts.set(staffOf(world, agency).manager, agency.districts);
  for (const [at, agency] of PLACING.entries()) {
    const { adopters } = staffOf(world, agency);
    const takers = { OWN: adopters, NEIGHBOUR: staffOf(world, PLACING[(at + 1) % PLACING.length] ?? agency).adopters, HUB: coordinator };
    for (const [number, { names, how, daysAgo, words, by, then }] of RECEIVED.entries()) {
      const district = agency.districts[(at + number) % agency.districts.length] ?? null;
      const { reference } = await enquiries.take(takers[by], { names, how, words, receivedOn: addDays(world.today, -daysAgo), district, agency: null, phone: '01632 960417', email: null });
      if (then === 'INFORMED') await enquiries.inform(adopters, reference, addDays(world.today, -daysAgo + 3));
      if (then === 'CLOSED') await enquiries.close(adopters, reference);
    }
  }
}
