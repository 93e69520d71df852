import type { HouseholdEvent } from '@hub/domain/adopters/events';
import { availabilityOf } from '@hub/domain/adopters/states';
import type { DemoHousehold } from '@hub/domain/demonstration/households';
import type { DemoAgency } from '@hub/domain/demonstration/region';
import type { RandomSource } from '@hub/domain/matching/random';
import type { HouseholdEventRequest } from '@hub/features/adopters/households.service';
import type { HouseholdRecordView } from '@hub/features/adopters/household-view.queries';
import { householdSteps, type Steps } from './household-steps';
import { release } from './releases';
import { chanceFor, dayBetween, staffOf, type Staff, type World } from './world';

const PAGE = 200;

interface OwnHousehold {
  readonly reference: string;
  readonly record: HouseholdRecordView;
  readonly drawn: DemoHousehold;
}

/** What an agency's own people do with its households. Answers those that other agencies see. */
export async function loadHouseholdsOf(world: World, agency: DemoAgency): Promise<readonly string[]> {
  const staff = staffOf(world, agency);
  const random = chanceFor(world, agency, 'households');
  const steps = householdSteps(world.region.households);
  const listed: string[] = [];
  for (const household of await ownHouseholds(world, staff, agency)) {
    const record = await recordSteps(world, staff, household, steps, random);
    await world.services.workers.assign(staff.adopters, household.reference, staff.adopters.userId);
    if (record.shareConsent !== true || availabilityOf(record.state, record.availability, record.provisionalPanelOn) === false) continue;
    listed.push(household.reference);
    const isReleased = random.chance(0.55);
    if (!isReleased) continue;
    const about = household.drawn.facts.about ?? 'A first profile; more will follow.';
    await release(world, { asks: staff.adopters, approves: staff.manager }, { subjectType: 'HOUSEHOLD', subject: household.reference, about }, random);
  }
  return listed;
}

/** The agency's households that are not history, in the order in which they were drawn. */
async function ownHouseholds({ services: { households }, region }: World, { adopters }: Staff, agency: DemoAgency): Promise<OwnHousehold[]> {
  const drawn = region.households.filter((household) => household.agency === agency.code);
  const found = new Map<DemoHousehold, OwnHousehold>();
  for (let after: string | null = null; ;) {
    const page = await households.search(adopters, { filter: { own: true }, first: PAGE, after });
    for (const { reference } of page.items) {
      const { record } = await households.view(adopters, reference);
      const one = drawn.find(({ facts }) => facts.familyExternalId === record?.familyId);
      if (record && one) found.set(one, { reference, record, drawn: one });
    }
    after = page.items.at(-1)?.position ?? null;
    if (!page.hasNextPage) break;
  }
  return drawn.flatMap((one) => found.get(one) ?? []);
}

async function recordSteps({ services: { households }, today }: World, { adopters }: Staff, { reference, record, drawn: { facts, disruptedOn } }: OwnHousehold, steps: Steps, random: RandomSource): Promise<HouseholdRecordView> {
  let now = record;
  const { familyExternalId, stage2StartedOn, stage1StartedOn, approvedOn, enquiryOn } = facts;
  let onDate = approvedOn ?? stage2StartedOn ?? stage1StartedOn ?? enquiryOn ?? today;
  for (const event of steps.get(familyExternalId) ?? []) {
    onDate = event === 'DISRUPTED' && disruptedOn !== null ? disruptedOn : dayBetween(onDate, today, random);
    const after = await households.recordEvent(adopters, { subject: reference, version: now.version, event, onDate, reason: REASONS[event] ?? null, ...SAID[event] });
    now = after.record ?? now;
  }
  return now;
}

const SAID: Readonly<Partial<Record<HouseholdEvent, Partial<HouseholdEventRequest>>>> = { PUT_ON_HOLD: { code: 'FAMILY', askedBy: 'ADOPTERS' } };
const REASONS: Readonly<Partial<Record<HouseholdEvent, string>>> = {
  DISRUPTED: 'The placement could not meet the child’s needs',
  PUT_ON_HOLD: 'The adopters take time after the disruption',
  QUALIFYING_DETERMINATION: 'The panel did not recommend approval; the adopters may answer within forty days',
};
