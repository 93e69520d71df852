import { compareCodePoints } from '../code-points';
import type { AgendaLink, AgendaProblem, ProblemUnit } from './problem';

export interface ProposedLink {
  readonly household: string;
  readonly rank: number;
  readonly pinned: boolean;
}

export interface ProposedUnit {
  readonly unit: string;
  readonly priority: number;
  /** By rank, best first, then by household id; one or more. */
  readonly links: readonly ProposedLink[];
}

/** A proposal for a matching meeting. People change it as they like; nothing is linked by it. */
export interface Agenda {
  /** sum priority * rank / 100 over the links, and firstLinkBonus * priority for every unit that has one. */
  readonly objective: number;
  /** No agenda within the limits exceeds this; equal to the objective where the agenda is proven best. */
  readonly bound: number;
  /** (bound - objective) / bound: 0 where proven best. */
  readonly gap: number;
  /** In the order of the meeting: by priority, highest first, then by unit id. */
  readonly units: readonly ProposedUnit[];
  /** Units that could have a link and have none, in the same order; not those of a plan that was not taken. */
  readonly without: readonly string[];
  /** Sibling groups for which another plan than their first is proposed. */
  readonly apart: readonly string[];
}

// Sums of thousands of rounded products differ by this share at most.
const ROUNDING = 1e-9;

/** The agenda of some links that keep to the limits. `bound`: what is proven that none exceeds. */
export function agendaOf(problem: AgendaProblem, links: readonly AgendaLink[], bound: number): Agenda {
  const objective = agendaObjective(problem, links);
  const isProven = bound - objective <= ROUNDING * Math.max(1, objective);
  const linksOf = problem.units.map((): AgendaLink[] => []);
  for (const link of links) linksOf[link.unit]?.push(link);
  const isLinked = (at: number): boolean => linksOf[at]?.length !== 0;
  // The first that has all units with links; of a group without any its first.
  const taken = problem.groups.map(({ plans }) => {
    const linked = plans.flat().filter(isLinked);
    return plans.find((plan) => linked.every((unit) => plan.includes(unit)));
  });
  const isLeftOut = (unit: ProblemUnit, at: number): boolean =>
    unit.links.length > 0 && !isLinked(at) && (unit.group === null || taken[unit.group]?.includes(at) === true);
  return {
    objective,
    bound: isProven ? objective : bound,
    gap: isProven ? 0 : (bound - objective) / bound,
    units: problem.units.map((unit, at) => proposedUnit(problem, unit, linksOf[at] ?? [])).filter((unit) => unit.links.length > 0).sort(inMeetingOrder),
    without: problem.units.filter(isLeftOut).sort(inMeetingOrder).map(({ unit }) => unit),
    apart: problem.groups.filter(({ plans }, group) => taken[group] !== plans[0]).map(({ group }) => group),
  };
}

/** What some links are worth, in the sense of the programme. */
export function agendaObjective({ units }: AgendaProblem, links: readonly AgendaLink[]): number {
  const linked = new Set(links.map(({ unit }) => unit));
  const bonuses = units.reduce((sum, { bonus }, at) => sum + (linked.has(at) ? bonus : 0), 0);
  return links.reduce((sum, { gain }) => sum + gain, bonuses);
}

function proposedUnit({ households }: AgendaProblem, { unit, priority }: ProblemUnit, chosen: readonly AgendaLink[]): ProposedUnit {
  const links = [...chosen].sort((a, b) => b.rank - a.rank || a.household - b.household);
  return { unit, priority, links: links.map(({ household, rank, pinned }) => ({ household: households[household] as string, rank, pinned })) };
}

function inMeetingOrder(a: Pick<ProblemUnit, 'unit' | 'priority'>, b: Pick<ProblemUnit, 'unit' | 'priority'>): number {
  return b.priority - a.priority || compareCodePoints(a.unit, b.unit);
}
