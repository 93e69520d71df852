import { dayWords, instantWords } from '../../words/dates';
import { sideWords } from '../../words/links';
import type { LinkOfPage } from './link-of-page';

/** Step by step, the latest first. */
export function LinkHistory({ link: { history, exitReason, exitWords } }: { link: LinkOfPage }) {
  return (
    <section>
      <h2 className="govuk-heading-m">History</h2>
      {exitReason && <p className="govuk-body"><strong>Why your agency ended it:</strong> {exitReason}{exitWords ? `. ${exitWords}` : ''} <span className="hub-secondary">No other agency reads this.</span></p>}
      <ol className="govuk-list hub-notices" reversed>
        {[...history].reverse().map(({ event, label, side, onDate, at, person }) => (
          <li key={at}>
            <p className="govuk-body"><strong>{label}</strong>{side && event !== 'EXPLORING_BEGUN' ? `, by ${sideWords(side)}` : ''}{person ? ` (${person.displayName})` : ''}, on {dayWords(onDate)} <span className="hub-secondary">Recorded {instantWords(at)}</span></p>
          </li>
        ))}
      </ol>
    </section>
  );
}
