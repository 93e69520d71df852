import { LinkButton } from '../../components/button';
import type { EditionPartsFragment } from '../../gql/graphql';
import { dayWords, instantWords } from '../../words/dates';

/** As at which day figures were counted: late entries change history, so each says when it was true. */
export function Stamp({ edition: { dataDate, reckonedAt, reference, name } }: { edition: EditionPartsFragment }) {
  return (
    <div className="hub-title-row">
      <p className="govuk-body" role="status">What was known on {dayWords(dataDate)}, counted {instantWords(reckonedAt)}. {name ? `Publication ${name}` : 'The newest reckoning'}, {reference}.</p>
      <p className="hub-screen"><LinkButton onClick={() => window.print()}>Print this page</LinkButton></p>
    </div>
  );
}
