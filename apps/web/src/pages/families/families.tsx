import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { ButtonLink } from '../../components/button';
import { groupsOf, lastChosen } from '../../components/facet-groups';
import { Filter, toggle, type Chosen } from '../../components/filter';
import { GoTo } from '../../components/go-to';
import { HouseholdTable } from '../../components/household-table';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { EmptyResults, ResultCount, ResultTools } from '../../components/results';
import { SearchHouseholdsDocument } from '../../gql/graphql';
import { FAMILY_FACETS, familyFilterOf, type OfferChoice } from './family-facets';
import { OfferFilter } from './offer-filter';

interface Place {
  readonly chosen: Chosen;
  readonly offer: OfferChoice;
  readonly size: number;
  readonly before: readonly string[];
}

const START: Place = { chosen: {}, offer: { key: '', level: 1, age: '', room: '' }, size: 20, before: [] };

export default function Families() {
  const may = useMay();
  const [place, change] = usePlaceState(START);
  const { chosen, offer, size, before } = place;
  const found = useData(SearchHouseholdsDocument, { filter: familyFilterOf(chosen, offer), first: size, after: before.at(-1) ?? null });
  const narrowTo = (next: Partial<Place>) => change({ before: [], ...next });
  return (
    <Await of={found} what="families">
      {({ households }) => {
        const groups = groupsOf(FAMILY_FACETS, households.facets, chosen);
        const last = lastChosen(groups, chosen);
        return (
          <PageBody>
            <div className="hub-title-row">
              <Heading title="Families" />
              {may('adopters.create') && <ButtonLink to="/families/new" kind="secondary">Add a family</ButtonLink>}
            </div>
            <p className="govuk-body">Adopters of your agency, and those of other agencies who are available and agreed to be shown.</p>
            <GoTo label="Open a family by reference" folder="/families" />
            <div className="hub-search">
              <Filter groups={groups} chosen={chosen} onChange={(next) => narrowTo({ chosen: next })}>
                <OfferFilter offer={offer} onChange={(next) => narrowTo({ offer: next })} />
              </Filter>
              <div className="hub-search__results">
                <ResultCount total={households.totalCount} one="family" many="families" />
                {households.totalCount === 0 ? (
                  <EmptyResults drop={last && { words: `${last.title}: ${last.label}`, act: () => narrowTo({ chosen: toggle(chosen, last.name, last.value) }) }}
                    clear={() => narrowTo({ chosen: {}, offer: START.offer })} what="family" />
                ) : (
                  <>
                    <ResultTools size={size} onSize={(next) => narrowTo({ size: next })} />
                    <HouseholdTable households={households.edges.map(({ node }) => node)} />
                    <Pager label="Pages of results" before={before} page={households.pageInfo} onMove={(next) => change({ before: next })} />
                  </>
                )}
              </div>
            </div>
          </PageBody>
        );
      }}
    </Await>
  );
}
