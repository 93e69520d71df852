import type { AgendaLink, AgendaProblem } from './problem';

/**
 * An agenda made by taking, after the pins, whichever link adds most and still fits, until none adds anything. It is what the
 * optimum is measured against, and what is proposed where the time limit strikes before the solver has anything better.
 */
export function greedyLinks(problem: AgendaProblem): readonly AgendaLink[] {
  const room = new Room(problem);
  for (const link of problem.links) if (link.pinned) room.take(link);
  // A link adds its unit's bonus while the unit has none. A unit's offers with the bonus all come before they are void.
  const offers = problem.links.flatMap((link) => {
    const bonus = problem.units[link.unit]?.bonus ?? 0;
    return [{ link, adds: link.gain + bonus, first: true }, { link, adds: link.gain, first: false }];
  });
  offers.sort((a, b) => b.adds - a.adds || a.link.at - b.link.at || Number(b.first) - Number(a.first));
  for (const { link, adds, first } of offers) if (adds > 0 && room.fits(link, first)) room.take(link);
  return room.taken;
}

class Room {
  private readonly chosen = new Set<AgendaLink>();
  private readonly ofUnit: number[];
  private readonly ofHousehold: number[];
  /** Per group the plans that all links so far belong to. */
  private readonly open: (readonly (readonly number[])[])[];

  constructor(private readonly problem: AgendaProblem) {
    this.ofUnit = problem.units.map(() => 0);
    this.ofHousehold = problem.households.map(() => 0);
    this.open = problem.groups.map(({ plans }) => plans);
  }

  get taken(): readonly AgendaLink[] {
    return [...this.chosen].sort((a, b) => a.at - b.at);
  }

  fits(link: AgendaLink, first: boolean): boolean {
    const { units, householdPlaces, maxLinks } = this.problem;
    const links = this.ofUnit[link.unit] as number;
    return (
      (links === 0) === first && links < (units[link.unit]?.places ?? 0) && (this.ofHousehold[link.household] as number) < (householdPlaces[link.household] as number) &&
      this.chosen.size < maxLinks && !this.chosen.has(link) && this.openTo(link.unit).length > 0
    );
  }

  take(link: AgendaLink): void {
    const group = this.problem.units[link.unit]?.group ?? null;
    if (group !== null) this.open[group] = this.openTo(link.unit);
    this.chosen.add(link);
    this.ofUnit[link.unit] = (this.ofUnit[link.unit] as number) + 1;
    this.ofHousehold[link.household] = (this.ofHousehold[link.household] as number) + 1;
  }

  // The plans that are left if the unit has a link; a unit of no group has one of its own.
  private openTo(unit: number): readonly (readonly number[])[] {
    const group = this.problem.units[unit]?.group ?? null;
    return group === null ? [[unit]] : (this.open[group] ?? []).filter((plan) => plan.includes(unit));
  }
}
