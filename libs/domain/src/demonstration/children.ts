import { addDays, addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import type { ChildFacts } from '../children/facts';
import type { SiblingPlan } from '../children/codes';
import { DEFAULT_POLICY } from '../matching/default-policy';
import type { Contact, Level } from '../matching/pool';
import type { RandomSource } from '../matching/random';
import { drawJourney } from './journeys';
import type { DemoJourney, DemoStage } from './journeys';
import type { DemoAgency } from './region';
import { drawAboutChild, drawAddress, drawFirstNames, drawLastName, otherFirstName, weighted } from './words';

/** One unit: its members share the journey, the sibling group and the agency. */
export interface DemoUnit {
  readonly agency: string;
  readonly stage: DemoStage;
  readonly children: readonly ChildFacts[];
  /** In no list of Annex A (domain.md trap 15): people record it. */
  readonly disruptedOn: IsoDate | null;
}

const SIZES = weighted([[1, 72], [2, 21], [3, 6], [4, 1]] as const);
const PLANS = weighted<SiblingPlan>([['TOGETHER', 76], ['TOGETHER_PREFERRED', 18], ['APART', 6]]);
const LEVELS = weighted<Level | null>([[0, 55], [1, 23], [2, 11], [3, 4], [null, 7]]);
const CONTACTS = weighted<Contact | null>([[0, 8], [1, 62], [2, 18], [3, 7], [null, 5]]);
const HERITAGES = weighted([['WBRI', 72], ['WOTH', 5], ['MWBC', 6], ['MWBA', 3], ['MWAS', 3], ['BCRB', 2], ['BAFR', 3], ['AIND', 2], ['APKN', 3], ['NOBT', 1]] as const);
const LANGUAGES = weighted([['en', 93], ['pl', 3], ['ur', 2], ['ro', 2]] as const);
const RELIGIONS = weighted<string | null>([['none', 62], ['christian', 18], ['muslim', 6], [null, 14]]);
const SEARCH_STAGES: readonly DemoStage[] = ['DECIDED', 'SEARCHING'];

/** A unit of `agency` at `stage`, reached `since` days before `asAt`; `number` makes its identifiers. */
export function drawUnit(agency: DemoAgency, stage: DemoStage, since: number, at: { asAt: IsoDate; number: number }, random: RandomSource): DemoUnit {
  const size = random.pick(SIZES);
  const { disruptedOn, ...journey } = drawJourney(stage, since, at.asAt, random);
  const isOpen = stage !== 'ADOPTED' && stage !== 'REVERSED';
  const shared = {
    lastName: drawLastName(random),
    names: new Set<string>(),
    heritage: random.pick(HERITAGES),
    group: size === 1 ? null : `${agency.code}-S${at.number}`,
    plan: size === 1 ? null : random.pick(PLANS),
    family: drawFamilyFacts(agency, journey, stage, random),
  };
  const eldest = drawAgeAtCare(random);
  const children = Array.from({ length: size }, (_, index): ChildFacts => {
    const child = drawChild(agency, journey, shared, eldest + index * random.whole(14, 30), random);
    shared.names.add(child.firstName ?? '');
    const facts = { externalId: `${agency.code}${10_000 + at.number * 10 + index}`, ...child };
    const heritage = shared.heritage === 'NOBT' ? null : [shared.heritage];
    return isOpen ? { ...facts, heritage, ...drawProfile(random), ...shared.family, siblingGroup: shared.group, siblingPlan: shared.plan } : facts;
  });
  return { agency: agency.code, stage, children, disruptedOn };
}

type ListedJourney = Omit<DemoJourney, 'disruptedOn'>;
type Shared = { readonly lastName: string; readonly names: ReadonlySet<string>; readonly heritage: (typeof HERITAGES)[number] };

function drawChild(agency: DemoAgency, journey: ListedJourney, shared: Shared, ageAtCare: number, random: RandomSource): Omit<ChildFacts, 'externalId'> {
  // Half of the youngest come into care at birth, so that a date of birth lies close to it.
  const born = ageAtCare === 0 ? addDays(journey.enteredCareOn, -random.whole(0, 9)) : addDays(addMonths(journey.enteredCareOn, -ageAtCare), -random.whole(0, 27));
  const names = drawFirstNames(random);
  const address = drawAddress(random, random.pick(agency.districts));
  const sex = random.pick(['F', 'M'] as const);
  return {
    firstName: shared.names.has(names[sex]) ? otherFirstName(sex, [...shared.names]) : names[sex],
    lastName: shared.lastName,
    address,
    dateOfBirth: born,
    sex,
    ethnicity: shared.heritage,
    disability: random.chance(0.06),
    ...journey,
    reversalReason: journey.decisionReversedOn === null ? null : journey.placementOrderOn === null ? 'RD2' : random.pick(['RD1', 'RD3', 'RD4']),
    earlyPermanencePlacedOn: null,
  };
}

function drawAgeAtCare(random: RandomSource): number {
  return random.chance(0.36) ? 0 : Math.floor(random.next() * random.next() * 72) + 1;
}

function drawFamilyFacts(agency: DemoAgency, journey: ListedJourney, stage: DemoStage, random: RandomSource): Partial<ChildFacts> {
  const home = random.pick(agency.districts);
  const isSearching = SEARCH_STAGES.includes(stage);
  return {
    languages: random.chance(0.04) ? null : [random.pick(LANGUAGES)],
    religion: random.pick(RELIGIONS),
    avoidAreas: random.chance(0.6) ? [home, random.pick(agency.districts)] : [],
    homeArea: random.chance(0.96) ? home : null,
    earlyPermanence: isSearching ? random.chance(0.1) : null,
    waitingSince: isSearching ? journey.placementOrderOn ?? journey.admDecidedOn : null,
  };
}

/** The levels and the text that a profile sheet tells of a child. */
export function drawProfile(random: RandomSource): Partial<ChildFacts> {
  const needs = Object.fromEntries(DEFAULT_POLICY.needs.map((key) => [key, random.pick(LEVELS)]));
  return {
    needs,
    essential: DEFAULT_POLICY.needs.filter((key) => (needs[key] ?? 0) >= 2 && random.chance(0.4)),
    contact: random.pick(CONTACTS),
    petsRisk: random.chance(0.07) ? null : random.chance(0.08),
    about: drawAboutChild(random),
  };
}

/** How long ago a unit's last step was, for one still open: most wait a few months, a few more than two years. */
export function drawSince(stage: DemoStage, random: RandomSource): number {
  const longest = { DECIDED: 150, SEARCHING: 900, MATCHED: 40, PLACED: 280, DISRUPTED: 180, ADOPTED: 2920, REVERSED: 2920 }[stage];
  const crowd = stage === 'SEARCHING' ? random.next() * random.next() : random.next();
  return Math.floor(crowd * longest);
}
