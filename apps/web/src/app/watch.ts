import { useCallback, useEffect, useRef, useState } from 'react';

const TOUCHES = ['keydown', 'pointermove', 'pointerdown', 'scroll'] as const;
// A question that was never answered must not end the asking.
const LOST_AFTER = 10_000;

interface Watch {
  /** Milliseconds between two questions. */
  readonly every: number;
  /** Milliseconds without a touch after which nothing is asked: questions must not keep the session of somebody who left. */
  readonly attendedFor: number;
  readonly on?: boolean;
}

/** Asks again and again while the page is in view and attended: `[asleep, wake]`. A touch wakes it too. */
export function useWatch(ask: () => Promise<void>, { every, attendedFor, on = true }: Watch): readonly [asleep: boolean, wake: () => void] {
  const touched = useRef(Date.now());
  const askedAt = useRef<number | null>(null);
  const [asleep, setAsleep] = useState(false);
  const wake = useCallback(() => { touched.current = Date.now(); setAsleep(false); }, []);
  useEffect(() => {
    if (!on) return undefined;
    const look = () => {
      const now = Date.now();
      if (now - touched.current >= attendedFor) { setAsleep(true); return; }
      if (document.visibilityState === 'hidden' || (askedAt.current !== null && now - askedAt.current < LOST_AFTER)) return;
      askedAt.current = now;
      void ask().finally(() => { askedAt.current = null; });
    };
    const timer = window.setInterval(look, every);
    for (const kind of TOUCHES) document.addEventListener(kind, wake);
    document.addEventListener('visibilitychange', look);
    window.addEventListener('online', look);
    return () => {
      window.clearInterval(timer);
      for (const kind of TOUCHES) document.removeEventListener(kind, wake);
      document.removeEventListener('visibilitychange', look);
      window.removeEventListener('online', look);
    };
  }, [ask, every, attendedFor, on, wake]);
  return [asleep, wake];
}
