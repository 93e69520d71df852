import type { AgendaLink, AgendaProblem, ProblemUnit } from './problem';

/** What a place on a household's list and a place in the meeting are reckoned to cost; 0 and more, in units of the objective. */
export interface AgendaPrices {
  /** By place in the problem's households. */
  readonly households: ArrayLike<number>;
  readonly link: number;
}

/** Prices at which some links would just be kept: what the least of them adds, where household or meeting is full. */
export function pricesOf({ units, households, householdPlaces, maxLinks }: AgendaProblem, links: readonly AgendaLink[]): AgendaPrices {
  const gains = households.map((): number[] => []);
  const best = units.map(() => 0);
  for (const { unit, household, gain } of links) {
    gains[household]?.push(gain);
    best[unit] = Math.max(best[unit] as number, gain);
  }
  const adds = links.map(({ unit, gain }) => gain + (gain === best[unit] ? (units[unit]?.bonus ?? 0) : 0));
  const link = links.length === 0 || links.length < maxLinks ? 0 : adds.reduce((least, value) => Math.min(least, value));
  return { link, households: gains.map((of, at) => (of.length === 0 || of.length < (householdPlaces[at] as number) ? 0 : Math.max(0, Math.min(...of) - link))) };
}

/**
 * What no agenda can exceed, whatever the prices: all places are sold at them, and each unit buys what is best for it alone.
 * At the solver's own prices this is the optimum of the programme without whole numbers, so it proves an agenda that reaches it
 * without trusting the solver (weak duality).
 */
export function agendaBound({ units, groups, householdPlaces, maxLinks }: AgendaProblem, prices: AgendaPrices): number {
  const best = units.map((unit) => bestAlone(unit, prices));
  const sold = householdPlaces.reduce((sum, places, at) => sum + places * (prices.households[at] as number), prices.link === 0 ? 0 : maxLinks * prices.link);
  const single = units.reduce((sum, { group }, at) => sum + (group === null ? (best[at] as number) : 0), 0);
  return groups.reduce((sum, { plans }) => {
    const pinned = plans.flat().filter((unit) => units[unit]?.links.some((link) => link.pinned));
    const open = plans.filter((plan) => pinned.every((unit) => plan.includes(unit)));
    return sum + open.reduce((most, plan) => Math.max(most, plan.reduce((worth, unit) => worth + (best[unit] as number), 0)), pinned.length > 0 ? -Infinity : 0);
  }, sold + single);
}

// What a unit's best links are worth to it after paying for them; its pins it must take.
function bestAlone({ links, bonus, places }: ProblemUnit, { households, link: price }: AgendaPrices): number {
  const worth = links.map(({ household, gain, pinned }) => ({ pinned, value: gain - (households[household] as number) - price }));
  const pins = worth.filter(({ pinned }) => pinned);
  const others = worth.filter(({ pinned }) => !pinned).map(({ value }) => value).sort((a, b) => b - a).slice(0, places - pins.length);
  const gains = others.reduce((sum, value) => sum + Math.max(0, value), 0);
  if (pins.length > 0) return bonus + gains + pins.reduce((sum, { value }) => sum + value, 0);
  // The first link may be worth its price for the bonus alone.
  return others.length === 0 ? 0 : Math.max(0, bonus + gains + Math.min(0, others[0] as number));
}
