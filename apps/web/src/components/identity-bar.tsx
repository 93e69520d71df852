import type { ReactNode } from 'react';
import { Heading } from '../app/page';

interface IdentityBarProps {
  readonly title: string;
  /** What the heading shows where it says more than the title. */
  readonly shown?: ReactNode;
  readonly children: ReactNode;
  readonly end?: ReactNode;
}

/** Whose record this is; it stays in view while the record scrolls. */
export function IdentityBar({ title, shown, children, end }: IdentityBarProps) {
  return (
    <div className="hub-identity">
      <div className="hub-width hub-identity__row">
        <Heading title={title} className="hub-identity__name">{shown}</Heading>
        <div className="hub-identity__facts">{children}</div>
        {end && <div className="hub-identity__end">{end}</div>}
      </div>
    </div>
  );
}
