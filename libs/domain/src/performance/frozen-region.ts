import type { Definition, Part } from './indicator';
import { membersIn, type Membership } from './membership';
import { monthLater, monthsFrom, type Month } from './periods';
import type { Block } from './shown';
import { followedBy, pooled, withoutEach, type Tally } from './tally';

/** Of each agency, former members among them, what each month holds of each indicator. */
export type AgenciesMonths = ReadonlyMap<string, ReadonlyMap<Month, Readonly<Record<string, Tally>>>>;

interface History {
  readonly agencies: AgenciesMonths;
  /** Whose children the region's blocks count. */
  readonly today: ReadonlySet<string>;
  readonly members: (month: Month) => ReadonlySet<string>;
  readonly blocks: readonly Block[];
}

/**
 * The region's blocks with the members of each month instead of today's. A run is shown where it follows from what is shown already: the region's with today's members,
 * less blocks of those who joined later. So a council's joining gives nothing away, and whoever has left is in no run to which they gave anything (domain.md trap 20).
 */
export function frozenBlocks(
  agencies: AgenciesMonths, { memberships, today }: { readonly memberships: readonly Membership[]; readonly today: ReadonlySet<string> }, blocks: readonly Block[], definitions: readonly Pick<Definition, 'code' | 'parts'>[],
): readonly Block[] {
  const known = new Map<Month, ReadonlySet<string>>();
  const members = (month: Month): ReadonlySet<string> => {
    const found = known.get(month) ?? membersIn(memberships, month);
    known.set(month, found);
    return found;
  };
  return definitions.flatMap(({ code, parts }) => {
    const history: History = { agencies, today, members, blocks: blocks.filter((block) => block.code === code) };
    return parts.flatMap((part) => runsOf(history, part, code).map((run) => frozenBlock(history, code, part, run)));
  });
}

type Run = readonly [from: Month, to: Month];

/** Runs of the region's blocks, each as short as it can be shown. */
function runsOf(history: History, part: Part, code: string): readonly Run[] {
  const region = history.blocks.filter((block) => block.agency === null && block.part === part).sort((a, b) => (a.from < b.from ? -1 : 1));
  const runs: Run[] = [];
  for (let at = 0; at < region.length; at += 1) {
    const first = region[at] as Block;
    for (let end = at; end < region.length && (part === 'FLOW' || end === at); end += 1) {
      const last = region[end] as Block;
      if (end > at && last.from !== monthLater((region[end - 1] as Block).to, 1)) break;
      if (!follows(history, part, code, [first.from, last.to])) continue;
      runs.push([first.from, last.to]);
      at = end;
      break;
    }
  }
  return runs;
}

/** Whether every agency that is the region's today and was not then is known in just the months in which it is not counted, and who has left gave nothing. */
function follows(history: History, part: Part, code: string, run: Run): boolean {
  const { agencies, today, members, blocks } = history;
  const months = monthsFrom(...run);
  return [...agencies].every(([agency, tallies]) => {
    if (!today.has(agency)) return months.every((month) => !members(month).has(agency) || isEmpty(tallies.get(month)?.[code]));
    const without = months.filter((month) => !members(month).has(agency));
    return without.length === 0 || tiled(blocks.filter((block) => block.agency === agency && block.part === part), without);
  });
}

const isEmpty = (tally: Tally | undefined): boolean => tally === undefined || Object.keys(tally).length === 0;

/** Blocks lie in these months end to end, whatever gaps are between them. */
function tiled(blocks: readonly Block[], months: readonly Month[]): boolean {
  const left = new Set(months);
  for (const block of blocks) {
    const own = monthsFrom(block.from, block.to);
    if (own.every((month) => left.has(month))) own.forEach((month) => left.delete(month));
  }
  return left.size === 0;
}

function frozenBlock({ agencies, members }: History, code: string, part: Part, run: Run): Block {
  const counted = monthsFrom(...run).map((month) => pooled(...[...agencies].flatMap(([agency, months]) => (members(month).has(agency) ? (months.get(month)?.[code] ?? []) : []))));
  const { atEnd, ...flow } = followedBy(...counted);
  return { agency: null, code, part, from: run[0], to: run[1], tally: part === 'FLOW' ? withoutEach(flow, false) : { atEnd: { of: atEnd?.of ?? 0, among: atEnd?.among ?? 0 } } };
}
