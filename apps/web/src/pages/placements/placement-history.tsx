import { dayWords, instantWords } from '../../words/dates';
import { sideWords } from '../../words/links';
import { childName } from '../../words/placements';
import type { PlacementOfPage } from './placement-of-page';

/** Step by step, the latest first; both agencies read all of it. */
export function PlacementHistory({ placement: { history, children } }: { placement: PlacementOfPage }) {
  const nameOf = (number: number): string => childName(children.find((child) => child.number === number) ?? { number });
  return (
    <section>
      <h2 className="govuk-heading-m">History</h2>
      <ol className="govuk-list hub-notices" reversed>
        {[...history].reverse().map(({ label, side, child, detail, words, onDate, at, person }) => (
          <li key={at}>
            <p className="govuk-body">
              <strong>{label}{detail ? `: ${detail}` : ''}</strong>{child != null && children.length > 1 ? `, ${nameOf(child)}` : ''}, on {dayWords(onDate)}, by {sideWords(side)}{person ? ` (${person.displayName})` : ''}{' '}
              <span className="hub-secondary">Recorded {instantWords(at)}</span>
            </p>
            {words && <p className="govuk-body">{words}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
