import type { Actor } from '@hub/domain/access/actor';
import { addDays } from '@hub/domain/dates/day-count';
import type { DemoAgency } from '@hub/domain/demonstration/region';
import { DomainError } from '@hub/domain/errors';
import type { TakenStep } from '@hub/domain/links/events';
import type { UnitHit } from '@hub/features/children/unit-search.queries';
import type { StepRequest } from '@hub/features/links/links.service';
import type { PanelsOf } from './panels';
import { placeMatch } from './placements';
import { COUNCILS, PLACING, staffOf, type World } from './world';

/** How far each council's links have come, one after the other, so that every state is there. */
const WAYS = ['INTEREST', 'INTEREST_OF_ADOPTERS', 'SHORTLISTED', 'AGREED', 'EXPLORING', 'VISITED', 'PANEL_BOOKED', 'PANEL_HEARD', 'MATCHED', 'PLACED', 'DECLINED'] as const;
type Way = (typeof WAYS)[number];

const GRANT_DAYS = 14;

interface Desk {
  readonly finder: Actor;
  readonly manager: Actor;
  readonly adopters: Actor;
  readonly lead: Actor;
  /** Of the child's agency: its panel adviser, and its panels, today's first. */
  readonly adviser: Actor;
  readonly decider: Actor;
  readonly panels: readonly string[];
}

interface Pair {
  readonly unit: string;
  readonly household: string;
}

/** Some forty links between the councils' children and other agencies' families, through the steps that people take; units `apart` are at the start of theirs, since a placement would end what is shown of them. */
export async function loadLinks(world: World, householdsOf: ReadonlyMap<string, readonly string[]>, panelsOf: PanelsOf, apart: ReadonlySet<string>): Promise<void> {
  const agencyOf = new Map(PLACING.flatMap((agency) => (householdsOf.get(agency.code) ?? []).map((household): [string, DemoAgency] => [household, agency])));
  const taken = new Set<string>();
  for (const council of COUNCILS) {
    const { finder, manager, panel: adviser, decider } = staffOf(world, council);
    if (!finder) continue;
    const found = (await world.services.units.search(finder, { filter: { own: true, withProfile: true, earlyPermanence: false }, sort: 'WAITING', first: 2 * WAYS.length, after: null })).items;
    const [early, rest] = [found.filter(({ reference }) => apart.has(reference)), found.filter(({ reference }) => !apart.has(reference))];
    const units = movedIn([...early, ...rest].slice(0, WAYS.length), await mayBePlaced(world, finder, rest));
    const open = (await world.services.households.search(finder, { filter: { own: false, withProfile: true, stages: ['APPROVED'] }, first: 100, after: null })).items.filter(({ reference }) => !taken.has(reference));
    const families = movedIn(open, open.find(({ reference }) => agencyOf.get(reference)?.kind === 'VOLUNTARY'));
    for (const [at, way] of WAYS.entries()) {
      const [unit, family] = [units[at], families[at]];
      const agency = family && agencyOf.get(family.reference);
      if (!unit || !family || !agency) continue;
      taken.add(family.reference);
      const { adopters, manager: lead } = staffOf(world, agency);
      await walk(world, { finder, manager, adopters, lead, adviser, decider, panels: panelsOf.get(council.code) ?? [] }, { unit: unit.reference, household: family.reference }, way);
    }
  }
}

/** The same with this one at the place of those who move in. */
function movedIn<T>(all: readonly T[], one: T | undefined): readonly T[] {
  return one === undefined ? all : all.filter((other) => other !== one).toSpliced(WAYS.indexOf('PLACED'), 0, one);
}

/** Of these the first for whom a court has given authority. */
async function mayBePlaced({ services: { units } }: World, finder: Actor, found: readonly UnitHit[]): Promise<UnitHit | undefined> {
  for (const hit of found) {
    const { record } = await units.view(finder, hit.reference);
    if (record?.children.every(({ state }) => state === 'AUTHORITY_TO_PLACE')) return hit;
  }
  return undefined;
}

async function walk(world: World, desk: Desk, pair: Pair, way: Way): Promise<void> {
  const { links, linkWork } = world.services;
  const { finder, adopters } = desk;
  const begun = await links.express(way === 'INTEREST_OF_ADOPTERS' ? adopters : finder, pair).catch(noRoom);
  if (!begun || way === 'INTEREST' || way === 'INTEREST_OF_ADOPTERS') return;
  const take = async (actor: Actor, event: TakenStep, more: Partial<StepRequest> = {}): Promise<void> => {
    const view = await linkWork.find(actor, begun.reference);
    await links.step(actor, { link: begun.reference, version: view?.version ?? 0, event, ...more });
  };
  await take(adopters, 'SHORTLISTED');
  await linkWork.write(finder, { link: begun.reference, body: 'We would like to hear how the family spends its weekends, and what support they count on.' });
  if (way === 'DECLINED') return take(adopters, 'DECLINED_BY_ADOPTERS', { reason: 'NOT_READY', words: 'They ask for some months after a bereavement.', ruleOut: true });
  await linkWork.write(adopters, { link: begun.reference, body: 'Gladly. Grandparents live close by, and both have flexible hours.' });
  if (way === 'SHORTLISTED') return;
  await take(finder, 'EXPLORING_AGREED');
  if (way === 'AGREED') return;
  await take(adopters, 'EXPLORING_AGREED');
  await approveBoth(world, desk, pair);
  if (way === 'EXPLORING') return;
  for (const event of ['CPR_SHARED', 'VISITED'] as const) await take(finder, event);
  if (way === 'VISITED') return;
  await take(finder, 'APR_DRAFTED');
  const slot = HEARD.indexOf(way);
  const item = await bringToPanel(world, desk, begun.reference, slot < 0 ? null : slot + 1);
  if (way === 'MATCHED' || way === 'PLACED') await placeMatch(world, desk, { item, unit: pair.unit, isPlaced: way === 'PLACED' });
}

/** Those that today's panel hears, by their place on it. */
const HEARD: readonly Way[] = ['PANEL_HEARD', 'MATCHED', 'PLACED'];

/** Booked for the next panel; or heard today, its minutes final, so that it waits for the decision maker. */
async function bringToPanel({ services: { panelBooking, panelHearing, panelPlan, readiness } }: World, { finder, adviser, manager, panels }: Desk, link: string, heardAt: number | null): Promise<string> {
  const { reference: item } = await panelBooking.book(finder, { link, panel: panels[heardAt === null ? 1 : 0] ?? '', slot: heardAt ?? 1 });
  await panelPlan.confirm(adviser, { item, version: 1 });
  if (heardAt === null) return item;
  await readiness.goOn(manager, { link, reason: 'The reports and views went to the panel on paper, before they were kept in the hub. The panel’s adviser has seen them all.' });
  await panelHearing.papersIn(adviser, { item, version: 2 });
  await panelHearing.recommend(adviser, { item, version: 3, recommendation: 'RECOMMENDED', reasons: 'The family knows what these children need, and has shown how it will meet it.', advice: 'Letterbox contact twice a year with the grandparents, and support for the first months.' });
  await panelHearing.minutesFinal(adviser, { item, version: 4 });
  return item;
}

/** The second persons of both agencies; one that lives already, for another link or with photos, needs none. */
async function approveBoth({ services: { grants }, today }: World, { manager, lead }: Desk, { unit, household }: Pair): Promise<void> {
  for (const [person, own, other] of [[manager, unit, lead], [lead, household, manager]] as const) {
    const waiting = (await grants.toApprove(person)).find(({ subject, stage, agency }) => subject === own && stage === 'S2' && agency?.code === other.agencyCode);
    if (waiting) await grants.approve(person, waiting.id, { expiresOn: addDays(today, GRANT_DAYS), photos: false });
  }
}

/** A family that has no room left, or a child: the next pair serves as well. */
function noRoom(error: unknown): null {
  if (error instanceof DomainError && (error.code === 'LIMIT_EXCEEDED' || error.code === 'GUARD_FAILED')) return null;
  throw error;
}
