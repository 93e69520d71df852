import type { Actor } from '@hub/domain/access/actor';
import { addDays } from '@hub/domain/dates/day-count';
import { isoDate } from '@hub/domain/dates/iso-date';
import type { TakenStep } from '@hub/domain/links/events';
import { GrantsService } from '@hub/features/disclosure/grants.service';
import { LinkWorkService } from '@hub/features/links/link-work.service';
import { LinksService, type StepRequest } from '@hub/features/links/links.service';
import { BookingService } from '@hub/features/panels/booking.service';
import { PanelPlanService } from '@hub/features/panels/plan.service';
import { systemClock } from '@hub/platform/clock';
import type { Town, World } from '../../test/harness/world';

/** How far the links have come, one after the other; the last one has ended. */
const WAYS = [0, 1, 2, 4, 5, 6, 7, 8, 9, 'ENDED'] as const;
const TODAY = isoDate(systemClock.today());
const MESSAGES = ['How does the family spend its weekends?', 'Out of doors, with grandparents close by.', 'And who would help in the first weeks?'];

interface Found {
  readonly agencyId: string;
  readonly reference: string;
}

interface Pair {
  readonly child: Town;
  readonly adopters: Town;
  readonly unit: string;
  readonly household: string;
}

/** So many live links between agencies, each with its steps taken by the people who take them, and a tenth as many that have ended. */
export async function fillLinks(world: World, towns: readonly Town[], live: number): Promise<void> {
  await world.sql(`update hub.agreement set up_to_stage = 'S2'`);
  const desk = new Desk(world);
  for (const [at, pair] of (await pairs(world, towns, Math.ceil((live * WAYS.length) / (WAYS.length - 1)))).entries()) await desk.walk(pair, at);
  await world.sql('analyze');
}

/** Each child and family once, of two agencies. */
async function pairs(world: World, towns: readonly Town[], count: number): Promise<Pair[]> {
  const byId = new Map(towns.map((town) => [town.id, town]));
  const spread = (table: string, more: string): Promise<Found[]> => world.sql<Found>(`
    select agency_id as "agencyId", reference from (select *, row_number() over (partition by agency_id order by reference) as nth from hub.${table} where listed and ${more}) k order by nth, agency_id`);
  const units = await spread('unit_card', 'not early_permanence');
  const households = await spread('household_card', `stage = 'APPROVED' and consent_until > current_date and profile_consent_until > current_date`);
  return units.slice(0, count).map((unit, at) => {
    const from = households.findIndex(({ agencyId }, place) => place >= at && agencyId !== unit.agencyId);
    const [household] = households.splice(from, 1);
    const [child, adopters] = [byId.get(unit.agencyId), byId.get(household?.agencyId ?? '')];
    if (!household || !child || !adopters) throw new Error('The region has too few families for its links.');
    return { child, adopters, unit: unit.reference, household: household.reference };
  });
}

class Desk {
  private readonly links: LinksService;
  private readonly work: LinkWorkService;
  private readonly grants: GrantsService;
  private readonly plan: PanelPlanService;
  private readonly booking: BookingService;

  constructor(private readonly world: World) {
    this.links = new LinksService(world.uow, world.vault, systemClock);
    this.work = new LinkWorkService(world.uow, world.vault, systemClock);
    this.grants = new GrantsService(world.uow, world.vault, systemClock);
    this.plan = new PanelPlanService(world.uow, world.vault, systemClock);
    this.booking = new BookingService(world.uow, world.vault, systemClock);
  }

  async walk({ child, adopters, unit, household }: Pair, at: number): Promise<void> {
    const [finder, worker] = [child.as('FAMILY_FINDER'), adopters.as('ADOPTERS_WORKER')];
    const way = WAYS[at % WAYS.length] ?? 0;
    const far = way === 'ENDED' ? 1 : way;
    let { reference, version } = await this.links.express(at % 2 === 0 ? finder : worker, { unit, household });
    const take = async (actor: Actor, event: TakenStep, more: Partial<StepRequest> = {}): Promise<void> => {
      ({ reference, version } = await this.links.step(actor, { link: reference, version, event, ...more }));
    };
    if (far >= 1) await take(at % 2 === 0 ? worker : finder, 'SHORTLISTED');
    for (const [place, body] of MESSAGES.entries()) await this.work.write(place % 2 === 0 ? finder : worker, { link: reference, body });
    if (way === 'ENDED') await take(worker, 'DECLINED_BY_ADOPTERS', { reason: 'NOT_READY' });
    if (far < 2) return;
    await this.release(child, 'UNIT', unit);
    await this.release(adopters, 'HOUSEHOLD', household);
    await take(finder, 'EXPLORING_AGREED');
    if (far < 4) return;
    await take(worker, 'EXPLORING_AGREED');
    for (const town of [child, adopters]) await this.approve(town, town === child ? unit : household);
    version = (await this.work.find(finder, reference))?.version ?? version;
    for (const event of (['CPR_SHARED', 'VISITED', 'APR_DRAFTED'] as const).slice(0, far - 5 < 0 ? 0 : far - 5)) await take(finder, event);
    if (far < 9) return;
    const panel = await this.plan.plan(child.second('PANEL_ADVISER'), { meetsOn: addDays(TODAY, 21), startsAt: '09:30', slotCount: 4, slotMinutes: 45, place: '', papersDueOn: addDays(TODAY, 7), parts: [] });
    await this.booking.book(finder, { link: reference, panel: panel.reference, slot: 1 });
  }

  private async release(town: Town, subjectType: 'UNIT' | 'HOUSEHOLD', subject: string): Promise<void> {
    const actor = town.as(subjectType === 'UNIT' ? 'FAMILY_FINDER' : 'ADOPTERS_WORKER');
    const { id } = await this.world.releases.request(actor, { subjectType, subject, purpose: 'Family finding', about: 'Likes trains.', checked: true });
    await this.world.releases.approve(town.second('APPROVING_MANAGER'), id, addDays(TODAY, 90), 'For the benchmark.');
  }

  private async approve(town: Town, subject: string): Promise<void> {
    const manager = town.second('APPROVING_MANAGER');
    const waiting = (await this.grants.toApprove(manager)).find((grant) => grant.subject === subject);
    if (!waiting) throw new Error(`Nothing of ${subject} waits for approval.`);
    await this.grants.approve(manager, waiting.id, { expiresOn: addDays(TODAY, 60) });
  }
}
