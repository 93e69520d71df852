import type { Actor } from '@hub/domain/access/actor';
import { addDays } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import type { TakenStep } from '@hub/domain/links/events';
import { systemClock } from '@hub/platform/clock';
import { GrantsService } from '@hub/features/disclosure/grants.service';
import { addHouseholds, ago, childFacts, addChildren, householdFacts } from '@hub/features/keys/spec-keys';
import { openWorld, type Addresses, type Town, type World } from './world';
import { LinkCapsService } from '@hub/features/links/caps.service';
import { LinkWorkService } from '@hub/features/links/link-work.service';
import { LinksService, type LinkStanding, type StepRequest } from '@hub/features/links/links.service';
import { BookingService } from '@hub/features/panels/booking.service';
import { PanelPlanService, type PanelStanding } from '@hub/features/panels/plan.service';

export const TODAY = isoDate(systemClock.today());

export interface LinksWorld extends World {
  readonly links: LinksService;
  readonly work: LinkWorkService;
  readonly caps: LinkCapsService;
  readonly grants: GrantsService;
  /** Two councils that share up to S2, and what each has in the pool, its profile released. */
  readonly north: Town;
  readonly south: Town;
  readonly finder: Actor;
  readonly worker: Actor;
  readonly managers: Readonly<Record<'north' | 'south', Actor>>;
  /** One child, or brothers and sisters of one group. */
  addUnit(...externalIds: readonly string[]): Promise<string>;
  addFamily(externalId: string): Promise<string>;
  /** A step at the link's current version. */
  take(actor: Actor, reference: string, event: TakenStep, more?: Partial<StepRequest>): Promise<LinkStanding>;
  /** A place on a panel of its own, today, of the child's agency; answers the item. */
  book(reference: string): Promise<PanelStanding>;
  /** A second person approves what waits. */
  approveAll(manager: Actor): Promise<void>;
  /** Both sides agree, with their second persons. */
  explore(reference: string): Promise<void>;
}

/** The services of links over two councils, for the tests. */
export async function openLinksWorld(addresses: Addresses): Promise<LinksWorld> {
  const world = await openWorld(addresses);
  const [north, south] = [await world.town('NMB'), await world.town('SVC')];
  await world.agree(north, south);
  await world.sql(`update hub.agreement set up_to_stage = 'S2'`);
  const [finder, worker] = [north.as('FAMILY_FINDER'), south.as('ADOPTERS_WORKER')];
  const managers = { north: north.second('APPROVING_MANAGER'), south: south.second('APPROVING_MANAGER') };
  const links = new LinksService(world.uow, world.vault, systemClock);
  const work = new LinkWorkService(world.uow, world.vault, systemClock);
  const grants = new GrantsService(world.uow, world.vault, systemClock);
  const [plan, booking] = [new PanelPlanService(world.uow, world.vault, systemClock), new BookingService(world.uow, world.vault, systemClock)];
  const release = async (actor: Actor, manager: Actor, subjectType: 'UNIT' | 'HOUSEHOLD', subject: string): Promise<void> => {
    const { id } = await world.releases.request(actor, { subjectType, subject, purpose: 'Family finding', about: 'Likes trains.' });
    await world.releases.approve(manager, id, addDays(TODAY, 90));
  };
  const take: LinksWorld['take'] = async (actor, reference, event, more = {}) => {
    const version = (await work.find(actor, reference))?.version ?? 0;
    return links.step(actor, { link: reference, version, event, ...more });
  };
  const approveAll = async (manager: Actor): Promise<void> => {
    for (const { id } of await grants.toApprove(manager)) await grants.approve(manager, id, { expiresOn: addDays(TODAY, 60) });
  };
  return {
    ...world, links, work, grants, caps: new LinkCapsService(world.uow), north, south, finder, worker, managers, take, approveAll,
    async book(link) {
      const panel = await plan.plan(north.second('PANEL_ADVISER'), { meetsOn: TODAY, startsAt: '09:30', slotCount: 4, slotMinutes: 45, place: 'Town hall', papersDueOn: addDays(TODAY, -10), parts: [] });
      return booking.book(finder, { link, panel: panel.reference, slot: 1 });
    },
    async addUnit(...externalIds) {
      const group = externalIds.length > 1 ? { siblingGroup: externalIds.join('-'), siblingPlan: 'TOGETHER' as const } : {};
      const [child] = await addChildren(world, north, externalIds.map((externalId) => childFacts(externalId, { familyFinding: 'ACTIVE', ...group })));
      const [unit] = await world.sql<{ reference: string }>('select u.reference from hub.unit u join hub.child c on c.unit_id = u.id where c.id = $1', [child?.id]);
      await release(finder, managers.north, 'UNIT', unit?.reference ?? '');
      return unit?.reference ?? '';
    },
    async addFamily(externalId) {
      const [household] = await addHouseholds(world, south, [householdFacts(externalId, { availability: 'AVAILABLE', shareConsent: true, shareConsentOn: ago(1) })]);
      await release(worker, managers.south, 'HOUSEHOLD', household?.reference ?? '');
      return household?.reference ?? '';
    },
    async explore(reference) {
      await take(finder, reference, 'EXPLORING_AGREED');
      await take(worker, reference, 'EXPLORING_AGREED');
      await approveAll(managers.north);
      await approveAll(managers.south);
    },
  };
}
