import { useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';

/** Says that something was done, after a page change; it takes the focus so that everyone hears it. */
export function DoneBanner() {
  const done = (useLocation().state as { done?: string } | null)?.done;
  return done ? <Success>{done}</Success> : null;
}

export function Success({ children }: { children: ReactNode }) {
  const banner = useRef<HTMLDivElement>(null);
  useEffect(() => { banner.current?.focus(); }, []);
  return (
    <div ref={banner} tabIndex={-1} role="alert" aria-labelledby="done-title"
      className="govuk-notification-banner govuk-notification-banner--success hub-done">
      <div className="govuk-notification-banner__header"><h2 className="govuk-notification-banner__title" id="done-title">Done</h2></div>
      <div className="govuk-notification-banner__content"><p className="govuk-notification-banner__heading">{children}</p></div>
    </div>
  );
}
