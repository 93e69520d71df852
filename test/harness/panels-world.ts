import type { Actor, Role } from '@hub/domain/access/actor';
import { addDays } from '@hub/domain/dates/day-count';
import type { Recommendation } from '@hub/domain/panels/items';
import type { MemberRole } from '@hub/domain/panels/quorum';
import { systemClock } from '@hub/platform/clock';
import { BookingService } from '@hub/features/panels/booking.service';
import { DecisionsService } from '@hub/features/panels/decisions.service';
import { HearingService } from '@hub/features/panels/hearing.service';
import type { PlanRequest } from '@hub/features/panels/inputs';
import { PanelMembersService } from '@hub/features/panels/members.service';
import type { PanelItemView } from '@hub/features/panels/panel-view';
import { PanelsService } from '@hub/features/panels/panels.service';
import { PanelPlanService } from '@hub/features/panels/plan.service';
import { openLinksWorld, TODAY, type LinksWorld } from './links-world';
import type { Addresses, Town } from './world';

export interface PanelsWorld extends LinksWorld {
  readonly panels: PanelsService;
  readonly plan: PanelPlanService;
  readonly members: PanelMembersService;
  readonly booking: BookingService;
  readonly hearing: HearingService;
  readonly decisions: DecisionsService;
  /** Of the north, whose children are matched. */
  readonly adviser: Actor;
  readonly decider: Actor;
  /** Somebody of a town with an account of their own. */
  person(town: Town, ...roles: Role[]): Promise<Actor>;
  /** A panel today, of four places. */
  panel(actor: Actor, more?: Partial<PlanRequest>): Promise<string>;
  /** On the central list, and expected at the panel. */
  seat(actor: Actor, panel: string, role: MemberRole, email?: string): Promise<string>;
  /** Chair, social worker and three others, who came. */
  quorum(actor: Actor, panel: string): Promise<string[]>;
  /** A link of which the placement report is drafted. */
  drafted(unit: string, family: string): Promise<string>;
  item(actor: Actor, reference: string): Promise<PanelItemView>;
  hear(actor: Actor, item: string, recommendation: Recommendation): Promise<void>;
  /** Booked on a panel of the north with a quorum, heard, its minutes final. */
  heard(link: string, recommendation?: Recommendation): Promise<string>;
}

const SITTING: readonly MemberRole[] = ['CHAIR', 'SOCIAL_WORKER', 'MEDICAL_ADVISER', 'INDEPENDENT', 'OTHER'];

/** The services of panels over two councils, for the tests. */
export async function openPanelsWorld(addresses: Addresses): Promise<PanelsWorld> {
  const world = await openLinksWorld(addresses);
  const door = [world.uow, world.vault, systemClock] as const;
  const [panels, plan, members, booking, hearing, decisions] = [new PanelsService(...door), new PanelPlanService(...door), new PanelMembersService(...door), new BookingService(...door), new HearingService(...door), new DecisionsService(...door)];
  const person = personIn(world);
  const [adviser, decider] = [await person(world.north, 'PANEL_ADVISER'), await person(world.north, 'DECISION_MAKER')];
  const panel: PanelsWorld['panel'] = async (actor, more = {}) => (await plan.plan(actor, { meetsOn: TODAY, startsAt: '09:30', slotCount: 4, slotMinutes: 45, place: 'Town hall', papersDueOn: addDays(TODAY, -10), parts: [], ...more })).reference;
  const seat: PanelsWorld['seat'] = async (actor, reference, role, email) => {
    const isIndependent = role === 'CHAIR' || role === 'INDEPENDENT';
    const { reference: member } = await members.add(actor, { displayName: `Member ${role.toLowerCase()}`, role, isIndependent, sitsFor: [actor.agencyCode], startsOn: addDays(TODAY, -400), email: email ?? null });
    await members.expect(actor, { panel: reference, member });
    return member;
  };
  const quorum: PanelsWorld['quorum'] = async (actor, reference) => {
    const seated: string[] = [];
    for (const role of SITTING) seated.push(await seat(actor, reference, role));
    for (const member of seated) await members.attend(actor, { panel: reference, member, attendance: 'PRESENT' });
    return seated;
  };
  const item: PanelsWorld['item'] = async (actor, reference) => {
    const found = await panels.item(actor, reference);
    if (!found) throw Object.assign(new Error('No such item'), { code: 'NOT_FOUND' });
    return found;
  };
  const hear: PanelsWorld['hear'] = async (actor, reference, recommendation) => {
    await hearing.recommend(actor, { item: reference, version: (await item(actor, reference)).version, recommendation, reasons: 'They know what the children need.', advice: 'Letterbox contact twice a year.' });
    await hearing.minutesFinal(actor, { item: reference, version: (await item(actor, reference)).version });
  };
  return {
    ...world, panels, plan, members, booking, hearing, decisions, adviser, decider, person, panel, seat, quorum, item, hear,
    async drafted(unit, family) {
      const { reference } = await world.links.express(world.finder, { unit, household: family });
      await world.take(world.worker, reference, 'SHORTLISTED');
      await world.explore(reference);
      for (const event of ['CPR_SHARED', 'VISITED', 'APR_DRAFTED'] as const) await world.take(world.finder, reference, event);
      return reference;
    },
    async heard(link, recommendation = 'RECOMMENDED') {
      const reference = await panel(adviser);
      const { reference: booked } = await booking.book(world.finder, { link, panel: reference, slot: 1 });
      await quorum(adviser, reference);
      await hear(adviser, booked, recommendation);
      return booked;
    },
  };
}

function personIn(world: LinksWorld): PanelsWorld['person'] {
  let people = 0;
  return async (town, ...roles) => {
    people += 1;
    const [made] = await world.sql<{ id: string }>(`insert into hub.app_user (agency_id, email, display_name, roles, status) values ($1, $2, $3, $4, 'ACTIVE') returning id`,
      [town.id, `person${people}.${town.code.toLowerCase()}@example.org`, `Person ${people}`, roles]);
    return { ...town.as(...roles), userId: made?.id ?? '', displayName: `Person ${people}` };
  };
}
