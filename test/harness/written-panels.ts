import { addDays } from '@hub/domain/dates/day-count';
import { addHouseholds, ago, householdFacts, today } from '@hub/features/keys/spec-keys';
import { BookingService } from '@hub/features/panels/booking.service';
import { DecisionsService } from '@hub/features/panels/decisions.service';
import { HearingService } from '@hub/features/panels/hearing.service';
import { PanelMembersService } from '@hub/features/panels/members.service';
import { PanelPlanService } from '@hub/features/panels/plan.service';
import { systemClock } from '@hub/platform/clock';
import type { Town, World } from './world';

/** What a panel says of a household's approval, and why it is not approved. */
export async function writeOfPanels(world: World, north: Town, words: { readonly reasons: string; readonly advice: string; readonly decision: string }): Promise<void> {
  const door = [world.uow, world.vault, systemClock] as const;
  const [adviser, decider] = [north.as('PANEL_ADVISER', 'ADOPTERS_WORKER'), north.second('DECISION_MAKER')];
  const [household] = await addHouseholds(world, north, [householdFacts('W6', { approvedOn: null, stage2StartedOn: ago(60) })]);
  await world.sql(`update hub.household set state = 'AT_PANEL' where id = $1`, [household?.id]);
  const { reference: panel } = await new PanelPlanService(...door).plan(adviser, { meetsOn: today, startsAt: '10:00', slotCount: 2, slotMinutes: 45, place: 'Town hall', papersDueOn: addDays(today, -5), parts: [] });
  const members = new PanelMembersService(...door);
  for (const role of ['CHAIR', 'SOCIAL_WORKER', 'INDEPENDENT', 'OTHER', 'OTHER'] as const) {
    const { reference: member } = await members.add(adviser, { displayName: 'A member', role, isIndependent: role === 'CHAIR' || role === 'INDEPENDENT', sitsFor: [north.code], startsOn: ago(10) });
    await members.expect(adviser, { panel, member });
    await members.attend(adviser, { panel, member, attendance: 'PRESENT' });
  }
  const { reference: item } = await new BookingService(...door).book(adviser, { household: household?.reference ?? '', panel, slot: 1 });
  const hearing = new HearingService(...door);
  await hearing.recommend(adviser, { item, version: 1, recommendation: 'NOT_RECOMMENDED', reasons: words.reasons, advice: words.advice });
  await hearing.minutesFinal(adviser, { item, version: 2 });
  await new DecisionsService(...door).decide(decider, { item, version: 3, outcome: 'NOT_APPROVED', reasons: words.decision });
}
