import { useEffect, useRef, type ReactNode } from 'react';
import { Heading } from '../app/page';

interface IdentityBarProps {
  readonly title: string;
  /** What the heading shows where it says more than the title. */
  readonly shown?: ReactNode;
  readonly children: ReactNode;
  readonly end?: ReactNode;
}

const GAP = 12;

/** Browsers count what lies under a sticky bar as in view: going backwards, the focus would hide there (WCAG 2.4.11). */
function uncover(target: HTMLElement, bar: HTMLElement): void {
  if (bar.contains(target) || getComputedStyle(bar).position !== 'sticky') return;
  const covered = bar.getBoundingClientRect().bottom + GAP - target.getBoundingClientRect().top;
  const isBelow = (bar.compareDocumentPosition(target) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  if (isBelow && covered > 0) window.scrollBy({ top: -covered, behavior: 'instant' });
}

/** Whose record this is; it stays in view while the record scrolls. */
export function IdentityBar({ title, shown, children, end }: IdentityBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const show = ({ target }: FocusEvent) => { if (bar.current && target instanceof HTMLElement) uncover(target, bar.current); };
    document.addEventListener('focusin', show);
    return () => document.removeEventListener('focusin', show);
  }, []);
  return (
    <div className="hub-identity" ref={bar}>
      <div className="hub-width hub-identity__row">
        <Heading title={title} className="hub-identity__name">{shown}</Heading>
        <div className="hub-identity__facts">{children}</div>
        {end && <div className="hub-identity__end">{end}</div>}
      </div>
    </div>
  );
}
