import { Link } from 'react-router';
import { useMay } from '../../app/viewer';

const PLACES = [
  { to: '/performance/targets', label: 'Thresholds and targets', action: 'performance.read' },
  { to: '/performance/published', label: 'England and statistical neighbours', action: 'performance.read' },
  { to: '/performance/publications', label: 'Publications', action: 'performance.read' },
  { to: '/performance/returns', label: 'Where your figures come from', action: 'returns.read' },
  { to: '/performance/data-quality', label: 'Data quality', action: 'dataQuality.read' },
] as const;

/** What stands beside the figures: what they are measured by, where they come from, and what was published of them. */
export function Beside() {
  const may = useMay();
  return (
    <nav aria-label="Beside the figures" className="hub-screen">
      <ul className="govuk-list">
        {PLACES.filter(({ action }) => may(action)).map(({ to, label }) => <li key={to}><Link className="govuk-link" to={to}>{label}</Link></li>)}
      </ul>
    </nav>
  );
}
