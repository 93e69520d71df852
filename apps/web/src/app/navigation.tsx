import { Link, useLocation } from 'react-router';
import { roleWords } from '../words/people';
import { useSession } from './session';
import { useMay, useViewer } from './viewer';

interface Place {
  readonly to: string;
  readonly label: string;
  readonly action: string;
  /** Further pages that stand under it. */
  readonly also?: readonly string[];
  /** Whoever may do this reaches it from another place. */
  readonly unless?: string;
}

const PLACES: readonly Place[] = [
  { to: '/', label: 'My work', action: 'work.view' },
  { to: '/children', label: 'Children', action: 'children.search' },
  { to: '/families', label: 'Families', action: 'adopters.search' },
  { to: '/recruitment', label: 'Recruitment', action: 'recruitment.readRegion', also: ['/enquiries', '/courses'] },
  { to: '/links', label: 'Links', action: 'links.read' },
  { to: '/clocks', label: 'Clocks', action: 'clocks.read' },
  { to: '/clocks', label: 'Clocks', action: 'clocks.readRegion' },
  { to: '/placements', label: 'Placements', action: 'placements.read' },
  { to: '/drift', label: 'Drift', action: 'drift.read' },
  { to: '/drift', label: 'Drift', action: 'drift.readRegion' },
  { to: '/selections', label: 'Selections', action: 'search.view' },
  { to: '/searches', label: 'Saved searches', action: 'search.view' },
  { to: '/matching', label: 'Matching', action: 'matching.read' },
  { to: '/meetings', label: 'Meetings', action: 'meetings.read' },
  { to: '/panels', label: 'Panels', action: 'panels.read' },
  { to: '/performance', label: 'Performance', action: 'performance.read' },
  { to: '/performance/reports', label: 'Reports', action: 'reports.read' },
  { to: '/performance/sufficiency', label: 'Sufficiency', action: 'performance.read' },
  { to: '/performance/targets', label: 'Targets', action: 'performanceTargets.set', also: ['/performance/published'], unless: 'performance.read' },
  { to: '/fees', label: 'Fees', action: 'fees.read' },
  { to: '/fees/rates', label: 'Fee table', action: 'feeTerms.set' },
  { to: '/enquiries/districts', label: 'Districts', action: 'enquiryDistricts.set', unless: 'enquiries.take' },
  { to: '/enquiries/districts', label: 'Districts', action: 'enquiryDistricts.setAny' },
  { to: '/files', label: 'Imports', action: 'imports.read' },
  { to: '/conflicts', label: 'Conflicts', action: 'disclosure.bar' },
  { to: '/openings', label: 'Emergencies', action: 'disclosure.reviewBreakGlass' },
  { to: '/grants', label: 'Grants', action: 'disclosure.whoSees' },
  { to: '/audit', label: 'Access log', action: 'audit.search' },
  { to: '/users', label: 'Users', action: 'users.list' },
  { to: '/agencies', label: 'Agencies', action: 'agencies.list' },
];

/** Who is at work here, for whom, and the way out. */
export function AccountBar() {
  const viewer = useViewer();
  const { end } = useSession();
  return (
    <div className="hub-header__account">
      <span>{viewer.roles.map(roleWords).join(', ')}, {viewer.agency.name}</span>
      <Link to="/account" className="hub-header__button">Your account</Link>
      <button type="button" className="hub-header__button" onClick={() => void end()}>Sign out</button>
    </div>
  );
}

const stands = (pathname: string, path: string): boolean => pathname === path || pathname.startsWith(`${path}/`);

/** How much of a page's address is the place's own, in characters; 0 where the page does not stand under it. */
const nearness = (pathname: string, { to, also = [] }: Place): number => Math.max(0, ...[to, ...also].filter((path) => stands(pathname, path)).map((path) => path.length));

export function Navigation() {
  const viewer = useViewer();
  const may = useMay();
  const { pathname } = useLocation();
  const places = PLACES.filter(({ action, unless }) => may(action) && !(unless && may(unless)));
  const nearest = Math.max(...places.map((place) => nearness(pathname, place)));
  return (
    <>
      <nav className="hub-nav" aria-label="Main">
        <ul className="hub-width hub-nav__list">
          {places.map((place) => (
            <li key={place.to}><Link to={place.to} aria-current={nearest > 0 && nearness(pathname, place) === nearest ? 'page' : undefined} className="hub-nav__link">{place.label}</Link></li>
          ))}
        </ul>
      </nav>
      {viewer.demonstration && (
        <section className="hub-strip" aria-label="About this region"><div className="hub-width">Demonstration region. Every person here is invented.</div></section>
      )}
    </>
  );
}

/** The way back to the record that a form or a list belongs to. */
export function BackLink({ to, children = 'Back' }: { to: string; children?: string }) {
  return <Link className="govuk-back-link" to={to}>{children}</Link>;
}
