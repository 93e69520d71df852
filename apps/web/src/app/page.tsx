import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';

// Set by every navigation, taken by the first heading that appears after it: the first page keeps the browser's own focus.
let headingWaits = false;

/** Moves a screen reader and the keyboard to the new page, as a full page load would. */
export function useNavigationFocus(signedIn: boolean | null): void {
  const { pathname } = useLocation();
  const before = useRef({ pathname, signedIn });
  const was = before.current;
  // Whether there is a session is asked once, on loading: the answer is no navigation, signing in and out is.
  if (was.pathname !== pathname || (was.signedIn !== signedIn && was.signedIn !== null)) headingWaits = true;
  before.current = { pathname, signedIn };
  useEffect(() => { window.scrollTo(0, 0); }, [pathname, signedIn]);
}

interface TitleProps {
  /** Goes into the browser's title: it must hold no names of people. */
  readonly title: string;
  readonly children?: ReactNode;
  readonly className?: string;
}

export function Heading({ title, children, className = 'govuk-heading-l' }: TitleProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => { document.title = `${title} – Adoption hub`; }, [title]);
  useEffect(() => {
    if (!headingWaits) return;
    headingWaits = false;
    heading.current?.focus();
  }, []);
  return <h1 className={className} tabIndex={-1} ref={heading}>{children ?? title}</h1>;
}
