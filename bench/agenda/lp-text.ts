import type { AgendaLink, AgendaProblem } from '@hub/domain/matching/agenda/problem';

/**
 * An agenda's programme as text in the LP format, word for word as it is stated: all x and y are binary, every link stands
 * in the row of the meeting's size. Without sibling groups and pins.
 */
export function lpText({ units, households, links, householdPlaces, maxLinks }: AgendaProblem): string {
  const ofHousehold = households.map((): AgendaLink[] => []);
  for (const link of links) ofHousehold[link.household]?.push(link);
  const sum = (of: readonly AgendaLink[]): string => lines(of.map(({ at }) => `+ x${at}`));
  const linked = units.flatMap((unit, at) => (unit.links.length === 0 ? [] : [{ ...unit, at }]));
  return [
    'Maximize',
    lines([...links.map(({ gain, at }) => `+ ${gain} x${at}`), ...linked.map(({ bonus, at }) => `+ ${bonus} y${at}`)]),
    'Subject To',
    ...linked.map((unit) => `${sum(unit.links)} <= ${unit.places}`),
    ...linked.map((unit) => `y${unit.at} ${lines(unit.links.map(({ at }) => `- x${at}`))} <= 0`),
    ...ofHousehold.flatMap((of, at) => (of.length === 0 ? [] : [`${sum(of)} <= ${householdPlaces[at] as number}`])),
    ...(maxLinks === Infinity ? [] : [`${sum(links)} <= ${maxLinks}`]),
    'Binary',
    lines([...links.map(({ at }) => `x${at}`), ...linked.map(({ at }) => `y${at}`)]),
    'End',
  ].join('\n');
}

// The reader of the format refuses long lines.
function lines(terms: readonly string[]): string {
  return terms.map((term, at) => (at % 10 === 9 ? `${term}\n` : term)).join(' ');
}
