import { daysBetween } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import { randomSource } from '../matching/random';
import type { RandomSource } from '../matching/random';
import { drawSince, drawUnit } from './children';
import type { DemoUnit } from './children';
import { drawHousehold, drawHouseholdFor } from './households';
import type { DemoHousehold, DemoHouseholdStage } from './households';
import type { DemoStage } from './journeys';
import { DEMO_AGENCIES } from './region';
import type { DemoAgency } from './region';
import { weighted } from './words';

/** What to generate. The same request gives the same region. */
export interface RegionRequest {
  readonly seed: number;
  /** Units still open: a child or a sibling group each. */
  readonly units: number;
  readonly households: number;
  /** Units adopted or with a changed plan over the eight years before `asAt`. */
  readonly closedUnits: number;
  readonly asAt: IsoDate;
}

export interface DemoRegion {
  readonly units: readonly DemoUnit[];
  readonly households: readonly DemoHousehold[];
}

/** The region of the demonstration: about 220 open children, 160 households and 1,200 closed children. */
export const DEMONSTRATION: Omit<RegionRequest, 'asAt'> = { seed: 20_261, units: 166, households: 160, closedUnits: 885 };

const OPEN_STAGES = weighted<DemoStage>([['DECIDED', 17], ['SEARCHING', 54], ['MATCHED', 8], ['PLACED', 19], ['DISRUPTED', 2]]);
const CLOSED_STAGES = weighted<DemoStage>([['ADOPTED', 84], ['REVERSED', 16]]);
const HOUSEHOLD_STAGES = weighted<DemoHouseholdStage>([['ENQUIRY', 9], ['STAGE1', 14], ['STAGE2', 18], ['APPROVED', 50], ['ON_HOLD', 5], ['LEFT', 4]]);
const MATCHED_STAGES: readonly DemoStage[] = ['MATCHED', 'PLACED', 'DISRUPTED'];
/** A family stays in the agency's list of adopters for a while after the adoption order. */
const LISTED_AFTER_ORDER_DAYS = 30;

/** A coherent synthetic region. Nobody in it exists. */
export function buildRegion(request: RegionRequest): DemoRegion {
  const random = randomSource(request.seed);
  const councils = byShare((agency) => agency.childrenShare);
  const draw = (stages: readonly DemoStage[], count: number, from: number): DemoUnit[] =>
    Array.from({ length: count }, (_, index) => {
      const stage = random.pick(stages);
      return drawUnit(random.pick(councils), stage, drawSince(stage, random), { asAt: request.asAt, number: from + index }, random);
    });
  const open = draw(OPEN_STAGES, request.units, 0);
  const closed = draw(CLOSED_STAGES, request.closedUnits, request.units);
  return joinFamilies([...open, ...closed], request, random);
}

function joinFamilies(units: readonly DemoUnit[], request: RegionRequest, random: RandomSource): DemoRegion {
  const agencies = byShare((agency) => agency.householdShare);
  const households: DemoHousehold[] = [];
  const joined = units.map((unit): DemoUnit => {
    if (!hasListedFamily(unit, request.asAt) || households.length >= request.households) return unit;
    // A council's own files can name only families of its own: List 10's identifier joins the same council's List 11.
    const own = DEMO_AGENCIES.find(({ code }) => code === unit.agency) as DemoAgency;
    const household = drawHouseholdFor(unit, own, { asAt: request.asAt, number: households.length }, random);
    households.push(household);
    return { ...unit, children: unit.children.map((child) => ({ ...child, familyExternalId: household.facts.familyExternalId })) };
  });
  while (households.length < request.households) {
    households.push(drawHousehold(random.pick(agencies), random.pick(HOUSEHOLD_STAGES), { asAt: request.asAt, number: households.length }, random));
  }
  return { units: joined, households };
}

function hasListedFamily({ stage, children }: DemoUnit, asAt: IsoDate): boolean {
  const adoptedOn = children[0]?.adoptedOn ?? null;
  return MATCHED_STAGES.includes(stage) || (adoptedOn !== null && daysBetween(adoptedOn, asAt) <= LISTED_AFTER_ORDER_DAYS);
}

function byShare(share: (agency: DemoAgency) => number): readonly DemoAgency[] {
  return weighted(DEMO_AGENCIES.map((agency) => [agency, share(agency)] as const));
}
