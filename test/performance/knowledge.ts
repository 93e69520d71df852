/** A number that somebody knows: how often each unknown is in it, and what it is. */
export interface Known {
  readonly terms: ReadonlyMap<number, number>;
  readonly value: number;
}

// The largest prime below 2^26: products stay exact in a double. That a combination vanishes by this modulus and not over the rationals is as likely as 1 in 67 million,
// and would only hide a leak where the entries, all of them small whole numbers, have a minor that is a multiple of it.
const PRIME = 67_108_859;

/** Everything that follows by adding and subtracting from what is known: reduced rows, by their leading unknown, each of which stands in no other row. */
export class Knowledge {
  private readonly rows = new Map<number, Float64Array>();

  constructor(private readonly unknowns: number, known: readonly Known[]) {
    for (const { terms } of known) {
      const rest = this.reduced(terms);
      const lead = rest.findIndex((factor) => factor !== 0);
      if (lead < 0) continue;
      const row = scaled(rest, inverse(rest[lead] ?? 0));
      for (const other of this.rows.values()) subtract(other, row, other[lead] ?? 0);
      this.rows.set(lead, row);
    }
  }

  /** Whether a sum of unknowns follows. */
  tells(terms: ReadonlyMap<number, number>): boolean {
    return this.reduced(terms).every((factor) => factor === 0);
  }

  private reduced(terms: ReadonlyMap<number, number>): Float64Array {
    const rest = new Float64Array(this.unknowns);
    for (const [unknown, times] of terms) rest[unknown] = modulo(times);
    for (const [unknown, times] of terms) subtract(rest, this.rows.get(unknown), modulo(times));
    return rest;
  }
}

function subtract(from: Float64Array, row: Float64Array | undefined, times: number): void {
  if (row === undefined || times === 0) return;
  for (let at = 0; at < row.length; at += 1) if (row[at] !== 0) from[at] = modulo((from[at] ?? 0) - times * (row[at] ?? 0));
}

const modulo = (value: number): number => ((value % PRIME) + PRIME) % PRIME;
const scaled = (row: Float64Array, by: number): Float64Array => row.map((value) => modulo(value * by));

function inverse(of: number): number {
  let [power, base, result] = [PRIME - 2, of, 1];
  for (; power > 0; power = Math.floor(power / 2)) {
    if (power % 2 === 1) result = modulo(result * base);
    base = modulo(base * base);
  }
  return result;
}
