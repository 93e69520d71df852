import type { Block } from '@hub/domain/performance/shown';
import { monthLater } from '@hub/domain/performance/periods';
import type { Known } from './knowledge';
import { FIRST, type Story, type StoryMonth } from './region';

type Flow = keyof Pick<StoryMonth, 'adopted' | 'placed' | 'soon' | 'reversed' | 'decided'>;
const FLOWS: readonly Flow[] = ['adopted', 'placed', 'soon', 'reversed', 'decided'];
type Stand = keyof Pick<StoryMonth, 'unplaced' | 'ordered' | 'unplacedOrdered'>;
const STANDS: readonly Stand[] = ['unplaced', 'ordered', 'unplacedOrdered'];
/** At the end of a month; who is not placed and has no order by what all of them leave. */
const SECRET_STANDS = ['waiting', 'unplaced', 'placedWaiting', 'ordered', 'unplacedOrdered', 'unplacedUnordered', 'placedOrdered', 'placedUnordered'];
/** Who moved in, less who came back, and who stopped waiting to be placed: from one end of a month to another. */
const LEAVING = ['moved', 'left'];
export type Terms = ReadonlyMap<number, number>;

/** A number of children that nobody else should know, in words. */
export interface Secret {
  readonly words: string;
  readonly terms: Terms;
  readonly value: number;
}

/** What somebody who knows one council in full (or nobody's, null) does not know: of the others, what had happened up to the end of each month, and who waited. */
export class Unknowns {
  readonly count: number;

  private readonly others: readonly number[];

  constructor(private readonly stories: readonly Story[], own: number | null) {
    this.others = stories.map((_, council) => council).filter((council) => council !== own);
    this.count = this.others.length * this.perCouncil;
  }

  /** What the blocks tell, each number in them: those of the own council left out, and the own part taken from the region's, which is of these councils. */
  known(blocks: readonly Block[], region: readonly number[] = this.others): readonly Known[] {
    return blocks.flatMap((block) => {
      const councils = block.agency === null ? region : this.others.filter((council) => `C${council}` === block.agency);
      return councils.length === 0 ? [] : numbersIn(block).map((name) => this.sum(councils, name, this.node(block.from) - (block.part === 'STANDING' ? 0 : 1), this.node(block.to)));
    });
  }

  /** What a figure tells of one council, or of the region (null), from one node to another: how many happened, and stood there at the end, in one number or as a share. */
  told(code: string, council: number | null, from: number, to: number): readonly Known[] {
    const councils = council === null ? this.others : [council];
    const flows = (NAMES[`FLOW ${code}`] ?? []).map((name) => this.sum(councils, name, from, to));
    const [stands] = (NAMES[`STANDING ${code}`] ?? []).map((name) => this.sum(councils, name, to, to));
    const whole = flows.pop();
    const both = [whole, stands].flatMap((one) => one ?? []);
    const terms = new Map<number, number>();
    for (const one of both) for (const [unknown, times] of one.terms) terms.set(unknown, (terms.get(unknown) ?? 0) + times);
    return [...flows, { terms, value: both.reduce((sum, { value }) => sum + value, 0) }];
  }

  /** Every number from 1 to 5 of another council, and of all others together, in any run of months and at any month end. */
  secrets(): readonly Secret[] {
    const groups = [...this.others.map((council) => [council]), ...(this.others.length > 1 ? [this.others] : [])];
    const nodes = Array.from({ length: this.months + 1 }, (_, node) => node);
    return groups.flatMap((councils) => [
      ...[...FLOWS, 'notSoon', ...LEAVING].flatMap((name) => nodes.slice(LEAVING.includes(name) ? 1 : 0).flatMap((from) => nodes.slice(from + 1).map((to) => this.secret(councils, name, from, to)))),
      ...SECRET_STANDS.flatMap((name) => nodes.slice(1).map((to) => this.secret(councils, name, to, to))),
    ]).filter(({ value }) => value >= 1 && value <= 5);
  }

  /** What is never below 0: what happened in each month, those who are in a whole and not in its part, and those who wait. */
  atLeastNobody(): readonly Terms[] {
    const ends = Array.from({ length: this.months }, (_, at) => at + 1);
    return this.others.flatMap((council) => ends.flatMap((end) => [
      ...[...FLOWS, 'unplacedAdopted', 'notSoon'].map((name) => this.sum([council], name, end - 1, end).terms),
      ...SECRET_STANDS.map((name) => this.sum([council], name, end, end).terms),
    ]));
  }

  private secret(councils: readonly number[], name: string, from: number, to: number): Secret {
    return { words: `${name} of ${councils.map((council) => `C${council}`).join('+')} (${from}, ${to}]`, ...this.sum(councils, name, from, to) };
  }

  /** Of flows in the months after one node up to another; of standing numbers at the latter. */
  private sum(councils: readonly number[], name: string, from: number, to: number): Known {
    const terms = new Map<number, number>();
    let value = 0;
    const add = (council: number, at: number, unknown: number, times: number): void => {
      const id = this.others.indexOf(council) * this.perCouncil + unknown;
      terms.set(id, (terms.get(id) ?? 0) + times);
      value += times * this.valueOf(council, at, unknown);
    };
    for (const council of councils) for (const [part, times] of PARTS[name] ?? [[name, 1] as const]) this.addPart(part, from, to, (at, unknown, sign) => add(council, at, unknown, times * sign));
    return { terms, value };
  }

  private addPart(name: string, from: number, to: number, add: (at: number, unknown: number, times: number) => void): void {
    const upTo = (one: Flow, node: number, times: number): void => {
      if (node > 0) add(node - 1, FLOWS.indexOf(one) * this.months + node - 1, times);
    };
    const stand = STANDS.indexOf(name.replace(/^grown /, '') as Stand);
    const standing = (node: number, times: number): void => {
      if (node > 0) add(node - 1, (FLOWS.length + stand) * this.months + node - 1, times);
    };
    if (name === 'grown waiting') for (const [one, times] of [['decided', 1], ['adopted', -1], ['reversed', -1]] as const) for (const [node, sign] of [[to, 1], [from, -1]] as const) upTo(one, node, times * sign);
    else if (name.startsWith('grown ')) for (const [node, times] of [[to, 1], [from, -1]] as const) standing(node, times);
    else if (stand >= 0) standing(to, 1);
    else if (name === 'waiting') {
      add(0, this.perCouncil - 1, 1);
      for (const [one, times] of [['decided', 1], ['adopted', -1], ['reversed', -1]] as const) upTo(one, to, times);
    } else for (const [node, times] of [[to, 1], [from, -1]] as const) upTo(name as Flow, node, times);
  }

  private valueOf(council: number, at: number, unknown: number): number {
    const story = this.stories[council] as Story;
    if (unknown === this.perCouncil - 1) return story.waitedAtFirst;
    const flow = FLOWS[Math.floor(unknown / this.months)];
    return flow === undefined ? (story.months[at] as StoryMonth)[STANDS[Math.floor(unknown / this.months) - FLOWS.length] as Stand] : story.months.slice(0, at + 1).reduce((sum, month) => sum + month[flow], 0);
  }

  private node(month: string): number {
    return Array.from({ length: this.months }, (_, at) => String(monthLater(FIRST, at))).indexOf(month) + 1;
  }

  private get months(): number {
    return this.stories[0]?.months.length ?? 0;
  }

  private get perCouncil(): number {
    return (FLOWS.length + STANDS.length) * this.months + 1;
  }
}

/** What is reckoned from the others. */
const PARTS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  unplacedAdopted: [['adopted', 1], ['placed', -1]], notSoon: [['placed', 1], ['soon', -1]], placedWaiting: [['waiting', 1], ['unplaced', -1]], total: [['adopted', 1], ['reversed', 1]],
  left: [['decided', 1], ['grown unplaced', -1]], moved: [['grown waiting', 1], ['grown unplaced', -1], ['placed', 1]],
  unplacedUnordered: [['unplaced', 1], ['unplacedOrdered', -1]], placedOrdered: [['ordered', 1], ['unplacedOrdered', -1]],
  placedUnordered: [['waiting', 1], ['unplaced', -1], ['ordered', -1], ['unplacedOrdered', 1]],
};

const NAMES: Readonly<Record<string, readonly string[]>> = {
  'FLOW CHAT.ADOPTED': ['adopted'], 'FLOW A1': ['placed'], 'FLOW A3': ['soon', 'placed'], 'FLOW A15': ['decided'], 'FLOW CHAT.REVERSED': ['reversed'], 'FLOW CHAT.TOTAL': ['total'], 'FLOW A5': ['reversed', 'total'],
  'STANDING CHAT.WAITING': ['waiting'], 'STANDING CHAT.TOTAL': ['waiting'], 'STANDING A5': ['waiting'], 'STANDING A9': ['unplaced'], 'STANDING A3': ['placedWaiting'], 'STANDING CHAT.WAITING_PO': ['ordered'], 'STANDING A14': ['unplacedOrdered'],
};
const numbersIn = ({ code, part }: Block): readonly string[] => NAMES[`${part} ${code}`] ?? [];
