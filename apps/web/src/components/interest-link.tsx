import { Link } from 'react-router';

/** On a row of a search: what it leads to names the other half of the pair. */
export function InterestLink({ to, in: reference }: { to: string; in: string }) {
  return <Link className="govuk-link" to={to}>Express interest<span className="govuk-visually-hidden"> in {reference}</span></Link>;
}
