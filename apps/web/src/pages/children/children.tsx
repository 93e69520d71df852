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
import { useKeep } from '../../components/keep';
import { NearHousehold } from '../../components/near-choice';
import { PageBody } from '../../components/page-body';
import { Pager } from '../../components/pager';
import { EmptyResults, ResultCount, ResultTools } from '../../components/results';
import { SaveSearch } from '../../components/save-search';
import { UnitTable } from '../../components/unit-table';
import { SearchUnitsDocument, type SelectionOf, type UnitSort } from '../../gql/graphql';
import { levelWords, needWords } from '../../words/needs';
import { whyUnit } from '../../words/why-shown';
import { filterOf, needOptions, UNIT_FACETS, type NeedChoice } from './facets';
import { NeedFilter } from './need-filter';

interface Place {
  readonly chosen: Chosen;
  readonly need: NeedChoice;
  readonly sort: UnitSort;
  readonly size: number;
  readonly before: readonly string[];
  readonly compared: readonly string[];
  /** The own case from which distances are told; empty for none. */
  readonly near: string;
}

const START: Place = { chosen: {}, need: { key: '', atMost: 1 }, sort: 'WAITING', size: 20, before: [], compared: [], near: '' };
const SORTS = [{ value: 'WAITING', label: 'Waiting longest' }, { value: 'YOUNGEST', label: 'Youngest' }, { value: 'REFERENCE', label: 'Reference' }] as const;

export default function Children() {
  const may = useMay();
  const [place, change] = usePlaceState(START);
  const { chosen, need, sort, size, before, compared, near } = place;
  const found = useData(SearchUnitsDocument, { filter: filterOf(chosen, need, near), sort, first: size, after: before.at(-1) ?? null });
  const keep = useKeep('UNIT');
  const compare = useCompareChoice({ holds: 'UNIT' as SelectionOf, references: compared, subject: near || null }, (next) => change({ compared: next }));
  const narrowTo = (next: Partial<Place>) => change({ before: [], ...next });
  return (
    <Await of={found} what="children">
      {({ units }) => {
        const groups = groupsOf(UNIT_FACETS, units.facets, chosen);
        const needs = need.key === '' ? [] : [{ title: 'A need, at most', label: `${needWords(need.key)}: at most ${levelWords(need.atMost ?? 1)}`, remove: () => narrowTo({ need: START.need }) }];
        const facet = filterToDrop(groups, chosen);
        const rings = units.facets.find(({ name }) => name === 'distanceBands')?.counts;
        const clear = () => narrowTo({ chosen: {}, need: START.need });
        const drop = facet && (facet.finds > 0 || needs.length === 0) ? { words: facet.words, act: () => narrowTo({ chosen: facet.chosen }) } : needs[0] ? { words: needs[0].label, act: needs[0].remove } : null;
        return (
          <PageBody>
            <div className="hub-title-row">
              <Heading title="Children" />
              {may('children.create') && <ButtonLink to="/children/new" kind="secondary">Add a child</ButtonLink>}
            </div>
            <p className="govuk-body">Every child whose family finding is active, in your agency and in those that share an agreement with it.</p>
            <GoTo label="Open a child or group by reference" folder="/children" />
            <div className="hub-search">
              <Filter groups={groups} chosen={chosen} onChange={(next) => narrowTo({ chosen: next })} others={needs} clear={clear}>
                <NearHousehold near={near} onChange={(next) => narrowTo({ near: next, chosen: { ...chosen, distanceBands: [] } })} />
                <NeedFilter need={need} options={needOptions} onChange={(next) => narrowTo({ need: next })} />
              </Filter>
              <div className="hub-search__results">
                <ResultCount total={units.totalCount} one="child or group" many="children and groups" />
                <SaveSearch units={filterOf(chosen, need, '')} />
                {units.totalCount === 0 ? (
                  <EmptyResults drop={drop} clear={clear} what="child" />
                ) : (
                  <>
                    <ResultTools sorts={SORTS} sort={sort} onSort={(next) => narrowTo({ sort: next as UnitSort })} size={size} onSize={(next) => narrowTo({ size: next })} />
                    {keep?.chooser}
                    {rings && <DistanceRings from={near} whom="Children and groups" counts={rings} />}
                    {compare.bar}
                    <UnitTable withInterest keep={keep?.button} compare={compare.box} units={units.edges.map(({ node }) => node)} caption="Children found" why={(unit) => whyUnit(unit, { chosen, need: need.key })} />
                    <Pager label="Pages of results" before={before} page={units.pageInfo} onMove={(next) => change({ before: next })} />
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
