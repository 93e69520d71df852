import type { AgendaLink, AgendaProblem } from './problem';

/**
 * An integer programme to be maximised, column by column: `lower <= x <= upper` and `rowLower <= A x <= rowUpper`. The first
 * columns are the problem's links in their order. From `planColumn` on columns must be whole; all others are whole at every
 * vertex once those are (docs/adr/0016).
 */
export interface Programme {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  /** Where each column's entries begin, and last where they end. */
  readonly starts: Int32Array;
  readonly rows: Int32Array;
  readonly values: Float64Array;
  readonly planColumn: number;
  /** The row of the meeting's size; those of the households' totals are the first. */
  readonly sizeRow: number | null;
}

type Entry = readonly [row: number, value: number];

/**
 * The programme of an agenda: x per link, y per unit (whether it has a link), t per household (its links), z per plan of a sibling group.
 * Maximise sum gain * x + sum bonus * y subject to sum_h x <= its places, y <= sum_h x, t = sum_u x <= its places, sum t <= maxLinks;
 * sum z <= 1 per group, and a unit of plans has x, y <= z and sum_h x <= its places * z, where z is the sum over the plans that name it.
 * The size counts totals of households because a row through every link slows the solver several times.
 */
export function agendaProgramme(problem: AgendaProblem): Programme {
  const { units, households, links, groups, householdPlaces, maxLinks } = problem;
  const matrix = new Matrix();
  const totals = households.map(() => matrix.row(0, 0));
  const sizeRow = maxLinks === Infinity ? null : matrix.row(-Infinity, maxLinks);
  const most = units.map(({ group, places }) => matrix.row(-Infinity, group === null ? places : 0));
  const first = units.map(() => matrix.row(-Infinity, 0));
  // One entry per link or y of a unit that plans name: what holds it down to the plan.
  const held: Entry[][] = units.map(({ places }, at) => [[most[at] as number, -places]]);
  const hold = (unit: number): readonly Entry[] => {
    if (units[unit]?.group === null) return [];
    const row = matrix.row(-Infinity, 0);
    held[unit]?.push([row, -1]);
    return [[row, 1]];
  };
  for (const { unit, household, gain, pinned } of links) {
    const entries: Entry[] = [[totals[household] as number, 1], [most[unit] as number, 1], [first[unit] as number, -1]];
    matrix.column(gain, [pinned ? 1 : 0, 1], [...entries, ...hold(unit)]);
  }
  units.forEach(({ bonus }, at) => matrix.column(bonus, [0, 1], [[first[at] as number, 1], ...hold(at)]));
  totals.forEach((row, at) => matrix.column(0, [0, householdPlaces[at] as number], [[row, -1], ...(sizeRow === null ? [] : [[sizeRow, 1] as const])]));
  const planColumn = matrix.columns;
  for (const { plans } of groups) {
    const one = matrix.row(-Infinity, 1);
    for (const plan of plans) matrix.column(0, [0, 1], [[one, 1], ...plan.flatMap((unit) => held[unit] ?? [])]);
  }
  return { ...matrix.done(), planColumn, sizeRow };
}

/** The links that a solution of the programme chooses. Throws where one is neither chosen nor not. */
export function chosenLinks({ links }: AgendaProblem, solution: ArrayLike<number>): readonly AgendaLink[] {
  return links.filter(({ at }) => {
    const value = solution[at] as number;
    const whole = Math.round(value);
    if (Math.abs(value - whole) > 1e-6) throw new Error(`The solution of the agenda is not whole: ${value}.`);
    return whole === 1;
  });
}

class Matrix {
  private readonly cost: number[] = [];
  private readonly bounds: (readonly [lower: number, upper: number])[] = [];
  private readonly rowBounds: (readonly [lower: number, upper: number])[] = [];
  private readonly starts: number[] = [0];
  private readonly rows: number[] = [];
  private readonly values: number[] = [];

  get columns(): number {
    return this.cost.length;
  }

  row(lower: number, upper: number): number {
    return this.rowBounds.push([lower, upper]) - 1;
  }

  column(cost: number, bounds: readonly [lower: number, upper: number], entries: readonly Entry[]): void {
    this.cost.push(cost);
    this.bounds.push(bounds);
    for (const [row, value] of entries) {
      this.rows.push(row);
      this.values.push(value);
    }
    this.starts.push(this.rows.length);
  }

  done(): Omit<Programme, 'planColumn' | 'sizeRow'> {
    return {
      cost: Float64Array.from(this.cost),
      lower: Float64Array.from(this.bounds, ([lower]) => lower),
      upper: Float64Array.from(this.bounds, ([, upper]) => upper),
      rowLower: Float64Array.from(this.rowBounds, ([lower]) => lower),
      rowUpper: Float64Array.from(this.rowBounds, ([, upper]) => upper),
      starts: Int32Array.from(this.starts),
      rows: Int32Array.from(this.rows),
      values: Float64Array.from(this.values),
    };
  }
}
