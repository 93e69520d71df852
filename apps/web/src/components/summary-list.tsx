import type { ReactNode } from 'react';
import { Link } from 'react-router';

export interface SummaryRow {
  readonly label: string;
  readonly value: ReactNode;
  readonly change?: string;
}

export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  return (
    <dl className="govuk-summary-list hub-summary">
      {rows.map(({ label, value, change }) => (
        <div key={label} className={`govuk-summary-list__row${change ? '' : ' govuk-summary-list__row--no-actions'}`}>
          <dt className="govuk-summary-list__key">{label}</dt>
          <dd className="govuk-summary-list__value">{value === null || value === undefined || value === '' ? <NotRecorded /> : value}</dd>
          {change && (
            <dd className="govuk-summary-list__actions">
              <Link className="govuk-link" to={change}>Change<span className="govuk-visually-hidden"> {label.toLowerCase()}</span></Link>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

/** Never drawn as a nought: what nobody recorded is not the same as none. */
export function NotRecorded() {
  return <span className="hub-not-recorded">not recorded</span>;
}
