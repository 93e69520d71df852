import { useData } from '../../app/data';
import { Heading } from '../../app/page';
import { usePlaceState } from '../../app/place-state';
import { useMay } from '../../app/viewer';
import { Await } from '../../components/await';
import { ButtonLink } from '../../components/button';
import { DistanceRings } from '../../components/distance-rings';
import { filterToDrop, groupsOf } from '../../components/facet-groups';
import { useCompareChoice } from '../../components/compare-choice';
import { Filter, type Chosen } from '../../components/filter';
import { GoTo } from '../../components/go-to';
import { HouseholdTable } from '../../components/household-table';
import { useKeep } from '../../components/keep';
import { NearUnit } from '../../components/near-choice';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { EmptyResults, ResultCount, ResultTools } from '../../components/results';
import { SaveSearch } from '../../components/save-search';
import { SearchHouseholdsDocument, type HouseholdSort, type SelectionOf } from '../../gql/graphql';
import { whyHousehold } from '../../words/why-shown';
import { FAMILY_FACETS, familyFilterOf, offersChosen, type OfferChoice } from './family-facets';
import { OfferFilter } from './offer-filter';

interface Place {
  readonly chosen: Chosen;
  readonly offer: OfferChoice;
  readonly sort: HouseholdSort;
  readonly size: number;
  readonly before: readonly string[];
  readonly compared: readonly string[];
  /** The own case from which distances are told; empty for none. */
  readonly near: string;
}

const START: Place = { chosen: {}, offer: { key: '', level: 1, age: '', room: '' }, sort: 'STAGE', size: 20, before: [], compared: [], near: '' };
const SORTS = [{ value: 'STAGE', label: 'Approved first' }, { value: 'ROOM', label: 'Most room' }, { value: 'REFERENCE', label: 'Reference' }] as const;

export default function Families() {
  const may = useMay();
  const [place, change] = usePlaceState(START);
  const { chosen, offer, sort, size, before, compared, near } = place;
  const found = useData(SearchHouseholdsDocument, { filter: familyFilterOf(chosen, offer, near), sort, first: size, after: before.at(-1) ?? null });
  const keep = useKeep('HOUSEHOLD');
  const compare = useCompareChoice({ holds: 'HOUSEHOLD' as SelectionOf, references: compared, subject: near || null }, (next) => change({ compared: next }));
  const narrowTo = (next: Partial<Place>) => change({ before: [], ...next });
  return (
    <Await of={found} what="families">
      {({ households }) => {
        const groups = groupsOf(FAMILY_FACETS, households.facets, chosen);
        const offers = offersChosen(offer).map(({ without, ...one }) => ({ ...one, remove: () => narrowTo({ offer: without }) }));
        const facet = filterToDrop(groups, chosen);
        const rings = households.facets.find(({ name }) => name === 'distanceBands')?.counts;
        const clear = () => narrowTo({ chosen: {}, offer: START.offer });
        const last = offers.at(-1);
        const drop = facet && (facet.finds > 0 || !last) ? { words: facet.words, act: () => narrowTo({ chosen: facet.chosen }) } : last ? { words: last.label, act: last.remove } : null;
        return (
          <PageBody>
            <div className="hub-title-row">
              <Heading title="Families" />
              {may('adopters.create') && <ButtonLink to="/families/new" kind="secondary">Add a family</ButtonLink>}
            </div>
            <p className="govuk-body">Adopters of your agency, and those of other agencies who are available and agreed to be shown.</p>
            <GoTo label="Open a family by reference" folder="/families" />
            <div className="hub-search">
              <Filter groups={groups} chosen={chosen} onChange={(next) => narrowTo({ chosen: next })} others={offers} clear={clear}>
                <NearUnit near={near} onChange={(next) => narrowTo({ near: next, chosen: { ...chosen, distanceBands: [] } })} />
                <OfferFilter offer={offer} onChange={(next) => narrowTo({ offer: next })} />
              </Filter>
              <div className="hub-search__results">
                <ResultCount total={households.totalCount} one="family" many="families" />
                <SaveSearch households={familyFilterOf(chosen, offer, '')} />
                {households.totalCount === 0 ? (
                  <EmptyResults drop={drop} clear={clear} what="family" />
                ) : (
                  <>
                    <ResultTools sorts={SORTS} sort={sort} onSort={(next) => narrowTo({ sort: next as HouseholdSort })} size={size} onSize={(next) => narrowTo({ size: next })} />
                    {keep?.chooser}
                    {rings && <DistanceRings from={near} whom="Families" counts={rings} />}
                    {compare.bar}
                    <HouseholdTable keep={keep?.button} compare={compare.box} households={households.edges.map(({ node }) => node)}
                      why={(household) => whyHousehold(household, { chosen, need: offer.key, age: offer.age !== '', room: offer.room !== '' })} />
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
