import type { IsoDate } from '../../dates/iso-date';
import type { RandomSource } from '../../matching/random';
import { randomSource } from '../../matching/random';
import { mayOverride, standingsOf, type Cell, type Standings } from '../guard';
import { shownAt, TOP } from '../ladder';
import { keyOf } from '../shown';
import { screen, suggest } from '../text/screen';
import type { Traits } from '../traits';
import { drawPopulation, traitsInRegister, type HubUnit, type RegisterUnit } from './register';

export interface AttackRequest {
  readonly children: number;
  readonly k: number;
  /** At most this many of a hundred profiles are released as recorded. */
  readonly overridePercent: number;
  readonly seed: number;
  readonly asAt: IsoDate;
}

/** One released profile, as another agency sees it with its card. `number` is the truth, which the intruder does not see. */
interface Profile {
  readonly number: number;
  readonly key: string;
  readonly level: number;
  readonly overridden: boolean;
  readonly about: string;
}

export interface AttackResult {
  readonly profiles: number;
  /** Profiles that the intruder named rightly, guessing once for each. */
  readonly linked: number;
  /** The same as a share, and what it is on average over all guesses. */
  readonly success: number;
  readonly expected: number;
  /** The fewest children or groups among whom the intruder had to guess. */
  readonly fewest: number;
}

export interface AttackReport extends AttackRequest {
  readonly units: number;
  /** Too rare even at the top, and not released. */
  readonly notReleased: number;
  readonly atLevel: readonly number[];
  readonly guarded: AttackResult;
  readonly overridden: AttackResult;
  readonly overriddenPercent: number;
  /** On average over all guesses at most 1/k among guarded profiles, and no more overrides than allowed. */
  readonly holds: boolean;
}

/**
 * Would somebody who has a register of the region's children find out whose profile it is (trust.md ANON-5)? The intruder
 * knows names, births, sex, heritage, siblings, council and school of everybody, the ladder and k.
 */
export function attack(request: AttackRequest): AttackReport {
  const { children, seed, asAt, k } = request;
  const population = drawPopulation(children, seed, asAt);
  const standings = standingsOf(cellsOf(population.hub.map(({ traits }) => traits)), k);
  const random = randomSource(seed + 1);
  const profiles = release(population.hub, standings, request, random);
  const intruder = new Intruder(population.register, request);
  const of = (list: readonly Profile[]): AttackResult => intruder.link(list, random);
  const [guarded, overridden] = [of(profiles.filter((one) => !one.overridden)), of(profiles.filter((one) => one.overridden))];
  const overriddenPercent = profiles.length === 0 ? 0 : (100 * overridden.profiles) / profiles.length;
  return {
    ...request, units: population.hub.length, notReleased: population.hub.length - profiles.length,
    atLevel: Array.from({ length: TOP + 1 }, (_, level) => profiles.filter((one) => !one.overridden && one.level === level).length),
    guarded, overridden, overriddenPercent, holds: guarded.expected <= 1 / k && overriddenPercent <= request.overridePercent,
  };
}

function cellsOf(units: readonly Traits[]): Cell[] {
  const cells = new Map<string, { traits: Traits; units: number }>();
  for (const traits of units) {
    const key = keyOf(shownAt(traits, 0));
    cells.set(key, { traits, units: (cells.get(key)?.units ?? 0) + 1 });
  }
  return [...cells.values()];
}

/** Profiles as the guard lets them out, texts as the software suggests them. People ask for an override where much would be left out. */
function release(units: readonly HubUnit[], standings: Standings, { overridePercent }: AttackRequest, random: RandomSource): Profile[] {
  let [approved, overrides] = [0, 0];
  return units.flatMap(({ number, traits, about, names, school }) => {
    const { level, below } = standings(traits);
    const overridden = level > 1 && random.chance(0.5) && mayOverride(approved, overrides, overridePercent);
    if (below && !overridden) return [];
    approved += 1;
    if (overridden) overrides += 1;
    const shown = shownAt(traits, overridden ? 0 : level);
    const known = [...names.map((text) => ({ text, of: 'CHILD' as const })), { text: school, of: 'OTHER' as const }];
    return [{ number, key: keyOf(shown), level: overridden ? 0 : level, overridden, about: suggest(about, screen(about, { known, shown })) }];
  });
}

/** A unit of the register, and how the guard would show it. */
interface Suspect extends RegisterUnit {
  readonly level: number | null;
}

class Intruder {
  private readonly byKey: readonly ReadonlyMap<string, Suspect[]>[];

  constructor(register: readonly RegisterUnit[], { asAt, k }: AttackRequest) {
    const known = register.map((unit) => ({ unit, traits: traitsInRegister(unit, asAt) }));
    const standings = standingsOf(cellsOf(known.map(({ traits }) => traits)), k);
    const suspects = known.map(({ unit, traits }) => ({ traits, suspect: { ...unit, level: standings(traits).below ? null : standings(traits).level } }));
    this.byKey = Array.from({ length: TOP + 1 }, (_, level) => {
      const units = new Map<string, Suspect[]>();
      for (const { traits, suspect } of suspects) {
        const key = keyOf(shownAt(traits, level));
        const list = units.get(key);
        if (list) list.push(suspect);
        else units.set(key, [suspect]);
      }
      return units;
    });
  }

  link(profiles: readonly Profile[], random: RandomSource): AttackResult {
    let [linked, expected, fewest] = [0, 0, Infinity];
    for (const profile of profiles) {
      const candidates = this.candidates(profile);
      const guess = candidates[random.whole(0, candidates.length - 1)];
      if (guess?.number === profile.number) linked += 1;
      if (candidates.some(({ number }) => number === profile.number)) expected += 1 / candidates.length;
      fewest = Math.min(fewest, candidates.length);
    }
    const share = (count: number): number => (profiles.length === 0 ? 0 : count / profiles.length);
    return { profiles: profiles.length, linked, success: share(linked), expected: share(expected), fewest: profiles.length === 0 ? 0 : fewest };
  }

  /** Whose profile it may be: those who fit what is shown, whom the guard would show just so, and whom the text names if it names anybody. */
  private candidates({ key, level, overridden, about }: Profile): readonly RegisterUnit[] {
    const fitting = this.byKey[level]?.get(key) ?? [];
    const alike = overridden ? fitting : fitting.filter((suspect) => suspect.level === level);
    const words = new Set(about.toLowerCase().split(/[^a-z0-9]+/));
    const named = alike.filter(({ children }) => children.some(({ firstName, lastName, school, dateOfBirth }) =>
      words.has(firstName.toLowerCase()) || words.has(lastName.toLowerCase()) || about.includes(school) || about.includes(dateOfBirth.split('-').reverse().join('/'))));
    return named.length > 0 ? named : alike;
  }
}
