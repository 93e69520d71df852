import type { BenchRow } from '../bench-row';

export interface Row extends BenchRow {
  readonly p95_s: number;
  /** Median seconds of this process on the processor, the database's not among them: what else runs on the machine does not lengthen it. */
  readonly work_s: number;
}

/** Seconds on the processor since then. */
export function workedSince(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return Number(((user + system) / 1e6).toFixed(4));
}
