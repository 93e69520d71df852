const HOUR = 3_600_000;

/** How long a mail that could not be handed over waits before the next attempt, in ms: twice as long each time, at most an hour. */
export function waitAfter(attempts: number, first: number): number {
  return Math.min(HOUR, first * 2 ** Math.min(Math.max(attempts, 1) - 1, 30));
}
