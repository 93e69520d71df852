import { Link } from 'react-router';
import { useMay, useViewer } from '../app/viewer';
import type { LocalSearchPartsFragment } from '../gql/graphql';
import { dayWords } from '../words/dates';

/** Until when the own agency alone sees a record, with the way to change it. `at`: the record's page. */
export function LocalSearchNote({ at, localSearch: { isKept, widensOn, startedOn } }: { at: string; localSearch: LocalSearchPartsFragment }) {
  const { agency } = useViewer();
  const may = useMay();
  const mayKeep = may('localSearch.keep') && (isKept || startedOn === null);
  const change = [isKept && may('localSearch.widen') && 'let the region see it earlier', mayKeep && 'keep it for longer'].filter(Boolean).join(' or ');
  if (!isKept && change === '') return null;
  return (
    <p className="govuk-body-s">
      {isKept && widensOn && <strong>Only {agency.name} sees this until {dayWords(widensOn)}, then the region does. </strong>}
      {change !== '' && <Link className="govuk-link" to={`${at}/local-search`}>{change.charAt(0).toUpperCase() + change.slice(1)}</Link>}
    </p>
  );
}
