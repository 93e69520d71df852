/** The median in seconds of some timed runs after one to warm up, with the last result. */
export async function timed<T>(runs: number, work: () => Promise<T> | T): Promise<{ readonly median_s: number; readonly result: T }> {
  let result = await work();
  const seconds: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const start = performance.now();
    result = await work();
    seconds.push((performance.now() - start) / 1000);
  }
  seconds.sort((a, b) => a - b);
  return { median_s: Number((seconds[Math.floor(runs / 2)] ?? 0).toFixed(4)), result };
}
