import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface ButtonProps {
  readonly children: ReactNode;
  readonly kind?: 'primary' | 'secondary' | 'warning';
  readonly type?: 'submit' | 'button';
  readonly onClick?: () => void;
}

const CLASS = { primary: 'govuk-button', secondary: 'govuk-button govuk-button--secondary', warning: 'govuk-button govuk-button--warning' };

export function Button({ children, kind = 'primary', type = 'button', onClick }: ButtonProps) {
  return <button type={type} className={CLASS[kind]} onClick={onClick}>{children}</button>;
}

export function ButtonLink({ to, kind = 'primary', children }: { to: string; kind?: 'primary' | 'secondary'; children: ReactNode }) {
  return <Link to={to} className={CLASS[kind]}>{children}</Link>;
}

export function LinkButton({ onClick, children }: { onClick: () => void; children: ReactNode }) {
  return <button type="button" className="hub-link-button" onClick={onClick}>{children}</button>;
}
