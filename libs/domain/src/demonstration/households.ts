import { addDays, addMonths } from '../dates/day-count';
import type { IsoDate } from '../dates/iso-date';
import type { AdultFacts, HouseholdFacts, LeavingReason } from '../adopters/facts';
import { DEFAULT_POLICY } from '../matching/default-policy';
import type { Level } from '../matching/pool';
import type { RandomSource } from '../matching/random';
import type { DemoUnit } from './children';
import type { DemoAgency } from './region';
import { drawAboutHousehold, drawAddress, drawExperience, drawFirstNames, drawLastName, weighted } from './words';

/** Where a household without a match stands. */
export type DemoHouseholdStage = 'ENQUIRY' | 'STAGE1' | 'STAGE2' | 'APPROVED' | 'ON_HOLD' | 'LEFT';

export interface DemoHousehold {
  readonly agency: string;
  readonly facts: HouseholdFacts;
  /** When the placement with them ended, which no list tells. */
  readonly disruptedOn: IsoDate | null;
}

/** When a household got how far: the last day known, and where it stands. */
interface Course {
  readonly stage: DemoHouseholdStage;
  readonly last: IsoDate;
  readonly approvedOn: IsoDate | null;
}

const HERITAGES = weighted([['WBRI', 76], ['WOTH', 5], ['MWBC', 4], ['BCRB', 3], ['BAFR', 3], ['AIND', 4], ['APKN', 3], ['REFU', 2]] as const);
const LANGUAGES = weighted([['en', 94], ['pl', 2], ['ur', 2], ['pa', 2]] as const);
const RELIGIONS = weighted<string | null>([['none', 55], ['christian', 27], ['muslim', 5], ['hindu', 3], [null, 10]]);

/** A household that waits, is assessed or has left, as at a date. */
export function drawHousehold(agency: DemoAgency, stage: DemoHouseholdStage, at: { asAt: IsoDate; number: number }, random: RandomSource): DemoHousehold {
  const since = { ENQUIRY: 40, STAGE1: 60, STAGE2: 110, APPROVED: 420, ON_HOLD: 300, LEFT: 300 }[stage];
  const last = addDays(at.asAt, -random.whole(3, since));
  const approvedOn = stage === 'APPROVED' || (stage === 'ON_HOLD' && random.chance(0.5)) ? last : null;
  const course: Course = { stage, last, approvedOn };
  const facts = { ...drawFacts(agency, at.number, random), ...drawDates(course, at.asAt, random), ...drawOffers(agency, course, at.asAt, random) };
  return { agency: agency.code, facts, disruptedOn: null };
}

/** The household that a matched, placed or adopted unit has gone to: its dates follow the unit's. */
export function drawHouseholdFor(unit: DemoUnit, agency: DemoAgency, at: { asAt: IsoDate; number: number }, random: RandomSource): DemoHousehold {
  const first = unit.children[0];
  const matchedOn = first?.matchedOn ?? at.asAt;
  const approvedOn = addDays(matchedOn, -random.whole(30, 300));
  const course: Course = { stage: 'APPROVED', last: approvedOn, approvedOn };
  const offers = drawOffers(agency, course, at.asAt, random);
  return {
    agency: agency.code,
    disruptedOn: unit.disruptedOn,
    facts: {
      ...drawFacts(agency, at.number, random),
      ...drawDates(course, at.asAt, random),
      ...offers,
      maxChildren: Math.max(unit.children.length, offers.maxChildren ?? 1),
      availability: 'NOT_AVAILABLE',
      matchedOn,
      placedOn: first?.placedOn ?? null,
      childrenPlaced: first?.placedOn ? unit.children.length : null,
      aoOn: first?.adoptedOn ?? null,
    },
  };
}

function drawFacts(agency: DemoAgency, number: number, random: RandomSource): HouseholdFacts {
  const lastName = drawLastName(random);
  const adults = Array.from({ length: random.chance(0.74) ? 2 : 1 }, (_, index): AdultFacts => {
    const names = drawFirstNames(random);
    const gender = random.pick(['F', 'M'] as const);
    return {
      externalId: `${agency.code}A${5000 + number * 2 + index}`,
      firstName: names[gender],
      lastName,
      gender,
      ethnicity: random.pick(HERITAGES),
      disability: random.chance(0.05),
      fosteringForAdoption: random.chance(0.2),
    };
  });
  return {
    familyExternalId: `${agency.code}F${2000 + number}`,
    names: adults.map(({ firstName }) => firstName).join(' & '),
    address: drawAddress(random, random.pick(agency.districts)),
    kind: adults.length === 2 ? 'COUPLE' : 'SINGLE',
    adults,
  };
}

// Two months and four months are the statutory targets of the stages; the draws lie about them (domain.md 2.3).
function drawDates({ stage, last, approvedOn }: Course, asAt: IsoDate, random: RandomSource): Partial<HouseholdFacts> {
  const started2 = approvedOn ? addDays(approvedOn, -random.whole(85, 160)) : stage === 'STAGE2' ? last : null;
  const ended1 = started2 ? addDays(started2, -random.whole(5, 70)) : null;
  const started1 = ended1 ? addDays(ended1, -random.whole(45, 100)) : stage === 'STAGE1' ? last : null;
  const isFastTrack = approvedOn !== null && random.chance(0.08);
  const enquiry = addDays(started1 ?? last, -random.whole(10, 60));
  const hasLeft = stage === 'LEFT' || stage === 'ON_HOLD';
  return {
    enquiryOn: enquiry,
    stage1StartedOn: isFastTrack ? null : started1,
    stage1EndedOn: isFastTrack ? null : ended1,
    stage2StartedOn: started2,
    stage2EndedOn: approvedOn,
    applicationOn: started2,
    approvedOn,
    leftOn: hasLeft ? addDays(last, 1) : null,
    leftReason: stage === 'ON_HOLD' ? '2' : stage === 'LEFT' ? random.pick<LeavingReason>(['1', '1', '3']) : null,
    provisionalPanelOn: stage === 'STAGE2' && random.chance(0.7) ? addDays(asAt, random.whole(15, 80)) : null,
  };
}

/** Asked with the last step, and each year since. */
function lastAsked(first: IsoDate, asAt: IsoDate): IsoDate {
  const next = addMonths(first, 12);
  return next > asAt ? first : lastAsked(next, asAt);
}

function drawOffers(agency: DemoAgency, { stage, last }: Course, asAt: IsoDate, random: RandomSource): Partial<HouseholdFacts> {
  if (stage === 'ENQUIRY' || stage === 'STAGE1' || stage === 'LEFT') return {};
  const tolerance = 0.9 + random.next() * 1.9;
  const youngest = random.pick([0, 0, 0, 12, 24]);
  const consents = random.chance(0.86);
  return {
    accepts: Object.fromEntries(DEFAULT_POLICY.needs.map((key) => [key, drawAcceptance(tolerance, random)])),
    ageMinMonths: youngest,
    ageMaxMonths: youngest + 12 * random.whole(3, 8),
    maxChildren: random.pick([1, 1, 1, 2, 2, 3]),
    sexPreference: random.pick(['any', 'any', 'any', 'any', 'any', 'F', 'M', null]),
    availability: stage === 'APPROVED' ? 'AVAILABLE' : stage === 'ON_HOLD' ? 'NOT_AVAILABLE' : null,
    shareConsent: random.chance(0.05) ? null : consents,
    shareConsentOn: consents ? lastAsked(last, asAt) : null,
    earlyPermanence: random.chance(0.06) ? null : random.chance(0.3),
    area: random.chance(0.97) ? random.pick(agency.districts) : null,
    contact: random.pick([0, 1, 1, 2, 2, 3, 3, null]),
    heritage: random.chance(0.05) ? null : [random.pick(HERITAGES)].filter((code) => code !== 'REFU'),
    languages: [...new Set(['en', random.pick(LANGUAGES)])],
    religion: random.pick(RELIGIONS),
    childrenAtHome: random.chance(0.04) ? null : drawChildrenAtHome(asAt, random),
    pets: random.chance(0.05) ? null : random.chance(0.4),
    smokers: random.chance(0.05) ? null : random.chance(0.1),
    experience: drawExperience(random),
    about: drawAboutHousehold(random),
  };
}

function drawAcceptance(tolerance: number, random: RandomSource): Level | null {
  if (random.chance(0.07)) return null;
  return Math.max(0, Math.min(3, Math.round(tolerance + random.next() * 1.6 - 0.8))) as Level;
}

function drawChildrenAtHome(asAt: IsoDate, random: RandomSource): readonly string[] {
  return Array.from({ length: random.pick([0, 0, 0, 0, 0, 0, 1, 1, 2]) }, () => addDays(asAt, -random.whole(400, 6000)).slice(0, 7));
}
