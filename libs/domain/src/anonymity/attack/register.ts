import { buildRegion } from '../../demonstration/build-region';
import type { DemoUnit } from '../../demonstration/children';
import { DEMO_AGENCIES } from '../../demonstration/region';
import type { IsoDate } from '../../dates/iso-date';
import type { Sex } from '../../children/codes';
import { randomSource, type RandomSource } from '../../matching/random';
import { traitsOf, type Traits } from '../traits';

/** A child as an intruder's register has it: everything that neighbours, schools or a leaked list could tell. */
export interface RegisterChild {
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: IsoDate;
  readonly sex: Sex;
  readonly ethnicity: string;
  readonly council: string;
  readonly school: string;
}

/** A child or a sibling group: the intruder knows who are siblings. */
export interface RegisterUnit {
  readonly number: number;
  readonly children: readonly RegisterChild[];
}

/** What the hub holds of the same unit. */
export interface HubUnit {
  readonly number: number;
  readonly traits: Traits;
  readonly about: string;
  readonly names: readonly string[];
  readonly school: string;
}

export interface Population {
  readonly hub: readonly HubUnit[];
  readonly register: readonly RegisterUnit[];
}

const SCHOOLS = ['Oakfield Primary School', 'Larkrise Nursery', 'Harbour Academy', 'Fernhill Infants School', 'Stonebridge Primary School'];
/** One text in five slips: a name, a school, a place or a birthday stands in it, as they do in drafts. */
const SLIPS = 0.2;

/** Invented children of one region, in the hub and in the register; the same seed gives the same ones. */
export function drawPopulation(children: number, seed: number, asAt: IsoDate): Population {
  const random = randomSource(seed);
  const drawn = buildRegion({ seed, units: children, households: 0, closedUnits: 0, asAt }).units;
  const hub: HubUnit[] = [];
  const register: RegisterUnit[] = [];
  for (let left = children, number = 0; left > 0; number += 1) {
    const unit = drawn[number] as DemoUnit;
    const of = registerUnit({ ...unit, children: unit.children.slice(0, left) }, number, random);
    register.push(of);
    hub.push(hubUnit(unit, of, asAt, random));
    left -= of.children.length;
  }
  return { hub, register };
}

function registerUnit({ agency, children }: DemoUnit, number: number, random: RandomSource): RegisterUnit {
  const school = random.pick(SCHOOLS);
  return {
    number,
    children: children.map(({ firstName, lastName, dateOfBirth, sex, ethnicity }) => ({
      firstName: firstName ?? '', lastName: lastName ?? '', dateOfBirth: dateOfBirth as IsoDate, sex: sex ?? 'U', ethnicity: ethnicity ?? 'NOBT', council: agency, school,
    })),
  };
}

/** What the register tells of a unit, in the terms of a card. */
export function traitsInRegister({ children }: RegisterUnit, asAt: IsoDate): Traits {
  const region = DEMO_AGENCIES.find(({ code }) => code === children[0]?.council)?.regionBand ?? '';
  const traits = traitsOf({ regionBand: region, members: children.map((child) => ({ ...child, heritage: null })), asAt });
  if (!traits) throw new Error('A register without births.');
  return traits;
}

function hubUnit(unit: DemoUnit, of: RegisterUnit, asAt: IsoDate, random: RandomSource): HubUnit {
  const child = of.children[0] as RegisterChild;
  const about = unit.children[0]?.about ?? 'Likes to be outdoors.';
  const slip = random.pick([
    `${child.firstName} likes school.`, `The ${child.lastName} family writes letters.`, `At ${child.school} all goes well.`, `Born on ${child.dateOfBirth.split('-').reverse().join('/')}.`, 'She is close to her sister.', 'He has a Pakistani grandmother.',
  ]);
  return {
    number: of.number, traits: traitsInRegister(of, asAt), about: random.chance(SLIPS) ? `${about} ${slip}` : about,
    names: of.children.flatMap(({ firstName, lastName }) => [firstName, lastName]), school: child.school,
  };
}

