import type { Agenda } from './agenda';

/** An agenda in a few sentences for people: how many links, who has none, how often a family stands on it, and how good it is. */
export function agendaAccount(agenda: Agenda): string {
  const { units, without, apart } = agenda;
  const links = units.flatMap((unit) => unit.links);
  const left = without.length === 0 ? 'every unit that can have a link has one' : `${counted(without.length, 'unit')} that could have a link ${without.length === 1 ? 'has' : 'have'} none`;
  const what = links.length === 0
    ? `No links are proposed: ${without.length === 0 ? 'no unit has a family to choose from' : left}.`
    : `Proposed for ${counted(units.length, 'unit')} and ${counted(links.length, 'link')}: ${left}, no family is on more than ${busiest(links)}.`;
  const split = apart.length === 0 ? [] : [`${counted(apart.length, 'sibling group')} ${apart.length === 1 ? 'is' : 'are'} proposed apart.`];
  return [what, ...split, quality(agenda)].join(' ');
}

function quality({ gap, objective, bound }: Agenda): string {
  if (gap === 0) return 'Proven best.';
  if (objective === 0) return 'Time ran out before anything was proven.';
  // Rounded up, so that "at most" stays true.
  return `Time ran out: the best agenda is worth at most ${(Math.ceil((bound / objective - 1) * 1000) / 10).toFixed(1)} % more.`;
}

function busiest(links: readonly { readonly household: string }[]): number {
  const counts = new Map<string, number>();
  for (const { household } of links) counts.set(household, (counts.get(household) ?? 0) + 1);
  return Math.max(...counts.values());
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}
