import { addDays } from '@hub/domain/dates/day-count';
import { isWorkingDay } from '@hub/domain/dates/working-days';
import { ENGLAND_AND_WALES } from '@hub/domain/dates/bank-holidays';
import type { DemoAgency } from '@hub/domain/demonstration/region';
import type { IsoDate } from '@hub/domain/dates/iso-date';
import type { MemberRole } from '@hub/domain/panels/quorum';
import { PLACING, personOf, staffOf, type World } from './world';

/** Days from today on of an agency's panels: one today, then monthly; every third agency leaves a gap. */
const MONTHLY = [0, 24, 52, 80, 108, 136] as const;
const WITH_GAP = [0, 24, 108, 136] as const;
const TERM_DAYS = 3 * 365;

/** Who sits at an agency's panels. The chair and an independent member are nobody of the agency. */
const SITTING: readonly (readonly [name: string, role: MemberRole])[] = [
  ['Rosalind Achebe', 'CHAIR'], ['Tom Brannigan', 'VICE_CHAIR'], ['Dr Amrit Sohal', 'MEDICAL_ADVISER'], ['Leila Forsyth', 'SOCIAL_WORKER'], ['Owen Pritchard', 'SOCIAL_WORKER'], ['Grace Adeyemi', 'INDEPENDENT'], ['Marek Nowak', 'OTHER'],
];

/** Panels by agency, soonest first. */
export type PanelsOf = ReadonlyMap<string, readonly string[]>;

/** Each agency's panels with its members; at today's everybody is there. And a joint panel that the hub calls. */
export async function planPanels(world: World): Promise<PanelsOf> {
  const planned = new Map<string, readonly string[]>();
  for (const [at, agency] of PLACING.entries()) planned.set(agency.code, await panelsOf(world, agency, at % 3 === 2 ? WITH_GAP : MONTHLY));
  await world.services.panelPlan.plan(personOf(world, 'coordinator@hub.example'), { ...TERMS, meetsOn: workingDay(addDays(world.today, 38)), place: 'By video', papersDueOn: null, parts: PLACING.slice(0, 3).map(({ code }) => code) });
  return planned;
}

/** At the second panel of each agency a family in stage two holds the last place for its approval: every other one is confirmed. */
export async function bookApprovals(world: World, panels: PanelsOf): Promise<void> {
  const { board, panelBooking, panelPlan } = world.services;
  for (const [at, agency] of PLACING.entries()) {
    const { adopters, panel: adviser } = staffOf(world, agency);
    const [first] = (await board.read(adopters, { stage: 'STAGE2' }, 1, 0)).items;
    if (!first) continue;
    const { reference: item, version } = await panelBooking.book(adopters, { household: first.household, panel: panels.get(agency.code)?.[1] ?? '', slot: TERMS.slotCount });
    if (at % 2 === 0) await panelPlan.confirm(adviser, { item, version });
  }
}

const TERMS = { startsAt: '09:30', slotCount: 5, slotMinutes: 50 };

async function panelsOf(world: World, agency: DemoAgency, days: readonly number[]): Promise<string[]> {
  const { services: { panelPlan, panelMembers }, today } = world;
  const { panel: adviser } = staffOf(world, agency);
  const panels: string[] = [];
  for (const day of days) {
    const meetsOn = day === 0 ? today : workingDay(addDays(today, day));
    panels.push((await panelPlan.plan(adviser, { ...TERMS, meetsOn, place: 'Civic Centre, committee room 2', papersDueOn: day === 0 ? addDays(today, -14) : null, parts: [] })).reference);
  }
  for (const [displayName, role] of SITTING) {
    const isIndependent = role === 'CHAIR' || role === 'INDEPENDENT';
    const { reference: member } = await panelMembers.add(adviser, { displayName: `${displayName} (${agency.code})`, role, isIndependent, sitsFor: [agency.code], startsOn: addDays(today, -TERM_DAYS), endsOn: addDays(today, TERM_DAYS) });
    for (const panel of panels.slice(0, 2)) await panelMembers.expect(adviser, { panel, member });
    await panelMembers.attend(adviser, { panel: panels[0] ?? '', member, attendance: 'PRESENT' });
  }
  return panels;
}

/** The day itself, or the next on which people work. */
function workingDay(day: IsoDate): IsoDate {
  return isWorkingDay(day, ENGLAND_AND_WALES) === false ? workingDay(addDays(day, 1)) : day;
}
