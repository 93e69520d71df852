import type { Actor } from '@hub/domain/access/actor';
import { systemClock } from '@hub/platform/clock';
import { ActionsService } from '@hub/features/meetings/actions.service';
import { AgendaService } from '@hub/features/meetings/agenda.service';
import type { MeetingPair, MeetingView } from '@hub/features/meetings/meeting-view';
import { LiveService } from '@hub/features/meetings/live.service';
import { MeetingsService } from '@hub/features/meetings/meetings.service';
import { OutcomesService } from '@hub/features/meetings/outcomes.service';
import { PeopleService } from '@hub/features/meetings/people.service';
import { PlanService } from '@hub/features/meetings/plan.service';
import type { PairOutcomeRequest, ScheduleRequest } from '@hub/features/meetings/inputs';
import type { MeetingStanding } from '@hub/features/meetings/meeting-steps.queries';
import { CompareThread } from '@hub/features/matching/compare-thread';
import { MatchingService } from '@hub/features/matching/matching.service';
import { ProposeService } from '@hub/features/meetings/propose.service';
import { openLinksWorld, type LinksWorld } from './links-world';
import type { Addresses, Town } from './world';

export interface MeetingsWorld extends LinksWorld {
  readonly hub: Town;
  readonly coordinator: Actor;
  readonly meetings: MeetingsService;
  readonly plan: PlanService;
  readonly agenda: AgendaService;
  readonly people: PeopleService;
  readonly live: LiveService;
  readonly outcomes: OutcomesService;
  readonly actions: ActionsService;
  readonly proposals: ProposeService;
  /** A run of the region, executed; answers its reference. */
  runRegion(): Promise<string>;
  /** Asks for an agenda and does the worker's part. */
  propose(reference: string): Promise<void>;
  /** A meeting next week with both councils invited. */
  call(more?: Partial<ScheduleRequest>): Promise<string>;
  view(actor: Actor, reference: string): Promise<MeetingView>;
  pair(actor: Actor, reference: string, unit: string, household: string): Promise<MeetingPair>;
  /** An outcome at the pair's current version. */
  decide(actor: Actor, reference: string, wish: Omit<PairOutcomeRequest, 'meeting' | 'version'>): Promise<MeetingStanding>;
  /** Names a colleague of that actor, in a role; the hub gives it where it lets them record. */
  expect(actor: Actor, reference: string, role: Parameters<PeopleService['name']>[1]['role']): Promise<number>;
}

export const WEEK = 7 * 24 * 3_600_000;

/** The services of meetings over two councils and the hub that convenes them, for the tests. */
export async function openMeetingsWorld(addresses: Addresses): Promise<MeetingsWorld> {
  const world = await openLinksWorld(addresses);
  const hub = await world.town('HUB', 'HUB');
  await world.sql('insert into hub.agreement_party (agreement_id, agency_id) select id, $1 from hub.agreement', [hub.id]);
  const coordinator = hub.as('HUB_COORDINATOR');
  const { uow, vault } = world;
  const meetings = new MeetingsService(uow, vault, systemClock);
  const [plan, people, outcomes] = [new PlanService(uow, vault), new PeopleService(uow, vault), new OutcomesService(uow, vault, systemClock)];
  const [matching, proposals] = [new MatchingService(uow, vault, systemClock, new CompareThread()), new ProposeService(uow, vault)];
  const view: MeetingsWorld['view'] = async (actor, reference) => {
    const found = await meetings.find(actor, reference);
    if (!found) throw Object.assign(new Error('No such meeting'), { code: 'NOT_FOUND' });
    return found;
  };
  const pair: MeetingsWorld['pair'] = async (actor, reference, unit, household) => {
    const found = (await view(actor, reference)).items.find(({ unitReference }) => unitReference === unit)?.pairs.find(({ householdReference }) => householdReference === household);
    if (!found) throw Object.assign(new Error('No such pair'), { code: 'NOT_FOUND' });
    return found;
  };
  return {
    ...world, hub, coordinator, meetings, plan, people, outcomes, view, pair, proposals,
    agenda: new AgendaService(uow, vault), live: new LiveService(uow, vault), actions: new ActionsService(uow, vault, systemClock),
    async runRegion() {
      await world.sql(`update hub.app_user set roles = array_append(roles, 'FAMILY_FINDER') where id = $1`, [world.finder.userId]);
      const { id, reference } = await matching.start(world.finder, 'REGION', null);
      await matching.execute(id);
      return reference;
    },
    async propose(reference) {
      const { version } = await view(coordinator, reference);
      await plan.propose(coordinator, { meeting: reference, version });
      const [wish] = await world.sql<{ meetingId: string; wish: number }>('select id as "meetingId", agenda_wish as wish from hub.meeting where reference = $1', [reference]);
      if (wish) await proposals.execute(wish);
    },
    async call(more = {}) {
      return (await plan.schedule(coordinator, { ...NEXT_WEEK([world.north.code, world.south.code]), ...more })).reference;
    },
    async decide(actor, reference, wish) {
      const { version } = await pair(actor, reference, wish.unit, wish.household);
      return outcomes.ofPair(actor, { meeting: reference, version, ...wish });
    },
    expect: async (actor, reference, role) => {
      const isRecording = (role === 'CHAIR' || role === 'MINUTE_TAKER') && actor.agencyId !== hub.id;
      await people.name(actor, { meeting: reference, userId: actor.userId, role: isRecording ? 'OBSERVER' : role });
      const number = await numberOf(world, reference, actor);
      if (isRecording) await people.changeRole(coordinator, { meeting: reference, person: number, role });
      return number;
    },
  };
}

async function numberOf(world: LinksWorld, reference: string, { userId }: Actor): Promise<number> {
  const [found] = await world.sql<{ number: number }>('select p.number from hub.meeting_person p join hub.meeting m on m.id = p.meeting_id where m.reference = $1 and p.user_id = $2', [reference, userId]);
  return found?.number ?? 0;
}

const NEXT_WEEK = (codes: readonly string[]): ScheduleRequest =>
  ({ title: 'Matching meeting', place: 'Room 4', startsAt: new Date(Date.now() + WEEK), minutes: 120, minutesPerItem: 8, agencies: [...codes], maxLinks: 40, perUnit: 3, perHousehold: 3 });
