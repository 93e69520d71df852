import { randomUUID } from 'node:crypto';
import type { Actor } from '@hub/domain/access/actor';
import type { ChildFacts } from '@hub/domain/children/facts';
import { isoDate, type IsoDate } from '@hub/domain/dates/iso-date';
import type { PlacementEvent } from '@hub/domain/placements/events';
import { systemClock } from '@hub/platform/clock';
import { newReference } from '@hub/platform/reference';
import { addChildren, addHouseholds, ago, childFacts, householdFacts } from '@hub/features/keys/spec-keys';
import { findLink } from '@hub/features/links/links.queries';
import { openPlacement } from '@hub/features/placements/open-placement.queries';
import { PlacementsService, type PlacementStanding, type PlacementStepRequest } from '@hub/features/placements/placements.service';
import { openWorld, type Addresses, type Town, type World } from './world';

export interface PlacementsWorld extends World {
  readonly placements: PlacementsService;
  /** The children's council, and the family's. */
  readonly north: Town;
  readonly south: Town;
  readonly worker: Actor;
  readonly adoptersWorker: Actor;
  readonly decisionMaker: Actor;
  /** Children of one group, or one child; answers the unit's reference. */
  addUnit(externalIds: readonly string[], over?: Partial<ChildFacts>): Promise<string>;
  addFamily(externalId: string, town?: Town): Promise<string>;
  /** A pair whose panel recommended it, as its link and item stand then. */
  recommend(unit: string, family: string): Promise<string>;
  /** The decision maker approves the match of a link: answers the placement's reference. */
  approve(link: string, decidedOn: IsoDate): Promise<string>;
  match(unit: string, family: string, decidedOn: IsoDate): Promise<string>;
  /** A step at the placement's current version. */
  take(actor: Actor, reference: string, event: PlacementEvent, more?: Partial<PlacementStepRequest>): Promise<PlacementStanding>;
}

/** The services of placements over two councils, for the tests. What panels and links do first is laid out past the door. */
export async function openPlacementsWorld(addresses: Addresses): Promise<PlacementsWorld> {
  const world = await openWorld(addresses);
  const [north, south] = [await world.town('NMB'), await world.town('SVC')];
  await world.agree(north, south);
  const placements = new PlacementsService(world.uow, world.vault, systemClock);
  const decisionMaker = north.as('DECISION_MAKER');
  const recommend = (unit: string, family: string): Promise<string> => layOutMatch(world, unit, family);
  const approve = (reference: string, decidedOn: IsoDate): Promise<string> => approveMatch(world, decisionMaker, reference, decidedOn);
  return {
    ...world, placements, north, south, worker: north.as('CHILDS_WORKER'), adoptersWorker: south.as('ADOPTERS_WORKER'), decisionMaker, recommend, approve,
    async addUnit(externalIds, over = {}) {
      const group = externalIds.length > 1 ? { siblingGroup: externalIds.join('-'), siblingPlan: 'TOGETHER' as const } : {};
      const [child] = await addChildren(world, north, externalIds.map((externalId) => childFacts(externalId, { familyFinding: 'ACTIVE', ...group, ...over })));
      const [unit] = await world.sql<{ reference: string }>('select u.reference from hub.unit u join hub.child c on c.unit_id = u.id where c.id = $1', [child?.id]);
      return unit?.reference ?? '';
    },
    async addFamily(externalId, town = south) {
      const [household] = await addHouseholds(world, town, [householdFacts(externalId, { approvedOn: ago(10), availability: 'AVAILABLE', shareConsent: true, shareConsentOn: ago(1) })]);
      return household?.reference ?? '';
    },
    match: async (unit, family, decidedOn) => approve(await recommend(unit, family), decidedOn),
    async take(actor, reference, event, more = {}) {
      const version = (await placements.find(actor, reference))?.version ?? 0;
      return placements.step(actor, { placement: reference, version, event, ...more });
    },
  };
}

/** The placement of a match that was laid out, by whoever decides. */
export function approveMatch(world: World, decisionMaker: Actor, reference: string, decidedOn: IsoDate): Promise<string> {
  return world.run(decisionMaker, 'decisions.make', async (tx) => {
    const link = await findLink(tx, reference, 'lock');
    const [decision] = await world.sql<{ id: string }>('select d.id from hub.agency_decision d join hub.panel_item i on i.id = d.panel_item_id where i.link_id = $1', [link?.id]);
    if (!link || !decision) throw new Error('No such match.');
    return openPlacement(tx, world.vault, decisionMaker, { link, decisionId: decision.id, decidedOn, today: isoDate(systemClock.today()) });
  });
}

/** A link at the match with the decision behind it, written in one transaction past every trigger. */
export async function layOutMatch({ sql }: World, unit: string, family: string): Promise<string> {
  const [link, panel, item, decision] = [randomUUID(), randomUUID(), randomUUID(), randomUUID()];
  const reference = newReference('L');
  const [pair] = await sql<{ unit: string; agency: string; household: string; other: string; user: string }>(`
    select u.id as unit, u.agency_id as agency, h.id as household, h.agency_id as other, (select p.id from hub.app_user p where p.agency_id = u.agency_id order by p.id limit 1) as user
    from hub.unit u, hub.household h where u.reference = $1 and h.reference = $2`, [unit, family]);
  if (!pair) throw new Error('No such pair.');
  await sql('begin');
  await sql("set local session_replication_role = 'replica'");
  await sql(`insert into hub.link (id, reference, agency_id, household_agency_id, unit_id, household_id, unit_reference, household_reference, state, interest_by, child_agreed, adopters_agreed)
    values ($1, $2, $3, $4, $5, $6, $7, $8, 'MATCHED', 'CHILD', true, true)`, [link, reference, pair.agency, pair.other, pair.unit, pair.household, unit, family]);
  await sql(`insert into hub.link_event (link_id, version, agency_id, side, event, to_state, on_date, actor_id) values ($1, 1, $2, 'CHILD', 'MATCHED', 'MATCHED', '2020-01-01', $3)`, [link, pair.agency, pair.user]);
  await sql(`insert into hub.panel (id, agency_id, reference, meets_on, starts_at, slot_count, slot_minutes, place, papers_due_on, created_by)
    values ($1, $2, $3, '2025-02-01', '10:00', 9, 60, 'Town hall', '2025-01-01', $4)`, [panel, pair.agency, reference.replace('L', 'P'), pair.user]);
  await sql(`insert into hub.panel_item (id, reference, agency_id, kind, panel_id, panel_agency_id, slot, status, link_id, unit_id, household_id, household_agency_id, unit_reference, household_reference, recommendation, minutes_final_on)
    values ($1, $2, $3, 'MATCH', $4, $3, 1, 'HEARD', $5, $6, $7, $8, $9, $10, 'RECOMMENDED', '2025-02-01')`, [item, reference.replace('L', 'B'), pair.agency, panel, link, pair.unit, pair.household, pair.other, unit, family]);
  await sql(`insert into hub.agency_decision (id, agency_id, panel_item_id, kind, outcome, decided_on, decided_by) values ($1, $2, $3, 'MATCH', 'APPROVED', '2025-02-02', $4)`, [decision, pair.agency, item, pair.user]);
  await sql('commit');
  return reference;
}
