/**
 * Resolves with the reason when this process should end: a signal, or the death of the process that started it.
 * A child of `hub start` has a channel to its parent; the channel closes even when the parent is killed outright.
 */
export function untilTold(): Promise<'SIGTERM' | 'SIGINT' | 'SIGHUP' | 'disconnect'> {
  return new Promise((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve(signal));
    if (process.send) process.once('disconnect', () => resolve('disconnect'));
  });
}

const WATCH_MS = 300;

/**
 * Resolves when the process that started this one is gone. npm hands some signals on to its shell only, which dies of them
 * without a word to us.
 */
export function untilAbandoned(): Promise<'abandoned'> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(timer);
      resolve('abandoned');
    }, WATCH_MS);
    timer.unref();
  });
}

/** Tells `hub start` that this process serves now. Does nothing in a process started by hand. */
export function tellReady(): void {
  process.send?.({ ready: true });
}

/** Ends the process with 0 when the work of closing is done, and at the latest when the patience is over. */
export async function endWithin(milliseconds: number, close: () => Promise<void>): Promise<never> {
  setTimeout(() => process.exit(0), milliseconds).unref();
  try {
    await close();
  } finally {
    process.exit(process.exitCode ?? 0);
  }
}
