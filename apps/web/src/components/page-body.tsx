import type { ReactNode } from 'react';
import { BackLink } from '../app/navigation';
import { InPage } from './in-page';

interface BodyProps {
  readonly back?: { readonly to: string; readonly label: string };
  /** Forms and prose read best at two thirds of the width. */
  readonly narrow?: boolean;
  readonly children: ReactNode;
}

export function PageBody({ back, narrow = false, children }: BodyProps) {
  return (
    <div className="hub-width hub-page">
      {back && <BackLink to={back.to}>{back.label}</BackLink>}
      <InPage.Provider value>{narrow ? <div className="hub-narrow">{children}</div> : children}</InPage.Provider>
    </div>
  );
}

/** A main column with boxes beside it; beneath it on narrow screens. */
export function Columns({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className="hub-columns">
      <div className="hub-columns__main">{children}</div>
      <aside className="hub-columns__side" aria-label="Beside the record">{side}</aside>
    </div>
  );
}

export function Box({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="hub-box">
      <h2 className="govuk-heading-s">{title}</h2>
      {children}
    </section>
  );
}
