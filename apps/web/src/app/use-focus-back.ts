import { useCallback, useEffect, useRef, type RefObject } from 'react';

const WITHIN = 3_000;

/** Puts the focus here when what this person pressed goes away with it: `[place, back]`. It takes the focus from nothing. */
export function useFocusBack<T extends HTMLElement>(): readonly [place: RefObject<T | null>, back: () => void] {
  const place = useRef<T>(null);
  const pressedAt = useRef(0);
  useEffect(() => {
    if (document.activeElement !== document.body || Date.now() - pressedAt.current > WITHIN) return;
    pressedAt.current = 0;
    place.current?.focus();
  });
  const back = useCallback(() => { pressedAt.current = Date.now(); }, []);
  return [place, back];
}
