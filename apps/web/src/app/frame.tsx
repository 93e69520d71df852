import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { AccountBar, Navigation } from './navigation';

/** Header, strip, main and footer of every page. The links in the footer keep their order, so that help is always in one place. */
export function Frame({ signedIn = false, children }: { signedIn?: boolean; children: ReactNode }) {
  return (
    <>
      <a href="#main-content" className="govuk-skip-link hub-skip-link">Skip to main content</a>
      <header className="hub-header">
        <div className="hub-width hub-header__row">
          <Link to="/" className="hub-header__name">Adoption hub</Link>
          {signedIn && <AccountBar />}
        </div>
      </header>
      {signedIn && <Navigation />}
      <main id="main-content" className="hub-main" tabIndex={-1}>{children}</main>
      <footer className="hub-footer">
        <ul className="hub-width hub-footer__links">
          <li><Link className="govuk-link" to="/help">Help</Link></li>
          <li><Link className="govuk-link" to="/accessibility">Accessibility statement</Link></li>
        </ul>
      </footer>
    </>
  );
}
