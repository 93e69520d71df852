/** One line of a benchmark: a name of what was done, by which engine, at which size. */
export interface BenchRow {
  readonly name: string;
  readonly engine: string;
  readonly units: number;
  readonly households: number;
  /** Median of the timed runs in seconds, after one run to warm up. */
  readonly median_s: number;
  readonly runs: number;
  /** Of the results: equal where two engines found the same. */
  readonly checksum: string;
  /** This row's median over that of the hub's kernel at the same size; 1 for the kernel, `null` without one. */
  readonly ratio: number | null;
}
