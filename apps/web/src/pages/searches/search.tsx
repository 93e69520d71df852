import { useEffect, useRef, useState } from 'react';
import { Link, useParams } from 'react-router';
import { useChange, useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import type { Problem } from '../../app/problems';
import { Await, ProblemNote } from '../../components/await';
import { DoneBanner } from '../../components/banner';
import { PageBody } from '../../components/page-body';
import { OpenSavedSearchDocument, SavedSearchPageDocument, type SearchPartsFragment } from '../../gql/graphql';
import { momentWords } from '../../words/dates';
import { searchWords, tellsWords } from '../../words/searches';
import NoSuchPage from '../help/no-such-page';
import { chosenOf, filterLines, needOf, offerOf } from './filter-place';
import { SearchOwner } from './search-owner';
import { SearchResults } from './search-results';

/** `since`: what was found later is new; kept with the page's history, so that a look is one look until the search is opened anew. */
const START: { readonly since: string; readonly onlyNew: boolean; readonly before: readonly string[] } = { since: '', onlyNew: false, before: [] };

export default function Search() {
  const { id = '' } = useParams();
  const page = useData(SavedSearchPageDocument, { id });
  return <Await of={page} what="the saved search">{({ savedSearch }) => (savedSearch ? <SearchPage key={id} search={savedSearch} refresh={page.refresh} /> : <NoSuchPage />)}</Await>;
}

function SearchPage({ search, refresh }: { search: SearchPartsFragment; refresh: () => Promise<void> }) {
  const { id, holds, shared, tells, paused, isOwn, owner, lastRunAt, filter } = search;
  const [place, change] = usePlaceState(START);
  const [open] = useChange(OpenSavedSearchDocument);
  const [problem, setProblem] = useState<Problem | null>(null);
  const opening = useRef(false);
  useEffect(() => {
    if (place.since !== '' || opening.current) return;
    opening.current = true;
    void open({ id }).then((outcome) => (outcome.ok ? change({ since: outcome.data.openSavedSearch }) : setProblem(outcome.problem)));
  }, [place.since, open, change, id]);
  const narrowed = filter && { chosen: chosenOf(filter), ...(holds === 'UNIT' ? { need: needOf(filter) } : { offer: offerOf(filter) }) };
  return (
    <PageBody back={{ to: '/searches', label: 'Saved searches' }}>
      <DoneBanner />
      <Heading title={searchWords(search)} />
      <p className="govuk-body">
        {isOwn ? `It tells you: ${tellsWords(tells, paused).toLowerCase()}.` : `Shared by ${owner.displayName}, who is told of new results.`} {shared && isOwn ? 'Your colleagues read it too. ' : ''}The hub last looked on {momentWords(lastRunAt)}.
      </p>
      <ul className="govuk-list govuk-list--bullet">{filterLines(search).map((line) => <li key={line}>{line}</li>)}</ul>
      {narrowed && <p className="govuk-body"><Link className="govuk-link" to={holds === 'UNIT' ? '/children' : '/families'} state={{ place: narrowed }}>Search with this filter</Link></p>}
      {problem && <ProblemNote problem={problem} />}
      {place.since !== '' && <SearchResults search={search} place={place} onMove={change} />}
      {isOwn && <SearchOwner search={search} refresh={refresh} />}
    </PageBody>
  );
}
