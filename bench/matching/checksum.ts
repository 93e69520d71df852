import { createHash } from 'node:crypto';

/** What every engine must find for a unit: counts over all households and the ranks of the best, as fractions. */
export interface Finding {
  readonly unit: string;
  readonly eligible: number;
  readonly conditional: number;
  readonly blocked: number;
  readonly best: readonly FoundHousehold[];
}

/** The rank is `5 * points / weight`. */
export interface FoundHousehold {
  readonly household: string;
  readonly points: number;
  readonly weight: number;
}

/** One line per unit, in the pool's order; the text that is summed. */
export function findingLine({ unit, eligible, conditional, blocked, best }: Finding): string {
  const households = best.map(({ household, points, weight }) => `${household}=${points}/${weight}`);
  return [unit, eligible, conditional, blocked, ...households].join(' ');
}

/** A short sum of the lines, for comparing engines by eye. */
export function checksum(lines: readonly string[]): string {
  return createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 12);
}
