import type { Actor } from '@hub/domain/access/actor';
import { addDays } from '@hub/domain/dates/day-count';
import { DomainError } from '@hub/domain/errors';
import type { MeetingRole } from '@hub/domain/meetings/states';
import type { PairOutcomeRequest } from '@hub/features/meetings/inputs';
import { COUNCILS, PLACING, personOf, staffOf, type World } from './world';

const HOUR = 3_600_000;
const TERMS = { place: 'Westermark House, room 4, and by video', minutes: 120, minutesPerItem: 8, maxLinks: 42, perUnit: 3, perHousehold: 3, agencies: PLACING.map(({ code }) => code) };

/** A meeting of this morning with its minutes, and one next week whose agenda the worker proposes once there is a run. */
export async function holdMeetings(world: World, now: Date): Promise<void> {
  const coordinator = personOf(world, 'coordinator@hub.example');
  await holdOne(world, coordinator, now);
  const next = await world.services.meetingPlan.schedule(coordinator, { ...TERMS, title: 'Matching meeting', startsAt: new Date(Math.ceil(now.getTime() / HOUR) * HOUR + 7 * 24 * HOUR) });
  await nameEverybody(world, coordinator, next.reference);
  const { version } = await read(world, coordinator, next.reference);
  await world.services.meetingPlan.propose(coordinator, { meeting: next.reference, version });
}

async function holdOne(world: World, coordinator: Actor, now: Date): Promise<void> {
  const { meetingPlan, meetingLive, meetingActions } = world.services;
  const { reference: meeting } = await meetingPlan.schedule(coordinator, { ...TERMS, title: 'Matching meeting', startsAt: new Date(Math.floor(now.getTime() / HOUR) * HOUR - 3 * HOUR) });
  await nameEverybody(world, coordinator, meeting);
  const pairs = await putOnAgenda(world, coordinator, meeting);
  const taker = personOf(world, 'finder@ald.example');
  await meetingLive.goOn(taker, { meeting, step: 'START' });
  await attend(world, taker, meeting);
  for (const [at, pair] of pairs.entries()) await decide(world, taker, { meeting, ...pair, version: 1 }, at);
  await meetingLive.stepOut(taker, { meeting, position: 1, person: 3, reason: 'KNOWS_FAMILY' });
  const [first] = pairs;
  if (first) {
    await meetingActions.give(taker, { meeting, unit: first.unit, owner: 1, dueOn: addDays(world.today, 7), words: 'Ask the nursery for a recent report.' });
    await meetingActions.give(taker, { meeting, unit: first.unit, owner: 4, dueOn: addDays(world.today, 14), words: 'Visit the family and tell them of the link.' });
  }
  await meetingActions.give(taker, { meeting, owner: 1, dueOn: world.today, words: 'Send the list of waiting groups before the next meeting.' });
  for (let position = 1; position < new Set(pairs.map(({ unit }) => unit)).size; position += 1) await meetingLive.goOn(taker, { meeting, step: 'NEXT', from: position });
  const { current } = await read(world, coordinator, meeting);
  await meetingLive.goOn(taker, { meeting, step: 'CLOSE', from: current });
  if (first) await meetingActions.correct(taker, { meeting, unit: first.unit, words: 'The visit is to take place at the family’s home, not at the office.' });
}

/** Two of each council and one of each agency; the first takes the minutes and the hub chairs. */
async function nameEverybody(world: World, coordinator: Actor, meeting: string): Promise<void> {
  const { meetingPeople } = world.services;
  const name = (actor: Actor, role: MeetingRole) => meetingPeople.name(actor, { meeting, userId: actor.userId, role });
  await name(personOf(world, 'finder@ald.example'), 'FAMILY_FINDER');
  await meetingPeople.changeRole(coordinator, { meeting, person: 1, role: 'MINUTE_TAKER' });
  await name(coordinator, 'CHAIR');
  for (const agency of PLACING) {
    const { finder, adopters } = staffOf(world, agency);
    if (finder && agency !== COUNCILS[0]) await name(finder, 'FAMILY_FINDER');
    await name(adopters, 'ADOPTERS_WORKER');
  }
}

interface Pair {
  readonly unit: string;
  readonly household: string;
}

/** Some children who wait longest, with two families each that the hub sees for them. */
async function putOnAgenda({ services: { units, households, meetingAgenda } }: World, coordinator: Actor, meeting: string): Promise<readonly Pair[]> {
  const waiting = (await units.search(coordinator, { filter: { earlyPermanence: false }, sort: 'WAITING', first: 6, after: null })).items;
  const families = (await households.search(coordinator, { filter: { stages: ['APPROVED'] }, first: 40, after: null })).items;
  const pairs = waiting.flatMap(({ reference: unit }, at) => families.slice(20 + 2 * at, 22 + 2 * at).map(({ reference: household }) => ({ unit, household })));
  for (const { reference: unit } of waiting) await meetingAgenda.add(coordinator, { meeting, unit });
  for (const pair of pairs) await meetingAgenda.add(coordinator, { meeting, ...pair });
  return pairs;
}

async function attend(world: World, taker: Actor, meeting: string): Promise<void> {
  const { people } = await read(world, taker, meeting);
  for (const { number } of people) await world.services.meetingPeople.attend(taker, { meeting, person: number, attendance: number === 6 ? 'APOLOGIES' : 'PRESENT' });
}

const SAID: readonly Pick<PairOutcomeRequest, 'outcome' | 'reason' | 'words'>[] = [
  { outcome: 'PURSUE', words: 'Both agencies wish to look further. Strength: experience of attachment.' },
  { outcome: 'HOLD', words: 'To be looked at again when the family’s move is over.' },
  { outcome: 'PURSUE', words: null },
  { outcome: 'RULE_OUT', reason: 'CONTACT', words: 'The family cannot support direct contact with the siblings.' },
  { outcome: 'MORE_INFORMATION', words: 'The health summary is eighteen months old.' },
];

async function decide({ services: { meetingOutcomes } }: World, taker: Actor, pair: Pick<PairOutcomeRequest, 'meeting' | 'unit' | 'household' | 'version'>, at: number): Promise<void> {
  const said = SAID[at % SAID.length] ?? { outcome: 'HOLD' };
  // A family or a child that has no room left for a link waits.
  await meetingOutcomes.ofPair(taker, { ...pair, ...said }).catch((error: unknown) => {
    if (!(error instanceof DomainError && error.code === 'GUARD_FAILED')) throw error;
    return meetingOutcomes.ofPair(taker, { ...pair, outcome: 'HOLD', words: 'No room for another link yet.' });
  });
}

async function read({ services: { meetings } }: World, actor: Actor, reference: string) {
  const view = await meetings.find(actor, reference);
  if (!view) throw new Error('The meeting is not there.');
  return view;
}
