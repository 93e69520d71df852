import { useData } from '../../app/data';
import { Await } from '../../components/await';
import { LinkButton } from '../../components/button';
import { HouseholdTable } from '../../components/household-table';
import { useKeep } from '../../components/keep';
import { Pager } from '../../components/pager';
import { ResultCount } from '../../components/results';
import { UnitTable } from '../../components/unit-table';
import { SavedSearchResultsDocument, type SearchPartsFragment } from '../../gql/graphql';
import { count } from '../../words/plain';
import { whyHousehold, whyUnit } from '../../words/why-shown';
import NoSuchPage from '../help/no-such-page';
import { chosenOf, needOf, offerOf } from './filter-place';

interface Place { readonly since: string; readonly onlyNew: boolean; readonly before: readonly string[] }
interface ResultsProps { readonly search: SearchPartsFragment; readonly place: Place; readonly onMove: (place: Partial<Place>) => void }

const PAGE = 20;

/** What it finds now, with what is new marked. */
export function SearchResults({ search: { id, holds, filter }, place: { since, onlyNew, before }, onMove }: ResultsProps) {
  const found = useData(SavedSearchResultsDocument, { id, since, onlyNew, first: PAGE, after: before.at(-1) ?? null });
  const keep = useKeep(holds);
  const chosen = filter ? chosenOf(filter) : {};
  const [need, offer] = [filter ? needOf(filter).key : '', filter ? offerOf(filter) : null];
  return (
    <Await of={found} what="the results">
      {({ savedSearchResults }) => {
        if (!savedSearchResults) return <NoSuchPage />;
        const { units, households, newCount, newReferences, isCut } = savedSearchResults;
        const marked = new Set(newReferences);
        const list = units ?? households;
        return (
          <>
            <ResultCount total={list?.totalCount ?? 0} one={units ? 'child or group' : 'family'} many={units ? 'children and groups' : 'families'} />
            <p className="govuk-body">
              {newCount === 0 ? 'Nobody is new since you opened it last.' : `${count(newCount, 'is', 'are')} new since you opened it last.`}{' '}
              {(newCount > 0 || onlyNew) && <LinkButton onClick={() => onMove({ onlyNew: !onlyNew, before: [] })}>{onlyNew ? 'Show all results' : 'Show only new'}</LinkButton>}
            </p>
            {isCut && <p className="govuk-inset-text">It finds very many. Who is new is told of the first 1,000 alone: a narrower search tells more.</p>}
            {list !== null && list !== undefined && list.totalCount > 0 && (
              <>
                {keep?.chooser}
                {units && <UnitTable withInterest marked={marked} keep={keep?.button} units={units.edges.map(({ node }) => node)} caption="Children found" why={(unit) => whyUnit(unit, { chosen, need })} />}
                {households && <HouseholdTable marked={marked} keep={keep?.button} households={households.edges.map(({ node }) => node)}
                  why={(household) => whyHousehold(household, { chosen, need: offer?.key ?? '', age: offer?.age !== '', room: offer?.room !== '' })} />}
                <Pager label="Pages of results" before={before} page={list.pageInfo} onMove={(next) => onMove({ before: next })} />
              </>
            )}
          </>
        );
      }}
    </Await>
  );
}
