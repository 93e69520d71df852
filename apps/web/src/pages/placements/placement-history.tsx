import { Link } from 'react-router';
import { Tag } from '../../components/tag';
import { dayWords, instantWords } from '../../words/dates';
import { sideWords } from '../../words/links';
import { childName } from '../../words/placements';
import type { PlacementOfPage } from './placement-of-page';

/** Step by step, the latest first; both agencies read all of it. */
export function PlacementHistory({ placement: { reference, history, children } }: { placement: PlacementOfPage }) {
  const nameOf = (number: number): string => childName(children.find((child) => child.number === number) ?? { number });
  const isStruckOut = (version: number): boolean => history.some(({ corrects, event }) => corrects === version && event === 'STRUCK_OUT');
  return (
    <section>
      <h2 className="govuk-heading-m">History</h2>
      <ol className="govuk-list hub-notices" reversed>
        {[...history].reverse().map(({ version, label, side, child, detail, words, onDate, at, person, isWrong, isWaiting, mayCorrect, mayAnswer }) => (
          <li key={version}>
            <p className="govuk-body">
              <strong>{label}{detail ? `: ${detail}` : ''}</strong>{child != null && children.length > 1 ? `, ${nameOf(child)}` : ''}, on {dayWords(onDate)}, by {sideWords(side)}{person ? ` (${person.displayName})` : ''}{' '}
              <span className="hub-secondary">Recorded {instantWords(at)}</span>
              {isWrong && <> <Tag tone="grey">{isStruckOut(version) ? 'Struck out' : 'Put right since'}</Tag></>}
              {isWaiting && <> <Tag tone="blue">Waits for a second person</Tag></>}
            </p>
            {words && <p className="govuk-body">{words}</p>}
            {mayCorrect && <p className="govuk-body-s hub-screen"><Link className="govuk-link" to={`/placements/${reference}/correct/${version}`}>Put right<span className="govuk-visually-hidden"> {label} on {dayWords(onDate)}</span></Link></p>}
            {mayAnswer && <p className="govuk-body-s hub-screen"><Link className="govuk-link" to={`/placements/${reference}/correction/${version}`}>Approve or refuse<span className="govuk-visually-hidden"> the {label.toLowerCase()}</span></Link></p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
