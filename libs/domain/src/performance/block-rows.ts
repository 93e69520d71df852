import type { Cuts } from './cuts';
import { talliesOf, type History } from './history';
import type { Month } from './periods';
import type { Block } from './shown';
import { followedBy, pooled, withoutEach } from './tally';

/** One for each run between two cuts. Of a time the spread is told where `spread` is cut at both its ends: it says how many are short, or long. */
export function flowBlocks(history: History, code: string, cuts: readonly Cuts[], spread: readonly Cuts[] = cuts): readonly Block[] {
  const { agencies, months } = history;
  return [...agencies, null].flatMap((agency, series) => {
    const nodes = (cuts[series] ?? []).flatMap((isCut, node) => (isCut ? [node] : []));
    return nodes.slice(1).flatMap((node, at): readonly Block[] => {
      const start = nodes[at] ?? 0;
      if (!months.slice(start, node).every((month) => isTold(history, agency, month, code))) return [];
      const runs = (agency === null ? agencies : [agency]).map((one) => followedBy(...talliesOf(history, one, code).slice(start, node)));
      const hasSpread = [start, node].every((end) => spread[series]?.[end] ?? false);
      return [{ agency, code, part: 'FLOW', from: months[start] as Month, to: months[node - 1] as Month, tally: withoutEach(pooled(...runs), hasSpread) }];
    });
  });
}

/** One for each month end that is shown. */
export function standingBlocks(history: History, code: string, cells: readonly Cuts[]): readonly Block[] {
  const { agencies, months } = history;
  return [...agencies, null].flatMap((agency, series) => months.flatMap((month, at): readonly Block[] => {
    if (!(cells[series]?.[at + 1] ?? false) || !isTold(history, agency, month, code)) return [];
    const { of = 0, among = 0 } = pooled(...(agency === null ? agencies : [agency]).map((one) => talliesOf(history, one, code)[at] ?? {})).atEnd ?? {};
    return [{ agency, code, part: 'STANDING', from: month, to: month, tally: { atEnd: { of, among } } }];
  }));
}

/** A month of which a council's source tells nothing is not one in which nothing happened; the region is who tells of it. */
function isTold({ councils, agencies }: History, agency: string | null, month: Month, code: string): boolean {
  return (agency === null ? agencies : [agency]).some((one) => councils.get(one)?.get(month)?.[code] !== undefined);
}
