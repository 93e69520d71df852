import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import type { ItemOfPage, MeetingOfPage } from '../meeting-of-page';
import type { DraftStore } from './drafts';

interface ShownItem {
  readonly item: ItemOfPage | undefined;
  /** It is the one before the meeting. */
  readonly isCurrent: boolean;
  readonly choose: (position: number) => void;
  /** Shows the one before the meeting, from now on. */
  readonly follow: () => void;
  readonly middle: RefObject<HTMLDivElement | null>;
}

const keyOf = (item: ItemOfPage | undefined): string | null => (item ? (item.unitReference ?? `place ${item.position}`) : null);

/**
 * Which item the middle shows: the one before the meeting, or one that the person chose. When others go on while somebody writes or has the
 * focus in it, it stays: nothing is taken from under anybody's hands.
 */
export function useShownItem({ items }: MeetingOfPage, current: number | null, drafts: DraftStore): ShownItem {
  const middle = useRef<HTMLDivElement>(null);
  const currentKey = keyOf(items.find(({ position }) => position === current));
  const [shownKey, setShownKey] = useState(currentKey);
  const before = useRef(currentKey);
  const follows = useRef(false);
  useEffect(() => {
    if (before.current === currentKey) return;
    const followed = shownKey === before.current;
    before.current = currentKey;
    const isBusy = middle.current?.contains(document.activeElement) === true || [...drafts].some(([name, words]) => words !== '' && name.includes(shownKey ?? ' '));
    if (follows.current || (followed && !isBusy)) setShownKey(currentKey);
    follows.current = false;
  }, [currentKey, shownKey, drafts]);
  const choose = useCallback((position: number) => setShownKey(keyOf(items.find((one) => one.position === position))), [items]);
  const follow = useCallback(() => {
    follows.current = true;
    setShownKey(before.current);
  }, []);
  return { item: items.find((item) => keyOf(item) === shownKey), isCurrent: shownKey === currentKey, choose, follow, middle };
}
